import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';

/** Hands a file to these bodies in the caller's transaction: their people reach it, those of others no longer. */
export async function setOrganisations(
  tx: Tx,
  ctx: Ctx,
  fileId: string,
  organisations: readonly string[],
): Promise<void> {
  await sql`update procedures.file set organisations = ${[...organisations]}::text[]
    where district = ${ctx.district} and id = ${fileId}`.execute(tx);
}
