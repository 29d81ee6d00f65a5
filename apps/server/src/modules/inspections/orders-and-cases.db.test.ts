import { Readable } from 'node:stream';
import { routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { answerCorrection } from './commands/answer-correction.ts';
import { addPrinterEntry } from './commands/keep-ledgers.ts';
import { listOwnInspections } from './queries/list-own-inspections.ts';
import { getPrinter, listPrinters } from './queries/show-printers.ts';
import { type InspectionDesk, openInspectionDesk, SHENGZE, type Who } from './testing/inspection-desk.ts';

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
async function checked(name: string, campaignId: string | null = null, townCode = SHENGZE) {
  const party = await desk.party(name, townCode);
  const { id: objectId } = await desk.call('officer', 'registerPrinter', {
    body: { name, partyId: party, townCode, licenceNo: `（苏）印证字${name}`, licenceTo: '2030-01-01' },
  });
  const { id } = await desk.call('head', 'createInspectionTask', {
    body: { objectKind: 'printer', objectId, campaignId, checklist: 'mark-printer', dueOn: '2026-11-30', officerIds },
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
  return { id, fileId: task.fileId, party, printer: objectId };
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

describe('a special action', () => {
  const body = {
    kind: 'net-sword',
    title: '虚构网剑行动',
    fromOn: '2026-11-01',
    toOn: '2026-12-31',
    objectKind: 'printer',
    checklist: 'mark-printer',
    targetCount: 20,
  };
  const start = (over = {}) => desk.call('head', 'createInspectionCampaign', { body: { ...body, ...over } });

  it('counts its own checks, takes the figures of its kind, and takes nothing once it is closed', async () => {
    await expect(start({ toOn: '2026-10-31' })).rejects.toEqual(refused('inspections.campaign.dates'));
    await expect(start({ kind: 'nothing' })).rejects.toEqual(refused('inspections.campaign.unknown-kind'));
    await expect(start({ checklist: 'patent-agency' })).rejects.toEqual(refused('inspections.checklist.unfit'));
    const { id } = await start();
    const params = { id };
    const shown = (who: 'head' | 'other' = 'head') => desk.call(who, 'getInspectionCampaign', { params });
    const { fileId } = await checked('虚构行动印厂', id);
    await desk.act('head', fileId, 'order', { days: 10 });
    const counts = { targetCount: 20, tasks: 1, checked: 1, failed: 1, correcting: 1, cases: 0 };
    expect(await shown()).toMatchObject(counts);
    // A branch counts what it may read alone.
    expect(await shown('other')).toMatchObject({ tasks: 0, checked: 0 });

    const enter = (figure: object) =>
      desk.call('head', 'enterCampaignFigure', {
        params,
        body: { code: 'links-removed', on: '2026-11-16', value: 30, ...figure },
      });
    await enter({});
    await enter({ value: -4, note: '重复计数' });
    await expect(enter({ code: 'labels-seized' })).rejects.toEqual(refused('inspections.figure.unknown'));
    await expect(enter({ on: '2026-11-17' })).rejects.toEqual(refused('inspections.day.in-future'));
    const { figures, entries } = await shown();
    expect(figures.find((one) => one.code === 'links-removed')).toMatchObject({ value: 26, unit: '条' });
    expect(entries).toHaveLength(2);

    const close = () => desk.call('head', 'closeInspectionCampaign', { params, body: { results: '检查全部完成。' } });
    await close();
    await expect(close()).rejects.toEqual(refused('inspections.campaign.closed'));
    await expect(enter({})).rejects.toEqual(refused('inspections.campaign.closed'));
    await expect(checked('虚构行动后印厂', id)).rejects.toEqual(refused('inspections.campaign.closed'));
    expect(await shown()).toMatchObject({ state: 'closed', results: '检查全部完成。', mayAssign: false, ...counts });
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

describe('a business', () => {
  const proof = (text: string, head = '%PDF-1.7 proof') => ({
    fileName: '改正照片.pdf',
    mediaType: 'application/pdf',
    fields: { text },
    content: Readable.from([Buffer.from(head)]),
  });

  it('sees its own checks once they were made and answers an order with proof; others see none of it', async () => {
    const { id, fileId, party } = await checked('虚构戊印厂');
    const own = await desk.test.as('enterprise', 'party', party);
    const other = await desk.test.as('enterprise', 'party', await desk.party('虚构无关公司'));
    const answer = (who: Ctx, text: string, head?: string) => answerCorrection(who, id, proof(text, head));
    await expect(answer(own, '已经改正完毕')).rejects.toEqual(refused('inspections.answer.nothing'));
    await desk.act('officer', fileId, 'order', { days: 10 });
    await expect(answer(own, '好')).rejects.toEqual(refused('inspections.answer.text-missing'));
    await expect(answer(own, '已经改正完毕', 'MZ program')).rejects.toEqual(refused('inspections.answer.file-kind'));
    await expect(answer(other, '已经改正完毕')).rejects.toEqual(refused('platform.not-found'));
    await answer(own, '已补登记台账并培训人员');
    const listed = await listOwnInspections(own, {});
    expect(listed.items).toMatchObject([
      { id, state: 'correcting', mayAnswer: true, orders: [{ answers: [{ text: '已补登记台账并培训人员' }] }] },
    ]);
    expect(await listOwnInspections(other, {})).toEqual({ items: [] });
    expect((await get(id)).orders[0]?.answers).toMatchObject([{ fileName: '改正照片.pdf', on: '2026-11-16' }]);
    expect(await desk.act('officer', fileId, 'make-case', { reason: '逾期仍不改正' })).toBe('cased');
    await expect(answer(own, '已经改正完毕')).rejects.toEqual(refused('inspections.answer.nothing'));
  });

  it('is not told of a check that is still to come', async () => {
    const { id, party, printer: objectId } = await checked('虚构己印厂');
    const own = await desk.test.as('enterprise', 'party', party);
    expect((await listOwnInspections(own, {})).items.map((one) => one.id)).toEqual([id]);
    await desk.act('officer', (await get(id)).fileId, 'pass');
    await desk.call('head', 'createInspectionTask', {
      body: { objectKind: 'printer', objectId, checklist: 'mark-printer', dueOn: '2026-11-30', officerIds },
    });
    expect((await listOwnInspections(own, {})).items.map((one) => one.id)).toEqual([id]);
  });

  it('keeps the ledgers of its own printing and nobody else does', async () => {
    const { printer, party } = await checked('虚构庚印厂');
    const own = await desk.test.as('enterprise', 'party', party);
    const other = await desk.test.as('enterprise', 'party', await desk.party('虚构旁观公司'));
    const intake = routes.addPrinterEntry.body.parse({
      kind: 'intake',
      on: '2026-11-16',
      client: '虚构委托人',
      markName: '甲标',
      quantity: 100,
    });
    await expect(addPrinterEntry(other, printer, intake)).rejects.toEqual(refused('platform.not-found'));
    await addPrinterEntry(own, printer, intake);
    expect(await getPrinter(own, printer)).toMatchObject({ mayKeep: true, mayEdit: false, tasks: [] });
    await expect(getPrinter(other, printer)).rejects.toEqual(refused('platform.not-found'));
    expect((await listPrinters(own, { page: 1, pageSize: 50 })).items.map((one) => one.id)).toEqual([printer]);
  });
});

it('list, record, file and inbox agree for every role and place, in every state: a branch reads its own checks alone', async () => {
  const zhenze = await checked('虚构震泽印厂', null, '320509104');
  await desk.act('head', zhenze.fileId, 'order', { days: 10 });
  await checked('虚构震泽二厂', null, '320509104');
  const { rows: tasks } = await sql<{
    id: string;
    fileId: string;
    state: string;
    bodies: string[];
  }>`select t.id, t.file_id as "fileId",
      f.state, f.organisations as bodies
    from inspections.task t join procedures.file f on f.district = t.district and f.id = t.file_id`.execute(
    desk.test.system().db,
  );
  expect(new Set(tasks.map(({ state }) => state)).size).toBeGreaterThanOrEqual(4);
  const everything = () => true;
  const readers: readonly [Who, (bodies: readonly string[]) => boolean][] = [
    ['officer', everything],
    ['head', everything],
    ['director', everything],
    ['clerk', everything],
    ['branch', (bodies) => bodies.includes('WJ-MSB-B105')],
    ['other', (bodies) => bodies.includes('WJ-MSB-B104')],
  ];
  const reads = async (work: Promise<unknown>) => {
    try {
      await work;
      return true;
    } catch (error) {
      expect(error).toEqual(refused('platform.not-found'));
      return false;
    }
  };
  for (const [who, may] of readers) {
    const query = { pageSize: '200' };
    const listed = new Set((await desk.call(who, 'listInspectionTasks', { query })).items.map(({ id }) => id));
    const inbox = new Set((await desk.call(who, 'listFiles', { query })).items.map(({ id }) => id));
    const seen = [];
    for (const { id, fileId } of tasks)
      seen.push([
        listed.has(id),
        inbox.has(fileId),
        await reads(desk.call(who, 'getInspectionTask', { params: { id } })),
        await reads(desk.call(who, 'getFilePanel', { params: { id: fileId } })),
      ]);
    expect([who, seen]).toEqual([who, tasks.map(({ bodies }) => Array(4).fill(may(bodies)))]);
  }
  expect(tasks.some(({ bodies }) => bodies.includes('WJ-MSB-B104'))).toBe(true);
});
