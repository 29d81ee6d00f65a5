import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** A patent that ties people or agencies to parties. */
export interface PatentTieRow {
  readonly number: string;
  readonly title: string;
  readonly agency: string | null;
  readonly inventors: readonly string[];
  /** Ids of those of the asked parties that hold it; empty for patents of others. */
  readonly holders: readonly string[];
}

export interface TieQuestion {
  readonly district: string;
  readonly partyIds: readonly string[];
  /** Names as patents state them. */
  readonly people: readonly string[];
  readonly team: readonly string[];
}

/**
 * What the register tells of ties to parties: their patents that name one of the people as inventor, one for each party
 * and agency that acted for it, and anybody's patents on which one of the people stands together with one of the team.
 * Whole register, without scope: for judging conflicts of interest, where nobody may choose what to see.
 */
export async function listPatentTies(db: Db, question: TieQuestion): Promise<PatentTieRow[]> {
  const { district, partyIds, people, team } = question;
  const { rows } = await sql<PatentTieRow>`
    with held as (
      select h.patent_id, array_agg(distinct m.party_id) as parties
      from parties.mention m
      join ip_rights.patent_holder h on h.district = m.district and h.mention_id = m.id
      where m.district = ${district} and m.party_id = any(${partyIds}::uuid[]) group by h.patent_id),
    named as (
      select r.id from ip_rights.patent r where r.district = ${district} and r.inventors && ${people}::text[]
        and (r.inventors && ${team}::text[] or r.id in (select patent_id from held))),
    agents as (
      select distinct on (party_id, r.agency) r.id from held cross join unnest(held.parties) as party_id
      join ip_rights.patent r on r.district = ${district} and r.id = held.patent_id and r.agency is not null
      order by party_id, r.agency, r.filed_on desc nulls last, r.record_key)
    select r.application_no as number, r.title, r.agency, r.inventors, coalesce(held.parties, '{}') as holders
    from ip_rights.patent r left join held on held.patent_id = r.id
    where r.district = ${district} and r.id in (select id from named union select id from agents)
    order by r.filed_on desc nulls last, r.record_key`.execute(db);
  return rows;
}
