import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../access/access.ts';
import { type Ctx, may, scopeFor } from '../context/context.ts';
import type { ProcedureFile } from './definition.ts';

type Reached = Pick<ProcedureFile, 'procedure' | 'townCode' | 'partyId'>;

/** Whether the actor holds a permission for this very file: in the district, its town, as its party, or at the procedure's body. */
export function mayOnFile(ctx: Ctx, permission: string, file: Reached): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  const body = ctx.services.procedures.get(file.procedure)?.body?.(ctx);
  return reaches(scope, file) || isOfBody(scope, body);
}

function isOfBody(scope: Scope, body: string | undefined): boolean {
  return body !== undefined && scope.kind === 'places' && scope.organisations.includes(body);
}

function reaches(scope: Scope, file: Reached): boolean {
  if (scope.kind === 'district') return true;
  return (
    (file.townCode !== null && scope.towns.includes(file.townCode)) ||
    (file.partyId !== null && scope.parties.includes(file.partyId))
  );
}

/** The same as a predicate over `procedures.file f`, for files of a procedure with this body. */
export function filesWithin(scope: Scope, body?: string): RawBuilder<boolean> {
  if (scope.kind === 'district' || isOfBody(scope, body)) return sql<boolean>`true`;
  return sql<boolean>`(f.town_code = any(${scope.towns}::text[]) or f.party_id = any(${scope.parties}::uuid[]))`;
}
