import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** A person of the register with the agency joined last. */
export async function findCreditPerson(
  db: Db,
  district: string,
  id: string,
): Promise<{ readonly name: string; readonly agency_id: string | null } | undefined> {
  const { rows } = await sql<{ name: string; agency_id: string | null }>`
    select e.name, p.agency_id from agencies.person e
    join agencies.practice p on p.district = e.district and p.person_id = e.id
    where e.district = ${district} and e.id = ${id} order by p.from_on desc nulls last, p.agency_id limit 1`.execute(
    db,
  );
  return rows[0];
}

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
