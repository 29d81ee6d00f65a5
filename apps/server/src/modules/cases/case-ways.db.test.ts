import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { getFilePanel } from '../../platform/procedures/index.ts';
import { startEnforcement } from './jobs/start-enforcement.ts';
import { listCaseOutcomes } from './queries/for-others.ts';
import { listCases } from './queries/list-cases.ts';
import { type CaseDesk, openCaseDesk } from './testing/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const list = (query: object, who: 'director' | 'branch' = 'director') => desk.call(who, 'listCases', { query });

/** The same person asking another process, whose index is loaded anew. */
function elsewhere(ctx: Ctx): Ctx {
  return { ...ctx, services: Object.create(ctx.services) as Ctx['services'] };
}

describe('the list of cases', () => {
  it('shows a change at once, by its old and new words, body and clock', async () => {
    desk.at('2026-03-02');
    const { caseId: id, number } = await desk.clue();
    expect((await list({ q: number })).total).toBe(1);
    expect((await list({ q: number }, 'branch')).total).toBe(1);
    const { revision } = await desk.call('director', 'getCase', { params: { id } });
    const [card] = (await list({ q: number })).items;
    expect(card).toMatchObject({ state: 'clue', dueOn: '2026-03-23' });
    await desk.act('officer', id, 'verify');
    expect((await list({ q: number, state: 'verifying' })).items.map((one) => one.id)).toEqual([id]);
    expect((await list({ q: number, state: 'clue' })).total).toBe(0);
    await desk.call('director', 'changeCasesInBulk', {
      body: { ids: [id], change: { kind: 'organisation', organisationCode: 'WJ-MSB-ENF' }, reason: '统一办理' },
    });
    expect((await list({ q: number }, 'branch')).total).toBe(0);
    expect((await list({ q: number, organisation: 'WJ-MSB-ENF' })).total).toBe(1);
    expect(revision).toBeGreaterThan(0);
  });

  it('gives the same pages from an index that followed the changes as from one loaded anew', async () => {
    for (let n = 0; n < 4; n++) {
      const { caseId } = await desk.clue({ receivedOn: `2026-02-0${n + 1}` });
      await list({});
      if (n % 2 === 0) await desk.act('officer', caseId, 'verify');
    }
    const ctx = desk.ctx('director');
    const sorts = ['number', '-number', 'dueOn', '-dueOn', 'receivedOn', '-receivedOn', 'filedOn', 'stage', undefined];
    for (const sort of sorts) {
      const query = { page: 1, pageSize: 50, sort };
      const followed = await listCases(ctx, query);
      const anew = await listCases(elsewhere(ctx), query);
      expect(followed.items.length).toBeGreaterThan(4);
      expect(followed).toEqual(anew);
    }
  });

  it('puts what has no day last in both directions', async () => {
    const ids = async (sort: string) => (await list({ sort, pageSize: 100 })).items.map((one) => one.filedOn !== null);
    const { caseId } = await desk.clue();
    await desk.filed(caseId);
    expect((await ids('filedOn'))[0]).toBe(true);
    expect((await ids('-filedOn'))[0]).toBe(true);
  });
});

const read = (id: string) => desk.call('director', 'getCase', { params: { id } });
const panel = (id: string) => getFilePanel(desk.ctx('director'), id);
const clockOf = async (id: string, clock: string) => (await panel(id)).clocks.findLast((one) => one.clock === clock);

const MEDIATION = { by: '虚构权利人', other: '虚构商行', matter: 'compensation', mediators: '执法甲' };
const AGREED = { result: 'agreed', agreement: '赔偿一万元，当场付清', amountFen: 1_000_000, paidFen: 400_000 };

describe('a mediation', () => {
  it('goes with a case that goes on, and counts as mediated with what was recovered', async () => {
    desk.at('2026-03-02');
    const { caseId: id } = await desk.clue();
    await desk.filed(id);
    await desk.act('officer', id, 'begin');
    await expect(desk.act('officer', id, 'conclude-mediation', AGREED)).rejects.toThrow('cases.mediation.none');
    expect(await desk.act('officer', id, 'begin-mediation', MEDIATION)).toBe('investigating');
    await expect(desk.act('officer', id, 'begin-mediation', MEDIATION)).rejects.toThrow('cases.mediation.open');
    await expect(desk.act('officer', id, 'conclude-mediation', { ...AGREED, agreement: ' ' })).rejects.toThrow(
      'cases.mediation.no-text',
    );
    await expect(desk.act('officer', id, 'conclude-mediation', { ...AGREED, paidFen: 2_000_000 })).rejects.toThrow(
      'cases.mediation.paid-more',
    );
    expect(await desk.act('officer', id, 'conclude-mediation', AGREED)).toBe('investigating');
    const { circumstances, entries } = await read(id);
    expect(circumstances).toMatchObject({ mediated: true, recoveredFen: 400_000 });
    expect(entries.at(-1)).toMatchObject({ kind: 'mediation-result', data: { result: 'agreed', effect: 'goes-on' } });
    const question = { from: '2026-03-01', to: '2026-03-31', by: 'filed' } as const;
    const outcomes = await listCaseOutcomes(desk.ctx('director'), question);
    expect(outcomes.find(({ caseId }) => caseId === id)).toMatchObject({ mediated: true });
    await expect(desk.act('director', id, 'end-mediated', { reason: '协议' })).rejects.toThrow(
      'cases.mediation.no-agreement',
    );
  });

  it('ends a case by somebody else than the mediating officer, where nothing is left to pursue', async () => {
    const { caseId: id } = await desk.clue();
    await desk.act('officer', id, 'begin-mediation', MEDIATION);
    await expect(desk.act('officer', id, 'conclude-mediation', { result: 'failed', effect: 'ends' })).rejects.toThrow(
      'cases.mediation.no-agreement',
    );
    await desk.act('officer', id, 'conclude-mediation', { result: 'failed' });
    expect((await read(id)).circumstances.mediated).toBe(false);
    await desk.act('officer', id, 'begin-mediation', MEDIATION);
    await desk.act('officer', id, 'conclude-mediation', { ...AGREED, effect: 'ends' });
    await expect(desk.act('officer', id, 'end-mediated', { reason: '协议' })).rejects.toThrow(
      'procedures.action.not-permitted',
    );
    expect(await desk.act('director', id, 'end-mediated', { reason: '已履行，没有违法行为' })).toBe('closed');
    expect((await clockOf(id, 'filing'))?.standing).toBe('stopped');
    expect((await read(id)).entries.at(-1)).toMatchObject({ kind: 'closing', data: { mediated: true } });
    expect((await list({ q: (await panel(id)).file.number, open: 'true' })).total).toBe(0);
  });

  it('counts a case it ended by the day of the end, as there is no decision; one not opened is no case', async () => {
    const counted = async (by: 'decided' | 'closed', month: string) => {
      const question = { from: `${month}-01`, to: `${month}-30`, by };
      return (await listCaseOutcomes(desk.ctx('director'), question)).map(({ caseId }) => caseId);
    };
    desk.at('2026-03-02');
    const { caseId: opened } = await desk.clue();
    const { caseId: clue } = await desk.clue();
    await desk.filed(opened);
    for (const id of [opened, clue]) {
      await desk.act('officer', id, 'begin-mediation', MEDIATION);
      await desk.act('officer', id, 'conclude-mediation', { ...AGREED, effect: 'ends' });
    }
    desk.at('2026-04-10');
    for (const id of [opened, clue]) await desk.act('director', id, 'end-mediated', { reason: '已履行' });
    expect(await counted('decided', '2026-03')).not.toContain(opened);
    for (const by of ['decided', 'closed'] as const) {
      expect(await counted(by, '2026-04')).toContain(opened);
      expect(await counted(by, '2026-04')).not.toContain(clue);
    }
  });
});

const SERVICE = { mode: 'direct', receiver: '负责人', backDatedReason: null };

/** A case with a fine of 30,000 yuan, served on a day. */
async function served(on: string): Promise<string> {
  desk.at(on);
  const { caseId: id } = await desk.clue();
  await desk.filed(id);
  await desk.act('officer', id, 'begin');
  const { revision } = await read(id);
  await desk.call('officer', 'saveCaseFacts', {
    params: { id },
    body: {
      revision,
      title: '销售侵权毛衫案',
      text: '销售侵犯注册商标专用权的毛衫。',
      behaviourRow: 4,
      acts: { from: null, to: on, place: null, text: null },
      rights: [],
      circumstances: {
        wellKnown: false,
        serviceMark: false,
        serious: false,
        orderIgnored: false,
        endangers: false,
        priorPenalty: false,
        firstOffence: false,
        corrected: false,
        noFault: false,
        electronic: false,
        foreign: false,
        gainFen: null,
        lossFen: null,
        labels: 0,
        unsoldLabels: 0,
        recoveredFen: 0,
        recoveredForeignFen: 0,
      },
    },
  });
  await desk.act('officer', id, 'report', {
    facts: '查明销售侵权毛衫。',
    opinion: '建议处罚。',
    decisionKind: 'penalty',
    fineFen: 3_000_000,
  });
  await desk.act('officer', id, 'submit-review');
  await desk.act('legal', id, 'review', { kind: 'review', opinion: 'agree', text: '事实清楚' });
  await desk.act('officer', id, 'notify', { fineFen: 3_000_000, reasons: '销售侵权商品', hearing: false });
  await desk.act('officer', id, 'serve-notice', { ...SERVICE, on });
  await desk.act('officer', id, 'waive', { reason: '当事人书面放弃' });
  await desk.act('director', id, 'decide', { kind: 'penalty', fineFen: 3_000_000, reasons: '初次，配合调查' });
  await desk.act('officer', id, 'serve', { ...SERVICE, on });
  await desk.act('officer', id, 'execute');
  return id;
}

describe('enforcement by the court', () => {
  it('has its time from the last day for a suit on, once, where something is owed', async () => {
    const id = await served('2026-03-02');
    const paid = await served('2026-03-02');
    await desk.act('officer', paid, 'record-payment', { kind: 'fine', paidFen: 3_000_000, voucher: '1' });
    expect((await clockOf(id, 'suit'))?.dueOn).toBe('2026-09-02');
    await desk.act('officer', id, 'publish', { address: '公示平台' });
    desk.at('2026-09-02');
    await startEnforcement(desk.test.system());
    expect(await clockOf(id, 'enforcement')).toBeUndefined();
    await expect(desk.act('director', id, 'ask-court', { reason: '逾期不履行' })).rejects.toThrow(
      'cases.court.too-early',
    );
    desk.at('2026-09-03');
    expect(await startEnforcement(desk.test.system())).toBe(1);
    expect(await startEnforcement(desk.test.system())).toBe(0);
    expect(await clockOf(id, 'enforcement')).toMatchObject({ startedOn: '2026-09-02', dueOn: '2026-12-02' });
    expect((await list({ q: (await panel(id)).file.number })).items[0]).toMatchObject({
      dueLabel: '申请法院强制执行期限',
    });
    expect(await clockOf(paid, 'enforcement')).toBeUndefined();
    await expect(desk.act('director', paid, 'ask-court', { reason: '逾期' })).rejects.toThrow(
      'cases.court.nothing-owed',
    );
    await expect(desk.act('director', id, 'ask-court', { reason: '逾期不履行' })).rejects.toThrow(
      'cases.court.no-demand',
    );
    await desk.act('officer', id, 'demand', { ...SERVICE, on: '2026-09-03' });
    await expect(desk.act('director', id, 'ask-court', { reason: '逾期不履行' })).rejects.toThrow(
      'cases.court.demand-running',
    );
    desk.at('2026-09-18');
    expect(await desk.act('director', id, 'ask-court', { reason: '催告后仍不履行' })).toBe('published');
    expect((await clockOf(id, 'enforcement'))?.standing).toBe('stopped');
  });

  it('waits for a reconsideration, then for a suit, and ends with the payment', async () => {
    const id = await served('2026-03-02');
    desk.at('2026-04-01');
    await expect(desk.act('officer', id, 'conclude-dispute', { result: 'upheld' })).rejects.toThrow(
      'cases.dispute.none',
    );
    await desk.act('officer', id, 'record-dispute', { kind: 'reconsideration', body: '苏州市人民政府' });
    await expect(desk.act('officer', id, 'record-dispute', { kind: 'suit', body: '法院' })).rejects.toThrow(
      'cases.dispute.open',
    );
    expect((await clockOf(id, 'suit'))?.standing).toBe('stopped');
    await expect(desk.act('director', id, 'ask-court', { reason: '逾期不履行' })).rejects.toThrow(
      'cases.court.disputed',
    );
    desk.at('2026-06-01');
    await desk.act('officer', id, 'conclude-dispute', { result: 'upheld' });
    expect((await clockOf(id, 'suit'))?.dueOn).toBe('2026-06-16');
    await desk.act('officer', id, 'record-dispute', { kind: 'suit', body: '苏州市姑苏区人民法院' });
    desk.at('2026-08-03');
    await desk.act('officer', id, 'conclude-dispute', { result: 'upheld' });
    expect(await clockOf(id, 'enforcement')).toMatchObject({ startedOn: '2026-08-03', dueOn: '2026-11-03' });
    await desk.act('officer', id, 'record-payment', { kind: 'fine', paidFen: 3_000_000, voucher: '1' });
    expect((await clockOf(id, 'enforcement'))?.standing).toBe('stopped');
  });
});

describe('the officer of a case', () => {
  it('has it among the files of the account linked with him, as long as it is linked and the case is open', async () => {
    desk.at('2026-03-02');
    const [{ caseId: open }, { caseId: ended }] = [await desk.clue(), await desk.clue()];
    await desk.filed(open);
    const { officers } = await desk.call('head', 'getCase', { params: { id: open } });
    const officerId = officers[0]?.officerId ?? '';
    const { revision } = await desk.call('head', 'getCase', { params: { id: ended } });
    const both = officers.map((one) => one.officerId);
    await desk.call('head', 'saveCaseOfficers', { params: { id: ended }, body: { revision, officers: both } });
    await desk.act('officer', ended, 'verify');
    await desk.act('director', ended, 'not-file', { ground: 'no-facts', reason: '违法事实不成立' });
    const userId = desk.ctx('second').actor.userId;
    const mine = async () => {
      const { items } = await desk.call('second', 'listCases', { query: { mine: 'true' } });
      return [open, ended].filter((id) => items.some((one) => one.id === id));
    };
    const link = async (to: string | null) => {
      await desk.call('head', 'linkOfficerAccount', { params: { id: officerId }, body: { userId: to } });
      await desk.settle();
    };
    const choice = async () =>
      (await desk.call('head', 'listCaseOfficers', { query: { q: officers[0]?.name } })).items[0];
    expect([await mine(), (await choice())?.linked]).toEqual([[], false]);
    await link(userId);
    expect([await mine(), (await choice())?.linked]).toEqual([[open], true]);
    await link(null);
    expect(await mine()).toEqual([]);
  });
});
