import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { HAND_OVER_READ } from '../coordination.catalogue.ts';
import { type HandOverRecord, handOversWithin, selectHandOvers } from '../repositories/hand-over-repository.ts';

/** A hand-over the actor may read and do this with. @throws AppError 404 otherwise */
export async function reachHandOver(ctx: Ctx, id: string, permission = HAND_OVER_READ): Promise<HandOverRecord> {
  if (!may(ctx, permission)) throw new AppError('platform.not-found');
  const { rows } = await selectHandOvers(
    ctx.db,
    ctx,
    sql`h.id = ${id} and ${handOversWithin(ctx)} and ${handOversWithin(ctx, permission)}`,
  );
  const record = rows[0];
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}
