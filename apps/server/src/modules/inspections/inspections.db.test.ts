import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addInspectionPhoto } from './commands/add-photo.ts';
import { type InspectionDesk, openInspectionDesk, SHENGZE, type Who } from './testing/inspection-desk.ts';

let desk: InspectionDesk;
let firm: string;
let printer: string;
let officers: string[];
beforeAll(async () => {
  desk = await openInspectionDesk();
  desk.at('2026-11-16');
  firm = await desk.party('虚构彩印厂');
  officers = [
    await desk.officer('甲执法', '2030-01-01', 'officer'),
    await desk.officer('乙执法', '2030-01-01', 'second'),
  ];
  ({ id: printer } = await desk.call('officer', 'registerPrinter', {
    body: {
      name: '虚构彩印厂',
      partyId: firm,
      townCode: SHENGZE,
      licenceNo: '（苏）印证字1号',
      licenceTo: '2027-01-01',
    },
  }));
});
afterAll(() => desk.close());

const refused = (code: string) => expect.objectContaining({ code });
const order = async (objectId = printer, officerIds = officers) =>
  (
    await desk.call('head', 'createInspectionTask', {
      body: { objectKind: 'printer', objectId, checklist: 'mark-printer', dueOn: '2026-11-30', officerIds },
    })
  ).id;
const get = (id: string, who: Who = 'officer') => desk.call(who, 'getInspectionTask', { params: { id } });
async function recordOf(id: string, over: object = {}, failing: readonly string[] = []) {
  const task = await get(id, 'head');
  const answers = task.checklist.items.map(({ code }) =>
    failing.includes(code) ? { code, result: 'no', found: '10 月以后没有登记' } : { code, result: 'yes' },
  );
  return {
    id: uuidv7(),
    round: task.round,
    checkedOn: '2026-11-16',
    answers,
    outcome: failing.length > 0 ? 'correct' : 'fit',
    correctBy: failing.length > 0 ? '2026-12-01' : null,
    officers: ['甲执法', '乙执法'],
    signature: 'signed',
    person: '周负责',
    ...over,
  };
}
const send = (who: Who, id: string, body: object) => desk.call(who, 'recordInspection', { params: { id }, body });
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a photo of a ledger')]);
const photo = (item: string) => ({
  fileName: '台账.jpg',
  mediaType: 'image/jpeg',
  fields: { item, takenAt: '2026-11-16T01:30:00Z' },
  content: Readable.from([JPEG]),
});

describe('a check of a mark printer', () => {
  it('goes from an off-line record to an order, a re-check and the end; the draft sent twice is one record', async () => {
    const id = await order();
    const body = await recordOf(id, {}, ['stock-ledger', 'waste-destroyed']);
    expect(await send('officer', id, body)).toEqual({ state: 'standing', reason: null });
    expect(await send('officer', id, body)).toEqual({ state: 'standing', reason: null });
    await addInspectionPhoto(desk.ctx('officer'), body.id, photo('stock-ledger'));
    await addInspectionPhoto(desk.ctx('officer'), body.id, photo('stock-ledger'));
    const checked = await get(id);
    expect(checked).toMatchObject({ state: 'checked', outcome: 'correct', failed: 2, mine: true });
    expect(checked.records).toHaveLength(1);
    expect(checked.records[0]?.photos).toMatchObject([{ itemCode: 'stock-ledger', takenAt: expect.any(String) }]);
    const kept = await desk.call('officer', 'listEvidence', { params: { id: checked.fileId } } as never);
    expect(JSON.stringify(kept)).toContain(checked.records[0]?.photos[0]?.sha256);

    expect(await desk.act('officer', checked.fileId, 'order', { days: 10 })).toBe('correcting');
    const ordered = await get(id);
    expect(ordered.orders).toMatchObject([{ number: '吴市监责改〔2026〕1号', days: 10, dueOn: '2026-11-26' }]);
    expect(ordered.orders[0]?.items.map((item) => item.article)).toEqual([
      '商标印制管理办法第九条',
      '商标印制管理办法第九条',
    ]);
    const paper = await desk.call('officer', 'previewFileDocument', {
      params: { id: checked.fileId, code: 'inspection-correction-order', template: 'inspection-correction-order' },
    } as never);
    expect(JSON.stringify(paper)).toContain('10 月以后没有登记');

    desk.at('2026-11-27');
    expect((await get(id)).overdue).toBe(true);
    expect(await send('officer', id, await recordOf(id, { checkedOn: '2026-11-27' }))).toMatchObject({
      state: 'standing',
    });
    expect(await desk.act('officer', checked.fileId, 'accept')).toBe('corrected');
    expect((await get(id)).records.map((one) => one.round)).toEqual([2, 1]);
    desk.at('2026-11-16');
  });

  it('refuses what is wrong in itself, with nothing kept', async () => {
    const id = await order();
    const refusals: readonly [object, string][] = [
      [{ officers: ['甲执法'] }, 'two-officers'],
      [{ officers: ['甲执法', '甲执法'] }, 'two-officers'],
      [{ outcome: 'fit', answers: [{ code: 'licensed', result: 'yes' }] }, 'items-missing'],
      [{ answers: [{ code: 'roof', result: 'yes' }] }, 'unknown-item'],
    ];
    for (const [over, code] of refusals)
      await expect(send('officer', id, await recordOf(id, over))).rejects.toEqual(
        refused(`inspections.record.${code}`),
      );
    await expect(send('officer', id, await recordOf(id, { outcome: 'fit' }, ['licensed']))).rejects.toEqual(
      refused('inspections.record.outcome-unfit'),
    );
    await expect(send('officer', id, await recordOf(id, { correctBy: '2026-11-16' }, ['licensed']))).rejects.toEqual(
      refused('inspections.record.correct-by-missing'),
    );
    await expect(send('officer', id, await recordOf(id, { checkedOn: '2026-11-17' }))).rejects.toEqual(
      refused('inspections.day.in-future'),
    );
    expect((await get(id)).records).toEqual([]);
    await desk.act('head', (await get(id)).fileId, 'cancel', { reason: '重复安排' });
  });

  it('becomes a case once, with its photos as evidence there', async () => {
    const id = await order();
    const body = await recordOf(id, { outcome: 'case' }, ['unregistered']);
    await send('officer', id, body);
    await addInspectionPhoto(desk.ctx('officer'), body.id, photo('unregistered'));
    const { fileId } = await get(id);
    await desk.act('officer', fileId, 'make-case', { reason: '印制冒充注册商标的标识' });
    const task = await get(id);
    expect(task).toMatchObject({ state: 'cased', outcome: 'case', caseNumber: expect.any(String) });
    const evidence = await desk.call('officer', 'listEvidence', { params: { id: task.caseId } } as never);
    expect(JSON.stringify(evidence)).toContain(task.records[0]?.photos[0]?.sha256);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from procedures.file
      where procedure = 'cases.case' and id = ${task.caseId}`.execute(desk.test.services.db);
    expect(rows[0]?.n).toBe(1);
  });
});

describe('a phone that comes back too late', () => {
  it('loses nothing: the record is held with its reason, and a person decides', async () => {
    const id = await order();
    const late = await recordOf(id, {}, ['licensed']);
    await send('officer', id, await recordOf(id));
    await desk.act('officer', (await get(id)).fileId, 'pass');
    const answer = await send('second', id, late);
    expect(answer.state).toBe('held');
    expect(answer.reason).toMatch(/任务已由.*办结：合格/);
    expect(await get(id)).toMatchObject({ state: 'passed', outcome: 'fit', held: 1 });
    const resolve = (who: Who, decision: string) =>
      desk.call(who, 'resolveInspectionRecord', { params: { id: late.id }, body: { decision, reason: '另行核实' } });
    await expect(resolve('head', 'adopt')).rejects.toEqual(refused('inspections.record.not-adoptable'));
    await resolve('head', 'supplement');
    await expect(resolve('head', 'set-aside')).rejects.toEqual(refused('inspections.record.not-held'));
    expect((await get(id)).records.map((one) => one.state).toSorted()).toEqual(['standing', 'supplement']);
  });

  it('after a reassignment or a colleague: adopted, the earlier record stays beside it', async () => {
    const third = await desk.officer('丙执法', '2030-01-01', 'branch');
    const id = await order();
    const written = await recordOf(id);
    await desk.call('head', 'assignInspectionTask', {
      params: { id },
      body: { officerIds: [third, officers[1]], reason: '人员调整' },
    });
    expect((await send('officer', id, written)).reason).toMatch(/改派给丙执法/);
    const colleague = await recordOf(id);
    expect((await send('second', id, colleague)).state).toBe('standing');
    const other = await recordOf(id, {}, ['sample-matches']);
    expect((await send('branch', id, other)).reason).toMatch(/已于.*提交了这次检查的记录/);
    await desk.call('head', 'resolveInspectionRecord', {
      params: { id: other.id },
      body: { decision: 'adopt', reason: '以现场核对样稿的记录为准' },
    });
    const task = await get(id);
    expect(task).toMatchObject({ outcome: 'correct', failed: 1, held: 1 });
    expect(Object.fromEntries(task.records.map((one) => [one.id, one.state]))).toEqual({
      [written.id]: 'held',
      [colleague.id]: 'superseded',
      [other.id]: 'standing',
    });
    await desk.act('officer', task.fileId, 'order', { days: 5 });
    await desk.act('officer', task.fileId, 'make-case', { reason: '拒不改正' });
  });

  it('says what a reader must know: an expired certificate, a day that is not the phone’s', async () => {
    await desk.officer('丁过期', '2026-11-01');
    const id = await order();
    await send(
      'officer',
      id,
      await recordOf(id, { officers: ['甲执法', '丁过期'], finishedAt: '2026-11-14T03:00:00Z' }),
    );
    const { concerns } = (await get(id)).records[0] ?? { concerns: [] };
    expect(concerns.join()).toMatch(/“丁过期”的执法证在检查日（2026-11-16）无效/);
    expect(concerns.join()).toMatch(/手机记录的完成时间是 2026-11-14/);
    await desk.act('officer', (await get(id)).fileId, 'pass');
  });
});

describe('who sees what', () => {
  it('a branch has the checks of its own place alone', async () => {
    const { items } = await desk.call('branch', 'listInspectionTasks');
    expect(items.length).toBeGreaterThan(2);
    expect((await desk.call('other', 'listInspectionTasks')).total).toBe(0);
    const id = items[0]?.id as string;
    await expect(get(id, 'other')).rejects.toEqual(refused('platform.not-found'));
    await expect(send('other', id, await recordOf(id))).rejects.toEqual(refused('platform.not-found'));
    expect((await desk.call('other', 'listPrinters')).total).toBe(0);
    await expect(desk.call('other', 'getPrinter', { params: { id: printer } })).rejects.toEqual(
      refused('platform.not-found'),
    );
  });
});

describe('a double-random draw', () => {
  it('is bound before it is made, excludes with reasons, and orders the checks', async () => {
    const names = ['一', '二', '三', '四'].map((n) => `虚构${n}号印刷厂`);
    for (const name of names)
      await desk.call('officer', 'registerPrinter', { body: { name, townCode: SHENGZE, contact: '甲执法' } });
    const { id } = await desk.call('head', 'prepareInspectionDraw', {
      body: {
        title: '印制企业双随机',
        objectKind: 'printer',
        checklist: 'mark-printer',
        count: 3,
        dueOn: '2026-12-31',
      },
    });
    const before = await desk.call('head', 'getInspectionDraw', { params: { id } });
    expect(before).toMatchObject({ state: 'prepared', secret: null, seed: null, result: [] });
    expect(before.officers.find((one) => one.name === '丁过期')?.excluded).toMatch(/2026-11-01 到期/);
    expect(before.conflicts).toHaveLength(4);
    expect(before.pool.find((one) => one.name === '虚构彩印厂')).toMatchObject({
      tickets: 6,
      gradeLabel: '近三年检查不合格',
    });
    const words = { publicText: '体彩排列五 26310 期 1 2 3 4 5', publicSource: '体彩公告', witness: '王监督' };
    expect(await desk.call('head', 'performInspectionDraw', { params: { id }, body: words })).toEqual({ tasks: 3 });
    await expect(desk.call('head', 'performInspectionDraw', { params: { id }, body: words })).rejects.toEqual(
      refused('inspections.draw.not-prepared'),
    );
    const drawn = await desk.call('officer', 'getInspectionDraw', { params: { id } });
    expect(drawn.result).toHaveLength(3);
    for (const one of drawn.result) {
      expect(one.officers).not.toContain('丁过期');
      if (names.includes(one.object)) expect(one.officers).not.toContain('甲执法');
      expect(one.taskId).not.toBeNull();
    }
  });
});

describe('ledgers of a printer', () => {
  const add = (body: object) =>
    desk.call('officer', 'addPrinterEntry', { params: { id: printer }, body: { on: '2026-11-10', ...body } });

  it('let no more labels out than came in, keep two years, and reverse instead of erasing', async () => {
    const { id: intakeId } = await add({
      kind: 'intake',
      client: '虚构食品公司',
      markName: '锦禾',
      markNumber: '1234567',
      quantity: 1000,
      papers: { identity: true },
    });
    await add({ kind: 'stock-in', intakeId, quantity: 900 });
    await expect(add({ kind: 'stock-out', intakeId, quantity: 901, receiver: '李某' })).rejects.toEqual(
      refused('inspections.entry.more-than-stock'),
    );
    await expect(add({ kind: 'stock-out', intakeId, quantity: 1 })).rejects.toEqual(
      refused('inspections.entry.field-missing'),
    );
    const { id: out } = await add({ kind: 'stock-out', intakeId, quantity: 600, receiver: '李某' });
    await add({ kind: 'destruction', intakeId, quantity: 50, method: '粉碎', witness: '王某' });
    const detail = await desk.call('officer', 'getPrinter', { params: { id: printer } });
    expect(detail.stock).toMatchObject([{ ordered: 1000, in: 900, out: 600, destroyed: 50, left: 250 }]);
    expect(detail.gaps).toBe(1);
    await desk.call('officer', 'reversePrinterEntry', { params: { id: out }, body: { reason: '数量登错' } });
    await expect(
      desk.call('officer', 'reversePrinterEntry', { params: { id: out }, body: { reason: '再来' } }),
    ).rejects.toEqual(refused('inspections.entry.reversed'));
    await expect(
      desk.call('officer', 'reversePrinterEntry', { params: { id: intakeId }, body: { reason: '误登' } }),
    ).rejects.toEqual(refused('inspections.entry.has-followers'));
    const { items } = await desk.call('officer', 'listPrinterEntries', { params: { id: printer } });
    expect(items).toHaveLength(5);
    expect(items.at(-1)).toMatchObject({
      keepUntil: '2028-11-10',
      problems: expect.arrayContaining(['缺少《商标注册证》复印件', '缺少样稿（与图样核对）']),
    });
    expect(items.find((one) => one.id === out)?.reversedByNo).toBe(5);
  });
});

describe('a pledge of genuine goods', () => {
  it('is judged by facts, goes district, city, province, and is reviewed each year', async () => {
    const { id, fileId } = await desk.call('clerk', 'createPledge', {
      body: { kind: 'enterprise', partyId: firm, given: { goods: '包装', other: 'x' } },
    });
    await expect(desk.act('clerk', fileId, 'submit')).rejects.toEqual(
      refused('inspections.pledge.commitments-missing'),
    );
    const all = ['patents', 'marks', 'copyright', 'competition'];
    await desk.call('clerk', 'savePledge', {
      params: { id },
      body: { version: 1, given: { goods: '包装' }, commitments: all },
    });
    await expect(desk.call('clerk', 'savePledge', { params: { id }, body: { version: 1 } })).rejects.toEqual(
      refused('inspections.pledge.changed-meanwhile'),
    );
    expect(await desk.act('clerk', fileId, 'submit')).toBe('filed');
    await expect(desk.act('clerk', fileId, 'recommend', { opinion: '同意推荐' })).rejects.toThrow();
    expect(await desk.act('checker', fileId, 'recommend', { opinion: '同意推荐' })).toBe('city');
    expect(await desk.act('checker', fileId, 'city-agrees', { on: '2026-11-12' })).toBe('province');
    expect(
      await desk.act('checker', fileId, 'province-agrees', { on: '2026-11-15', documentNo: '苏知发〔2026〕1号' }),
    ).toBe('listed');
    const listed = await desk.call('liaison', 'getPledge', { params: { id } });
    expect(listed).toMatchObject({
      inForce: true,
      fromOn: '2026-11-15',
      untilOn: '2029-11-14',
      reviewDue: false,
      given: { goods: '包装' },
    });
    expect(listed.conditions.find((one) => one.code === 'no-violation')).toMatchObject({
      outcome: 'true',
      required: true,
    });
    desk.at('2027-03-01');
    expect((await desk.call('clerk', 'listPledges', { query: { reviewDue: 'true' } })).total).toBe(1);
    await desk.call('clerk', 'reviewPledge', {
      params: { id },
      body: { year: 2027, result: 'kept', note: '现场复核符合' },
    });
    await expect(
      desk.call('clerk', 'reviewPledge', { params: { id }, body: { year: 2027, result: 'kept', note: '再来' } }),
    ).rejects.toEqual(refused('inspections.pledge.reviewed'));
    expect(await desk.act('clerk', fileId, 'exit', { on: '2027-03-01', cause: 'own-wish', reason: '停产' })).toBe(
      'exited',
    );
    expect((await desk.call('clerk', 'getPledge', { params: { id } })).inForce).toBe(false);
    desk.at('2026-11-16');
  });

  it('is not filed where a condition fails', async () => {
    const gone = await desk.party('虚构注销公司');
    await sql`update parties.party set status = 'deregistered' where id = ${gone}`.execute(desk.test.services.db);
    const { id, fileId } = await desk.call('clerk', 'createPledge', {
      body: { kind: 'block', partyId: gone, name: '虚构商业街' },
    });
    await desk.call('clerk', 'savePledge', {
      params: { id },
      body: { version: 1, commitments: ['patents', 'marks', 'copyright', 'competition'] },
    });
    await expect(desk.act('clerk', fileId, 'submit')).rejects.toEqual(refused('inspections.pledge.condition-failed'));
  });
});

it('facts say who was inspected, is a printer, has a pledge, on the day asked for', async () => {
  await desk.settle();
  const of = async (rule: string) =>
    (await desk.call('clerk', 'queryRule', { body: { subject: 'enterprise', text: rule } } as never)) as {
      total: number;
    };
  expect((await of('enterprise.printing.registered && enterprise.printing.checkedThisYear')).total).toBe(1);
  expect((await of('enterprise.inspections.corrections == 2')).total).toBe(1);
});
