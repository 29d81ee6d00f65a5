import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** A signal as it is written. */
export interface SignalRecord {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly category: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly subject_label: string;
  readonly strength: number;
  readonly weight: number;
  readonly figure: number;
  readonly baseline: unknown;
  readonly evidence: unknown;
  readonly why_zh: string;
  readonly why_en: string;
  readonly filings: readonly string[];
  readonly party_ids: readonly string[];
  readonly agency_id: string | null;
  readonly person_id: string | null;
  readonly town_codes: readonly string[];
  readonly evidence_hash: string;
}

const NAMES = [
  'key',
  'kind',
  'category',
  'subject_type',
  'subject_id',
  'subject_label',
  'strength',
  'weight',
  'figure',
  'baseline',
  'evidence',
  'why_zh',
  'why_en',
  'filings',
  'party_ids',
  'agency_id',
  'person_id',
  'town_codes',
  'evidence_hash',
] as const;
const COLUMNS = sql.join(NAMES.map((name) => sql.id(name)));
const excluded = sql.join(NAMES.map((name) => sql.id('excluded', name)));
const stored = sql.join(NAMES.map((name) => sql.id('s', name)));

/** What of a stored signal tells whether a search found it altered. */
export interface KnownSignal {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly gone: boolean;
}

export async function listKnownSignals(db: Db, district: string): Promise<Map<string, KnownSignal>> {
  const { rows } = await sql<KnownSignal>`select id, key, evidence_hash as hash, gone_at is not null as gone
    from filing_supervision.signal where district = ${district}`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Writes signals by key: first seen once, evidence as of now, what was judged left as it is. Rows that say the same already
 * are not touched. Returns how many are new and how many were altered.
 */
export async function writeSignals(
  tx: Tx,
  district: string,
  at: Date,
  records: readonly SignalRecord[],
): Promise<{ appeared: number; altered: number }> {
  if (records.length === 0) return { appeared: 0, altered: 0 };
  const { rows } = await sql<{ fresh: boolean }>`
    insert into filing_supervision.signal as s (district, id, ${COLUMNS}, first_seen_at, changed_at)
    select ${district}, d.id, d.key, d.kind, d.category, d.subject_type, d.subject_id, d.subject_label, d.strength, d.weight, d.figure, d.baseline,
      d.evidence, d.why_zh, d.why_en, coalesce(d.filings, '{}'), coalesce(d.party_ids, '{}'), d.agency_id, d.person_id, coalesce(d.town_codes, '{}'),
      d.evidence_hash, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(records)}::json) as d(id uuid, key text, kind text, category text, subject_type text, subject_id text,
      subject_label text, strength float8, weight float8, figure float8, baseline jsonb, evidence jsonb, why_zh text, why_en text, filings text[],
      party_ids uuid[], agency_id uuid, person_id text, town_codes text[], evidence_hash text)
    on conflict (district, key) do update set (${COLUMNS}) = row(${excluded}), changed_at = excluded.changed_at, gone_at = null,
      changed_since = coalesce((select j.evidence_hash <> excluded.evidence_hash from filing_supervision.judgement j
        where j.district = s.district and j.signal_id = s.id and j.withdrawn_at is null), false)
    where s.gone_at is not null or (${stored}) is distinct from (${excluded})
    returning s.xmax = 0 as fresh`.execute(tx);
  const appeared = rows.filter((row) => row.fresh).length;
  return { appeared, altered: rows.length - appeared };
}

/** Signals a search no longer found: kept with what was judged of them. */
export async function markGone(tx: Tx, district: string, at: Date, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`update filing_supervision.signal set gone_at = ${at} where district = ${district} and key = any(${[...keys]}::text[]) and gone_at is null`.execute(
    tx,
  );
}

/** Weighs the signals of a kind anew; `factor` as of {@link weigh}. */
export async function reweighKind(tx: Tx, district: string, kind: string, factor: number): Promise<void> {
  await sql`update filing_supervision.signal set weight = strength * ${factor}::float8 / nullif(strength * ${factor}::float8 + (1 - strength), 0)
    where district = ${district} and kind = ${kind} and strength > 0`.execute(tx);
}

export async function setSignalState(tx: Tx, district: string, id: string, state: string): Promise<void> {
  await sql`update filing_supervision.signal set state = ${state}, changed_since = false where district = ${district} and id = ${id}`.execute(
    tx,
  );
}
