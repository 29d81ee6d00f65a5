import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { makeCalendarFeed, readCalendarFeed } from '../../platform/procedures/desk/calendar-feed.ts';
import { tellHeads } from '../../platform/procedures/desk/escalate.ts';
import { getDesk } from '../../platform/procedures/desk/get-desk.ts';
import { assignHandlers, proceduresModule } from '../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { extendMeasure, pauseMeasure } from './commands/change-measure-clock.ts';
import { disposeThing, endMeasure } from './commands/end-measure.ts';
import { recordThingCustody } from './commands/record-custody.ts';
import { evidenceModule, listMeasures, orderMeasure } from './index.ts';
import { findThing, listMeasureClocks } from './queries/list-measures.ts';
import { printLabels } from './queries/print-labels.ts';
import { matterModule, openMatter, refusalOf } from './testing/evidence-desk.ts';

let test: TestDatabase;
let officer: Ctx;
let head: Ctx;
let stranger: Ctx;
let fileId: string;

beforeAll(async () => {
  test = await openTestDatabase([proceduresModule, evidenceModule, matterModule]);
  officer = await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105');
  head = await test.as('section-head');
  stranger = await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B104');
  fileId = await openMatter(test.system(), '锦衡包装厂侵权案');
});
afterAll(() => test.close());

describe('a measure', () => {
  const order = {
    place: '锦衡包装厂仓库',
    holder: '锦衡包装厂',
    ground: '涉嫌侵犯注册商标专用权',
    approvedBy: '张局长',
    things: [
      { name: '纸箱', quantity: 1200, unit: '件', mark: '锦衡', storage: '物证室A' },
      { name: '印版', quantity: 3, unit: '块', storage: '物证室B' },
    ],
  };

  it('runs by the clock of the law, is extended once and unlawful after its last day', async () => {
    const past = { ...order, kind: 'detention' as const, startedOn: '2026-10-25' };
    expect(await refusalOf(orderMeasure(officer, fileId, past))).toBe('evidence.measure.late-reason');
    expect(await refusalOf(orderMeasure(officer, fileId, { ...past, startedOn: '2027-01-01' }))).toBe(
      'evidence.measure.future',
    );
    const made = await orderMeasure(officer, fileId, { ...past, lateReason: '现场无网络' });
    expect(made).toMatchObject({ dueOn: '2026-11-24', standing: 'last-days', extendable: true, version: 1 });
    expect(made.things.map(({ held, custody }) => [held, custody.length])).toEqual([
      [1200, 1],
      [3, 1],
    ]);
    const extension = { on: '2026-11-22', approvedBy: '张局长', reason: '案情复杂', version: 1 };
    expect(await refusalOf(extendMeasure(officer, fileId, made.id, extension))).toBe('platform.not-found');
    const extended = await extendMeasure(head, fileId, made.id, extension);
    expect(extended).toMatchObject({ dueOn: '2026-12-24', extendable: false });
    expect(await refusalOf(extendMeasure(head, fileId, made.id, extension))).toBe('evidence.measure.stale');
    expect(await refusalOf(extendMeasure(head, fileId, made.id, { ...extension, version: 2 }))).toBe(
      'evidence.measure.clock',
    );
    const pause = { cause: 'testing', from: '2026-11-20', to: null, reason: '委托检测', version: 2 };
    expect(await pauseMeasure(officer, fileId, made.id, pause)).toMatchObject({ standing: 'still', dueOn: null });
    const resumed = await pauseMeasure(officer, fileId, made.id, { ...pause, to: '2026-11-21', version: 3 });
    expect(resumed).toMatchObject({ dueOn: '2026-12-26', standing: 'running' });
    test.setNow('2026-12-28T02:00:00Z');
    const later = { ...officer, now: test.system().now, today: test.system().today };
    const [late] = await listMeasures(later, fileId);
    expect(late).toMatchObject({ standing: 'unlawful', daysLeft: -2 });
    const clocks = await listMeasureClocks(later, { page: 1, pageSize: 10, overdue: true });
    expect(clocks.items).toMatchObject([{ id: made.id, standing: 'unlawful', things: 2 }]);
    expect((await listMeasureClocks({ ...later, actor: stranger.actor }, { page: 1, pageSize: 10 })).total).toBe(0);
    test.setNow('2026-11-22T02:00:00Z');
  });

  it('stands on the desk of its officer, beside others of the file, and is told to the head before it runs out', async () => {
    const file = await openMatter(test.system(), '锦衡仓储侵权案');
    await inTransaction(test.system(), (tx) =>
      assignHandlers(tx, test.system(), file, [
        { userId: officer.actor.userId as string, name: officer.actor.displayName, part: 'lead' },
      ]),
    );
    const entered = { ...order, startedOn: '2026-11-22' };
    const seized = await orderMeasure(officer, file, { ...entered, kind: 'detention' });
    const kept = await orderMeasure(officer, file, { ...entered, kind: 'preservation' });
    const desk = async () => (await getDesk(officer, { page: 1, pageSize: 20 })).items.find((one) => one.id === file);
    expect(await desk()).toMatchObject({ dueOn: kept.dueOn, dueLabel: '先行登记保存处理期限', clocks: 2 });
    const feed = await makeCalendarFeed(officer);
    const calendar = await readCalendarFeed(officer, feed.path.split('/').at(-1) as string);
    expect(String(calendar.content)).toContain('查封、扣押期限届满');
    const later = { ...test.system(), now: new Date('2026-12-01T02:00:00Z'), today: '2026-12-01' };
    expect((await tellHeads(later)).told).toBeGreaterThan(0);
    const { rows } = await sql<{ text: string }>`select text from procedures.notice where file_id = ${file}
      and user_id = ${head.actor.userId}`.execute(test.system().db);
    expect(rows.map((row) => row.text).join()).toContain('先行登记保存处理期限');
    const extension = { on: '2026-11-22', approvedBy: '张局长', reason: '案情复杂', version: 1 };
    const longer = await extendMeasure(head, file, seized.id, extension);
    const end = { on: '2026-11-22', outcome: 'seized' as const, basis: '决定书', reason: '查清', version: 1 };
    await endMeasure(officer, file, kept.id, end);
    expect(await desk()).toMatchObject({ dueOn: longer.dueOn, dueLabel: '查封、扣押期限', clocks: 1 });
  });

  it('takes over what a preservation still held, once, without listing it again', async () => {
    const preserved = await orderMeasure(officer, fileId, { ...order, kind: 'preservation', startedOn: '2026-11-22' });
    const [boxes] = preserved.things;
    await disposeThing(officer, fileId, boxes?.id as string, {
      way: 'tested',
      quantity: 200,
      on: '2026-11-22',
      basis: '检测委托书',
      reason: '送检',
    });
    const carry = {
      ...order,
      kind: 'detention' as const,
      startedOn: '2026-11-22',
      things: [],
      carriedFrom: preserved.id,
    };
    expect(await refusalOf(orderMeasure(officer, fileId, carry))).toBe('evidence.measure.not-seized');
    expect(await refusalOf(orderMeasure(officer, fileId, { ...carry, carriedFrom: null }))).toBe(
      'evidence.measure.no-things',
    );
    const end = { on: '2026-11-22', outcome: 'seized' as const, basis: '扣押决定', reason: '需要扣押', version: 1 };
    await endMeasure(officer, fileId, preserved.id, end);
    const seized = await orderMeasure(officer, fileId, carry);
    expect(seized.things.map(({ name, held, mark }) => [name, held, mark])).toEqual([
      ['纸箱', 1000, '锦衡'],
      ['印版', 3, null],
    ]);
    expect(seized.carriedFrom).toBe(preserved.id);
    expect(await refusalOf(orderMeasure(officer, fileId, carry))).toBe('evidence.measure.carried');
  });

  it('entered later than it was taken (a back-dated entry) keeps the reason in its custody and in the log', async () => {
    const lateReason = '当日系统停机，事后补录';
    const late = { ...order, kind: 'sealing' as const, startedOn: '2026-11-20' };
    expect(await refusalOf(orderMeasure(officer, fileId, late))).toBe('evidence.measure.late-reason');
    const made = await orderMeasure(officer, fileId, { ...late, lateReason });
    expect(made.things[0]?.custody[0]).toMatchObject({ reason: lateReason, happenedAt: '2026-11-20T04:00:00.000Z' });
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.audit_entry
      where action = 'evidence.measure.order' and details::text like ${`%${lateReason}%`}`.execute(test.system().db);
    expect(rows[0]?.n).toBe(1);
  });

  it('past its limit (a seizure held too long) is not extended any more and ends with the days that were unlawful', async () => {
    const made = await orderMeasure(officer, fileId, {
      ...order,
      kind: 'detention',
      startedOn: '2026-10-20',
      lateReason: '补录',
    });
    expect(made).toMatchObject({ dueOn: '2026-11-19', standing: 'unlawful', extendable: false });
    const extension = { on: '2026-11-22', approvedBy: '张局长', reason: '案情复杂', version: 1 };
    expect(await refusalOf(extendMeasure(head, fileId, made.id, extension))).toBe('evidence.measure.clock');
    const end = { on: '2026-11-22', outcome: 'released' as const, basis: '解除决定', reason: '期限届满', version: 1 };
    const ended = await endMeasure(officer, fileId, made.id, { ...end, receiver: '锦衡包装厂' });
    expect(ended.sentence).toContain('超过期限3日');
  });

  it('accounts for every piece until nothing is held', async () => {
    const made = await orderMeasure(officer, fileId, { ...order, kind: 'preservation', startedOn: '2026-11-22' });
    const [boxes, plates] = made.things;
    const id = boxes?.id as string;
    const disposal = {
      way: 'returned' as const,
      quantity: 200,
      on: '2026-11-22',
      basis: '解除通知',
      receiver: '锦衡包装厂',
      reason: '与案件无关',
    };
    expect(await refusalOf(disposeThing(officer, fileId, id, { ...disposal, receiver: null }))).toBe(
      'evidence.thing.witness',
    );
    expect(await refusalOf(disposeThing(officer, fileId, id, { ...disposal, quantity: 1201 }))).toBe(
      'evidence.thing.too-much',
    );
    const after = await disposeThing(officer, fileId, id, disposal);
    expect(after.things[0]).toMatchObject({ held: 1000, disposals: [{ quantity: 200 }] });
    const move = {
      act: 'examine' as const,
      happenedAt: officer.now.toISOString(),
      from: officer.actor.displayName,
      to: '检测院',
      place: '苏州',
      reason: '鉴定',
    };
    const moved = await recordThingCustody(officer, fileId, plates?.id as string, move);
    expect(moved.things[1]?.custody.at(-1)).toMatchObject({ act: 'examine', to: '检测院' });
    const end = { on: '2026-11-22', outcome: 'destroyed' as const, basis: '决定书', reason: '查清', version: 1 };
    expect(await refusalOf(endMeasure(officer, fileId, made.id, end))).toBe('evidence.measure.outcome');
    const ended = await endMeasure(officer, fileId, made.id, { ...end, outcome: 'confiscated' });
    expect(ended).toMatchObject({ standing: 'ended', outcome: 'confiscated' });
    expect(ended.things.map(({ held }) => held)).toEqual([1000, 3]);
    expect(await refusalOf(endMeasure(officer, fileId, made.id, { ...end, outcome: 'released', version: 2 }))).toBe(
      'evidence.measure.ended',
    );
    const destroyed = await disposeThing(officer, fileId, id, {
      ...disposal,
      way: 'destroyed',
      quantity: 1000,
      witness: '公证员',
    });
    expect(destroyed.things[0]).toMatchObject({ held: 0, custodyIntact: true });
    const found = await findThing(officer, destroyed.things[0]?.code ?? '');
    expect(found).toMatchObject({ thing: { name: '纸箱' }, measure: { number: made.number } });
    expect(await refusalOf(findThing(stranger, found.thing.code))).toBe('platform.not-found');
    const labels = await printLabels(officer, fileId, made.id);
    expect((labels.content as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
