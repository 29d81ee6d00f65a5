import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { AgencyCard, AgencyNote } from '../domain/agency.ts';

export interface AgencyRecord extends AgencyCard {
  readonly statusText: string | null;
  readonly statusOn: string | null;
  readonly parentText: string | null;
  readonly licenceNo: string | null;
  readonly filingNo: string | null;
  readonly establishedOn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly headName: string | null;
  readonly services: readonly string[];
  readonly notes: readonly AgencyNote[];
  readonly updatedAt: string;
}

/** Columns of the card; the table stands as `a`. */
export const CARD = sql`a.id, a.party_id as "partyId", a.name, a.uscc, a.agency_code as "agencyCode", a.kinds, a.status,
  a.town_code as "townCode", a.in_district as "inDistrict", a.parent_id as "parentId", a.licensed_on as "licensedOn",
  a.filing_from as "filingFrom", a.filing_until as "filingUntil"`;

const RECORD = sql`${CARD}, a.status_text as "statusText", a.status_on as "statusOn", a.parent_text as "parentText", a.licence_no as "licenceNo",
  a.filing_no as "filingNo", a.established_on as "establishedOn", a.address, a.phone, a.head_name as "headName", a.services, a.notes,
  a.updated_at as "updatedAt"`;

/** Rows that are agencies of the register at present. */
export const THERE = sql`not a.gone and a.merged_into is null`;

/** What a scope reaches: its towns' agencies and those that are its parties. The table stands as `a`. */
export function agencyScope(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(a.town_code = any(${scope.towns}::text[]) or a.party_id = any(${scope.parties}::uuid[]))`;
}

export const agencyReach = (ctx: Ctx, permission: string): RawBuilder<boolean> =>
  agencyScope(scopeFor(ctx, permission));

/** Cards by the ids asked for; an id that was merged into another yields the other's card. */
export async function selectCards(
  db: Db,
  district: string,
  ids: readonly string[],
  reach: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<Map<string, AgencyCard>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AgencyCard & { asked: string }>`select o.id as asked, ${CARD}
    from agencies.agency o join agencies.agency a on a.district = o.district and a.id = coalesce(o.merged_into, o.id)
    where o.district = ${district} and o.id = any(${ids}::uuid[]) and ${reach}`.execute(db);
  return new Map(rows.map(({ asked, ...card }) => [asked, card]));
}

export async function selectRecord(
  db: Db,
  district: string,
  id: string,
  reach: RawBuilder<boolean>,
): Promise<AgencyRecord | undefined> {
  const { rows } = await sql<AgencyRecord>`select ${RECORD}
    from agencies.agency o join agencies.agency a on a.district = o.district and a.id = coalesce(o.merged_into, o.id)
    where o.district = ${district} and o.id = ${id} and not a.gone and ${reach}`.execute(db);
  return rows[0];
}

export async function selectAllCards(db: Db, district: string): Promise<AgencyCard[]> {
  const { rows } =
    await sql<AgencyCard>`select ${CARD} from agencies.agency a where a.district = ${district} and ${THERE}
    order by a.name, a.id`.execute(db);
  return rows;
}

export async function selectCardOfParty(db: Db, district: string, partyId: string): Promise<AgencyCard | undefined> {
  const { rows } = await sql<AgencyCard>`select ${CARD} from agencies.agency a
    where a.district = ${district} and a.party_id = ${partyId} and ${THERE} order by a.id limit 1`.execute(db);
  return rows[0];
}
