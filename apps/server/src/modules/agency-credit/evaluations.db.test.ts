import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import { recordPractice } from '../ip-agencies/index.ts';
import { orderNotices } from './commands/order-notices.ts';
import { type Agency, type CreditDesk, openCreditDesk } from './testing/credit-desk.ts';

let desk: CreditDesk;
let fined: Agency;
let clean: Agency;
let own: Ctx;
let roundId: string;

const opinion = { opinion: '经核实属实。', supports: true };
const evaluationOf = async (agency: Agency) => {
  const { items } = await desk.call(desk.ctx('officer'), 'listCreditEvaluations', {
    query: { round: roundId, agency: agency.id },
  });
  return items[0]!;
};
const detail = async (agency: Agency) =>
  desk.call(desk.ctx('officer'), 'getCreditEvaluation', { params: { id: (await evaluationOf(agency)).id } });
const openRound = async (title: string) => {
  const { id } = await desk.call(desk.ctx('officer'), 'openCreditRound', { body: { title, asOf: '2026-06-01' } });
  roundId = id;
};
const objectTo = async (who: Ctx, agency: Agency, eventIds: string[] = []) =>
  desk.call(who, 'objectToCredit', {
    params: { id: (await evaluationOf(agency)).id },
    body: { text: '所列处罚与事实不符，请予核实。', eventIds },
  });
const words = async (who: Ctx, agency: Agency, template: string) =>
  JSON.stringify(
    await desk.call(who, 'previewFileDocument', { params: { id: (await evaluationOf(agency)).fileId, template } }),
  );

beforeAll(async () => {
  desk = await openCreditDesk();
  desk.at('2026-06-01');
  fined = await desk.agency('苏州罚专利代理事务所');
  clean = await desk.agency('苏州清专利代理事务所');
  await desk.agency('苏州商标代理有限公司', ['trademark']);
  own = await desk.own(fined);
  await desk.enter(fined, { on: '2026-03-12', documentNo: '苏知法处字〔2026〕3号' });
  await desk.enter(fined, { on: '2026-04-01', sort: 'unanswered-inquiry', text: '逾期不答复问询' });
});
afterAll(() => desk.close());

describe('a round', () => {
  it('gives every patent agency a preliminary result, and refuses rules that only file', async () => {
    await openRound('2026年度专利代理信用评价');
    expect(await evaluationOf(fined)).toMatchObject({
      preliminaryScore: 77,
      preliminaryGrade: 'C',
      state: 'preliminary',
    });
    expect(await evaluationOf(clean)).toMatchObject({ preliminaryScore: 100, preliminaryGrade: 'A' });
    const round = await desk.call(desk.ctx('officer'), 'getCreditRound', { params: { id: roundId } });
    expect(round).toMatchObject({ evaluations: 2, mayNotice: true, mayConclude: false });
    expect((await desk.call(own, 'listCreditEvaluations')).total).toBe(0);
    // Nor is there a file of it before the agency is told.
    expect((await desk.call(own, 'listFiles')).total).toBe(0);
    const untold = { params: { id: (await evaluationOf(fined)).fileId } };
    await expect(desk.call(own, 'getFilePanel', untold)).rejects.toMatchObject({ code: 'platform.not-found' });
    const officer = desk.ctx('officer');
    const again = { title: round.title, asOf: '2026-06-01' };
    await expect(desk.call(officer, 'openCreditRound', { body: again })).rejects.toMatchObject({
      code: 'agency-credit.round.title-taken',
    });
    await expect(
      desk.call(officer, 'openCreditRound', { body: { ...again, title: '商标评价', ruleSet: 'trademark-agency' } }),
    ).rejects.toMatchObject({ code: 'agency-credit.rule-set.not-scored' });
  });

  it('tells all, with the last day to object by the law', async () => {
    const { moved } = await desk.call(desk.ctx('officer'), 'noticeCreditRound', { params: { id: roundId } });
    expect(moved).toBe(2);
    expect((await desk.call(own, 'listFiles')).total).toBe(1);
    expect(await evaluationOf(fined)).toMatchObject({ noticedOn: '2026-06-01', objectUntil: '2026-06-15' });
    const notice = await words(desk.ctx('officer'), fined, 'credit-preliminary-notice');
    for (const part of ['77分', 'C级', '苏知法处字〔2026〕3号', '10个工作日', '2026年6月15日'])
      expect(notice).toContain(part);
  });

  it('waits for the end of the time to object', async () => {
    desk.at('2026-06-15');
    const director = desk.ctx('director');
    expect(await desk.call(director, 'concludeCreditRound', { params: { id: roundId } })).toEqual({
      moved: 0,
      waiting: 2,
    });
  });
});

describe('an objection', () => {
  it('is taken on the last day and goes through both reviews by different people', async () => {
    const { preliminaryLines } = await detail(fined);
    const fine = preliminaryLines.find((line) => line.sort === 'penalty-fine')!.eventId;
    await expect(objectTo(own, fined, ['0190f000-0000-7000-8000-000000000000'])).rejects.toMatchObject({
      code: 'agency-credit.appeal.event',
    });
    expect(await objectTo(own, fined, [fine])).toMatchObject({ state: 'objected', mayObject: false });
    const { id } = await evaluationOf(fined);
    const panel = await desk.call(desk.ctx('reviewer'), 'getFilePanel', {
      params: { id: (await evaluationOf(fined)).fileId },
    });
    const clock = panel.clocks.find((one) => one.clock === 'objection-first-review');
    expect(clock?.dueOn).toBe('2026-06-23');
    expect(await desk.act(desk.ctx('reviewer'), id, 'review-objection', opinion)).toBe('objection-reviewed');
    await expect(desk.act(desk.ctx('reviewer'), id, 'decide-objection', opinion)).rejects.toThrow();
    expect(
      await desk.act(desk.ctx('director'), id, 'decide-objection', { decision: '同意审核意见。', granted: true }),
    ).toBe('settled');
    expect(await desk.score(fined, '2026-06-01')).toEqual({ score: 97, grade: 'A' });
    const reply = await words(desk.ctx('director'), fined, 'credit-objection-reply');
    for (const part of ['与事实不符', '同意审核意见', '异议成立']) expect(reply).toContain(part);
  });

  it('is refused the day after its term, with the day and the article', async () => {
    desk.at('2026-06-16');
    const who = await desk.own(clean);
    const refusal = await objectTo(who, clean).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'agency-credit.objection.late' });
    const { text } = desk.test.services.sentence(refusal, 'zh');
    expect(text).toContain('2026-06-15');
    expect(text).toContain('专利代理信用评价管理办法（试行）');
    await expect(
      desk.act(who, (await evaluationOf(clean)).id, 'object', { text: '绕过页面提出异议。' }),
    ).rejects.toMatchObject({ code: 'procedures.action.clock-expired' });
    expect((await detail(clean)).whyNoObjection).toContain('2026-06-15');
  });
});

describe('the result', () => {
  it('is computed once more, published, and told', async () => {
    await desk.enter(clean, { on: '2026-06-10', sort: 'unreported-change' });
    const { moved, waiting } = await desk.call(desk.ctx('director'), 'concludeCreditRound', {
      params: { id: roundId },
    });
    expect({ moved, waiting }).toEqual({ moved: 2, waiting: 0 });
    expect(await evaluationOf(fined)).toMatchObject({
      state: 'final',
      finalScore: 97,
      finalGrade: 'A',
      finalOn: '2026-06-16',
    });
    expect(await words(desk.ctx('director'), fined, 'credit-final-result')).toContain('A级');
  });

  it('is a fact from that day on, and only what it rests on moves it', async () => {
    desk.at('2026-07-20');
    const { id } = await desk.enter(fined, { on: '2026-07-01', sort: 'penalty-suspension' });
    const read = async (asOf: string, agency = fined) => {
      const { rows } = await loadFacts(desk.test.system(), {
        subject: 'agency',
        ids: [agency.id],
        paths: ['credit.score', 'credit.grade', 'credit.measure', 'credit.evaluatedOn', 'credit.current'],
        asOf,
        everyone: true,
      });
      return rows.get(agency.id);
    };
    expect(await read('2026-06-15')).toMatchObject({ 'credit.grade': null, 'credit.current': 97 });
    expect(await read('2026-07-10')).toMatchObject({
      'credit.score': 97,
      'credit.grade': 'A',
      'credit.measure': 'fewer-checks',
      'credit.evaluatedOn': '2026-06-16',
      'credit.current': 52,
    });
    // What happened after the day the round counts to waits for the next round.
    expect(await read('2026-07-10', clean)).toMatchObject({ 'credit.score': 100, 'credit.current': 95 });
    // The filed inquiry ends after twelve months: the published score is whole again.
    expect(await read('2027-04-01')).toMatchObject({ 'credit.score': 100 });
    await desk.call(desk.ctx('officer'), 'withdrawCreditEvent', { params: { id }, body: { reason: '试验' } });
  });

  it('is the same on any day by the table, by one, and by all', async () => {
    const { rows } = await sql<{
      from: string;
      score: number;
      grade: string;
    }>`select from_on as from, score, grade from agency_credit.standing
      where subject_id = ${fined.id} and basis = 'current' order by from_on`.execute(desk.test.services.db);
    expect(rows.length).toBeGreaterThan(2);
    for (const { from, score, grade } of rows)
      if (from <= '2026-07-20') expect(await desk.score(fined, from)).toEqual({ score, grade });
  });
});

describe('a repair', () => {
  const ask = async (eventIds: string[]) =>
    desk.call(own, 'requestCreditRepair', {
      params: { id: (await evaluationOf(fined)).id },
      body: { text: '已经整改，完善了收发文制度。', eventIds },
    });

  it('is refused before six months have passed, with the day', async () => {
    desk.at('2026-12-15');
    const refusal = await ask([]).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'agency-credit.repair.too-early' });
    expect(desk.test.services.sentence(refusal, 'zh').text).toContain('2026-12-16');
    expect((await detail(fined)).whyNoRepair).toContain('6个月');
  });

  it('names what it repairs, is reviewed twice, and ends the deduction from the decision on', async () => {
    desk.at('2026-12-16');
    const lines = (await detail(fined)).finalLines!;
    const inquiry = lines.find((line) => line.sort === 'unanswered-inquiry')!.eventId;
    const fine = lines.find((line) => line.sort === 'penalty-fine')!.eventId;
    await expect(ask([])).rejects.toMatchObject({ code: 'agency-credit.repair.nothing' });
    await expect(ask([fine])).rejects.toMatchObject({ code: 'agency-credit.repair.not-repairable' });
    expect(await ask([inquiry])).toMatchObject({ state: 'repair-requested' });
    const { id } = await evaluationOf(fined);
    await desk.act(desk.ctx('reviewer'), id, 'review-repair', opinion);
    desk.at('2026-12-21');
    expect(await desk.act(desk.ctx('director'), id, 'decide-repair', { decision: '准予修复。', granted: true })).toBe(
      'repaired',
    );
    expect(await desk.score(fined, '2026-12-20')).toEqual({ score: 97, grade: 'A' });
    expect(await desk.score(fined, '2026-12-21')).toEqual({ score: 100, grade: 'A' });
    expect(await words(desk.ctx('director'), fined, 'credit-repair-decision')).toContain('准予信用修复');
  });
});

describe('who sees evaluations', () => {
  it('is the agency for its own, the town for its own, nobody for others', async () => {
    const seen = await desk.call(own, 'listCreditEvaluations');
    expect(new Set(seen.items.map((one) => one.name))).toEqual(new Set([fined.name]));
    await expect(
      desk.call(own, 'getCreditEvaluation', { params: { id: (await evaluationOf(clean)).id } }),
    ).rejects.toMatchObject({ code: 'platform.not-found' });
    expect((await desk.call(desk.ctx('other'), 'listCreditEvaluations')).total).toBe(0);
  });
});

describe('a round with people', () => {
  it('evaluates those who practise on the day by the items for people, and tells their agency with a paper', async () => {
    desk.at('2026-06-01');
    const system = desk.test.system();
    const firm = await desk.agency('苏州人专利代理事务所');
    const practice = (name: string, qualificationNo: string | null, from: string, to: string | null) =>
      inTransaction(system, (tx) => recordPractice(tx, system, { agencyId: firm.id, name, qualificationNo, from, to }));
    const bad = await practice('钱受罚', '3200501', '2020-01-01', null);
    const good = await practice('孙守规', '3200502', '2020-01-01', null);
    await practice('李离开', '3200503', '2020-01-01', '2026-05-31');
    await practice('周无号', null, '2020-01-01', null);
    await desk.enter(firm, { subjectType: 'person', subjectId: bad, agencyId: firm.id, on: '2026-03-12' });
    await openRound('2026年度机构和人员信用评价');
    const { items } = await desk.call(desk.ctx('officer'), 'listCreditEvaluations', {
      query: { round: roundId, agency: firm.id },
    });
    expect(items.map((one) => [one.name, one.subjectType]).sort()).toEqual([
      ['孙守规', 'person'],
      ['苏州人专利代理事务所', 'agency'],
      ['钱受罚', 'person'],
    ]);
    const of = (id: string) => items.find((one) => one.subjectId === id)!;
    expect(of(firm.id)).toMatchObject({ preliminaryScore: 100 });
    expect(of(good)).toMatchObject({ preliminaryScore: 100, agencyName: firm.name });
    expect(of(bad).preliminaryScore).toBeLessThan(100);
    const trace = await desk.call(desk.ctx('officer'), 'getCreditSubject', { params: { type: 'person', id: good } });
    expect(trace).toMatchObject({ name: '孙守规', score: 100, agencyId: firm.id });

    await desk.call(desk.ctx('officer'), 'noticeCreditRound', { params: { id: roundId } });
    await desk.settle();
    const papers = async (fileId: string) => {
      const panel = await desk.call(desk.ctx('officer'), 'getFilePanel', { params: { id: fileId } });
      return panel.documents.filter((one) => one.kind === 'preliminary-notice').map((one) => one.fileName);
    };
    for (const one of items) {
      const made = await papers(one.fileId);
      expect(made).toHaveLength(2);
      expect(made.join()).toMatch(/\.pdf.*\.docx/);
    }
    // A second run writes nothing again.
    await inTransaction(system, (tx) => orderNotices(tx, system));
    await desk.settle();
    expect(await papers(of(good).fileId)).toHaveLength(2);

    const firmOwn = await desk.own(firm);
    expect((await desk.call(firmOwn, 'listCreditEvaluations')).items.map((one) => one.name).sort()).toEqual(
      ['孙守规', '苏州人专利代理事务所', '钱受罚'].sort(),
    );
    desk.at('2026-06-16');
    await desk.call(desk.ctx('director'), 'concludeCreditRound', { params: { id: roundId } });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from agency_credit.standing
      where subject_id = ${good} and basis = 'published' and score = 100`.execute(system.db);
    expect(rows[0]?.n).toBe(1);
    await expect(
      desk.call(desk.ctx('officer'), 'openCreditRound', {
        body: { title: '只评机构的评价', asOf: '2026-06-01', people: false },
      }),
    ).resolves.toMatchObject({ evaluations: 3 });
  });
});

describe('the credit file of a trademark agency', () => {
  it('has the five contents of the law, empty ones said', async () => {
    desk.at('2026-06-20');
    const agency = await desk.agency('苏州档案商标代理有限公司', ['trademark']);
    await desk.enter(agency, { on: '2026-06-18', sort: 'inspection-finding', text: '监督检查发现未明示收费' });
    const trace = await desk.call(desk.ctx('officer'), 'getCreditSubject', {
      params: { type: 'agency', id: agency.id },
    });
    expect(trace.contents?.map((one) => [one.group, one.lines.length])).toEqual([
      ['penalty', 0],
      ['inspection', 1],
      ['discipline', 0],
      ['abnormal', 0],
      ['other', 0],
    ]);
    expect(trace.contents?.[2]?.note).toBe('未加入本区行业协会。');
    expect(trace).toMatchObject({ score: null, grade: null });
    const patent = await desk.call(desk.ctx('officer'), 'getCreditSubject', {
      params: { type: 'agency', id: clean.id },
    });
    expect(patent.contents).toBeNull();
  });
});
