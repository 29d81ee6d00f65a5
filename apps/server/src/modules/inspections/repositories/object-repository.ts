import type { InspectedKind } from '@jince/wujiang';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** Something that can be inspected, as its register knows it. */
export interface InspectedObject {
  readonly kind: InspectedKind;
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly partyId: string | null;
  readonly agencyId: string | null;
  readonly townCode: string | null;
  readonly address: string | null;
  /** Who answers for it by the register: an officer of that name may not inspect it. */
  readonly head: string | null;
}

/** Objects of each kind that stand on the day. */
const SOURCES: Readonly<Record<InspectedKind, RawBuilder<unknown>>> = {
  printer: sql`select m.district, m.id, m.name, m.uscc, m.party_id as "partyId", null::uuid as "agencyId", m.town_code as "townCode", m.address,
      coalesce(m.contact, p.legal_representative) as head
    from inspections.printer m left join parties.party p on p.district = m.district and p.id = m.party_id where m.ended_on is null`,
  market: sql`select m.district, m.id, m.name, m.uscc, m.party_id as "partyId", null::uuid as "agencyId", m.town_code as "townCode", p.address,
      p.legal_representative as head
    from inspections.pledge m left join parties.party p on p.district = m.district and p.id = m.party_id
    where m.kind in ('market', 'block') and m.from_on is not null and m.exited_on is null`,
  agency: sql`select m.district, m.id, m.name, m.uscc, m.party_id as "partyId", m.id as "agencyId", m.town_code as "townCode", m.address,
      m.head_name as head
    from agencies.agency m where m.in_district and m.merged_into is null and not m.gone and m.status in ('active', 'unknown', 'suspended')`,
  party: sql`select m.district, m.id, m.name, m.uscc, m.id as "partyId", null::uuid as "agencyId", m.town_code as "townCode", m.address,
      m.legal_representative as head
    from parties.party m`,
};

export async function listObjects(
  db: Db,
  district: string,
  kind: InspectedKind,
  choice: { readonly ids?: readonly string[] | undefined; readonly towns?: readonly string[]; readonly limit: number },
): Promise<InspectedObject[]> {
  const { ids, towns = [], limit } = choice;
  const { rows } =
    await sql<InspectedObject>`select ${kind} as kind, o.id, o.name, o.uscc, o."partyId", o."agencyId", o."townCode", o.address, o.head
    from (${SOURCES[kind]}) o where o.district = ${district}
      and ${ids === undefined ? sql`true` : sql`o.id = any(${[...ids]}::uuid[])`}
      and ${towns.length === 0 ? sql`true` : sql`o."townCode" = any(${[...towns]}::text[])`}
    order by o.id limit ${limit}`.execute(db);
  return rows;
}

/** What earlier checks say of objects: by object the last day one failed, and what waits to be checked. */
export async function pastOf(
  db: Db,
  district: string,
  kind: InspectedKind,
  ids: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, { readonly failed: boolean; readonly open: string | null }>> {
  const { rows } = await sql<{ id: string; failed: boolean; open: string | null }>`select t.object_id as id,
      bool_or(coalesce(t.checked_on >= ${since}::date and t.outcome <> 'fit', false)) as failed,
      min(f.number) filter (where f.closed_at is null) as open
    from inspections.task t join procedures.file f on f.district = t.district and f.id = t.file_id
    where t.district = ${district} and t.object_kind = ${kind} and t.object_id = any(${[...ids]}::uuid[])
    group by t.object_id`.execute(db);
  return new Map(rows.map(({ id, ...past }) => [id, past]));
}
