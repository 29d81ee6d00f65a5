import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import type { LinkCounts } from '../../../platform/imports/import-kind.ts';
import { markMentions } from './mark-parties.ts';

export interface MentionRow {
  readonly id: string;
  readonly name: string;
  readonly name_key: string;
  readonly locality: string;
  readonly uscc: string;
  readonly address: string | null;
  readonly ipc: string | null;
  readonly party_id: string | null;
  readonly decision: 'auto' | 'review' | 'none' | 'person';
  readonly score: number;
  readonly reasons: { code: string; text: string; weight?: number }[];
  readonly candidates: { id: string; score: number; reasons: { code: string; text: string; weight?: number }[] }[];
}

export const MENTION_COLUMNS = sql`m.id, m.name, m.name_key, m.locality, m.uscc, m.address, m.ipc, m.party_id, m.decision, m.score, m.reasons, m.candidates`;

/**
 * The distinct mentions of an import as an analysed temporary table: fresh rows have no statistics, and the planner would
 * otherwise walk them once per mention.
 */
async function collectMentions(tx: Tx, district: string, importId: string): Promise<void> {
  await sql`drop table if exists jince_mention`.execute(tx);
  await sql`create temp table jince_mention on commit drop as
    select h->>'key' as name_key, coalesce(h->>'locality', '') as locality, coalesce(h->>'uscc', '') as uscc, min(h->>'name') as name,
      min(h->>'address') as address, min(h->>'ipc') as ipc
    from imports.import_row r cross join lateral jsonb_array_elements(r.record_values->'holders') h
    where r.district = ${district} and r.import_id = ${importId} and r.record_values ? 'holders' and r.status in ('accepted', 'doubtful')
    group by 1, 2, 3`.execute(tx);
  await sql`analyze jince_mention`.execute(tx);
}

const SAME = sql`m.name_key = k.name_key and m.locality = k.locality and m.uscc = k.uscc`;

/**
 * Makes a mention of every holder the rows of an import name; known ones keep what was decided about them.
 * Returns those that were never compared with the register.
 */
export async function takeMentionsOfImport(tx: Tx, district: string, importId: string): Promise<MentionRow[]> {
  await collectMentions(tx, district, importId);
  await sql`insert into parties.mention (district, id, name, name_key, locality, uscc, address, ipc, first_import)
    select ${district}, gen_random_uuid(), name, name_key, locality, uscc, address, ipc, ${importId} from jince_mention
    on conflict (district, name_key, locality, uscc) do nothing`.execute(tx);
  const { rows } =
    await sql<MentionRow>`select ${MENTION_COLUMNS} from jince_mention k join parties.mention m on m.district = ${district} and ${SAME}
    where m.matched_at is null`.execute(tx);
  return rows;
}

export async function countLinksOfImport(tx: Tx, district: string, importId: string): Promise<LinkCounts> {
  await collectMentions(tx, district, importId);
  const { rows } = await sql<{ auto: number; person: number; review: number; none: number }>`
    select count(*) filter (where decision = 'auto') as auto, count(*) filter (where decision = 'person') as person,
      count(*) filter (where decision = 'review') as review, count(*) filter (where decision = 'none') as none
    from jince_mention k join parties.mention m on m.district = ${district} and ${SAME}`.execute(tx);
  const row = rows[0];
  return {
    linkedAuto: row?.auto ?? 0,
    linkedByPerson: row?.person ?? 0,
    toReview: row?.review ?? 0,
    unlinked: row?.none ?? 0,
  };
}

/**
 * Mentions to compare again: all that no person linked to a party that is there. One whose party has gone with its
 * import is among them, so that the judgement holds again when the party comes back.
 */
export async function listRematchable(db: Db, district: string, ids?: readonly string[]): Promise<MentionRow[]> {
  const { rows } = await sql<MentionRow>`select ${MENTION_COLUMNS} from parties.mention m
    where m.district = ${district} and (m.decision <> 'person' or m.party_id is null)
      and (${ids ?? null}::uuid[] is null or m.id = any(${ids ?? null}::uuid[]))`.execute(db);
  return rows;
}

/** Judging and writing what follows from judgements happen one after the other. */
export async function lockJudgements(tx: Tx, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`judgements:${district}`}, 0))`.execute(tx);
}

export interface MentionDecision {
  readonly id: string;
  readonly partyId: string | null;
  readonly decision: 'auto' | 'review' | 'none' | 'person';
  readonly score: number;
  readonly reasons: unknown;
  readonly candidates: unknown;
}

/** Rows of a part of the decisions, as SQL. */
const decided = (part: readonly MentionDecision[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as d(id uuid, "partyId" uuid, decision text, score real, reasons jsonb, candidates jsonb)`;

/**
 * Notes in `jince_relinked` which mentions will change and which parties that concerns: those they are linked to, or wait
 * to be compared with, before and after.
 */
async function noteRelinked(tx: Tx, district: string, part: readonly MentionDecision[]): Promise<void> {
  const waiting = (decision: RawBuilder<unknown>, candidates: RawBuilder<unknown>) =>
    sql`select (k->>'id')::uuid from jsonb_array_elements(case when ${decision} = 'review' then ${candidates} else '[]' end) k`;
  await sql`insert into jince_relinked select m.id, x.party_id
    from parties.mention m join ${decided(part)} on d.id = m.id
    cross join lateral (select m.party_id union all select d."partyId" union all ${waiting(sql`m.decision`, sql`m.candidates`)}
      union all ${waiting(sql`d.decision`, sql`d.candidates`)}) x(party_id)
    where m.district = ${district} and (m.party_id is distinct from d."partyId" or m.decision <> d.decision or m.candidates <> d.candidates)`.execute(
    tx,
  );
}

/** Writes what was decided and marks whatever is said of the parties and names concerned. Returns how many mentions changed. */
export async function saveDecisions(tx: Tx, ctx: Ctx, decisions: readonly MentionDecision[]): Promise<number> {
  const SIZE = 2000;
  const { district } = ctx;
  let changed = 0;
  await sql`drop table if exists jince_relinked`.execute(tx);
  await sql`create temp table jince_relinked (mention_id uuid not null, party_id uuid) on commit drop`.execute(tx);
  for (let at = 0; at < decisions.length; at += SIZE) {
    const part = decisions.slice(at, at + SIZE);
    await noteRelinked(tx, district, part);
    const result =
      await sql`update parties.mention m set party_id = d."partyId", decision = d.decision, score = d.score, reasons = d.reasons,
        candidates = d.candidates, matched_at = now()
      from ${decided(part)}
      where m.district = ${district} and m.id = d.id
        and (m.matched_at is null or m.party_id is distinct from d."partyId" or m.decision <> d.decision or m.candidates <> d.candidates
          or (d.decision in ('person', 'none') and m.reasons <> d.reasons))`.execute(tx);
    changed += Number(result.numAffectedRows ?? 0);
  }
  await markStale(tx, ctx, 'enterprise', sql`select party_id from jince_relinked`);
  await markMentions(tx, ctx, sql`select distinct mention_id from jince_relinked`);
  return changed;
}
