import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { getFilePanel } from '../../platform/procedures/index.ts';
import { recordPaperServed, recordTransferAnswer } from './commands/record-for-others.ts';
import { BRANCH, type CaseDesk, openCaseDesk, SHENGZE } from './testing/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const facts = (over: object = {}) => ({
  title: '销售侵权毛衫案',
  text: '销售侵犯注册商标专用权的毛衫。',
  behaviourRow: 4,
  acts: { from: '2026-01-01', to: '2026-10-01', place: '盛泽镇', text: '销售' },
  rights: [{ kind: 'trademark', number: '1234567', name: null, class: null, holder: '虚构权利人' }],
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
    mediated: false,
    gainFen: null,
    lossFen: null,
    labels: 0,
    unsoldLabels: 0,
    recoveredFen: 0,
    recoveredForeignFen: 0,
    ...over,
  },
});
const line = (over: object = {}) => ({
  name: '毛衫',
  spec: null,
  unit: '件',
  quantity: 100,
  sold: true,
  priceFen: 20_000,
  basis: 'sold',
  note: null,
  ...over,
});
const read = (id: string) => desk.call('director', 'getCase', { params: { id } });
const save = async (id: string, route: 'saveCaseFacts' | 'saveCaseGoods' | 'saveCaseParties', body: object) =>
  desk.call('officer', route, { params: { id }, body: { revision: (await read(id)).revision, ...body } });
const clockOf = async (id: string, clock: string) =>
  (await getFilePanel(desk.ctx('director'), id)).clocks.findLast((one) => one.clock === clock);

const REPORT = {
  facts: '查明销售侵权毛衫。',
  opinion: '建议处罚。',
  decisionKind: 'penalty',
  fineFen: 3_000_000,
};
const SERVICE = { mode: 'direct', receiver: '负责人', backDatedReason: null };
const DECIDE = { kind: 'penalty', fineFen: 3_000_000, reasons: '初次，配合调查' };

async function toDeciding(id: string): Promise<void> {
  await desk.act('officer', id, 'begin');
  await desk.act('officer', id, 'report', REPORT);
  await desk.act('officer', id, 'submit-review');
  await desk.act('legal', id, 'review', { kind: 'review', opinion: 'agree', text: '事实清楚' });
  await desk.act('officer', id, 'notify', { fineFen: 3_000_000, reasons: '销售侵权商品', hearing: false });
  await desk.act('officer', id, 'serve-notice', { ...SERVICE, on: desk.ctx('officer').today });
  await desk.act('officer', id, 'waive', { reason: '当事人书面放弃' });
}

describe('a case by the general procedure', () => {
  it('goes from the clue to the archive with its clocks', async () => {
    desk.at('2026-03-02');
    const { caseId: id, number } = await desk.clue();
    expect(number).toMatch(/^AJ2026-\d{5}$/);
    expect((await clockOf(id, 'filing'))?.dueOn).toBe('2026-03-23');
    await desk.filed(id);
    expect((await clockOf(id, 'decision'))?.dueOn).toBe('2026-06-01');
    await save(id, 'saveCaseFacts', { ...facts(), acts: { from: null, to: '2026-02-01', place: null, text: null } });
    const priced = await save(id, 'saveCaseGoods', { goods: [line()], cause: '现场清点' });
    expect(priced.amount?.totalFen).toBe(2_000_000);
    expect([priced.fine?.minFen, priced.fine?.maxFen]).toEqual([0, 25_000_000]);
    await toDeciding(id);
    expect(await desk.act('director', id, 'decide', DECIDE)).toBe('decided');
    expect((await clockOf(id, 'publication'))?.standing).toBe('running');
    await inTransaction(desk.ctx('officer'), (tx) =>
      recordPaperServed(tx, desk.ctx('officer'), id, {
        paperId: id,
        kind: 'decision',
        servedOn: '2026-03-02',
        mode: 'post',
        number: '示例处罚〔2026〕1号',
      }),
    );
    expect((await clockOf(id, 'payment'))?.dueOn).toBe('2026-03-17');
    await desk.act('officer', id, 'execute');
    await expect(desk.act('director', id, 'close', { summary: '已执行' })).rejects.toThrow('cases.closing.unpaid');
    await expect(
      desk.act('officer', id, 'record-payment', { kind: 'fine', paidFen: 3_000_001, voucher: '1' }),
    ).rejects.toThrow('cases.payment.too-much');
    await desk.act('officer', id, 'record-payment', { kind: 'fine', paidFen: 3_000_000, voucher: '1' });
    await expect(desk.act('director', id, 'close', { summary: '已执行' })).rejects.toThrow('cases.closing.unpublished');
    await desk.act('officer', id, 'publish', { address: '公示平台' });
    await desk.act('director', id, 'close', { summary: '已执行' });
    expect(await desk.act('officer', id, 'archive')).toBe('archived');
    const done = await read(id);
    expect(done.decision).toMatchObject({
      kind: 'penalty',
      fineFen: 3_000_000,
      paperNo: '示例处罚〔2026〕1号',
      servedOn: '2026-03-02',
    });
    expect(done.card).toMatchObject({ state: 'archived', fineFen: 3_000_000, dueOn: null });
  });

  it('is not opened without two valid officers, all four conditions and a second person', async () => {
    desk.at('2026-03-02');
    const { caseId: id } = await desk.clue();
    await desk.act('officer', id, 'verify');
    await expect(desk.act('officer', id, 'propose', { evidence: true, opinion: '初步证据' })).rejects.toThrow(
      'cases.filing.conditions',
    );
    await desk.act('officer', id, 'propose', {
      evidence: true,
      punishable: true,
      competent: true,
      inTime: true,
      opinion: '初步证据',
    });
    await expect(desk.act('director', id, 'file', {})).rejects.toThrow('cases.case.stopped');
    const panel = await getFilePanel(desk.ctx('director'), id);
    expect(panel.actions.find(({ action }) => action === 'file')).toMatchObject({
      possible: false,
      reason: expect.stringContaining('不少于2人'),
    });
    const revision = (await read(id)).revision;
    const lapsed = await desk.officer('过期', '2026-01-01');
    const valid = await desk.officer('有效', '2026-03-10');
    const call = (officers: string[]) =>
      desk.call('head', 'saveCaseOfficers', { params: { id }, body: { revision, officers } });
    await expect(call([lapsed, valid])).rejects.toThrow('cases.officer.invalid');
    const named = await call([valid, await desk.officer('有效二', '2030-01-01')]);
    expect(named.stops).toEqual([]);
    await desk.act('director', id, 'file', {});
    desk.at('2026-03-11');
    const later = await read(id);
    expect(later.stops.map(({ check }) => check)).toEqual(['officers', 'certificate']);
    await expect(desk.act('officer', id, 'begin')).rejects.toThrow('cases.case.stopped');
  });

  it('leaves days out of the verification, extends it once and refuses a second time', async () => {
    desk.at('2026-03-02');
    const { caseId: id } = await desk.clue();
    await desk.act('officer', id, 'verify');
    await desk.act('officer', id, 'exclude-verification', { cause: 'testing', from: '2026-03-04', to: '2026-03-10' });
    const excluded = await clockOf(id, 'filing');
    expect(excluded?.dueOn).toBe('2026-03-30');
    await desk.act('director', id, 'extend-verification', { reason: '案情复杂' });
    expect((await clockOf(id, 'filing'))?.dueOn).toBe('2026-04-21');
    await expect(desk.act('director', id, 'extend-verification', { reason: '再次延长' })).rejects.toThrow(
      'procedures.clock.refused',
    );
  });
});

describe('amounts', () => {
  it('without a basis are refused with the sentence, and what was there stays', async () => {
    const { caseId: id } = await desk.clue();
    await save(id, 'saveCaseGoods', { goods: [line()], cause: '清点' });
    await expect(save(id, 'saveCaseGoods', { goods: [line({ basis: null })], cause: '清点' })).rejects.toMatchObject({
      code: 'cases.goods.no-basis',
      params: { text: expect.stringContaining('没有价格或者价格依据') },
    });
    expect((await read(id)).goods).toHaveLength(1);
  });

  it('that reach a criminal threshold bar the decision until the one on the transfer, and again when they grow into another', async () => {
    desk.at('2026-11-02');
    const { caseId: id } = await desk.clue();
    await desk.filed(id);
    await save(id, 'saveCaseFacts', facts());
    await save(id, 'saveCaseGoods', { goods: [line()], cause: '清点' });
    await toDeciding(id);
    const hit = await save(id, 'saveCaseGoods', { goods: [line({ quantity: 300 })], cause: '补充销售记录' });
    expect(hit.card).toMatchObject({ hit: true, transferOpen: true });
    expect(hit.stops[0]).toMatchObject({ check: 'criminal', article: expect.stringContaining('法释〔2025〕5号') });
    expect(hit.readings.map((one) => one.hit)).toEqual([true, false, false]);
    await expect(desk.act('director', id, 'decide', DECIDE)).rejects.toMatchObject({
      code: 'cases.case.stopped',
      params: { text: expect.stringContaining('不得作出行政处罚决定') },
    });
    await desk.act('director', id, 'decide-transfer', { decision: 'keep', reason: '证据不足以证明明知' });
    expect((await read(id)).card.transferOpen).toBe(false);
    const grown = await save(id, 'saveCaseGoods', { goods: [line({ quantity: 4_000 })], cause: '再次补充' });
    expect(grown.card.transferOpen).toBe(true);
    expect(await desk.act('director', id, 'decide-transfer', { decision: 'transfer', reason: '达到追诉标准' })).toBe(
      'decided',
    );
    await expect(desk.act('director', id, 'reopen', { reason: '公安不予立案' })).rejects.toThrow(
      'cases.transfer.no-answer',
    );
    const ctx = desk.ctx('director');
    await inTransaction(ctx, (tx) =>
      recordTransferAnswer(tx, ctx, id, { answer: 'refused', on: '2026-11-02', organisation: 'WJ-P-PSB' }),
    );
    expect(await desk.act('director', id, 'reopen', { reason: '公安不予立案' })).toBe('investigating');
    const back = await read(id);
    expect([back.decision, back.earlierDecisions[0]?.kind]).toEqual([null, 'transfer-judicial']);
  });

  it('bound the fine; a fine outside is refused with the reasons', async () => {
    const { caseId: id } = await desk.clue();
    await desk.filed(id);
    await save(id, 'saveCaseFacts', facts());
    await save(id, 'saveCaseGoods', { goods: [line()], cause: '清点' });
    await desk.act('officer', id, 'begin');
    await expect(desk.act('officer', id, 'report', { ...REPORT, fineFen: 26_000_000 })).rejects.toMatchObject({
      code: 'cases.decision.outside-range',
      params: { max: '250,000元', reasons: expect.stringContaining('商标法(2019)第60条') },
    });
  });

  it('from the bound on want a hearing offered, a discussion, and a legal review after the hearing', async () => {
    desk.at('2026-03-02');
    const { caseId: id } = await desk.clue();
    await desk.filed(id);
    await save(id, 'saveCaseFacts', { ...facts(), acts: { from: null, to: '2026-02-01', place: null, text: null } });
    await save(id, 'saveCaseGoods', { goods: [line()], cause: '清点' });
    const fine = { fineFen: 15_000_000 };
    await desk.act('officer', id, 'begin');
    await desk.act('officer', id, 'report', { ...REPORT, ...fine });
    await desk.act('officer', id, 'submit-review');
    await desk.act('legal', id, 'review', { kind: 'review', opinion: 'agree', text: '同意' });
    await desk.act('officer', id, 'notify', { ...fine, reasons: '销售侵权商品', hearing: true });
    await expect(desk.act('officer', id, 'conclude-notice')).rejects.toThrow('procedures.action.clock-running');
    await desk.act('officer', id, 'serve-notice', { ...SERVICE, on: '2026-03-02' });
    expect((await clockOf(id, 'hearing-request'))?.dueOn).toBe('2026-03-09');
    desk.at('2026-03-09');
    await desk.act('officer', id, 'request-hearing', { by: '当事人' });
    desk.at('2026-03-20');
    const presider = (await read(id)).officers[0]?.name;
    const heard = { heldOn: '2026-03-20', report: '维持处罚建议' };
    await expect(desk.act('legal', id, 'conclude-hearing', { ...heard, presider })).rejects.toThrow(
      'cases.officer.conflict',
    );
    const told = { ...heard, presider: '主持人', notifiedOn: '2026-03-11' };
    const hears = (more: object) => desk.act('legal', id, 'conclude-hearing', { ...told, ...more });
    const article = '行政处罚法(2021)第64条第二项';
    await expect(hears({ notifiedOn: '2026-03-12' })).rejects.toMatchObject({ params: { article } });
    await expect(hears({ heldOn: '2026-03-23' })).rejects.toThrow('cases.case.in-future');
    await hears({});
    expect((await clockOf(id, 'decision'))?.dueOn).toBe('2026-06-11');
    await expect(desk.act('director', id, 'decide', { ...DECIDE, ...fine })).rejects.toMatchObject({
      params: { text: expect.stringContaining('法制审核') },
    });
    await desk.act('legal', id, 'review', { kind: 'legal-review', opinion: 'agree', text: '合法' });
    await expect(desk.act('director', id, 'decide', { ...DECIDE, ...fine })).rejects.toMatchObject({
      params: { text: expect.stringContaining('集体讨论') },
    });
    await desk.act('director', id, 'discuss', { participants: '局领导', opinion: '同意处罚' });
    expect(await desk.act('director', id, 'decide', { ...DECIDE, ...fine })).toBe('decided');
  });
});

describe('law in time', () => {
  it('takes the lighter text for an act of the old law decided under the new one, and shows both', async () => {
    desk.at('2026-12-20');
    const { caseId: id } = await desk.clue({ behaviourRow: 14, rights: [] });
    await save(id, 'saveCaseFacts', {
      ...facts(),
      behaviourRow: 14,
      acts: { from: null, to: '2026-12-01', place: null, text: null },
      rights: [],
    });
    expect((await read(id)).law).toMatchObject({ law: '商标法(2019)', lighter: false });
    desk.at('2027-01-05');
    const later = await read(id);
    expect(later.law).toMatchObject({ law: '商标法(2026修订)', lighter: true });
    expect(later.law?.compared.map(({ law, maxFen, chosen }) => [law, maxFen, chosen])).toEqual([
      ['商标法(2019)', 10_000_000, false],
      ['商标法(2026修订)', 10_000_000, true],
    ]);
    expect(later.checks.find(({ check }) => check === 'law')?.text).toContain('从轻');
    desk.at('2026-11-22');
  });
});

describe('limitation', () => {
  it('bars a case found after two years', async () => {
    const { caseId: id } = await desk.clue();
    await save(id, 'saveCaseFacts', { ...facts(), acts: { from: null, to: '2024-10-01', place: null, text: null } });
    await expect(desk.filed(id)).rejects.toMatchObject({ params: { text: expect.stringContaining('追责时效') } });
  });
});

describe('on the spot', () => {
  it('fines are small', async () => {
    const { caseId: id } = await desk.clue();
    const { revision } = await read(id);
    const officers = [await desk.officer('现场甲', '2030-01-01'), await desk.officer('现场乙', '2030-01-01')];
    await desk.call('head', 'saveCaseOfficers', { params: { id }, body: { revision, officers } });
    const spot = { warning: false, reasons: '当场查明', place: '店内' };
    await expect(desk.act('officer', id, 'decide-on-spot', { ...spot, fineFen: 300_001 })).rejects.toThrow(
      'cases.summary.too-much',
    );
    expect(await desk.act('officer', id, 'decide-on-spot', { ...spot, fineFen: 300_000 })).toBe('executing');
    await desk.act('officer', id, 'record-payment', { kind: 'fine', paidFen: 300_000, voucher: '9' });
    expect(await desk.act('director', id, 'close', { summary: '已缴纳' })).toBe('closed');
  });
});

describe('people', () => {
  it('on both sides are refused, and a name that is changed into one', async () => {
    const both = { kind: 'trademark' as const, number: '7654321', holder: '虚构两面公司' };
    await expect(desk.clue({ suspects: [{ name: '虚构两面公司', natural: false }], rights: [both] })).rejects.toThrow(
      'cases.party.both-sides',
    );
    const { caseId: id } = await desk.clue();
    const party = (side: string, name: string) => ({ side, natural: false, name });
    await expect(
      save(id, 'saveCaseParties', { parties: [party('suspect', '某某店'), party('holder', '某某店')] }),
    ).rejects.toThrow('cases.party.both-sides');
  });

  it('with an interest may not handle the case, and stand back when it shows', async () => {
    const { caseId: id } = await desk.clue();
    const [kin, other] = [await desk.officer('利害人', '2030-01-01'), await desk.officer('旁人', '2030-01-01')];
    await save(id, 'saveCaseParties', {
      parties: [{ side: 'suspect', natural: false, name: '某店', representative: '利害人' }],
    });
    const { revision } = await read(id);
    await expect(
      desk.call('head', 'saveCaseOfficers', { params: { id }, body: { revision, officers: [kin, other] } }),
    ).rejects.toThrow('cases.officer.conflict');
  });

  it('that merge keep the name of then and point to the survivor', async () => {
    const { caseId: id } = await desk.clue();
    const before = await read(id);
    const party = before.parties.find(({ side }) => side === 'suspect');
    const merged = await desk.call('officer', 'mergeCaseParty', {
      params: { id, partyId: party?.id },
      body: { revision: before.revision, survivorName: '虚构存续公司', mergedOn: '2026-11-01', reason: '吸收合并' },
    });
    expect(merged.parties[0]).toMatchObject({
      name: party?.name,
      survivor: { name: '虚构存续公司', on: '2026-11-01' },
    });
    expect(merged.card.suspects).toBe(`${party?.name}（并入虚构存续公司）`);
    const found = await desk.call('director', 'listCases', { query: { q: '存续公司' } });
    expect(found.items.map((one) => one.id)).toContain(id);
  });
});

describe('clues', () => {
  it('about the same suspect and behaviour are joined, from one source only once', async () => {
    const suspects = [{ name: '虚构重复商行', natural: false, townCode: SHENGZE }];
    const source = { kind: 'report' as const, module: 'reports', id: 'r-1', label: '举报1', href: null };
    const first = await desk.clue({ suspects, source });
    const second = await desk.clue({ suspects, source: { ...source, id: 'r-2', label: '举报2' } });
    const other = await desk.clue({ suspects, behaviourRow: 32, rights: [], source: { ...source, id: 'r-3' } });
    expect(first.joinedTo).toBeNull();
    expect(second).toEqual({ caseId: first.caseId, number: first.number, joinedTo: first.number });
    expect(other.caseId).not.toBe(first.caseId);
    expect(await desk.clue({ suspects, source })).toEqual(first);
    expect((await read(first.caseId)).clues.map(({ label }) => label)).toEqual(['举报 · 举报1', '举报 · 举报2']);
  });

  it('go to the branch of the place', async () => {
    const { caseId } = await desk.clue();
    expect((await read(caseId)).card.organisationCode).toBe(BRANCH);
    const nowhere = await desk.clue({ suspects: [{ name: '虚构外地商行', natural: false }] });
    expect((await read(nowhere.caseId)).card.organisationCode).toBe('WJ-MSB-ENF');
  });

  it('entered late need a reason, are marked and audited', async () => {
    const body = {
      source: { kind: 'own', label: '巡查' },
      receivedOn: '2026-11-10',
      title: '补录线索',
      text: '补录的线索。',
      suspects: [{ name: '虚构补录商行', natural: false }],
    };
    await expect(desk.call('officer', 'createClue', { body })).rejects.toThrow('cases.case.needs-reason');
    const { caseId } = await desk.call('officer', 'createClue', { body: { ...body, backDatedReason: '系统停机期间' } });
    const record = await read(caseId);
    expect(record.backDatedReason).toBe('系统停机期间');
    expect(record.entries.find(({ kind }) => kind === 'back-dated')?.backDatedReason).toBe('系统停机期间');
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.audit_entry
      where details::text like '%系统停机期间%'`.execute(desk.test.system().db);
    expect(rows[0]?.n).toBe(1);
  });
});
