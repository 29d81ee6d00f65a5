import { maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import { type Ctx, inTransaction, may } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markAllStale, markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { OFFICER_UNMASK } from '../organisation.catalogue.ts';

/** Marks the touched officers, and the posts they may hold: before and after they change. */
async function markOfficers(tx: Tx, ctx: Ctx): Promise<void> {
  await markStale(
    tx,
    ctx,
    'officer',
    sql`select o.id from organisation.officer o where o.district = ${ctx.district}
      and o.record_key in (select record_key from jince_projected union all select record_key from jince_vanished)`,
  );
  await markAllStale(tx, ctx, 'post');
}

/** Brings the officers in line with the merged rows of the files (tables of `imports/import-kind.ts`). */
export async function projectOfficers(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markOfficers(tx, ctx);
  await sql`delete from organisation.officer o using jince_vanished v
    where o.district = ${district} and o.record_key = v.record_key`.execute(tx);
  await sql`
    insert into organisation.officer (district, id, record_key, name, body_id, body_name, post, region, level,
      certificate_no, certificate_kind, certificate_from, certificate_to, phone)
    select ${district}, gen_random_uuid(), record_key, v->>'name', v->>'bodyId', v->>'bodyName', v->>'post', v->>'region',
      v->>'level', v->>'certificateNo', v->>'certificateKind', (v->>'certificateFrom')::date, (v->>'certificateTo')::date, v->>'phone'
    from (select record_key, record_values as v from jince_projected) s
    on conflict (district, record_key) do update set name = excluded.name, body_id = excluded.body_id,
      body_name = excluded.body_name, post = excluded.post, region = excluded.region, level = excluded.level,
      certificate_no = excluded.certificate_no, certificate_kind = excluded.certificate_kind,
      certificate_from = excluded.certificate_from, certificate_to = excluded.certificate_to, phone = excluded.phone`.execute(
    tx,
  );
  await markOfficers(tx, ctx);
  await bumpRegisterVersion(tx, district, 'officers');
}

export async function describeOfficers(
  ctx: Ctx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { label: string; href: string }>> {
  if (keys.length === 0) return new Map();
  const { rows } = await inTransaction(ctx, (tx) =>
    sql<{ key: string; name: string; place: string | null }>`select record_key as key, name, body_name as place
      from organisation.officer where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(tx),
  );
  const shown = (name: string) => (may(ctx, OFFICER_UNMASK) ? name : maskPersonalInformation('name', name, ctx.today));
  return new Map(
    rows.map(({ key, name, place }) => [
      key,
      { label: [shown(name), place].filter(Boolean).join(' · '), href: '/organisation' },
    ]),
  );
}
