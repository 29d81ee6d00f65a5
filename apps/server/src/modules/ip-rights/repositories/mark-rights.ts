import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type FactFollower, markStale } from '../../../platform/facts/index.ts';

/** Keys of the records a projection writes or drops. Marked once before and once after: holders of both sides are touched. */
export const touchedKeys = sql`select record_key from jince_projected union all select record_key from jince_vanished`;

/** Marks patents and those who hold them. @param keys select of record keys of patents */
export async function markPatents(tx: Tx, ctx: Ctx, keys: RawBuilder<unknown>): Promise<void> {
  const { district } = ctx;
  const patents = sql`ip_rights.patent r where r.district = ${district} and r.record_key in (${keys})`;
  await markStale(tx, ctx, 'patent', sql`select r.id from ${patents}`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = ${district} and m.party_id is not null and h.patent_id in (select r.id from ${patents})`,
  );
}

/** Marks marks, the other classes of their numbers, and those who hold them. @param numbers select of registration numbers */
export async function markTrademarks(tx: Tx, ctx: Ctx, numbers: RawBuilder<unknown>): Promise<void> {
  const { district } = ctx;
  const marks = sql`ip_rights.trademark r where r.district = ${district} and r.registration_no in (${numbers})`;
  await markStale(tx, ctx, 'trademark', sql`select r.id from ${marks}`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = ${district} and m.party_id is not null and h.trademark_id in (select r.id from ${marks})`,
  );
}

/** Marks the touched international registrations, their holders and their base marks. */
export async function markMadrid(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  const registrations = sql`ip_rights.madrid r where r.district = ${district} and r.record_key in (${touchedKeys})`;
  await markStale(tx, ctx, 'madrid', sql`select r.id from ${registrations}`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from parties.mention m where m.district = ${district} and m.id in (select r.mention_id from ${registrations})`,
  );
  await markStale(
    tx,
    ctx,
    'trademark',
    sql`select t.id from ip_rights.trademark t where t.district = ${district} and t.registration_no in (select r.base_registration_no from ${registrations})`,
  );
}

/** Marks the touched indications, their holders and their authorised users. */
export async function markGis(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  const indications = sql`ip_rights.gi g where g.district = ${district} and g.record_key in (${touchedKeys})`;
  await markStale(tx, ctx, 'gi', sql`select g.id from ${indications}`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from parties.mention m where m.district = ${district} and m.id in (
      select (u->>'mentionId')::uuid from (select g.authorised_users from ${indications}) g cross join lateral jsonb_array_elements(g.authorised_users) u
      union all select g.holder_mention_id from ${indications})`,
  );
}

/** What is said of rights when a name they bear is linked to another party, or the party itself changes. */
export const rightFollowers: readonly FactFollower[] = [
  {
    of: 'mention',
    subject: 'patent',
    ids: (district, changed) =>
      sql`select h.patent_id from ip_rights.patent_holder h where h.district = ${district} and h.mention_id in (${changed})`,
  },
  {
    of: 'mention',
    // Whether a patent is held jointly, or with a university, concerns its other holders as well.
    subject: 'enterprise',
    ids: (district, changed) =>
      sql`select m.party_id from ip_rights.patent_holder h join ip_rights.patent_holder o on o.district = h.district and o.patent_id = h.patent_id
        join parties.mention m on m.district = o.district and m.id = o.mention_id
        where h.district = ${district} and o.mention_id <> h.mention_id and h.mention_id in (${changed})`,
  },
  {
    of: 'mention',
    subject: 'trademark',
    ids: (district, changed) =>
      sql`select h.trademark_id from ip_rights.trademark_holder h where h.district = ${district} and h.mention_id in (${changed})`,
  },
  {
    of: 'mention',
    subject: 'madrid',
    ids: (district, changed) =>
      sql`select r.id from ip_rights.madrid r where r.district = ${district} and r.mention_id in (${changed})`,
  },
  {
    of: 'mention',
    subject: 'gi',
    ids: (
      district,
      changed,
    ) => sql`select g.id from ip_rights.gi g cross join lateral jsonb_array_elements(g.authorised_users) u
      where g.district = ${district} and (u->>'mentionId')::uuid in (${changed})
      union all select g.id from ip_rights.gi g where g.district = ${district} and g.holder_mention_id in (${changed})`,
  },
];
