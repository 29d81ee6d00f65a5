import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markParties } from './mark-parties.ts';

/** Parties whose records are among the keys of a temporary table of the projection. */
const partiesOf = (district: string, table: 'jince_projected' | 'jince_vanished') =>
  sql`select p.id from parties.party p join ${sql.table(table)} k on k.record_key = p.record_key where p.district = ${district}`;

/** Memberships touched by the projection, as they stand in the table. */
const touchedMemberships = (district: string) => sql`parties.membership s
  join (select record_key from jince_projected union all select record_key from jince_vanished) k on k.record_key = s.record_key
  where s.district = ${district}`;

/** Marks the touched memberships and the parties they are linked to: once before and once after they change. */
async function markMemberships(tx: Tx, ctx: Ctx): Promise<void> {
  const touched = touchedMemberships(ctx.district);
  await markStale(tx, ctx, 'membership', sql`select s.id from ${touched}`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from parties.mention m where m.district = ${ctx.district} and m.id in (select s.mention_id from ${touched})`,
  );
}

/** Brings party and party_name in line with the merged rows of the register files. Where none prints a status, the entity lives. */
export async function projectParties(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markParties(tx, ctx, partiesOf(district, 'jince_vanished'));
  await sql`delete from parties.party p using jince_vanished v where p.district = ${district} and p.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into parties.party (district, id, record_key, uscc, registration_no, name, name_key, kind, status, status_text, established_on,
      dissolved_on, approved_on, address, town_code, town_basis, zone_code, industry_code, industry_text, capital_fen, capital_currency,
      legal_representative, registration_authority, scope, contact_phone)
    select ${district}, gen_random_uuid(), record_key, v->>'uscc', v->>'registrationNo', v->>'name', v->>'nameKey', v->>'kind',
      coalesce(v->>'status', 'active'), v->>'statusText', (v->>'establishedOn')::date, (v->>'dissolvedOn')::date, (v->>'approvedOn')::date,
      v->>'address', v->>'townCode', v->>'townBasis', v->>'zoneCode', v->>'industryCode', v->>'industry',
      (v->'capital'->>'amountFen')::bigint, v->'capital'->>'currency', v->>'legalRepresentative', v->>'registrationAuthority', v->>'scope',
      v->>'phone'
    from (select record_key, record_values as v from jince_projected) s
    on conflict (district, record_key) do update set uscc = excluded.uscc, registration_no = excluded.registration_no, name = excluded.name,
      name_key = excluded.name_key, kind = excluded.kind, status = excluded.status, status_text = excluded.status_text,
      established_on = excluded.established_on, dissolved_on = excluded.dissolved_on, approved_on = excluded.approved_on,
      address = excluded.address, town_code = excluded.town_code, town_basis = excluded.town_basis, zone_code = excluded.zone_code,
      industry_code = excluded.industry_code, industry_text = excluded.industry_text, capital_fen = excluded.capital_fen,
      capital_currency = excluded.capital_currency, legal_representative = excluded.legal_representative,
      registration_authority = excluded.registration_authority, scope = excluded.scope, contact_phone = excluded.contact_phone, updated_at = now()`.execute(
    tx,
  );
  await sql`delete from parties.party_name n using parties.party p, jince_projected s
    where p.district = ${district} and p.record_key = s.record_key and n.district = p.district and n.party_id = p.id`.execute(
    tx,
  );
  await sql`
    insert into parties.party_name (district, party_id, name, name_key, kind, valid_from, valid_to, position)
    select ${district}, p.id, f->>'name', f->>'key', 'former', (f->>'from')::date, (f->>'to')::date, o
    from jince_projected s join parties.party p on p.district = ${district} and p.record_key = s.record_key
    cross join lateral jsonb_array_elements(s.record_values->'formerNames') with ordinality as x(f, o)
    where s.record_values ? 'formerNames'`.execute(tx);
  await markParties(tx, ctx, partiesOf(district, 'jince_projected'));
  await bumpRegisterVersion(tx, district, 'parties');
}

/** Brings membership in line with the merged rows of lists and certificates. */
export async function projectMemberships(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markMemberships(tx, ctx);
  await sql`delete from parties.membership m using jince_vanished v where m.district = ${district} and m.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into parties.membership (district, id, record_key, mention_id, kind, level, certificate_no, standard, certifier, field, year,
      revenue_fen, valid_from, valid_to, status_text)
    select ${district}, gen_random_uuid(), s.record_key, m.id, v->>'kind', v->>'level', v->>'certificateNo', v->>'standard', v->>'certifier',
      v->>'field', (v->>'year')::int, (v->'revenue'->>'amountFen')::bigint, (v->>'from')::date, (v->>'to')::date, v->>'statusText'
    from (select record_key, record_values as v, record_values->'holders'->0 as h from jince_projected) s
    join parties.mention m on m.district = ${district} and m.name_key = h->>'key' and m.locality = coalesce(h->>'locality', '') and m.uscc = coalesce(h->>'uscc', '')
    on conflict (district, record_key) do update set mention_id = excluded.mention_id, kind = excluded.kind, level = excluded.level,
      certificate_no = excluded.certificate_no, standard = excluded.standard, certifier = excluded.certifier, field = excluded.field,
      year = excluded.year, revenue_fen = excluded.revenue_fen, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      status_text = excluded.status_text`.execute(tx);
  await markMemberships(tx, ctx);
  await bumpRegisterVersion(tx, district, 'memberships');
}
