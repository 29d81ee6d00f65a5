import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type HitRecord, selectHits } from '../repositories/hit-repository.ts';
import { HIT_READ } from '../trademark-watch.catalogue.ts';

/** Day of China on which a hit was first met. Alias `h`. */
export const metOn = sql`(h.first_seen at time zone 'Asia/Shanghai')::date`;

/** What the actor may see of hits: the whole district, or those whose shop is an enterprise of its towns or its own. Alias `h`. */
export function hitsWithin(ctx: Ctx, permission = HIT_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(h.town_code = any(${[...scope.towns]}::text[]) or h.party_id = any(${[...scope.parties]}::uuid[]))`;
}

/** A hit the actor may read and do this with. @throws AppError 404 otherwise */
export async function reachHit(ctx: Ctx, id: string, permission = HIT_READ): Promise<HitRecord> {
  const test = sql`h.id = ${id} and ${hitsWithin(ctx)} and ${hitsWithin(ctx, permission)}`;
  const hit = may(ctx, permission) ? (await selectHits(ctx.db, ctx.district, test)).rows[0] : undefined;
  if (hit === undefined) throw new AppError('platform.not-found');
  return hit;
}
