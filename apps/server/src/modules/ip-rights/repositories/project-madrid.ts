import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markMadrid } from './mark-rights.ts';

/** Brings the international registrations in line with the merged rows. */
export async function projectMadrid(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markMadrid(tx, ctx);
  await sql`delete from ip_rights.madrid r using jince_vanished v where r.district = ${district} and r.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into ip_rights.madrid (district, id, record_key, ir_no, name, registered_on, expires_on, mention_id, base_registration_no, nice_classes, designations)
    select ${district}, gen_random_uuid(), s.record_key, v."irNo", v.name, v."registeredOn", v."expiresOn", m.id, v."baseRegistrationNo",
      coalesce(v."niceClasses", '{}'), coalesce(d.list, '[]')
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v("irNo" text, name text, "registeredOn" date, "expiresOn" date, holders jsonb,
      "baseRegistrationNo" text, "niceClasses" smallint[])
    left join parties.mention m on m.district = ${district} and m.name_key = v.holders->0->>'key'
      and m.locality = coalesce(v.holders->0->>'locality', '') and m.uscc = coalesce(v.holders->0->>'uscc', '')
    left join lateral (
      select jsonb_agg(f.value || jsonb_build_object('member', substr(f.key, 13)) order by f.key) as list
      from jsonb_each(s.record_values) f where f.key like 'designation:%') d on true
    on conflict (district, record_key) do update set ir_no = excluded.ir_no, name = excluded.name, registered_on = excluded.registered_on,
      expires_on = excluded.expires_on, mention_id = excluded.mention_id, base_registration_no = excluded.base_registration_no,
      nice_classes = excluded.nice_classes, designations = excluded.designations`.execute(tx);
  await markMadrid(tx, ctx);
  await bumpRegisterVersion(tx, district, 'madrid');
}
