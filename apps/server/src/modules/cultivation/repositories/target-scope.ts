import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';

/** Predicate over `cultivation.target t`: what the actor's grants of a permission reach, by town. */
export function targetsWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  return sql`t.town_code = any(${scope.towns}::text[])`;
}
