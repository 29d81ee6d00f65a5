import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announceFollowing } from './announce-following.ts';

/** Brings people and their periods in line with the merged rows of the lists. A person stays when its periods go: others may speak of it. */
export async function projectPeople(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await sql`delete from agencies.practice p using jince_vanished v
    where p.district = ${district} and p.list = 'people' and p.record_key = v.record_key`.execute(tx);
  await sql`
    insert into agencies.person as e (district, id, person_key, name, qualification_no, practice_no)
    select distinct on (v->>'personKey') ${district}, gen_random_uuid(), v->>'personKey', v->>'name', v->>'qualificationNo', v->>'practiceNo'
    from (select record_key, record_values as v from jince_projected) s order by v->>'personKey', (v->>'from') desc nulls last
    on conflict (district, person_key) do update set name = excluded.name,
      qualification_no = coalesce(excluded.qualification_no, e.qualification_no), practice_no = coalesce(excluded.practice_no, e.practice_no)`.execute(
    tx,
  );
  await sql`
    insert into agencies.practice (district, list, record_key, person_id, written, agency_code, agency_uscc, role, practice_no, certificate_on,
      from_on, to_on)
    select ${district}, 'people', s.record_key, e.id, v->>'agency', v->>'agencyCode', v->>'uscc', v->>'role', v->>'practiceNo',
      (v->>'certificateOn')::date, (v->>'from')::date, (v->>'to')::date
    from (select record_key, record_values as v from jince_projected) s
    join agencies.person e on e.district = ${district} and e.person_key = v->>'personKey'
    on conflict (district, list, record_key) do update set person_id = excluded.person_id, written = excluded.written,
      agency_code = excluded.agency_code, agency_uscc = excluded.agency_uscc, role = excluded.role, practice_no = excluded.practice_no,
      certificate_on = excluded.certificate_on, from_on = excluded.from_on, to_on = excluded.to_on`.execute(tx);
  await joinByPracticeNumber(tx, district);
  await announceFollowing(tx, ctx, 'agency-people');
}

/** A row that gives only the number of practice is of the person whose other rows give it beside that of qualification. */
async function joinByPracticeNumber(tx: Tx, district: string): Promise<void> {
  await sql`update agencies.practice p set person_id = known.id
    from agencies.person alone
    join lateral (select q.person_id as id from agencies.practice q join agencies.person k on k.district = q.district and k.id = q.person_id
      where q.district = alone.district and q.practice_no = alone.practice_no and k.qualification_no is not null and k.id <> alone.id
      order by q.record_key limit 1) known on true
    where p.district = ${district} and alone.district = p.district and alone.id = p.person_id and alone.person_key like 'p:%'`.execute(
    tx,
  );
}
