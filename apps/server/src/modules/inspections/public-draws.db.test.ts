import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloadPublicDraw, getPublicDraw, listPublicDrawResults, listPublicDraws } from './index.ts';
import { type InspectionDesk, openInspectionDesk, SHENGZE } from './testing/inspection-desk.ts';

const NAMES = ['虚构甲印刷厂', '虚构乙印刷厂', '虚构丙印刷厂'];
let desk: InspectionDesk;
/** A check ordered before the draw: its object is left out. */
let ordered: string;
let id: string;

beforeAll(async () => {
  desk = await openInspectionDesk();
  desk.at('2026-11-16');
  const officerIds = [
    await desk.officer('甲执法', '2030-01-01', 'officer'),
    await desk.officer('乙执法', '2030-01-01', 'second'),
  ];
  await desk.officer('丁过期', '2026-11-01');
  for (const name of NAMES)
    await desk.call('officer', 'registerPrinter', { body: { name, townCode: SHENGZE, contact: '丁过期' } });
  const { id: objectId } = await desk.call('officer', 'registerPrinter', {
    body: { name: '虚构丁印刷厂', townCode: SHENGZE },
  });
  const order = { objectKind: 'printer', objectId, checklist: 'mark-printer', dueOn: '2026-11-30', officerIds };
  ({ id: ordered } = await desk.call('head', 'createInspectionTask', { body: order }));
  const body = {
    title: '印制企业双随机',
    objectKind: 'printer',
    checklist: 'mark-printer',
    count: 2,
    dueOn: '2026-12-31',
  };
  ({ id } = await desk.call('head', 'prepareInspectionDraw', { body }));
});
afterAll(() => desk.close());

const visitor = () => desk.test.system();
const missing = expect.objectContaining({ code: 'platform.not-found' });

async function check(taskId: string): Promise<void> {
  const task = await desk.call('officer', 'getInspectionTask', { params: { id: taskId } });
  const answers = task.checklist.items.map(({ code }) => ({ code, result: 'yes' }));
  const officers = ['甲执法', '乙执法'];
  const body = {
    id: uuidv7(),
    round: 1,
    checkedOn: '2026-11-16',
    answers,
    outcome: 'fit',
    officers,
    signature: 'signed',
    person: '周负责',
  };
  await desk.call('officer', 'recordInspection', { params: { id: taskId }, body });
  await desk.act('officer', task.fileId, 'pass');
}

it('shows what binds a draw before it is made, and nothing else', async () => {
  expect((await listPublicDraws(visitor(), { page: 1, pageSize: 20 })).items).toMatchObject([
    { id, state: 'prepared', pool: 4, count: 2, drawnAt: null },
  ]);
  const draw = await getPublicDraw(visitor(), id);
  expect(draw).toMatchObject({ algorithm: 'jince-draw-2', seed: null, withheld: 'not-drawn', drawn: [] });
  expect(draw.listHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(draw)).not.toContain('虚构');
  await expect(downloadPublicDraw(visitor(), id)).rejects.toEqual(missing);
  await expect(getPublicDraw(visitor(), uuidv7())).rejects.toEqual(missing);
});

it('names an object once it was checked, and lets everyone repeat the draw once all were', async () => {
  const words = { publicText: '体彩排列五 26310 期 1 2 3 4 5', publicSource: '体彩公告', witness: '王监督' };
  await desk.call('head', 'performInspectionDraw', { params: { id }, body: words });
  const inside = await desk.call('head', 'getInspectionDraw', { params: { id } });
  const hidden = await getPublicDraw(visitor(), id);
  expect(hidden.drawn.map((one) => [one.standing, one.object, one.officers])).toEqual([
    ['waiting', null, null],
    ['waiting', null, null],
  ]);
  expect(JSON.stringify(hidden)).not.toMatch(new RegExp(`虚构|执法|${inside.seed}|${inside.secret}|王监督`));
  expect(await listPublicDrawResults(visitor())).toEqual([]);

  const [first, second] = inside.result;
  await check(first?.taskId as string);
  const half = await getPublicDraw(visitor(), id);
  expect(half.drawn).toMatchObject([
    { standing: 'fit', object: first?.object, officers: first?.officers },
    { standing: 'waiting', object: null },
  ]);
  expect(half.seed).toBeNull();
  await expect(downloadPublicDraw(visitor(), id)).rejects.toEqual(missing);
  expect(await listPublicDrawResults(visitor())).toMatchObject([
    { no: 1, object: first?.object, officers: first?.officers, standing: 'fit', drawnOn: '2026-11-16' },
  ]);

  await check(second?.taskId as string);
  expect(await getPublicDraw(visitor(), id)).toMatchObject({ seed: inside.seed, withheld: 'checks-open' });
  await expect(downloadPublicDraw(visitor(), id)).rejects.toEqual(missing);
  await check(ordered);
  expect(await getPublicDraw(visitor(), id)).toMatchObject({ withheld: null });
  const file = await downloadPublicDraw(visitor(), id);
  const text = (file.content as Buffer).toString('utf8');
  expect(text).not.toMatch(/同名|到期|王监督/);
  const path = join(mkdtempSync(join(tmpdir(), 'public-draw-')), file.fileName);
  writeFileSync(path, text);
  const said = execFileSync(process.execPath, ['docs/repeat-draw.mjs', path], { encoding: 'utf8', stdio: 'pipe' });
  expect(said.match(/✓/g)).toHaveLength(4);
  expect(said).toContain(`1. ${first?.object}`);
});
