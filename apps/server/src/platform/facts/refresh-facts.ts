import { type RawBuilder, sql } from 'kysely';
import { type Ctx, inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { publishEvent } from '../jobs/enqueue-job.ts';
import type { FactQuery } from './fact-definition.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { linkTable, type Sheet, selectStored, sheetsOf, sheetTable } from './fact-statements.ts';
import {
  type RegisterVersions,
  readStates,
  registerVersionsSql,
  type SubjectState,
  versionsText,
} from './freshness.ts';
import { lockFacts } from './lock-facts.ts';
import { catalogueHash } from './sync-fact-tables.ts';

/** Past this share of a subject's rows, computing all of them is quicker than picking out the marked ones. */
const WHOLE_FROM_SHARE = 0.2;

/** Payload of the event `facts.refreshed`, published in the transaction in which the facts change. */
export interface FactsRefreshed {
  readonly subjects: readonly string[];
  /** Whether all of a subject were computed anew, not the marked ones alone. */
  readonly whole: boolean;
  readonly asOf: string;
}

interface Marks {
  readonly registers: RegisterVersions;
  /** Subject → how many of it are marked; null: every one. */
  readonly counts: Readonly<Record<string, number | null>>;
}

/** Takes what is marked, and the state of the registers at the same moment, in one statement and so of one snapshot. */
async function takeMarks(tx: Tx, district: string): Promise<Marks> {
  await sql`create temp table facts_taken (subject text not null, subject_id uuid) on commit drop`.execute(tx);
  const { rows } = await sql<{ registers: RegisterVersions }>`
    with taken as (delete from facts.stale where district = ${district} returning subject, subject_id),
      kept as (insert into facts_taken select distinct subject, subject_id from taken)
    select ${registerVersionsSql(district)} as registers`.execute(tx);
  await sql`create index on facts_taken (subject, subject_id)`.execute(tx);
  await sql`analyze facts_taken`.execute(tx);
  const counted = await sql<{ subject: string; count: number; every: boolean }>`
    select subject, count(*) as count, bool_or(subject_id is null) as every from facts_taken group by subject`.execute(
    tx,
  );
  return {
    registers: rows[0]?.registers ?? {},
    counts: Object.fromEntries(counted.rows.map((row) => [row.subject, row.every ? null : row.count])),
  };
}

type Reach = 'whole' | 'marked' | 'none';

async function reachOf(
  tx: Tx,
  ctx: Ctx,
  entry: SubjectEntry,
  state: SubjectState | undefined,
  marks: Marks,
): Promise<Reach> {
  const { subject } = entry.subject;
  const marked = marks.counts[subject];
  if (state === undefined || state.asOf !== ctx.today || state.hash !== catalogueHash(ctx, entry)) return 'whole';
  if (marked === undefined) return state.versions === versionsText(entry, marks.registers) ? 'none' : 'whole';
  if (marked === null) return 'whole';
  const { rows } = await sql<{ size: number }>`select count(*) as size from ${sql.id('facts', subject)}
    where district = ${ctx.district}`.execute(tx);
  return marked > (rows[0]?.size ?? 0) * WHOLE_FROM_SHARE && marked > 100 ? 'whole' : 'marked';
}

/** Brings one table in line with `facts_next`, touching only rows that differ. */
async function refreshSheet(tx: Tx, sheet: Sheet, { district, only }: FactQuery): Promise<void> {
  const { paths } = sheet;
  const table = sheetTable(sheet);
  const within = only === undefined ? sql`` : sql`and f.subject_id in (${only})`;
  const columns = (names: readonly string[], alias?: string) =>
    sql.join(names.map((name) => (alias === undefined ? sql.id(name) : sql.id(alias, name))));
  await sql`delete from ${table} f where f.district = ${district} ${within}
    and not exists (select 1 from facts_next n where n.subject_id = f.subject_id)`.execute(tx);
  if (paths.length > 0)
    await sql`update ${table} f set (${columns(paths)}) = row(${columns(paths, 'n')}) from facts_next n
      where f.district = ${district} and f.subject_id = n.subject_id
        and (${columns(paths, 'f')}) is distinct from (${columns(paths, 'n')})`.execute(tx);
  const all = ['subject_id', ...paths];
  await sql`insert into ${table} (district, ${columns(all)}) select ${district}, ${columns(all, 'n')} from facts_next n
    where not exists (select 1 from ${table} f where f.district = ${district} and f.subject_id = n.subject_id)`.execute(
    tx,
  );
}

async function refreshRows(tx: Tx, entry: SubjectEntry, query: FactQuery): Promise<void> {
  await sql`create temp table facts_next on commit drop as ${selectStored(entry, query)}`.execute(tx);
  await sql`create unique index on facts_next (subject_id)`.execute(tx);
  await sql`analyze facts_next (subject_id)`.execute(tx);
  for (const sheet of sheetsOf(entry)) await refreshSheet(tx, sheet, query);
  await sql`drop table facts_next`.execute(tx);
}

async function refreshLinks(tx: Tx, collection: SubjectEntry['collections'][number], query: FactQuery): Promise<void> {
  const { district, only } = query;
  const table = linkTable(collection);
  const within = only === undefined ? sql`` : sql`and f.owner_id in (${only})`;
  await sql`create temp table facts_next on commit drop as select distinct l.owner_id, l.item_id
    from (${collection.select(query)}) l`.execute(tx);
  await sql`create index on facts_next (owner_id, item_id)`.execute(tx);
  await sql`analyze facts_next`.execute(tx);
  await sql`delete from ${table} f where f.district = ${district} ${within}
    and not exists (select 1 from facts_next n where n.owner_id = f.owner_id and n.item_id = f.item_id)`.execute(tx);
  await sql`insert into ${table} (district, owner_id, item_id) select ${district}, n.owner_id, n.item_id from facts_next n
    on conflict do nothing`.execute(tx);
  await sql`drop table facts_next`.execute(tx);
}

async function refreshSubject(tx: Tx, ctx: Ctx, entry: SubjectEntry, reach: Exclude<Reach, 'none'>): Promise<void> {
  const { subject } = entry.subject;
  const only: RawBuilder<unknown> = sql`select t.subject_id from facts_taken t where t.subject = ${sql.lit(subject)}`;
  const query: FactQuery = { district: ctx.district, asOf: ctx.today, ...(reach === 'marked' ? { only } : {}) };
  await refreshRows(tx, entry, query);
  for (const collection of entry.collections) await refreshLinks(tx, collection, query);
  if (reach === 'marked') return;
  for (const sheet of sheetsOf(entry)) await sql`analyze ${sheetTable(sheet)}`.execute(tx);
  for (const collection of entry.collections) await sql`analyze ${linkTable(collection)}`.execute(tx);
}

async function writeState(tx: Tx, ctx: Ctx, entry: SubjectEntry, marks: Marks): Promise<void> {
  await sql`insert into facts.state (district, subject, as_of, versions, refreshed_at, catalogue_hash)
    values (${ctx.district}, ${entry.subject.subject}, ${ctx.today}, ${versionsText(entry, marks.registers)}, clock_timestamp(),
      ${catalogueHash(ctx, entry)})
    on conflict (district, subject) do update set as_of = excluded.as_of, versions = excluded.versions,
      refreshed_at = excluded.refreshed_at, catalogue_hash = excluded.catalogue_hash`.execute(tx);
}

/**
 * Computes anew the facts of everything that was marked; all facts of a subject on a new day, with a new catalogue, or
 * when a register changed without a mark. Readers see the former facts until all of it is there. What is marked while
 * it runs stays marked.
 * @returns what changed; undefined when everything was fresh
 */
export async function refreshFacts(
  ctx: Ctx,
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<FactsRefreshed | undefined> {
  const entries = [...ctx.services.facts.subjects.values()];
  return inTransaction(ctx, async (tx) => {
    await lockFacts(tx, ctx.district);
    const states = await readStates(tx, ctx, entries);
    const marks = await takeMarks(tx, ctx.district);
    const done: { subject: string; reach: Reach }[] = [];
    for (const [at, entry] of entries.entries()) {
      const { subject } = entry.subject;
      const reach = await reachOf(tx, ctx, entry, states.get(subject), marks);
      if (reach === 'none') continue;
      await refreshSubject(tx, ctx, entry, reach);
      await writeState(tx, ctx, entry, marks);
      done.push({ subject, reach });
      await progress(at + 1, entries.length);
    }
    if (done.length === 0) return undefined;
    const refreshed: FactsRefreshed = {
      subjects: done.map((one) => one.subject),
      whole: done.some((one) => one.reach === 'whole'),
      asOf: ctx.today,
    };
    await publishEvent(tx, ctx, 'facts.refreshed', { ...refreshed });
    return refreshed;
  });
}
