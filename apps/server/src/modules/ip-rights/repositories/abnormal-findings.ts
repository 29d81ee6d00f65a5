import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';

interface Keys {
  readonly patent_key: string;
}

/** Returns the keys of the applications newly held abnormal. */
export async function insertFindings(
  tx: Tx,
  ctx: Ctx,
  finding: { source: string; patentKeys: readonly string[]; category: number | null; reason: string },
): Promise<string[]> {
  const { rows } = await sql<Keys>`
    insert into ip_rights.abnormal_finding (district, id, source, patent_key, category, reason, found_on, found_by)
    select r.district, gen_random_uuid(), ${finding.source}, r.record_key, ${finding.category}, ${finding.reason}, ${ctx.today}, ${ctx.actor.displayName}
    from ip_rights.patent r where r.district = ${ctx.district} and r.record_key = any(${finding.patentKeys}::text[])
    on conflict (district, source, patent_key) where withdrawn_on is null do nothing
    returning patent_key`.execute(tx);
  return rows.map((row) => row.patent_key);
}

/** Returns the keys of the applications whose finding was taken back. */
export async function withdrawFindings(
  tx: Tx,
  ctx: Ctx,
  input: { source: string; reason: string; patentKeys?: readonly string[] },
): Promise<string[]> {
  const some = input.patentKeys === undefined ? sql`true` : sql`patent_key = any(${input.patentKeys}::text[])`;
  const { rows } = await sql<Keys>`
    update ip_rights.abnormal_finding set withdrawn_on = ${ctx.today}, withdrawn_by = ${ctx.actor.displayName}, withdrawn_reason = ${input.reason}
    where district = ${ctx.district} and source = ${input.source} and withdrawn_on is null and ${some} returning patent_key`.execute(
    tx,
  );
  return rows.map((row) => row.patent_key);
}
