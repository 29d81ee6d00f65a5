import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';

/**
 * Predicate over `filing_supervision.signal s`: who answers for some towns sees what concerns those towns alone; evidence
 * that reaches into another is the district's matter.
 */
export function signalsWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  return sql`(s.town_codes <> '{}' and s.town_codes <@ ${[...scope.towns]}::text[])`;
}
