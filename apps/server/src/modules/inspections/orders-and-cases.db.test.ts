import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { type InspectionDesk, openInspectionDesk, SHENGZE } from './testing/inspection-desk.ts';

let desk: InspectionDesk;
let officerIds: string[];
beforeAll(async () => {
  desk = await openInspectionDesk();
  desk.at('2026-11-16');
  officerIds = [
    await desk.officer('甲执法', '2030-01-01', 'officer'),
    await desk.officer('乙执法', '2030-01-01', 'second'),
  ];
});
afterAll(() => desk?.close());

const refused = (code: string) => expect.objectContaining({ code });
const get = (id: string) => desk.call('officer', 'getInspectionTask', { params: { id } });

/** A check of a new printer with one item that failed. */
async function checked(name: string) {
  const party = await desk.party(name);
  const { id: objectId } = await desk.call('officer', 'registerPrinter', {
    body: { name, partyId: party, townCode: SHENGZE, licenceNo: `（苏）印证字${name}`, licenceTo: '2030-01-01' },
  });
  const { id } = await desk.call('head', 'createInspectionTask', {
    body: { objectKind: 'printer', objectId, checklist: 'mark-printer', dueOn: '2026-11-30', officerIds },
  });
  const task = await desk.call('head', 'getInspectionTask', { params: { id } });
  const answers = task.checklist.items.map(({ code }, at) =>
    at === 0 ? { code, result: 'no', found: '没有登记' } : { code, result: 'yes' },
  );
  await desk.call('officer', 'recordInspection', {
    params: { id },
    body: {
      id: uuidv7(),
      round: 1,
      checkedOn: '2026-11-16',
      answers,
      outcome: 'correct',
      correctBy: '2026-12-01',
      officers: ['甲执法', '乙执法'],
      signature: 'signed',
      person: '周负责',
    },
  });
  return { id, fileId: task.fileId };
}

describe('the time to correct', () => {
  it('is extended once, within the limit, by somebody else than who ordered', async () => {
    const { id, fileId } = await checked('虚构甲印厂');
    await desk.act('head', fileId, 'order', { days: 10 });
    const why = '原设备拆除需要时间';
    await expect(desk.act('head', fileId, 'extend', { days: 5, reason: why })).rejects.toEqual(
      refused('procedures.action.apart'),
    );
    await expect(desk.act('officer', fileId, 'extend', { days: 5, reason: why })).rejects.toEqual(
      refused('procedures.action.not-permitted'),
    );
    await expect(desk.act('director', fileId, 'extend', { days: 16, reason: why })).rejects.toEqual(
      refused('inspections.order.extension-too-long'),
    );
    await desk.act('director', fileId, 'extend', { days: 5, reason: why });
    expect((await get(id)).orders).toMatchObject([
      { days: 10, dueOn: '2026-12-01', extensions: [{ days: 5, on: '2026-11-16', reason: why }] },
    ]);
    await expect(desk.act('director', fileId, 'extend', { days: 1, reason: why })).rejects.toEqual(
      refused('inspections.order.extended'),
    );
  });
});

describe('a case that grew from a check', () => {
  it('and was not opened comes back with its reason, to be ordered, handed over or dropped', async () => {
    const { id, fileId } = await checked('虚构乙印厂');
    await desk.act('officer', fileId, 'make-case', { reason: '涉嫌印制侵权标识' });
    const { caseId } = await get(id);
    await desk.act('officer', caseId ?? '', 'verify');
    await desk.act('director', caseId ?? '', 'not-file', { ground: 'minor', reason: '数量很少且已改正' });
    await desk.settle();
    expect(await get(id)).toMatchObject({
      state: 'returned',
      caseOutcome: 'not-filed',
      caseToldOn: '2026-11-16',
      caseReason: '数量很少且已改正',
      mayRecord: false,
    });
    expect(await desk.act('officer', fileId, 'order', { days: 7 })).toBe('correcting');
    expect((await get(id)).orders).toHaveLength(1);
  });

  it('and was opened says so on the check, which stays as it is', async () => {
    const { id, fileId } = await checked('虚构丙印厂');
    await desk.act('officer', fileId, 'make-case', { reason: '涉嫌印制侵权标识' });
    const { caseId } = await get(id);

    await inTransaction(desk.test.system(), (tx) =>
      publishEvent(tx, desk.test.system(), 'cases.case.filed', { caseId, on: '2026-11-16' }),
    );
    await desk.settle();
    expect(await get(id)).toMatchObject({ state: 'cased', caseOutcome: 'filed', caseReason: null });
  });
});

it("somebody else's breach found at a check becomes a report, joined when it repeats one, and the check stays where it was", async () => {
  const { id, fileId } = await checked('虚构丁印厂');
  const found = { name: '虚构委托人商行', number: '1234567', text: '委托印制的标识没有授权书' };
  expect(await desk.act('officer', fileId, 'report-other', found)).toBe('checked');
  expect(await desk.act('officer', fileId, 'report-other', found)).toBe('checked');
  await desk.settle();
  const { items } = await desk.call('clerk', 'listComplaintMatters', { query: { q: '虚构委托人商行' } });
  expect(items.map((one) => [one.sort, one.source, one.person, one.state]).toSorted()).toEqual([
    ['report', 'inspection', '本局监督检查发现', 'joined'],
    ['report', 'inspection', '本局监督检查发现', 'registered'],
  ]);
  const shown = await desk.call('clerk', 'getComplaintMatter', { params: { id: items[0]?.id } });
  expect(shown).toMatchObject({
    found: true,
    anonymous: false,
    mayReveal: false,
    sourceLink: { href: `/protection/inspections/tasks/${id}` },
  });
});
