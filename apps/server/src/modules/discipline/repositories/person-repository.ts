import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly qualification_no: string | null;
  /** Town of the agency where the person practises on the day. */
  readonly town_code: string | null;
}

/** A person of an agency, with the town of the agency of the day. */
export async function findPerson(db: Db, district: string, id: string, on: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`select e.id, e.name, e.qualification_no, a.town_code
    from agencies.person e
    left join agencies.practice p on p.district = e.district and p.person_id = e.id
      and coalesce(p.from_on <= ${on}::date, true) and coalesce(p.to_on >= ${on}::date, true)
    left join agencies.agency a on a.district = p.district and a.id = p.agency_id
    where e.district = ${district} and e.id = ${id} order by p.from_on desc nulls last limit 1`.execute(db);
  return rows[0];
}
