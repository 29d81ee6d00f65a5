import { type RawBuilder, sql } from 'kysely';
import { type Ctx, inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { publishEvent } from '../jobs/enqueue-job.ts';
import type { FactCollection, FactQuery } from './fact-definition.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { factTable, linkTable, selectStored, selectStoredLinks, storedPaths } from './fact-statements.ts';
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
/** So few are picked out however small the district is. */
const FEW = 2000;

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
  if (marked <= FEW) return 'marked';
  const { rows } = await sql<{ size: number }>`select count(*) as size from ${factTable(subject)}
    where district = ${ctx.district}`.execute(tx);
  return marked > (rows[0]?.size ?? 0) * WHOLE_FROM_SHARE ? 'whole' : 'marked';
}

interface Target {
  readonly table: RawBuilder<unknown>;
  /** Columns that identify a row within the district, and the others. */
  readonly key: readonly string[];
  readonly paths: readonly string[];
  /** Restricts the rows of the table (`f`) that are brought in line; absent: all of the district. */
  readonly within: RawBuilder<unknown> | undefined;
}

/** Brings a table in line with what `next` says of its rows, touching only those that differ. */
async function bringInLine(tx: Tx, district: string, target: Target, next: RawBuilder<unknown>): Promise<void> {
  const { table, key, paths } = target;
  const columns = (names: readonly string[], alias?: string) =>
    sql.join(names.map((name) => (alias === undefined ? sql.id(name) : sql.id(alias, name))));
  const same = sql`(${columns(key, 'f')}) = (${columns(key, 'n')})`;
  await sql`create temp table facts_next on commit drop as ${next}`.execute(tx);
  await sql`create unique index on facts_next (${columns(key)})`.execute(tx);
  await sql`analyze facts_next (${columns(key)})`.execute(tx);
  await sql`delete from ${table} f where f.district = ${district} and ${target.within ?? sql`true`}
    and not exists (select 1 from facts_next n where ${same})`.execute(tx);
  if (paths.length > 0)
    await sql`update ${table} f set (${columns(paths)}) = row(${columns(paths, 'n')}) from facts_next n
      where f.district = ${district} and ${same} and (${columns(paths, 'f')}) is distinct from (${columns(paths, 'n')})`.execute(
      tx,
    );
  const all = [...key, ...paths];
  // In the order of the key: a scan by owner then reads the table from front to back.
  await sql`insert into ${table} (district, ${columns(all)}) select ${district}, ${columns(all, 'n')} from facts_next n
    where not exists (select 1 from ${table} f where f.district = ${district} and ${same}) order by ${columns(key, 'n')}`.execute(
    tx,
  );
  await sql`drop table facts_next`.execute(tx);
}

const taken = (subject: string) =>
  sql`select t.subject_id from facts_taken t where t.subject = ${subject} and t.subject_id is not null`;

/** Where everything meets everything a nested loop is never right, and one wrong guess at sizes would take hours. */
async function planFor(tx: Tx, marked: boolean): Promise<void> {
  await sql`select set_config('enable_nestloop', ${marked ? 'on' : 'off'}, true)`.execute(tx);
}

async function refreshRows(tx: Tx, ctx: Ctx, entry: SubjectEntry, reach: Reach): Promise<void> {
  const { subject } = entry.subject;
  const marked = reach === 'marked';
  await planFor(tx, marked);
  const query: FactQuery = { district: ctx.district, asOf: ctx.today, ...(marked ? { only: taken(subject) } : {}) };
  const table = factTable(subject);
  const within = marked ? sql`f.subject_id in (${taken(subject)})` : undefined;
  const target = { table, key: ['subject_id'], paths: storedPaths(entry), within };
  await bringInLine(tx, ctx.district, target, selectStored(entry, query));
  if (!marked) await sql`analyze ${table}`.execute(tx);
}

/** Owners that were marked themselves, and those of whose items any was: their items' facts stand with them. */
async function takeOwners(tx: Tx, district: string, collection: FactCollection): Promise<void> {
  await sql`create temp table facts_owners on commit drop as ${taken(collection.subject)}
    union select f.owner_id from ${linkTable(collection)} f where f.district = ${district} and f.item_id in (${taken(collection.items)})`.execute(
    tx,
  );
  await sql`analyze facts_owners`.execute(tx);
}

async function refreshLinks(tx: Tx, ctx: Ctx, collection: FactCollection, marked: boolean): Promise<void> {
  const { district } = ctx;
  const items = ctx.services.facts.subjects.get(collection.items) as SubjectEntry;
  const owners = sql`select o.subject_id from facts_owners o`;
  await planFor(tx, marked);
  if (marked) await takeOwners(tx, district, collection);
  const query: FactQuery = { district, asOf: ctx.today, ...(marked ? { only: owners } : {}) };
  const table = linkTable(collection);
  const within = marked ? sql`f.owner_id in (${owners})` : undefined;
  const target = { table, key: ['owner_id', 'item_id'], paths: storedPaths(items), within };
  await bringInLine(tx, district, target, selectStoredLinks(collection, items, query));
  if (marked) await sql`drop table facts_owners`.execute(tx);
  else await sql`analyze ${table}`.execute(tx);
}

/** Collections stand on the facts of their items, so they come after all subjects. */
async function refreshCollections(tx: Tx, ctx: Ctx, reaches: ReadonlyMap<string, Reach>): Promise<void> {
  for (const collection of [...ctx.services.facts.subjects.values()].flatMap((entry) => entry.collections)) {
    const both = [reaches.get(collection.subject), reaches.get(collection.items)];
    if (both.includes('whole')) await refreshLinks(tx, ctx, collection, false);
    else if (both.includes('marked')) await refreshLinks(tx, ctx, collection, true);
  }
}

async function writeState(tx: Tx, ctx: Ctx, entry: SubjectEntry, marks: Marks): Promise<void> {
  await sql`insert into facts.state (district, subject, as_of, versions, refreshed_at, catalogue_hash)
    values (${ctx.district}, ${entry.subject.subject}, ${ctx.today}, ${versionsText(entry, marks.registers)}, clock_timestamp(),
      ${catalogueHash(ctx, entry)})
    on conflict (district, subject) do update set as_of = excluded.as_of, versions = excluded.versions,
      refreshed_at = excluded.refreshed_at, catalogue_hash = excluded.catalogue_hash`.execute(tx);
}

/**
 * Lets the planner look at registers that were never looked at or have grown by a lot: right after an import it would
 * still take them for nearly empty. Their size is seen at once, the count of changed rows some seconds late.
 */
export async function analyseChanged(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ schema: string; name: string }>`select t.schemaname as schema, t.relname as name
    from pg_stat_user_tables t join pg_class c on c.oid = t.relid
    where t.schemaname not in ('imports', 'platform', 'graphile_worker', 'facts') and pg_relation_size(c.oid) > 0
      and (c.reltuples <= 0 or pg_relation_size(c.oid) > (2 * c.relpages + 4) * current_setting('block_size')::int
        or t.n_mod_since_analyze > 100 + t.n_live_tup * 0.2)`.execute(ctx.db);
  for (const { schema, name } of rows) await sql`analyze ${sql.id(schema, name)}`.execute(ctx.db);
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
  await analyseChanged(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockFacts(tx, ctx.district);
    const states = await readStates(tx, ctx, entries);
    const marks = await takeMarks(tx, ctx.district);
    const reaches = new Map<string, Reach>();
    for (const [at, entry] of entries.entries()) {
      const { subject } = entry.subject;
      const reach = await reachOf(tx, ctx, entry, states.get(subject), marks);
      if (reach !== 'none') {
        await refreshRows(tx, ctx, entry, reach);
        reaches.set(subject, reach);
      }
      await progress(at + 1, entries.length + 1);
    }
    if (reaches.size === 0) return undefined;
    await refreshCollections(tx, ctx, reaches);
    for (const entry of entries) if (reaches.has(entry.subject.subject)) await writeState(tx, ctx, entry, marks);
    const refreshed: FactsRefreshed = {
      subjects: [...reaches.keys()],
      whole: [...reaches.values()].includes('whole'),
      asOf: ctx.today,
    };
    await publishEvent(tx, ctx, 'facts.refreshed', { ...refreshed });
    return refreshed;
  });
}

/**
 * After all facts of subjects were written anew: frees what the former rows took and lets scans by key leave the rows
 * alone, which the database would do by itself some minutes later.
 */
export async function tidyFacts(ctx: Ctx, subjects: readonly string[]): Promise<void> {
  for (const { subject, collections } of ctx.services.facts.subjects.values()) {
    const touched = collections.filter((one) => subjects.includes(one.subject) || subjects.includes(one.items));
    const tables = [
      ...(subjects.includes(subject.subject) ? [factTable(subject.subject)] : []),
      ...touched.map(linkTable),
    ];
    for (const table of tables) await sql`vacuum (truncate false) ${table}`.execute(ctx.db);
  }
}
