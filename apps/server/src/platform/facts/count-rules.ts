import type { Rule } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { type FactFilter, filterSql, visibleSql } from './fact-filter.ts';
import { type FactSource, readFacts, subjectEntry } from './fact-source.ts';
import { factRelation } from './fact-statements.ts';
import type { Freshness } from './freshness.ts';
import { compileFor, needsOf } from './rules.ts';

/** One thing to count: the subjects a rule holds for, and what an expression sums up to over them. */
export interface FactMeasure {
  /** Absent: all subjects. */
  readonly where?: Rule | undefined;
  /** Of type number. */
  readonly value?: Rule | undefined;
}

export interface CountRequest<K extends string> {
  readonly subject: string;
  /** Absent: as of now. */
  readonly asOf?: string | undefined;
  readonly measures: Readonly<Record<K, FactMeasure>>;
  /** Paths of facts (no lists) to count by as well. */
  readonly cuts?: readonly string[];
  readonly filters?: readonly FactFilter[];
  /** Counts the whole district whatever the actor may see: for what the system itself keeps. */
  readonly everyone?: boolean;
}

export interface FactCount {
  /** Subjects the rule holds for, and those it is unknown of. */
  readonly count: number;
  readonly unknown: number;
  /** Sum of the value over `count` subjects, `known` of which have one. Null: none has. */
  readonly sum: number | null;
  readonly known: number;
}

export interface CountBucket<K extends string> {
  readonly value: string | number | boolean | null;
  readonly total: number;
  readonly counts: Readonly<Record<K, FactCount>>;
}

export interface CountResult<K extends string> {
  /** Subjects there are. */
  readonly total: number;
  readonly counts: Readonly<Record<K, FactCount>>;
  readonly cuts: readonly { readonly path: string; readonly buckets: readonly CountBucket<K>[] }[];
  readonly freshness: Freshness;
}

type Row = Record<string, number | string | boolean | null>;
type Tally<K extends string> = { total: number; counts: Record<K, { -readonly [P in keyof FactCount]: FactCount[P] }> };

/** Cuts of one statement: it groups by all of them at once, so two of a few dozen values each give some hundred rows. */
const CUTS_AT_ONCE = 2;

/** More subjects than a district has; two such counts fit the 53 bits of a double. */
const UNKNOWN = 2 ** 26;

/** True and unknown counted in one number, so that a rule is evaluated once for each subject and not once for each count. */
const tallied = (rule: RawBuilder<unknown>) =>
  sql`sum(case ${rule} when true then 1::float8 when false then 0 else ${sql.lit(UNKNOWN)} end)`;

function columnsOf(measures: readonly FactMeasure[], asOf: string) {
  const rules = measures.flatMap(({ where, value }) => [where, value]).filter((rule) => rule !== undefined);
  const compiled = compileFor(rules, asOf);
  const sqlOf = (rule: Rule | undefined) =>
    rule === undefined ? undefined : compiled.expressions[rules.indexOf(rule)];
  const columns = measures.flatMap((measure, at) => {
    const where = sqlOf(measure.where);
    const value = sqlOf(measure.value);
    const filter = where === undefined ? sql`` : sql`filter (where ${where})`;
    return [
      ...(where === undefined ? [] : [sql`${tallied(where)} as ${sql.id(`r${at}`)}`]),
      ...(value === undefined
        ? []
        : [sql`sum(${value}) ${filter} as ${sql.id(`s${at}`)}`, sql`count(${value}) ${filter} as ${sql.id(`k${at}`)}`]),
    ];
  });
  return { joins: compiled.joins, columns };
}

async function runCount<K extends string>(
  tx: Tx,
  ctx: Ctx,
  request: CountRequest<K>,
  source: FactSource,
  cuts: readonly string[],
): Promise<Row[]> {
  const { joins, columns } = columnsOf(Object.values(request.measures), source.freshness.asOf);
  const entry = subjectEntry(ctx, request.subject);
  const keys: RawBuilder<unknown>[] = cuts.map((path) => sql.id('s', path));
  const group = keys.length === 0 ? sql`` : sql`group by ${sql.join(keys)}`;
  const { rows } = await sql<Row>`with ${source.relations}
    select ${sql.join([...keys.map((key, at) => sql`${key} as ${sql.id(`cut${at}`)}`), sql`count(*) as total`, ...columns])}
    from ${factRelation(request.subject)} s ${joins}
    where ${visibleSql(ctx, entry, request.everyone)} and ${filterSql(entry, request.filters)} ${group}`.execute(tx);
  return rows;
}

function emptyTally<K extends string>(keys: readonly K[]): Tally<K> {
  const counts = Object.fromEntries(keys.map((key) => [key, { count: 0, unknown: 0, sum: null, known: 0 }]));
  return { total: 0, counts: counts as Tally<K>['counts'] };
}

function addRow<K extends string>(tally: Tally<K>, keys: readonly K[], row: Row, ruled: ReadonlySet<K>): void {
  const number = (name: string) => Number(row[name] ?? 0);
  tally.total += number('total');
  for (const [at, key] of keys.entries()) {
    const one = tally.counts[key];
    const both = number(`r${at}`);
    one.count += ruled.has(key) ? both % UNKNOWN : number('total');
    one.unknown += Math.floor(both / UNKNOWN);
    one.known += number(`k${at}`);
    const sum = row[`s${at}`];
    if (sum !== null && sum !== undefined) one.sum = (one.sum ?? 0) + Number(sum);
  }
}

function bucketsOf<K extends string>(
  rows: readonly Row[],
  keys: readonly K[],
  ruled: ReadonlySet<K>,
  cut: string,
): CountBucket<K>[] {
  const buckets = new Map<CountBucket<K>['value'], Tally<K>>();
  for (const row of rows) {
    const value = row[cut] ?? null;
    const tally = buckets.get(value) ?? emptyTally(keys);
    buckets.set(value, tally);
    addRow(tally, keys, row, ruled);
  }
  return [...buckets].map(([value, tally]) => ({ value, ...tally })).sort((a, b) => b.total - a.total);
}

/**
 * Counts any number of measures in one reading of the facts, for all subjects and by cuts. Sums of a cut's buckets are
 * the counts for all, because a cut gives every subject one value (null among them).
 */
export async function countRules<K extends string>(ctx: Ctx, request: CountRequest<K>): Promise<CountResult<K>> {
  const keys = Object.keys(request.measures) as K[];
  const ruled = new Set(keys.filter((key) => request.measures[key].where !== undefined));
  const cuts = request.cuts ?? [];
  const filters = request.filters ?? [];
  const rules = keys.flatMap((key) => [request.measures[key].where, request.measures[key].value]);
  const needs = needsOf(request.subject, rules, [...cuts, ...filters.map((filter) => filter.path)], request.asOf);
  return readFacts(ctx, needs, async (tx, source) => {
    const all = emptyTally(keys);
    const found: { path: string; buckets: CountBucket<K>[] }[] = [];
    for (let at = 0; at === 0 || at < cuts.length; at += CUTS_AT_ONCE) {
      const some = cuts.slice(at, at + CUTS_AT_ONCE);
      const rows = await runCount(tx, ctx, request, source, some);
      if (at === 0) for (const row of rows) addRow(all, keys, row, ruled);
      for (const [n, path] of some.entries()) found.push({ path, buckets: bucketsOf(rows, keys, ruled, `cut${n}`) });
    }
    return { total: all.total, counts: all.counts, cuts: found };
  });
}
