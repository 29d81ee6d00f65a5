import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface PoolRow {
  readonly id: string;
  readonly trademark_id: string;
  readonly mark: string;
  readonly registration_no: string;
  readonly nice_class: number;
  readonly registered_on: string | null;
  readonly holder: string | null;
  readonly party_id: string | null;
  readonly town_code: string | null;
  readonly stage: string;
  readonly route: string | null;
  readonly evidence: Readonly<Record<string, { have: boolean; note: string | null }>>;
  readonly note: string | null;
  readonly since: string;
  readonly version: number;
  readonly madrid: string | null;
}

const holder = sql`left join lateral (
    select m.name, m.party_id, q.name as party_name, q.town_code from ip_rights.trademark_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    left join parties.party q on q.district = m.district and q.id = m.party_id
    where h.district = r.district and h.trademark_id = r.id order by (m.party_id is null), h.position limit 1) h on true`;

/** Towns the actor's grants of a permission reach, over the holder's town `h.town_code` and the mark's own. */
function within(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  return sql`coalesce(h.town_code, r.town_code) = any(${scope.towns}::text[])`;
}

/** Marks of the pool, the longest there first. A mark taken back from the register shows what was noted of it. */
export async function listPoolRows(db: Db, ctx: Ctx, permission: string): Promise<PoolRow[]> {
  const { rows } =
    await sql<PoolRow>`select e.id, coalesce(r.id, e.trademark_id) as trademark_id, coalesce(r.name, e.mark) as mark,
      coalesce(r.registration_no, split_part(e.trademark_key, '/', 1)) as registration_no,
      coalesce(r.nice_class, nullif(split_part(e.trademark_key, '/', 2), '')::int, 0) as nice_class, r.registered_on,
      coalesce(h.party_name, h.name) as holder, h.party_id, coalesce(h.town_code, r.town_code) as town_code, e.stage, e.route, e.evidence,
      e.note, e.since, e.version,
      (select string_agg(m.ir_no, '、' order by m.ir_no) from ip_rights.madrid m where m.district = r.district
        and m.base_registration_no = r.registration_no and (m.expires_on is null or m.expires_on >= ${ctx.today})) as madrid
    from cultivation.pool_entry e
    left join ip_rights.trademark r on r.district = e.district and r.record_key = e.trademark_key ${holder}
    where e.district = ${ctx.district} and e.removed_on is null and ${within(ctx, permission)} order by e.since, e.id`.execute(
      db,
    );
  return rows;
}

/** A mark within the actor's places, with its status of a day; undefined when there is none. */
export async function findMark(db: Db, ctx: Ctx, permission: string, id: string) {
  const { rows } = await sql<{ id: string; key: string; name: string; status: string | null }>`
    select r.id, r.record_key as key, r.name, t.status from ip_rights.trademark r ${holder}
    left join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id
      and t.valid_from <= ${ctx.today} and (t.valid_to is null or ${ctx.today} < t.valid_to)
    where r.district = ${ctx.district} and r.id = ${id} and ${within(ctx, permission)}`.execute(db);
  return rows[0];
}

/** False when the mark is in the pool already. */
export async function insertPoolEntry(
  tx: Tx,
  ctx: Ctx,
  entry: {
    id: string;
    trademarkId: string;
    key: string;
    mark: string;
    stage: string;
    route: string | null;
    note: string | null;
    since?: string;
    demo?: boolean;
  },
): Promise<boolean> {
  const { rows } =
    await sql`insert into cultivation.pool_entry (district, id, trademark_id, trademark_key, mark, stage, route, note, since, added_by, demo)
    values (${ctx.district}, ${entry.id}, ${entry.trademarkId}, ${entry.key}, ${entry.mark}, ${entry.stage}, ${entry.route}, ${entry.note},
      ${entry.since ?? ctx.today}, ${ctx.actor.displayName}, ${entry.demo ?? false})
    on conflict (district, trademark_key) where removed_on is null do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

export interface PoolEntry {
  readonly mark: string;
  readonly stage: string;
  readonly route: string | null;
  readonly evidence: PoolRow['evidence'];
  readonly note: string | null;
  readonly version: number;
}

export async function lockPoolEntry(tx: Tx, district: string, id: string): Promise<PoolEntry | undefined> {
  const { rows } = await sql<PoolEntry>`select mark, stage, route, evidence, note, version from cultivation.pool_entry
    where district = ${district} and id = ${id} and removed_on is null for update`.execute(tx);
  return rows[0];
}

export async function updatePoolRow(
  tx: Tx,
  district: string,
  id: string,
  entry: Omit<PoolEntry, 'mark' | 'version'> & { removedOn: string | null },
): Promise<void> {
  await sql`update cultivation.pool_entry set stage = ${entry.stage}, route = ${entry.route}, evidence = ${JSON.stringify(entry.evidence)},
      note = ${entry.note}, removed_on = ${entry.removedOn}, version = version + 1
    where district = ${district} and id = ${id}`.execute(tx);
}
