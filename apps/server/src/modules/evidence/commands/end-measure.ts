import type { MeasureView, ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MEASURES, OUTCOMES } from '../domain/words.ts';
import { MEASURE_ORDER } from '../evidence.catalogue.ts';
import { requireMeasure, showMeasure } from '../queries/list-measures.ts';
import { requireFile } from '../queries/require-file.ts';
import {
  type DisposalRow,
  findMeasure,
  findThingBy,
  heldOf,
  listDisposals,
  listThings,
  type ThingRow,
} from '../repositories/measure-repository.ts';
import { lockMeasure } from './change-measure-clock.ts';
import { keepMeasureClock } from './keep-measure-clock.ts';
import { writeDisposal } from './write-disposal.ts';

type EndInput = ParsedInput<(typeof routes)['endMeasure']>['body'];

const WAY_OF = {
  released: 'returned',
  seized: 'carried-over',
  confiscated: 'confiscated',
  'handed-over': 'handed-over',
  destroyed: 'destroyed',
} as const satisfies Record<EndInput['outcome'], DisposalRow['way']>;

/** Preserved evidence is not destroyed before it was confiscated; only preservation can turn into a seizure. */
const fits = (kind: string, outcome: EndInput['outcome']) =>
  kind === 'preservation' ? outcome !== 'destroyed' : outcome !== 'seized';

/** What of each thing is still held, with the disposals locked out by the measure's row. */
async function stillHeld(tx: Tx, ctx: Ctx, measureId: string): Promise<{ thing: ThingRow; held: number }[]> {
  const things = await listThings(tx, ctx.district, [measureId]);
  const disposals = await listDisposals(
    tx,
    ctx.district,
    things.map(({ id }) => id),
  );
  return things
    .map((thing) => ({
      thing,
      held: heldOf(
        thing.quantity,
        disposals.filter((one) => one.thingId === thing.id),
      ),
    }))
    .filter(({ held }) => held > 0);
}

/**
 * Ends a measure: what is still held goes the way of the outcome, each with an entry in its custody.
 * @throws AppError evidence.measure.outcome, evidence.measure.future, evidence.measure.before-start, evidence.thing.witness
 */
export async function endMeasure(ctx: Ctx, fileId: string, id: string, input: EndInput): Promise<MeasureView> {
  const seen = await requireMeasure(ctx, fileId, id, MEASURE_ORDER);
  const file = await requireFile(ctx, fileId, MEASURE_ORDER);
  if (input.on > ctx.today) throw new AppError('evidence.measure.future');
  if (input.on < seen.startedOn) throw new AppError('evidence.measure.before-start', { startedOn: seen.startedOn });
  if (!fits(seen.kind, input.outcome))
    throw new AppError('evidence.measure.outcome', {
      kind: MEASURES[seen.kind]?.[ctx.language] ?? seen.kind,
      outcome: OUTCOMES[input.outcome]?.[ctx.language] ?? input.outcome,
    });
  await inTransaction(ctx, async (tx) => {
    const row = await lockMeasure(tx, ctx, id, input.version);
    for (const { thing, held } of await stillHeld(tx, ctx, id))
      await writeDisposal(tx, ctx, thing, {
        way: WAY_OF[input.outcome],
        quantity: held,
        on: input.on,
        basis: input.basis,
        receiver: input.receiver ?? null,
        witness: input.witness ?? null,
        reason: input.reason,
      });
    await sql`update evidence.measure set state = 'ended', ended_on = ${input.on}, outcome = ${input.outcome}, end_reason = ${input.reason},
        ended_by_name = ${ctx.actor.displayName}, version = version + 1
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await keepMeasureClock(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: 'evidence.measure.end',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { measure: row.number, on: input.on, outcome: input.outcome, basis: input.basis, dueOn: row.dueOn },
    });
  });
  return showMeasure(ctx, id);
}

type DisposeInput = ParsedInput<(typeof routes)['disposeThing']>['body'];

/**
 * Writes down what became of a thing or of part of it; confiscated things can be disposed of after the measure has ended.
 * @throws AppError evidence.thing.too-much, evidence.thing.witness, evidence.measure.future
 */
export async function disposeThing(
  ctx: Ctx,
  fileId: string,
  thingId: string,
  input: DisposeInput,
): Promise<MeasureView> {
  const file = await requireFile(ctx, fileId, MEASURE_ORDER);
  const thing = await findThingBy(ctx.db, ctx.district, { id: thingId });
  if (thing === undefined) throw new AppError('platform.not-found');
  const measure = await requireMeasure(ctx, fileId, thing.measureId, MEASURE_ORDER);
  if (input.on > ctx.today) throw new AppError('evidence.measure.future');
  if (input.on < measure.startedOn)
    throw new AppError('evidence.measure.before-start', { startedOn: measure.startedOn });
  await inTransaction(ctx, async (tx) => {
    await findMeasure(tx, ctx.district, measure.id, true);
    const found = (await stillHeld(tx, ctx, measure.id)).find((one) => one.thing.id === thingId);
    const held = found?.held ?? 0;
    if (input.quantity > held)
      throw new AppError('evidence.thing.too-much', {
        name: thing.name,
        held,
        unit: thing.unit,
        quantity: input.quantity,
      });
    await writeDisposal(tx, ctx, thing, { ...input, receiver: input.receiver ?? null, witness: input.witness ?? null });
    await writeAudit(tx, ctx, {
      action: 'evidence.measure.dispose',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: {
        measure: measure.number,
        thing: thing.code,
        way: input.way,
        quantity: input.quantity,
        basis: input.basis,
      },
    });
  });
  return showMeasure(ctx, measure.id);
}
