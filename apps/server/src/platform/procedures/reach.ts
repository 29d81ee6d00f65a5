import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../access/access.ts';
import { type Ctx, may, scopeFor } from '../context/context.ts';
import type { ProcedureFile } from './definition.ts';

/** Whether the actor holds a permission for this very file: in the district, its town, or as its party. */
export function mayOnFile(ctx: Ctx, permission: string, file: Pick<ProcedureFile, 'townCode' | 'partyId'>): boolean {
  if (!may(ctx, permission)) return false;
  return reaches(scopeFor(ctx, permission), file);
}

function reaches(scope: Scope, file: Pick<ProcedureFile, 'townCode' | 'partyId'>): boolean {
  if (scope.kind === 'district') return true;
  return (
    (file.townCode !== null && scope.towns.includes(file.townCode)) ||
    (file.partyId !== null && scope.parties.includes(file.partyId))
  );
}

/** The same as a predicate over `procedures.file f`. */
export function filesWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(f.town_code = any(${scope.towns}::text[]) or f.party_id = any(${scope.parties}::uuid[]))`;
}
