import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { NewOfficer } from '../domain/case-types.ts';

interface Many {
  readonly ids: readonly string[];
  readonly reason: string;
}

async function enter(tx: Tx, ctx: Ctx, { ids }: Many, kind: string, data: object): Promise<void> {
  await sql`insert into cases.entry (district, case_id, seq, kind, on_day, data, at, by_id, by_name)
    select ${ctx.district}, i.id, coalesce((select max(e.seq) from cases.entry e where e.district = ${ctx.district} and e.case_id = i.id), 0) + 1,
      ${kind}, ${ctx.today}, ${JSON.stringify(data)}::jsonb, ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.displayName}
    from unnest(${[...ids]}::uuid[]) as i (id)`.execute(tx);
  await sql`update cases.case_file set revision = revision + 1 where district = ${ctx.district} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** The same officers for many cases: whoever is named no more ends today, in the cases and as handlers of their files. */
export async function assignInBulk(
  tx: Tx,
  ctx: Ctx,
  order: Many & { readonly officers: readonly NewOfficer[] },
): Promise<void> {
  const ids = [...order.ids];
  const named = JSON.stringify(
    order.officers.map((one, position) => ({ ...one, position, part: position === 0 ? 'lead' : 'assist' })),
  );
  await sql`update cases.officer set until = ${ctx.today} where district = ${ctx.district} and case_id = any(${ids}::uuid[]) and until is null`.execute(
    tx,
  );
  await sql`insert into cases.officer (district, id, case_id, officer_id, user_id, name, unit, certificate_no, certificate_until, part, position, since)
    select ${ctx.district}, gen_random_uuid(), i.id, (o.v->>'officerId')::uuid, (o.v->>'userId')::uuid, o.v->>'name', o.v->>'unit',
      o.v->>'certificateNo', (o.v->>'certificateUntil')::date, o.v->>'part', (o.v->>'position')::smallint, ${ctx.today}
    from unnest(${ids}::uuid[]) as i (id) cross join jsonb_array_elements(${named}::jsonb) as o (v)`.execute(tx);
  await sql`update procedures.handler set until = ${ctx.now} where district = ${ctx.district} and file_id = any(${ids}::uuid[]) and until is null`.execute(
    tx,
  );
  await sql`insert into procedures.handler (district, file_id, user_id, name, part, since)
    select ${ctx.district}, i.id, (o.v->>'userId')::uuid, o.v->>'name', o.v->>'part', ${ctx.now}
    from unnest(${ids}::uuid[]) as i (id) cross join jsonb_array_elements(${named}::jsonb) as o (v) where o.v->>'userId' is not null
    on conflict (district, file_id, user_id, since) do update set part = excluded.part, until = null`.execute(tx);
  await enter(tx, ctx, order, 'officers', { after: order.officers.map(({ name }) => name), reason: order.reason });
}

export async function moveInBulk(tx: Tx, ctx: Ctx, order: Many & { readonly code: string }): Promise<void> {
  await sql`update cases.case_file set organisation_code = ${order.code}
    where district = ${ctx.district} and id = any(${[...order.ids]}::uuid[])`.execute(tx);
  await sql`update procedures.file set organisations = array[${order.code}]::text[]
    where district = ${ctx.district} and id = any(${[...order.ids]}::uuid[])`.execute(tx);
  await enter(tx, ctx, order, 'organisation', { after: order.code, reason: order.reason });
}
