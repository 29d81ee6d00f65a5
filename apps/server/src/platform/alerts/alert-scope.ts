import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../access/access.ts';
import { type Ctx, scopeFor } from '../context/context.ts';
import type { Alert } from './alert-catalogue.ts';

/**
 * The alerts that concern whoever has this reach: the district's officers all, a town's liaison those for liaisons and
 * enterprises, an enterprise its own.
 */
export function alertsFor(scope: Scope, alerts: readonly Alert[]): readonly Alert[] {
  if (scope.kind === 'district') return alerts;
  return alerts.filter(
    ({ receivers }) =>
      (scope.towns.length > 0 && receivers.includes('liaison')) ||
      (scope.towns.length + scope.parties.length > 0 && receivers.includes('enterprise')),
  );
}

/**
 * Predicate over a subject: within the actor's places of the permission.
 * @param town its town code; undefined: it has none, and who may see it is left to the subject's own permission
 * @param heldBy predicate: one of these parties holds it
 */
export function withinPlaces(
  ctx: Ctx,
  permission: string,
  town: RawBuilder<unknown> | undefined,
  heldBy: (parties: readonly string[]) => RawBuilder<boolean>,
): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district' || town === undefined) return sql`true`;
  const inTowns = sql<boolean>`coalesce(${town} = any(${scope.towns}::text[]), false)`;
  return scope.parties.length === 0 ? inTowns : sql`(${inTowns} or ${heldBy(scope.parties)})`;
}
