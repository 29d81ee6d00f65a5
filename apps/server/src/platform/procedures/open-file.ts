import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { ProcedureFile } from './definition.ts';
import { definitionOf } from './file-standing.ts';
import { appendLog, findFile } from './repositories/file-repository.ts';

export interface FileOrder {
  readonly procedure: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
  readonly partyId?: string | null;
  readonly townCode?: string | null;
  /** Codes of the bodies whose people handle it. A confidential file names them and no town. */
  readonly organisations?: readonly string[];
  /** Its official number, where it has one of its own (see takeNumber). */
  readonly number?: string;
}

async function nextNumber(tx: Tx, ctx: Ctx, prefix: string): Promise<string> {
  const { rows } = await sql<{ n: string }>`select nextval('procedures.file_number')::text as n`.execute(tx);
  return `${prefix}${ctx.today.slice(0, 4)}-${(rows[0]?.n ?? '0').padStart(5, '0')}`;
}

/** Opens a file in the procedure's first state, inside the caller's transaction. Its number is prefix, year and a running number, unless it has one of its own. */
export async function openFile(tx: Tx, ctx: Ctx, order: FileOrder): Promise<ProcedureFile> {
  const definition = definitionOf(ctx, order.procedure);
  const id = uuidv7();
  const number = order.number ?? (await nextNumber(tx, ctx, definition.prefix));
  await sql`insert into procedures.file (district, id, procedure, number, state, version, subject_kind, subject_id, subject_label, party_id, town_code,
      organisations, opened_at, opened_by, opened_by_name)
    values (${ctx.district}, ${id}, ${order.procedure}, ${number}, ${definition.initial}, 1, ${order.subject.kind}, ${order.subject.id},
      ${order.subject.label}, ${order.partyId ?? null}, ${order.townCode ?? null}, ${[...(order.organisations ?? [])]}::text[], ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.displayName})`.execute(
    tx,
  );
  await appendLog(tx, ctx.district, id, {
    seq: 1,
    action: 'open',
    stateFrom: null,
    stateTo: definition.initial,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.displayName,
    at: ctx.now.toISOString(),
    note: null,
    fields: {},
  });
  return (await findFile(tx, ctx.district, id)) as ProcedureFile;
}
