import type { AffairValue } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Values } from '../domain/values.ts';

export interface AgencyRow {
  readonly id: string;
  readonly party_id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly agency_code: string | null;
  readonly kinds: string[];
  readonly status: string;
  readonly town_code: string | null;
  readonly licence_no: string | null;
  readonly licensed_on: string | null;
  readonly filing_from: string | null;
  readonly filing_until: string | null;
  readonly established_on: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly head_name: string | null;
}

const columns = sql`a.id, a.party_id, a.name, a.uscc, a.agency_code, a.kinds, a.status, a.town_code, a.licence_no, a.licensed_on,
  a.filing_from, a.filing_until, a.established_on, a.address, a.phone, a.head_name`;

/** What a scope reaches, over a table with `town_code` and `party_id`. */
export function within(scope: Scope, alias: 'a' | 'm'): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  const at = sql.raw(alias);
  return sql<boolean>`(${at}.town_code = any(${scope.towns}::text[]) or ${at}.party_id = any(${scope.parties}::uuid[]))`;
}

const standing = sql`a.merged_into is null`;

export async function findAgency(db: Db, district: string, id: string, scope: Scope): Promise<AgencyRow | undefined> {
  const { rows } = await sql<AgencyRow>`select ${columns} from agencies.agency a
    where a.district = ${district} and a.id = ${id} and ${standing} and ${within(scope, 'a')}`.execute(db);
  return rows[0];
}

export async function findAgencyOfParty(db: Db, district: string, partyId: string): Promise<AgencyRow | undefined> {
  const { rows } = await sql<AgencyRow>`select ${columns} from agencies.agency a
    where a.district = ${district} and a.party_id = ${partyId} and ${standing} and not a.gone order by a.id limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Agencies of the district that are looked at in a census. */
export async function listStandingAgencies(db: Db, district: string, towns: readonly string[]): Promise<AgencyRow[]> {
  const { rows } = await sql<AgencyRow>`select ${columns} from agencies.agency a
    where a.district = ${district} and ${standing} and not a.gone and a.in_district
      and a.status in ('active', 'suspended', 'unknown')
      and (${towns.length === 0} or a.town_code = any(${towns}::text[]))
    order by a.town_code nulls last, a.name`.execute(db);
  return rows;
}

/** Other agencies with the same code or name. */
export async function findTwins(
  db: Db,
  district: string,
  of: {
    readonly id: string | null;
    readonly uscc: string | null;
    readonly agencyCode: string | null;
    readonly name: string | null;
  },
): Promise<{ readonly name: string; readonly by: 'uscc' | 'agencyCode' | 'name' }[]> {
  const { rows } = await sql<{ name: string; by: 'uscc' | 'agencyCode' | 'name' }>`select a.name,
      case when a.uscc = ${of.uscc} then 'uscc' when a.agency_code = ${of.agencyCode} then 'agencyCode' else 'name' end as by
    from agencies.agency a
    where a.district = ${district} and ${standing} and not a.gone and a.id is distinct from ${of.id}
      and (a.uscc = ${of.uscc} or a.agency_code = ${of.agencyCode} or a.name = ${of.name}) order by a.name limit 5`.execute(
    db,
  );
  return rows;
}

export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly town_code: string | null;
  readonly address: string | null;
  readonly established_on: string | null;
}

/** A party in reach of a scope. */
export async function findParty(db: Db, district: string, id: string, scope: Scope): Promise<PartyRow | undefined> {
  const reach =
    scope.kind === 'district'
      ? sql`true`
      : sql`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]))`;
  const { rows } = await sql<PartyRow>`select p.id, p.name, p.uscc, p.town_code, p.address, p.established_on
    from parties.party p where p.district = ${district} and p.id = ${id} and ${reach}`.execute(db);
  return rows[0];
}

/** The fields of the jurisdiction's form as the register has them. */
export function registeredValues(agency: AgencyRow): Values {
  const values: Record<string, AffairValue> = {
    name: agency.name,
    uscc: agency.uscc,
    kinds: agency.kinds,
    agencyCode: agency.agency_code,
    licenceNo: agency.licence_no,
    licensedOn: agency.licensed_on,
    filingFrom: agency.filing_from,
    filingUntil: agency.filing_until,
    townCode: agency.town_code,
    address: agency.address,
    headName: agency.head_name,
    phone: agency.phone,
    establishedOn: agency.established_on,
  };
  return values;
}

interface YearFigures {
  readonly agents: number;
  readonly inventions: number;
  readonly utilities: number;
  readonly designs: number;
  readonly trademarks: number;
  readonly abnormal: number;
  readonly penalties: number;
}

/** What the registers of the district know of an agency's year. */
export async function readYear(db: Db, district: string, agencyId: string, year: number): Promise<YearFigures> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const filed = (kind: string) =>
    sql`(select count(*)::int from agencies.patent_agency x join ip_rights.patent r on r.district = x.district and r.id = x.patent_id
      where x.district = ${district} and x.agency_id = ${agencyId} and r.kind = ${kind} and r.filed_on between ${from} and ${to})`;
  const { rows } = await sql<YearFigures>`select
    (select count(distinct p.person_id)::int from agencies.practice p where p.district = ${district} and p.agency_id = ${agencyId}
      and coalesce(p.from_on, ${from}::date) <= ${to} and coalesce(p.to_on, ${to}::date) >= ${to}) as agents,
    ${filed('invention')} as inventions, ${filed('utility')} as utilities, ${filed('design')} as designs,
    (select count(distinct t.registration_no)::int from agencies.trademark_agency x
      join ip_rights.trademark t on t.district = x.district and t.id = x.trademark_id
      where x.district = ${district} and x.agency_id = ${agencyId} and t.filed_on between ${from} and ${to}) as trademarks,
    (select count(*)::int from agencies.patent_agency x join ip_rights.patent r on r.district = x.district and r.id = x.patent_id
      where x.district = ${district} and x.agency_id = ${agencyId} and exists (select 1 from ip_rights.abnormal_filing f
        where f.district = r.district and f.patent_key = r.record_key and f.flagged_on between ${from} and ${to} and f.cleared_on is null)) as abnormal,
    (select count(*)::int from agencies.ground g where g.district = ${district} and g.agency_id = ${agencyId} and g.sort = 'penalty'
      and g.person_key is null and g.revoked_on is null and g.happened_on between ${from} and ${to}) as penalties`.execute(
    db,
  );
  return rows[0] as YearFigures;
}

export async function countPeople(db: Db, district: string, agencyId: string, on: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct p.person_id)::int as n from agencies.practice p
    where p.district = ${district} and p.agency_id = ${agencyId} and (p.from_on is null or p.from_on <= ${on}) and (p.to_on is null or p.to_on >= ${on})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
