import type { PatentKind } from '@jince/identifiers';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { abnormalFlags } from './abnormal-flags.ts';

export interface PatentItem {
  readonly id: string;
  readonly application_no: string;
  readonly kind: PatentKind;
  readonly title: string;
  readonly filed_on: string | null;
  readonly granted_on: string | null;
  readonly publication_no: string | null;
  readonly grant_no: string | null;
  readonly ipc_main: string | null;
  readonly next_due_on: string | null;
  readonly abnormal: boolean;
  readonly holders: { name: string; partyId: string | null }[];
}

/** What a list shows of the given patents, by id. */
export async function listPatentItems(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PatentItem>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PatentItem>`
    select p.id, p.application_no, p.kind, p.title, p.filed_on, p.granted_on, p.publication_no, p.grant_no, p.ipc_main, p.next_due_on,
      p.abnormal or exists (select 1 from ${abnormalFlags} a
        where a.district = p.district and a.patent_key = p.record_key and a.cleared_on is null) as abnormal,
      coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'partyId', m.party_id) order by h.position)
        from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = p.district and h.patent_id = p.id), '[]') as holders
    from ip_rights.patent p where p.district = ${district} and p.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface PatentRecord extends Omit<PatentItem, 'holders'> {
  readonly record_key: string;
  readonly country: string;
  readonly published_on: string | null;
  readonly ipc: string[];
  readonly cpc: string[];
  readonly locarno: string[];
  readonly strategic_industries: string[];
  readonly inventors: string[];
  readonly address: string | null;
  readonly town_code: string | null;
  readonly agency: string | null;
  readonly claim_count: number | null;
  readonly cited_count: number | null;
  readonly family_countries: string[];
  readonly family_size: number | null;
  readonly legal_status_text: string | null;
  readonly abstract: string | null;
  readonly vendor_scores: { vendor: string; name: string; value: string }[];
  readonly updated_at: string;
}

export async function findPatent(db: Db, district: string, id: string): Promise<PatentRecord | undefined> {
  const { rows } = await sql<PatentRecord>`
    select id, record_key, application_no, country, kind, title, filed_on, granted_on, published_on, publication_no, grant_no, ipc_main, ipc, cpc,
      locarno, strategic_industries, inventors, address, town_code, agency, claim_count, cited_count, family_countries, family_size,
      legal_status_text, next_due_on, abnormal, abstract, vendor_scores, updated_at
    from ip_rights.patent where district = ${district} and id = ${id}`.execute(db);
  return rows[0];
}
