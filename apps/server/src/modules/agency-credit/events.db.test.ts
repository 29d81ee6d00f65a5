import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { type Agency, type CreditDesk, openCreditDesk } from './testing/credit-desk.ts';

let desk: CreditDesk;
let refused: Agency | undefined;
beforeAll(async () => {
  desk = await openCreditDesk();
});
afterAll(() => desk.close());

describe('an event an officer enters', () => {
  it('is part of the score from its day on, with its proof and its reason', async () => {
    const agency = await desk.agency('苏州甲专利代理事务所');
    const event = await desk.enter(agency, { on: '2026-03-12', documentNo: '苏知法处字〔2026〕3号' });
    expect(event).toMatchObject({ origin: 'officer', proofName: '决定书.pdf', countsToday: true });
    expect(await desk.score(agency, '2026-03-11')).toEqual({ score: 100, grade: 'A' });
    expect(await desk.score(agency, '2026-03-12')).toEqual({ score: 80, grade: 'B' });
    const trace = await desk.call(desk.ctx('officer'), 'getCreditSubject', {
      params: { type: 'agency', id: agency.id },
    });
    expect(trace.sentence).toBe('满分100分，扣20分，得80分，评为B级。');
    expect(trace.lines[0]).toMatchObject({
      itemLabel: '受到罚款处罚',
      counted: -20,
      until: '2028-03-12',
      article: '专利代理条例第二十五条、第二十六条',
      verify: expect.stringContaining('待核'),
    });
    expect(trace.periods.map(({ from, score }) => [from, score])).toEqual([
      ['2023-05-01', 100],
      ['2026-03-12', 80],
      ['2028-03-12', 100],
    ]);
  });

  it.each([
    ['without a proof', {}, '', 'agency-credit.event.no-proof'],
    ['with a program for a proof', {}, 'MZ\u0090', 'procedures.document.refused'],
    ['dated in the future', { on: '2026-11-23' }, undefined, 'agency-credit.event.in-future'],
    ['on a day that does not exist', { on: '2026-02-30' }, undefined, 'agency-credit.event.field'],
    ['of an unknown sort', { sort: 'rumour' }, undefined, 'agency-credit.event.field'],
    [
      'that ends before it begins',
      { on: '2026-03-01', expiresOn: '2026-02-01' },
      undefined,
      'agency-credit.event.ends-before',
    ],
    ['without words', { text: ' ' }, undefined, 'agency-credit.event.field'],
    ['of nobody', { subjectId: '0190f000-0000-7000-8000-000000000000' }, undefined, 'platform.not-found'],
  ])('is refused %s', async (_what, fields, proof, code) => {
    refused ??= await desk.agency('苏州拒专利代理事务所');
    await expect(desk.enter(refused, fields as Record<string, string>, proof)).rejects.toMatchObject({ code });
    expect(await desk.score(refused, '2026-11-22')).toEqual({ score: 100, grade: 'A' });
  });

  it('counts once when one paper gives two grounds', async () => {
    const agency = await desk.agency('苏州乙专利代理事务所');
    await desk.enter(agency, { on: '2026-03-12', documentNo: '苏知法处字〔2026〕5号' });
    await desk.enter(agency, { on: '2026-03-12', documentNo: '苏知法处字[2026] 5号', sort: 'unreported-change' });
    expect(await desk.score(agency, '2026-11-22')).toEqual({ score: 80, grade: 'B' });
    const { lines } = await desk.call(desk.ctx('officer'), 'getCreditSubject', {
      params: { type: 'agency', id: agency.id },
    });
    expect(lines.map((line) => line.standing).sort()).toEqual(['counts', 'same-document']);
  });

  it('set aside by a court restores the score as of then; days before keep it', async () => {
    const agency = await desk.agency('苏州丙专利代理事务所');
    const { id } = await desk.enter(agency, { on: '2026-02-01', sort: 'penalty-suspension' });
    const officer = desk.ctx('officer');
    const revoke = (on: string) =>
      desk.call(officer, 'revokeCreditEvent', { params: { id }, body: { on, basis: '（2026）苏05行终1号判决' } });
    await expect(revoke('2026-01-31')).rejects.toMatchObject({ code: 'agency-credit.event.revoked-before' });
    await revoke('2026-09-01');
    expect(await desk.score(agency, '2026-08-31')).toEqual({ score: 55, grade: 'D' });
    expect(await desk.score(agency, '2026-09-01')).toEqual({ score: 100, grade: 'A' });
    await expect(revoke('2026-09-02')).rejects.toMatchObject({ code: 'agency-credit.event.revoked' });
  });

  it('entered by mistake counts on no day and stays visible', async () => {
    const agency = await desk.agency('苏州丁专利代理事务所');
    const { id } = await desk.enter(agency, { on: '2026-02-01' });
    const back = await desk.call(desk.ctx('officer'), 'withdrawCreditEvent', {
      params: { id },
      body: { reason: '张冠李戴' },
    });
    expect(back).toMatchObject({ withdrawnReason: '张冠李戴', countsToday: false });
    expect(await desk.score(agency, '2026-03-01')).toEqual({ score: 100, grade: 'A' });
  });
});

describe('events of other modules', () => {
  it('follow the grounds of the register, and go when it knows them no more', async () => {
    const agency = await desk.agency('苏州戊专利代理事务所');
    await desk.ground(agency, { sort: 'abnormal-operation', on: '2026-05-01', key: 'ground-1' });
    await desk.tellGrounds();
    await desk.tellGrounds();
    expect(await desk.score(agency, '2026-06-01')).toEqual({ score: 80, grade: 'B' });
    await sql`delete from agencies.ground where record_key = 'ground-1'`.execute(desk.test.services.db);
    await desk.tellGrounds();
    expect(await desk.score(agency, '2026-06-01')).toEqual({ score: 100, grade: 'A' });
  });

  it('take in a confirmed signal and the discipline of the association, and let a signal go', async () => {
    const agency = await desk.agency('苏州己专利代理事务所');
    const ctx = desk.test.system();
    const told = { signalId: 's-1', agencyId: agency.id, partyId: null, personId: null, on: '2026-06-01' };
    const tell = async (event: string, payload: object) => {
      await inTransaction(ctx, (tx) => publishEvent(tx, ctx, event, payload as never));
      await desk.settle();
    };
    await tell('filing-supervision.signal.confirmed', { ...told, kind: 'near-identical', text: '多件内容明显相同' });
    await tell('filing-supervision.signal.confirmed', {
      ...told,
      signalId: 's-2',
      kind: 'agency-refusal-rate',
      text: '驳回率高',
    });
    const penalty = { penaltyId: 'p-1', agencyId: agency.id, documentNo: '协会〔2026〕1号' };
    await tell('association.penalty.decided', { ...penalty, on: '2026-07-01', text: '告诫：低价竞争' });
    expect(await desk.score(agency, '2026-07-01')).toEqual({ score: 90, grade: 'A' });
    await tell('filing-supervision.signal.withdrawn', { ...told, kind: 'near-identical', text: '误判' });
    expect(await desk.score(agency, '2026-07-01')).toEqual({ score: 95, grade: 'A' });
    await tell('association.penalty.withdrawn', { ...penalty, on: '2026-09-01', reason: '申诉成立' });
    expect(await desk.score(agency, '2026-08-31')).toEqual({ score: 95, grade: 'A' });
    expect(await desk.score(agency, '2026-09-01')).toEqual({ score: 100, grade: 'A' });
  });
});

describe('who sees what', () => {
  it('shows an agency itself alone, a town its own, and hides the rest', async () => {
    const [mine, theirs] = [await desk.agency('苏州庚专利代理事务所'), await desk.agency('苏州辛专利代理事务所')];
    const own = await desk.own(mine);
    const seen = await desk.call(own, 'listCreditScores');
    expect(seen.items.map((row) => row.name)).toEqual([mine.name]);
    await expect(
      desk.call(own, 'getCreditSubject', { params: { type: 'agency', id: theirs.id } }),
    ).rejects.toMatchObject({ code: 'platform.not-found' });
    const event = await desk.enter(theirs, { on: '2026-02-01' });
    await expect(desk.call(own, 'getCreditProof', { params: { id: event.id } })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    expect((await desk.call(desk.ctx('liaison'), 'listCreditScores')).total).toBeGreaterThan(2);
    expect((await desk.call(desk.ctx('other'), 'listCreditScores')).total).toBe(0);
    expect((await desk.call(desk.ctx('other'), 'listCreditEvents')).total).toBe(0);
  });
});

describe('the list', () => {
  it('is on any day what each is by itself, ranks and distribution included', async () => {
    const officer = desk.ctx('officer');
    for (const on of ['2023-04-30', '2026-03-12', '2026-11-22']) {
      const { items, distribution, unscored, total } = await desk.call(officer, 'listCreditScores', {
        query: { on, pageSize: '500' },
      });
      for (const { subjectId, score, grade } of items)
        expect({ score, grade }).toEqual(await desk.score({ id: subjectId } as never, on));
      expect(distribution.reduce((sum, one) => sum + one.count, 0) + unscored).toBe(total);
      const scores = items.map((one) => one.score ?? -1);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
  it('files trademark agencies without a score and refuses days to come', async () => {
    const agency = await desk.agency('苏州商标代理有限公司', ['trademark']);
    await desk.enter(agency, { on: '2026-02-01' });
    const trace = await desk.call(desk.ctx('officer'), 'getCreditSubject', {
      params: { type: 'agency', id: agency.id },
    });
    expect(trace).toMatchObject({ score: null, grade: null, rules: { scored: false } });
    expect(trace.sentence).toContain('不计分、不评级');
    await expect(
      desk.call(desk.ctx('officer'), 'listCreditScores', { query: { on: '2026-11-23' } }),
    ).rejects.toMatchObject({ code: 'agency-credit.day.future' });
  });
});
