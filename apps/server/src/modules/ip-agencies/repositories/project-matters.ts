import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { announceFollowing } from './announce-following.ts';

const drop = (tx: Tx, district: string, table: string) =>
  sql`delete from ${sql.table(table)} t using jince_vanished v where t.district = ${district} and t.record_key = v.record_key`.execute(
    tx,
  );

/** Tells who follows grounds whose they are, before and after they change. */
async function noteGrounds(tx: Tx, district: string, into: Set<string>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct g.agency_id as id from agencies.ground g
    where g.district = ${district} and g.agency_id is not null
      and g.record_key in (select record_key from jince_projected union all select record_key from jince_vanished)`.execute(
    tx,
  );
  for (const { id } of rows) into.add(id);
}

/** Ids follow from the record: a ground that comes back with its import is the one it was. */
export async function projectGrounds(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  const touched = new Set<string>();
  await noteGrounds(tx, district, touched);
  await drop(tx, district, 'agencies.ground');
  await sql`
    insert into agencies.ground (district, record_key, id, sort, written, agency_code, agency_uscc, person_key, person_name, happened_on, expires_on,
      revoked_on, revoked_basis, document_no, authority, reason, amount_fen)
    select ${district}, s.record_key, overlay(overlay(md5(${district}::text || '|ground|' || s.record_key) placing '5' from 13) placing '8' from 17)::uuid, v->>'sort', v->>'agency', v->>'agencyCode', v->>'uscc',
      v->>'personKey', v->>'person', (v->>'on')::date, (v->>'expiresOn')::date, (v->>'revokedOn')::date, v->>'revokedBasis', v->>'documentNo',
      v->>'authority', v->>'reason', (v->>'amountFen')::bigint
    from (select record_key, record_values as v from jince_projected) s
    on conflict (district, record_key) do update set sort = excluded.sort, written = excluded.written, agency_code = excluded.agency_code,
      agency_uscc = excluded.agency_uscc, person_key = excluded.person_key, person_name = excluded.person_name,
      happened_on = excluded.happened_on, expires_on = excluded.expires_on, revoked_on = excluded.revoked_on,
      revoked_basis = excluded.revoked_basis, document_no = excluded.document_no, authority = excluded.authority, reason = excluded.reason,
      amount_fen = excluded.amount_fen`.execute(tx);
  await announceFollowing(tx, ctx, 'agency-grounds');
  await noteGrounds(tx, district, touched);
  await publishEvent(tx, ctx, 'agencies.grounds.changed', { agencyIds: [...touched] });
}

export async function projectAnnualReports(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await drop(tx, district, 'agencies.annual_report');
  await sql`
    insert into agencies.annual_report (district, record_key, written, agency_code, agency_uscc, year, filed_on, said)
    select ${district}, s.record_key, v->>'agency', v->>'agencyCode', v->>'uscc', (v->>'year')::int, (v->>'filedOn')::date, v
    from (select record_key, record_values as v from jince_projected) s
    on conflict (district, record_key) do update set written = excluded.written, agency_code = excluded.agency_code,
      agency_uscc = excluded.agency_uscc, year = excluded.year, filed_on = excluded.filed_on, said = excluded.said`.execute(
    tx,
  );
  await announceFollowing(tx, ctx, 'agency-reports');
  await publishEvent(tx, ctx, 'agencies.grounds.changed', { agencyIds: [] });
}

export async function projectSocialSecurity(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await drop(tx, district, 'agencies.social_security');
  await sql`
    insert into agencies.social_security (district, record_key, name, person_key, unit_name, unit_uscc, from_on, to_on)
    select ${district}, s.record_key, v->>'name', v->>'personKey', v->>'unit', v->>'uscc', (v->>'from')::date, (v->>'to')::date
    from (select record_key, record_values as v from jince_projected) s
    on conflict (district, record_key) do update set name = excluded.name, person_key = excluded.person_key, unit_name = excluded.unit_name,
      unit_uscc = excluded.unit_uscc, from_on = excluded.from_on, to_on = excluded.to_on`.execute(tx);
  await announceFollowing(tx, ctx, 'agency-people');
}
