import type { ParsedInput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findMeasure, isCarriedOver, listDisposals, listThings } from '../repositories/measure-repository.ts';

export type Order = ParsedInput<(typeof routes)['orderMeasure']>['body'];
export type OrderedThing = Order['things'][number] & { readonly before?: string };

/**
 * What a seizure takes over from the preservation that ended as seized: as much of each thing as was still held, with the
 * label it had.
 * @throws AppError evidence.measure.not-seized · evidence.measure.carried · evidence.measure.before-start · 404
 */
export async function thingsTakenOver(tx: Tx, ctx: Ctx, fileId: string, order: Order): Promise<OrderedThing[]> {
  if (order.carriedFrom === null || order.carriedFrom === undefined) return [];
  const from = await findMeasure(tx, ctx.district, order.carriedFrom, true);
  if (from === undefined || from.fileId !== fileId) throw new AppError('platform.not-found');
  const { number, outcome, endedOn } = from;
  if (outcome !== 'seized' || endedOn === null || order.kind === 'preservation')
    throw new AppError('evidence.measure.not-seized', { number });
  if (await isCarriedOver(tx, ctx.district, from.id)) throw new AppError('evidence.measure.carried', { number });
  if (order.startedOn < endedOn) throw new AppError('evidence.measure.before-start', { startedOn: endedOn });
  const things = await listThings(tx, ctx.district, [from.id]);
  const disposals = await listDisposals(
    tx,
    ctx.district,
    things.map(({ id }) => id),
  );
  return things.flatMap((thing) =>
    disposals
      .filter((one) => one.thingId === thing.id && one.way === 'carried-over')
      .map(({ quantity }) => ({ ...thing, quantity, before: thing.code })),
  );
}
