import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../access/access.ts';
import { type Ctx, may, scopeFor } from '../context/context.ts';
import type { ProcedureDefinition, ProcedureFile } from './definition.ts';

type Placed = Pick<ProcedureFile, 'townCode' | 'partyId' | 'organisations'>;
type Reached = Placed & Pick<ProcedureFile, 'procedure'>;

/** Whether the actor holds a permission for this very file: in the district, its town, as its party, at one of its bodies or the procedure's. */
export function mayOnFile(ctx: Ctx, permission: string, file: Reached): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  const body = ctx.services.procedures.get(file.procedure)?.body?.(ctx);
  return isWithin(scope, file, body);
}

/** Whether a scope reaches a file of a procedure with this body. */
export function isWithin(scope: Scope, file: Placed, body: string | undefined): boolean {
  return reaches(scope, file) || isOfBody(scope, body);
}

/** Whether a permission is held at this body, or in the whole district. */
export function isAtBody(ctx: Ctx, permission: string, body: string | undefined): boolean {
  const scope = scopeFor(ctx, permission);
  return scope.kind === 'district' || isOfBody(scope, body);
}

function isOfBody(scope: Scope, body: string | undefined): boolean {
  return body !== undefined && scope.kind === 'places' && scope.organisations.includes(body);
}

function reaches(scope: Scope, file: Placed): boolean {
  if (scope.kind === 'district') return true;
  return (
    (file.townCode !== null && scope.towns.includes(file.townCode)) ||
    (file.partyId !== null && scope.parties.includes(file.partyId)) ||
    file.organisations.some((code) => scope.organisations.includes(code))
  );
}

/** Whether the actor may read the file by the permission of its procedure: its party only once it has been told. */
export function mayReadFile(ctx: Ctx, definition: ProcedureDefinition, file: ProcedureFile): boolean {
  const told = definition.untold?.includes(file.state) !== true;
  return mayOnFile(ctx, definition.readPermission, told ? file : { ...file, partyId: null });
}

/** The same as a predicate over `procedures.file f`. */
export function readableFiles(ctx: Ctx, definition: ProcedureDefinition): RawBuilder<boolean> {
  const scope = scopeFor(ctx, definition.readPermission);
  const body = definition.body?.(ctx);
  const all = filesWithin(scope, body);
  if (definition.untold === undefined || scope.kind === 'district') return all;
  const besides = filesWithin({ ...scope, parties: [] }, body);
  return sql<boolean>`(${all} and (f.state <> all(${[...definition.untold]}::text[]) or ${besides}))`;
}

/** Files within a scope as a predicate over `procedures.file f`, for files of a procedure with this body. */
export function filesWithin(scope: Scope, body?: string): RawBuilder<boolean> {
  if (scope.kind === 'district' || isOfBody(scope, body)) return sql<boolean>`true`;
  return sql<boolean>`(f.town_code = any(${scope.towns}::text[]) or f.party_id = any(${scope.parties}::uuid[])
    or f.organisations && ${scope.organisations}::text[])`;
}
