import { createDeadlineClock } from '@jince/calendar';
import type { MeasureView } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { takeNumber, workingCalendarOf } from '../../../platform/procedures/index.ts';
import { RULE_OF, ruleOf } from '../domain/measure-clock.ts';
import { thingCode } from '../domain/thing-code.ts';
import { MEASURE_ORDER } from '../evidence.catalogue.ts';
import { showMeasure } from '../queries/list-measures.ts';
import { requireItem, requireOpenFile } from '../queries/require-file.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { insertMeasure, insertThing } from '../repositories/measure-repository.ts';
import { keepMeasureClock } from './keep-measure-clock.ts';
import { type Order, type OrderedThing, thingsTakenOver } from './take-over-things.ts';

const lateReasonOf = (order: Order) => order.lateReason?.trim() || null;

interface Entering {
  readonly thing: OrderedThing;
  readonly no: number;
  readonly measureId: string;
  readonly measure: string;
  readonly order: Order;
}

async function enterThing(tx: Tx, ctx: Ctx, { thing, no, measureId, measure, order }: Entering): Promise<void> {
  const id = uuidv7();
  const year = Number(order.startedOn.slice(0, 4));
  await insertThing(tx, ctx.district, {
    id,
    measureId,
    no,
    code: thingCode(year, await takeNumber(tx, ctx, 'evidence-thing', year)),
    name: thing.name,
    spec: thing.spec || null,
    quantity: thing.quantity,
    unit: thing.unit,
    mark: thing.mark || null,
    condition: thing.condition || null,
    storage: thing.storage,
    photoItemId: thing.photoItemId ?? null,
    custodyHead: null,
  });
  await appendCustody(tx, ctx, {
    subject: 'thing',
    subjectId: id,
    act: 'register',
    happenedAt: order.startedOn === ctx.today ? undefined : `${order.startedOn}T12:00:00+08:00`,
    from: order.holder,
    to: ctx.actor.displayName,
    place: thing.storage,
    reason: lateReasonOf(order) ?? order.ground,
    details: {
      measure,
      quantity: thing.quantity,
      unit: thing.unit,
      ...(thing.before === undefined ? {} : { before: thing.before }),
    },
  });
}

/**
 * Enters a measure with the list of its things; each gets a label and a chain of custody, and the clock of the law runs
 * from the day of the measure. One entered later than it was taken needs a reason, which is kept. A seizure may take over
 * the things of a preservation that ended as seized.
 * @throws AppError evidence.measure.future, .late-reason, .no-things, .not-seized, .carried, evidence.file.closed
 */
export async function orderMeasure(ctx: Ctx, fileId: string, order: Order): Promise<MeasureView> {
  const file = await requireOpenFile(ctx, fileId, MEASURE_ORDER);
  if (order.startedOn > ctx.today) throw new AppError('evidence.measure.future');
  const lateReason = lateReasonOf(order);
  if (order.startedOn < ctx.today && lateReason === null) throw new AppError('evidence.measure.late-reason');
  for (const { photoItemId } of order.things)
    if (photoItemId !== undefined && photoItemId !== null) await requireItem(ctx, fileId, photoItemId);
  const id = uuidv7();
  const rule = RULE_OF[order.kind];
  await inTransaction(ctx, async (tx) => {
    const things = [...(await thingsTakenOver(tx, ctx, fileId, order)), ...order.things];
    if (things.length === 0) throw new AppError('evidence.measure.no-things');
    const year = Number(order.startedOn.slice(0, 4));
    const number = `CS${year}-${String(await takeNumber(tx, ctx, 'evidence-measure', year)).padStart(5, '0')}`;
    const calendar = await workingCalendarOf(tx, ctx.district);
    const { dueOn } = createDeadlineClock(ruleOf(rule), calendar).compute({ from: order.startedOn });
    await insertMeasure(tx, ctx, {
      id,
      fileId,
      number,
      kind: order.kind,
      rule,
      startedOn: order.startedOn,
      place: order.place,
      holder: order.holder,
      ground: order.ground,
      approvedBy: order.approvedBy,
      documentNo: order.documentNo?.trim() || null,
      events: [],
      dueOn,
      state: 'running',
      endedOn: null,
      outcome: null,
      endReason: null,
      orderedBy: ctx.actor.displayName,
      version: 1,
      clockRound: null,
      carriedFrom: order.carriedFrom ?? null,
    });
    for (const [at, thing] of things.entries())
      await enterThing(tx, ctx, { thing, no: at + 1, measureId: id, measure: number, order });
    await keepMeasureClock(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: MEASURE_ORDER,
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: {
        measure: number,
        kind: order.kind,
        startedOn: order.startedOn,
        dueOn,
        things: things.length,
        carriedFrom: order.carriedFrom ?? null,
        lateReason,
      },
    });
  });
  return showMeasure(ctx, id);
}
