import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** People with events, by the name and agency of the latest. */
export async function listCreditPeople(
  db: Db,
  district: string,
): Promise<{ readonly id: string; readonly name: string; readonly agency_id: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; agency_id: string | null }>`
    select distinct on (subject_id) subject_id as id, subject_label as name, agency_id from agency_credit.event
    where district = ${district} and subject_type = 'person' and withdrawn_at is null
    order by subject_id, happened_on desc, id`.execute(db);
  return rows;
}
