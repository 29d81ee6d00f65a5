import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureAction, ProcedureDefinition } from '../definition.ts';
import { isWaitedOut } from '../queries/show-file.ts';
import { atBody, filesWithin, readableFiles } from '../reach.ts';

/** Files of every procedure the actor may read, as a predicate over `procedures.file f`. */
export function readableAll(ctx: Ctx, definitions: readonly ProcedureDefinition[]): RawBuilder<boolean> {
  const parts = definitions
    .filter((one) => may(ctx, one.readPermission))
    .map((one) => sql<boolean>`(f.procedure = ${one.procedure} and ${readableFiles(ctx, one)})`);
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** The actor handles the file now. */
export const isHandler = (ctx: Ctx): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.handler h where h.district = f.district and h.file_id = f.id
    and h.user_id = ${ctx.actor.userId} and h.until is null)`;

/** Somebody who handles the file could take the action himself: then it does not wait for the office. */
const handledByHolder = (ctx: Ctx, permission: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.handler h join platform.user_role g on g.district = h.district and g.user_id = h.user_id
    where h.district = f.district and h.file_id = f.id and h.until is null and h.user_id is distinct from ${ctx.actor.userId}
      and g.role = any(${[...ctx.services.rolesHolding(permission)]}::text[]))`;

const doneBefore = (ctx: Ctx, apart: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.action_log l where l.district = f.district and l.file_id = f.id
    and l.actor_id = ${ctx.actor.userId} and l.action = any(${[...apart]}::text[]))`;

const ENDS_ELSEWHERE = new Set(['refused', 'withdrawn']);

/** The action takes a file from a state to a later one that is no refusal: somebody is waited for to do it. */
function movesOn(definition: ProcedureDefinition, action: ProcedureAction, state: string): boolean {
  const order = Object.keys(definition.states);
  const targets = typeof action.to === 'string' ? [action.to] : action.to;
  return targets.some(
    (to) =>
      order.indexOf(to) > order.indexOf(state) && !ENDS_ELSEWHERE.has(definition.states[to]?.standing ?? 'withdrawn'),
  );
}

function turnBy(ctx: Ctx, definition: ProcedureDefinition, action: ProcedureAction): RawBuilder<boolean> {
  const scope = scopeFor(ctx, action.permission);
  const states = action.from.filter((state) => movesOn(definition, action, state));
  return sql<boolean>`(f.procedure = ${definition.procedure} and f.state = any(${states}::text[])
    and ${filesWithin(scope, definition.body?.(ctx))}
    ${action.bodyAt === undefined ? sql`` : sql`and ${atBody(scope, action.bodyAt)}`}
    ${action.apart === undefined ? sql`` : sql`and not ${doneBefore(ctx, action.apart)}`}
    and not ${handledByHolder(ctx, action.permission)})`;
}

/** It is the actor's turn: he may take the file on, and nobody who handles it could instead. */
export function isMyTurn(ctx: Ctx, definitions: readonly ProcedureDefinition[]): RawBuilder<boolean> {
  const parts = definitions.flatMap((one) =>
    one.actions
      .filter((action) => action.aside !== true && may(ctx, action.permission))
      .map((action) => turnBy(ctx, one, action)),
  );
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** Clocks that are waited out (publicity) are no limits to be kept, as pairs of procedure and clock. */
export function waitedOut(definitions: readonly ProcedureDefinition[]): readonly string[] {
  return definitions.flatMap((one) =>
    one.clocks.filter(({ clock }) => isWaitedOut(one, clock)).map(({ clock }) => `${one.procedure}:${clock}`),
  );
}
