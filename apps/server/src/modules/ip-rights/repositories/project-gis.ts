import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markGis } from './mark-rights.ts';

/** Brings the indications in line with the merged rows; users are kept with the mention through which they are matched. */
export async function projectGis(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markGis(tx, ctx);
  await sql`delete from ip_rights.gi g using jince_vanished v where g.district = ${district} and g.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into ip_rights.gi (district, id, record_key, name, channel, approved_on, notice_no, holder_name, status_text, area, example, authorised_users,
      holder_mention_id)
    select ${district}, gen_random_uuid(), s.record_key, v.name, v.channel, v."approvedOn", v."noticeNo", v."holderName", v."statusText", v.area,
      coalesce(v.example, false), coalesce(u.users, '[]'), h.id
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v(name text, channel text, "approvedOn" date, "noticeNo" text, "holderName" text,
      "statusText" text, area text, example boolean, "holderMention" jsonb)
    left join lateral (
      select jsonb_agg(jsonb_build_object('name', f.value->>'name', 'mentionId', m.id, 'from', f.value->>'from', 'to', f.value->>'to')
        order by f.value->>'from', f.key) as users
      from jsonb_each(s.record_values) f
      left join parties.mention m on m.district = ${district} and m.name_key = f.value->>'key'
        and m.locality = coalesce(f.value->>'locality', '') and m.uscc = coalesce(f.value->>'uscc', '')
      where f.key like 'user:%') u on true
    left join parties.mention h on h.district = ${district} and h.name_key = v."holderMention"->>'key'
      and h.locality = coalesce(v."holderMention"->>'locality', '') and h.uscc = coalesce(v."holderMention"->>'uscc', '')
    on conflict (district, record_key) do update set name = excluded.name, channel = excluded.channel, approved_on = excluded.approved_on,
      notice_no = excluded.notice_no, holder_name = excluded.holder_name, status_text = excluded.status_text, area = excluded.area,
      example = excluded.example, authorised_users = excluded.authorised_users, holder_mention_id = excluded.holder_mention_id`.execute(
    tx,
  );
  await markGis(tx, ctx);
  await bumpRegisterVersion(tx, district, 'gis');
}
