import { createHash } from 'node:crypto';
import type { AgencyFacts, AgencyPerson, HolderFacts, TrademarkFiling } from '@jince/filing-signals';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

/** What is known of holders and agencies beside the filings themselves. */
export interface Surroundings {
  readonly holders: readonly HolderFacts[];
  readonly agencies: readonly AgencyFacts[];
  readonly trademarks: readonly TrademarkFiling[];
  /** Names of agencies, and of persons by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly agencyTowns: ReadonlyMap<string, string>;
  /** Of all of it: another one means that something changed. */
  readonly hash: string;
}

/** Parties that hold a patent. How many people work there no register tells yet. */
async function readHolders(ctx: Ctx): Promise<HolderFacts[]> {
  const { rows } = await sql<HolderFacts>`
    select p.id::text as id, p.name, null as employees, p.capital_fen::float8 as "capitalFen", p.established_on as "establishedOn",
      p.industry_code as industry, p.address, p.legal_representative as "legalRep"
    from parties.party p
    where p.district = ${ctx.district} and p.id in (
      select m.party_id from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = ${ctx.district}) order by p.id`.execute(ctx.db);
  return rows;
}

interface AgencyRow extends Omit<AgencyFacts, 'people'> {
  readonly townCode: string | null;
}

/** First days of licences and records are not asked for: lists tell the present ones alone, and earlier ones were lawful. */
async function readAgencyRows(ctx: Ctx): Promise<AgencyRow[]> {
  const { rows } = await sql<AgencyRow>`
    select a.id::text as id, a.name, a.town_code as "townCode",
      case when a.kinds && array['patent', 'patent-branch'] then true when a.licence_no is not null then true
        when a.kinds = '{}' then null else false end as "patentLicensed",
      null as "licensedFrom", case when a.status in ('revoked', 'deregistered') then a.status_on end as "licensedUntil",
      null as "recordFrom", a.filing_until as "recordUntil", a.filing_until is not null as "recordKnown"
    from agencies.agency a where a.district = ${ctx.district} and not a.gone and a.merged_into is null order by a.id`.execute(
    ctx.db,
  );
  return rows;
}

interface PersonRow {
  readonly agencyId: string;
  readonly personId: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: string | null;
  readonly unitAgency: string | null;
  readonly unitFrom: string | null;
}

/** Only people with a number of their own: a name alone says nothing about who it is. */
async function readPeople(ctx: Ctx): Promise<Map<string, AgencyPerson[]>> {
  const { rows } = await sql<PersonRow>`
    select p.agency_id::text as "agencyId", n.id::text as "personId", n.name, p.from_on as "from", p.to_on as "to",
      s.unit_name as unit, u.id::text as "unitAgency", s.from_on as "unitFrom"
    from agencies.practice p
    join agencies.person n on n.district = p.district and n.id = p.person_id
    left join lateral (select s.unit_name, s.unit_uscc, s.from_on from agencies.social_security s where s.district = p.district
      and s.person_key = n.person_key and (s.to_on is null or s.to_on >= ${ctx.today}) order by s.from_on desc nulls last limit 1) s on true
    left join lateral (select a.id from agencies.agency a where a.district = p.district and not a.gone
      and (a.uscc = s.unit_uscc or (s.unit_uscc is null and a.name = s.unit_name)) order by a.id limit 1) u on true
    where p.district = ${ctx.district} and p.agency_id is not null and coalesce(n.qualification_no, n.practice_no) is not null
    order by p.agency_id, n.id, p.from_on`.execute(ctx.db);
  const people = rows.map(({ agencyId, unit, unitAgency, unitFrom, ...person }) => ({
    agencyId,
    person: {
      ...person,
      socialSecurityUnit: unit === null ? null : { name: unit, agencyId: unitAgency, asOf: unitFrom ?? ctx.today },
    },
  }));
  const byAgency = Map.groupBy(people, ({ agencyId }) => agencyId);
  return new Map([...byAgency].map(([id, list]) => [id, list.map(({ person }) => person)]));
}

async function readTrademarks(ctx: Ctx): Promise<TrademarkFiling[]> {
  const { rows } = await sql<TrademarkFiling>`
    select r.record_key as id, t.agency_id::text as "agencyId", r.filed_on as "filedOn"
    from agencies.trademark_agency t join ip_rights.trademark r on r.district = t.district and r.id = t.trademark_id
    where t.district = ${ctx.district} and r.filed_on is not null order by r.record_key`.execute(ctx.db);
  return rows;
}

export async function readSurroundings(ctx: Ctx): Promise<Surroundings> {
  const [holders, rows, people, trademarks] = await Promise.all([
    readHolders(ctx),
    readAgencyRows(ctx),
    readPeople(ctx),
    readTrademarks(ctx),
  ]);
  const agencies = rows.map(({ townCode: _, ...row }) => ({ ...row, people: people.get(row.id) ?? [] }));
  const persons = [...people.values()].flat().map((one) => [one.personId, one.name] as const);
  return {
    holders,
    agencies,
    trademarks,
    names: new Map([...agencies.map(({ id, name }) => [id, name] as const), ...persons]),
    agencyTowns: new Map(rows.flatMap(({ id, townCode }) => (townCode === null ? [] : [[id, townCode] as const]))),
    hash: createHash('sha256')
      .update(JSON.stringify([holders, agencies, trademarks]))
      .digest('hex'),
  };
}
