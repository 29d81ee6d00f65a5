import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** What people decided of names as written: the agency, or null for none of the register. */
export async function listDecidedNames(
  db: Db,
  district: string,
  names: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ written: string; agencyId: string | null }>`
    select distinct on (d.written) d.written, coalesce(a.merged_into, d.agency_id) as "agencyId" from agencies.name_decision d
    left join agencies.agency a on a.district = d.district and a.id = d.agency_id
    where d.district = ${district} and d.withdrawn_at is null and d.written = any(${names}::text[])
    order by d.written, d.at desc`.execute(db);
  return new Map(rows.map((row) => [row.written, row.agencyId]));
}
