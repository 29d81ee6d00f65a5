import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { SIGNAL_READ } from '../filing-supervision.catalogue.ts';
import { ownFilings } from './read-signal.ts';
import { signalsWithin } from './scope.ts';

export interface SignalFilter {
  readonly q?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly subject?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly agency?: string | undefined;
  readonly presence?: 'present' | 'gone' | 'all' | undefined;
}

export interface SignalRow {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly subject_type: 'party' | 'agency' | 'person' | 'group';
  readonly subject_id: string;
  readonly subject_label: string;
  readonly town_codes: string[];
  readonly strength: number;
  readonly weight: number;
  readonly figure: number;
  readonly baseline: {
    expected: number;
    low: number;
    high: number;
    peers: number;
    note: { zh: string; en: string };
  };
  readonly why_zh: string;
  readonly why_en: string;
  readonly filings: number;
  readonly state: 'open' | 'confirmed' | 'explained' | 'unsure';
  readonly changed_since: boolean;
  readonly judged_by: string | null;
  readonly judged_at: string | null;
  readonly first_seen_at: string;
  readonly changed_at: string;
  readonly gone_at: string | null;
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;

/** Tests over `s` of a filter, within what the actor may read. */
export function signalTests(ctx: Ctx, filter: SignalFilter): RawBuilder<unknown> {
  const text = filter.q?.trim() ?? '';
  const pattern = containsPattern(text);
  const presence = filter.presence ?? 'present';
  return sql`s.district = ${ctx.district} and ${signalsWithin(ctx, SIGNAL_READ)}
    ${presence === 'all' ? sql`` : presence === 'gone' ? sql`and s.gone_at is not null` : sql`and s.gone_at is null`}
    ${among(sql`s.kind`, filter.kind)} ${among(sql`s.category`, filter.category)} ${among(sql`s.state`, filter.state)}
    ${among(sql`s.subject_type`, filter.subject)}
    ${filter.town === undefined || filter.town.length === 0 ? sql`` : sql`and s.town_codes && ${[...filter.town]}::text[]`}
    ${filter.party === undefined ? sql`` : sql`and s.party_ids @> array[${filter.party}::uuid]`}
    ${filter.agency === undefined ? sql`` : sql`and s.agency_id = ${filter.agency}`}
    ${text === '' ? sql`` : sql`and (s.subject_label ilike ${pattern} or s.why_zh ilike ${pattern} or s.filings @> array[${text.replaceAll('\0', '')}]::text[])`}`;
}

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  weight: sql`s.weight`,
  strength: sql`s.strength`,
  filings: sql`cardinality(s.filings)`,
  subject: sql`s.subject_label`,
  kind: sql`s.kind`,
  firstSeenAt: sql`s.first_seen_at`,
  changedAt: sql`s.changed_at`,
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const column = SORTS[sort?.replace(/^-/, '') ?? ''];
  if (column === undefined) return sql`s.weight desc, s.id`;
  return sort?.startsWith('-') ? sql`${column} desc, s.id` : sql`${column}, s.id`;
}

const COLUMNS = sql`s.id, s.kind, s.category, s.subject_type, s.subject_id, s.subject_label, s.town_codes, s.strength, s.weight, s.figure, s.baseline,
  s.why_zh, s.why_en, cardinality(s.filings) as filings, s.state, s.changed_since, j.judged_by_name as judged_by, j.judged_at, s.first_seen_at,
  s.changed_at, s.gone_at`;
const FROM = sql`filing_supervision.signal s left join filing_supervision.judgement j on j.district = s.district and j.signal_id = s.id
  and j.withdrawn_at is null`;

/** Signals of a filter in an order; `page` absent: all of them. */
export function selectSignals(
  ctx: Ctx,
  filter: SignalFilter,
  sort: string | undefined,
  page: { size: number; skip: number } | undefined,
) {
  return sql<SignalRow>`select ${COLUMNS} from ${FROM} where ${signalTests(ctx, filter)} order by ${orderBy(sort)}
    ${page === undefined ? sql`` : sql`limit ${page.size} offset ${page.skip}`}`;
}

export interface Counted {
  readonly code: string;
  readonly count: number;
}

/** How many signals of a filter there are by one of their columns. */
export async function countBy(
  ctx: Ctx,
  filter: SignalFilter,
  column: 'kind' | 'state' | 'category',
): Promise<Counted[]> {
  const { rows } =
    await sql<Counted>`select ${sql.ref(`s.${column}`)} as code, count(*)::int as count from filing_supervision.signal s
    where ${signalTests(ctx, filter)} group by 1 order by 2 desc, 1`.execute(ctx.db);
  return rows;
}

export interface SignalDetailRow extends SignalRow {
  readonly evidence: unknown;
  readonly evidence_hash: string;
  readonly keys: string[];
  readonly held: string[] | null;
  readonly own: string[];
}

/** One signal within the actor's places. */
export async function findSignal(ctx: Ctx, id: string): Promise<SignalDetailRow | undefined> {
  const { rows } =
    await sql<SignalDetailRow>`select ${COLUMNS}, s.evidence, s.evidence_hash, s.filings as keys, j.filings as held, ${ownFilings} as own
    from ${FROM} where ${signalTests(ctx, { presence: 'all' })} and s.id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** The weightiest open signal besides one. */
export async function findNextOpen(ctx: Ctx, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select s.id from filing_supervision.signal s
    where ${signalTests(ctx, { state: ['open'] })} and s.id <> ${id} order by s.weight desc, s.id limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.id ?? null;
}
