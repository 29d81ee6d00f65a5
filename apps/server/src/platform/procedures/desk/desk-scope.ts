import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may } from '../../context/context.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { isWaitedOut } from '../queries/show-file.ts';
import { readableFiles } from '../reach.ts';

/** Files of every procedure the actor may read, as a predicate over `procedures.file f`. */
export function readableAll(ctx: Ctx): RawBuilder<boolean> {
  const parts = [...ctx.services.procedures.values()]
    .filter((one) => may(ctx, one.readPermission))
    .map((one) => sql<boolean>`(f.procedure = ${one.procedure} and ${readableFiles(ctx, one)})`);
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** The actor handles the file now. */
export const isHandler = (ctx: Ctx): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.handler h where h.district = f.district and h.file_id = f.id
    and h.user_id = ${ctx.actor.userId} and h.until is null)`;

/** Clocks that are waited out (publicity) are no limits to be kept, as pairs of procedure and clock. */
export function waitedOut(definitions: readonly ProcedureDefinition[]): readonly string[] {
  return definitions.flatMap((one) =>
    one.clocks.filter(({ clock }) => isWaitedOut(one, clock)).map(({ clock }) => `${one.procedure}:${clock}`),
  );
}
