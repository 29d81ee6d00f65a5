import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orderMatch } from '../commands/close-hits.ts';
import { bumpDirectory } from './mark-repository.ts';

/** Brings the marks of allied districts in line with their lists. One that vanishes is removed with a reason, and its open hits closed. */
export async function projectAlliance(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  const reason = '来源区县的名录导入已撤销或者不再载有这件商标';
  await sql`with gone as (update trademark_watch.protected_mark m set state = 'removed', ended_on = ${ctx.today}, ended_reason = ${reason}
      from jince_vanished v where m.district = ${district} and m.origin = 'alliance' and m.state = 'listed' and m.record_key = v.record_key
      returning m.id)
    update trademark_watch.hit h set state = 'closed', closed_reason = ${`商标已移出名录（${reason}）`} from gone
    where h.district = ${district} and h.mark_id = gone.id and h.state = 'open'`.execute(tx);
  await sql`insert into trademark_watch.protected_mark (district, id, origin, origin_name, record_key, registration_no, name, classes, holder_name,
      goods, reason, way, contact_name, contact_phone, region, state, listed_on, until_on, nominated_by_name, nominated_on)
    select ${district}, gen_random_uuid(), 'alliance', v->>'origin', p.record_key, v->>'number', v->>'name',
      coalesce((select array_agg(c::smallint) from jsonb_array_elements_text(v->'classes') as c), '{}'), v->>'holder', v->>'goods',
      coalesce(v->>'reason', '来源区县名录'), 'list', v->>'contact', v->>'phone', v->>'region', 'listed',
      coalesce((v->>'fromOn')::date, ${ctx.today}::date), (v->>'untilOn')::date, ${ctx.actor.displayName}, ${ctx.today}
    from (select record_key, record_values as v from jince_projected) p
    on conflict (district, record_key) where state in ('nominated', 'listed') do update set name = excluded.name, classes = excluded.classes,
      holder_name = excluded.holder_name, goods = excluded.goods, reason = excluded.reason, contact_name = excluded.contact_name,
      contact_phone = excluded.contact_phone, region = excluded.region, until_on = excluded.until_on`.execute(tx);
  await bumpDirectory(tx, district);
  await orderMatch(tx, ctx, { cause: 'directory', everything: true });
}

export async function describeAlliance(ctx: Ctx, keys: readonly string[]) {
  const { rows } = await sql<{
    key: string;
    id: string;
    label: string;
  }>`select distinct on (record_key) record_key as key, id,
      name || '（' || origin_name || '）' as label from trademark_watch.protected_mark
    where district = ${ctx.district} and origin = 'alliance' and record_key = any(${[...keys]}::text[])
    order by record_key, state = 'listed' desc`.execute(ctx.db);
  return new Map(rows.map(({ key, id, label }) => [key, { label, href: `/protection/protected-marks/${id}` }]));
}
