import { sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface PartyRecord {
  readonly id: string;
  readonly record_key: string;
  readonly uscc: string | null;
  readonly registration_no: string | null;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly status_text: string | null;
  readonly established_on: string | null;
  readonly dissolved_on: string | null;
  readonly address: string | null;
  readonly town_code: string | null;
  readonly zone_code: string | null;
  readonly industry_code: string | null;
  readonly industry_text: string | null;
  readonly capital_fen: number | null;
  readonly capital_currency: string | null;
  readonly legal_representative: string | null;
  readonly registration_authority: string | null;
  readonly scope: string | null;
  readonly updated_at: string;
}

/** The second line behind the list's own scope test: the predicate every read of a party carries. */
export function withinScope(scope: Scope) {
  if (scope.kind === 'district') return sql`true`;
  return sql`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]))`;
}

export async function listPartyTexts(db: Db, district: string, scope: Scope, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    name: string;
    uscc: string | null;
  }>`select p.id, p.name, p.uscc from parties.party p
    where p.district = ${district} and p.id = any(${ids}::uuid[]) and ${withinScope(scope)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findParty(db: Db, district: string, scope: Scope, id: string): Promise<PartyRecord | undefined> {
  const { rows } =
    await sql<PartyRecord>`select p.id, p.record_key, p.uscc, p.registration_no, p.name, p.kind, p.status, p.status_text, p.established_on,
      p.dissolved_on, p.address, p.town_code, p.zone_code, p.industry_code, p.industry_text, p.capital_fen, p.capital_currency,
      p.legal_representative, p.registration_authority, p.scope, p.updated_at
    from parties.party p where p.district = ${district} and p.id = ${id} and ${withinScope(scope)}`.execute(db);
  return rows[0];
}

export async function listPartyNames(db: Db, district: string, partyId: string) {
  const { rows } = await sql<{
    name: string;
    valid_from: string | null;
    valid_to: string | null;
    kind: 'current' | 'former';
  }>`
    select name, valid_from, valid_to, kind from parties.party_name where district = ${district} and party_id = ${partyId} order by position`.execute(
    db,
  );
  return rows;
}

export interface MembershipRecord {
  readonly id: string;
  readonly record_key: string;
  readonly kind: string;
  readonly level: string | null;
  readonly certificate_no: string | null;
  readonly standard: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly year: number | null;
  readonly status_text: string | null;
}

export async function listMemberships(db: Db, district: string, partyId: string): Promise<MembershipRecord[]> {
  const { rows } =
    await sql<MembershipRecord>`select s.id, s.record_key, s.kind, s.level, s.certificate_no, s.standard, s.valid_from, s.valid_to, s.year, s.status_text
    from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
    where s.district = ${district} and m.party_id = ${partyId} order by s.kind, s.valid_from desc nulls last`.execute(
      db,
    );
  return rows;
}

/** Candidates of a review with what helps to decide. */
export async function listCandidateParties(db: Db, district: string, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    record_key: string;
    name: string;
    uscc: string | null;
    town_code: string | null;
    address: string | null;
    industry_code: string | null;
    industry_text: string | null;
    status: string;
    former: string[] | null;
  }>`select p.id, p.record_key, p.name, p.uscc, p.town_code, p.address, p.industry_code, p.industry_text, p.status,
      (select array_agg(n.name order by n.position) from parties.party_name n where n.district = p.district and n.party_id = p.id and n.kind = 'former') as former
    from parties.party p where p.district = ${district} and p.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
