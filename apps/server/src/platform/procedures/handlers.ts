import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Db, Tx } from '../database/database.ts';

export interface Handler {
  readonly userId: string;
  readonly name: string;
  /** `lead` is answerable for the file; the others help. */
  readonly part: 'lead' | 'assist';
}

/** Who handles a file now, the answerable one first. */
export async function handlersNow(db: Db, district: string, fileId: string): Promise<readonly Handler[]> {
  return (await listHandlers(db, district, [fileId])).get(fileId) ?? [];
}

/** Who handles each of these files now; files nobody handles are left out. */
export async function listHandlers(
  db: Db,
  district: string,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Handler[]>> {
  const { rows } = await sql<Handler & { fileId: string }>`select file_id as "fileId", user_id as "userId", name, part
    from procedures.handler where district = ${district} and file_id = any(${[...fileIds]}::uuid[]) and until is null
    order by part desc, since, name`.execute(db);
  const found = new Map<string, Handler[]>();
  for (const { fileId, ...handler } of rows) found.set(fileId, [...(found.get(fileId) ?? []), handler]);
  return found;
}

/** Puts a file into these hands in the caller's transaction; whoever is not named any more ends today, and stays on record. */
export async function assignHandlers(tx: Tx, ctx: Ctx, fileId: string, handlers: readonly Handler[]): Promise<void> {
  const before = await handlersNow(tx, ctx.district, fileId);
  const same = (a: Handler, b: Handler) => a.userId === b.userId && a.part === b.part;
  const gone = before.filter((one) => !handlers.some((other) => same(one, other))).map(({ userId }) => userId);
  await sql`update procedures.handler set until = ${ctx.now}
    where district = ${ctx.district} and file_id = ${fileId} and until is null and user_id = any(${gone}::uuid[])`.execute(
    tx,
  );
  for (const one of handlers.filter((next) => !before.some((other) => same(next, other))))
    await sql`insert into procedures.handler (district, file_id, user_id, name, part, since)
      values (${ctx.district}, ${fileId}, ${one.userId}, ${one.name}, ${one.part}, ${ctx.now})
      on conflict (district, file_id, user_id, since) do update set part = excluded.part, until = null`.execute(tx);
}
