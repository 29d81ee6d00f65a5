import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

/** A text that changes whenever a version is published or withdrawn. */
export async function openDataVersion(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(':', count(*), count(withdrawn_at)) as version
    from open_data.version where district = ${ctx.district}`.execute(ctx.db);
  return rows[0]?.version ?? '';
}
