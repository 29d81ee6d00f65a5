import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { AgencyPerson } from '../types.ts';

/**
 * People at an agency on a day, by name; not limited by scope. A person without a number is one of this agency alone.
 * @param asOf `YYYY-MM-DD`; periods with an open end count as still running
 */
export async function listAgencyPeople(ctx: Ctx, agencyId: string, asOf: string): Promise<AgencyPerson[]> {
  const { rows } = await sql<AgencyPerson>`
    select distinct on (e.name, e.id) e.id as "personId", e.name, e.qualification_no as "qualificationNo",
      coalesce(p.practice_no, e.practice_no) as "practiceNo", p.role, p.from_on as "from", p.to_on as "to"
    from agencies.practice p join agencies.person e on e.district = p.district and e.id = p.person_id
    where p.district = ${ctx.district} and p.agency_id = ${agencyId}
      and (p.from_on is null or p.from_on <= ${asOf}::date) and (p.to_on is null or p.to_on >= ${asOf}::date)
    order by e.name, e.id, p.from_on desc nulls last`.execute(ctx.db);
  return rows;
}
