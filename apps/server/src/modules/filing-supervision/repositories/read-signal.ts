import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { signalsWithin } from './scope.ts';

/** A signal as a judgement finds it. */
export interface LockedSignal {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly subject_label: string;
  readonly agency_id: string | null;
  readonly person_id: string | null;
  readonly why_zh: string;
  readonly strength: number;
  readonly filings: string[];
  readonly evidence_hash: string;
  readonly gone: boolean;
  /** Keys held abnormal by the standing judgement. */
  readonly held: string[];
  /** Filings of the party it is about; where it is about no single party, all. Others stand beside as what was copied. */
  readonly own: string[];
}

/** Keys of the filings of `s` that its party holds, in their order; all where it is about no single party. */
export const ownFilings = sql`case when s.subject_type <> 'party' then s.filings else array(
  select k.key from unnest(s.filings) with ordinality as k(key, position)
  where exists (select 1 from ip_rights.patent r join ip_rights.patent_holder h on h.district = r.district and h.patent_id = r.id
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    where r.district = s.district and r.record_key = k.key and coalesce(m.party_id::text, m.name) = s.subject_id)
  order by k.position) end`;

/** A signal within the actor's places, locked until the transaction ends. */
export async function lockSignal(tx: Tx, ctx: Ctx, permission: string, id: string): Promise<LockedSignal | undefined> {
  const { rows } = await sql<LockedSignal>`
    select s.id, s.kind, s.category, s.subject_type, s.subject_id, s.subject_label, s.agency_id, s.person_id, s.why_zh, s.strength, s.filings,
      s.evidence_hash, s.gone_at is not null as gone,
      coalesce((select j.filings from filing_supervision.judgement j where j.district = s.district and j.signal_id = s.id and j.withdrawn_at is null), '{}') as held,
      ${ownFilings} as own
    from filing_supervision.signal s where s.district = ${ctx.district} and s.id = ${id} and ${signalsWithin(ctx, permission)} for update of s`.execute(
    tx,
  );
  return rows[0];
}

export interface FilingRow {
  readonly key: string;
  readonly patentId: string | null;
  readonly applicationNo: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly kind: string;
  readonly filedOn: string | null;
  readonly ipcMain: string | null;
  readonly claimCount: number | null;
  readonly inventors: string[];
  readonly holders: { name: string; partyId: string | null }[];
  readonly agency: string | null;
  readonly status: string;
  readonly abnormal: boolean;
}

/** Filings by key as the register shows them today, in the given order; one no longer there keeps its key. */
export async function listFilingRows(db: Db, ctx: Ctx, keys: readonly string[]): Promise<FilingRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<FilingRow>`
    select k.key, r.id as "patentId", coalesce(r.application_no, k.key) as "applicationNo", coalesce(r.title, '') as title, r.abstract,
      coalesce(r.kind, '') as kind, r.filed_on as "filedOn", r.ipc_main as "ipcMain", r.claim_count as "claimCount",
      coalesce(r.inventors, '{}') as inventors, r.agency, coalesce(t.status, 'unknown') as status,
      coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'partyId', m.party_id) order by h.position)
        from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = r.district and h.patent_id = r.id), '[]') as holders,
      coalesce(r.abnormal, false) or exists (select 1 from ip_rights.abnormal_filing n where n.district = ${ctx.district} and n.patent_key = k.key and n.cleared_on is null)
        or exists (select 1 from ip_rights.abnormal_finding f where f.district = ${ctx.district} and f.patent_key = k.key and f.withdrawn_on is null) as abnormal
    from unnest(${[...keys]}::text[]) with ordinality as k(key, position)
    left join ip_rights.patent r on r.district = ${ctx.district} and r.record_key = k.key
    left join ip_rights.patent_period t on t.district = r.district and t.patent_id = r.id
      and t.valid_from <= ${ctx.today} and (t.valid_to is null or ${ctx.today} < t.valid_to)
    order by k.position`.execute(db);
  return rows;
}

/** Names of agencies and parties by their id. */
export async function listNames(db: Db, district: string, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from agencies.agency where district = ${district} and id = any(${[...ids]}::uuid[])
    union all select id::text, name from parties.party where district = ${district} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
