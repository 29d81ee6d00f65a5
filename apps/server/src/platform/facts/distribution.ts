import type { FactDistribution } from '@jince/contract';
import type { FactSpec } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { visibleSql } from './fact-filter.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { readFacts } from './fact-source.ts';
import { factRelation } from './fact-statements.ts';
import { factText, shortNumber, shownNumber } from './fact-words.ts';
import { rangeBounds } from './range-bounds.ts';
import { literal } from './sample-rule.ts';

type Spread = Omit<FactDistribution, 'unknown'>;
type Bucket = FactDistribution['buckets'][number];

interface Reading {
  readonly tx: Tx;
  readonly ctx: Ctx;
  readonly spec: FactSpec;
  /** `select value from …` of the subjects the actor may see, by preceding common table expressions. */
  readonly values: RawBuilder<unknown>;
}

const SHOWN = 30;
const FEW = 12;
const NOTHING: Spread = { kind: 'none', buckets: [], others: 0, quantiles: null };

async function countValues({ tx, ctx, spec, values }: Reading, element = sql`value`): Promise<Spread> {
  const { rows } = await sql<{ value: string | number | boolean; count: number }>`${values}
    select ${element} as value, count(*) as count from v where value is not null group by 1 order by 2 desc, 1`.execute(
    tx,
  );
  const isList = spec.type === 'list';
  const ordered = rows.every((row) => typeof row.value === 'number')
    ? rows.toSorted((a, b) => Number(a.value) - Number(b.value))
    : rows;
  const shown = ordered.slice(0, SHOWN);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    kind: 'values',
    buckets: shown.map(
      ({ value, count }): Bucket => ({
        code: String(value),
        label: factText(ctx, spec, value) ?? '',
        count,
        rule: isList ? `${literal(value)} in ${spec.name}` : `${spec.name} == ${literal(value)}`,
      }),
    ),
    // A subject stands in several buckets of a list, so what is left over cannot be counted from them.
    others: isList ? 0 : total - shown.reduce((sum, row) => sum + row.count, 0),
    quantiles: null,
  };
}

const countFlags = async (reading: Reading): Promise<Spread> => {
  const spread = await countValues(reading);
  const { name } = reading.spec;
  return {
    ...spread,
    buckets: spread.buckets.map((bucket) => ({ ...bucket, rule: bucket.code === 'true' ? name : `!${name}` })),
  };
};

async function countYears({ tx, spec, values }: Reading): Promise<Spread> {
  const { rows } = await sql<{ year: number; count: number }>`${values}
    select date_part('year', value) as year, count(*) as count from v where value is not null group by 1 order by 1`.execute(
    tx,
  );
  const shown = rows.slice(-SHOWN);
  return {
    kind: 'years',
    buckets: shown.map(({ year, count }) => ({
      code: String(year),
      label: String(year),
      count,
      rule: `year(${spec.name}) == ${year}`,
    })),
    others: rows.slice(0, -SHOWN).reduce((sum, row) => sum + row.count, 0),
    quantiles: null,
  };
}

interface Numbers {
  n: number;
  few: number;
  whole: boolean;
  mean: number;
  quantiles: number[];
}

/** The rule and the words of the range from one bound up to the next; the first has no lower, the last no upper. */
function rangeOf(
  ctx: Ctx,
  spec: FactSpec,
  [from, to]: readonly [number | undefined, number | undefined],
  isWhole: boolean,
): Omit<Bucket, 'count'> {
  const words = (value: number) => shortNumber(ctx, spec, value);
  const { name } = spec;
  if (from === undefined) return { code: `<${to}`, label: `< ${words(to as number)}`, rule: `${name} < ${to}` };
  if (to === undefined) return { code: `>=${from}`, label: `≥ ${words(from)}`, rule: `${name} >= ${from}` };
  const rule = `${name} >= ${from} && ${name} < ${to}`;
  if (!isWhole) return { code: String(from), label: `${words(from)} – ${words(to)}`, rule };
  if (to - from === 1) return { code: String(from), label: words(from), rule: `${name} == ${from}` };
  return { code: String(from), label: `${words(from)}–${words(to - 1)}`, rule };
}

async function countNumbers(reading: Reading): Promise<Spread> {
  const { tx, ctx, spec, values } = reading;
  const { rows } = await sql<Numbers>`${values}
    select count(value) as n, (select count(*) from (select distinct value from v where value is not null limit ${FEW + 1}) d) as few,
      avg(value) as mean, bool_and(value = floor(value)) as whole, percentile_cont(array[0, 0.25, 0.5, 0.75, 1]::float8[]) within group (order by value) as quantiles from v`.execute(
    tx,
  );
  const found = rows[0] as Numbers;
  if (found.n === 0) return { ...NOTHING, kind: 'ranges' };
  const [min, lower, median, upper, max] = found.quantiles as [number, number, number, number, number];
  const all = { min, lower, median, upper, max, mean: found.mean };
  const quantiles = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, shownNumber(spec, value)]),
  ) as typeof all;
  if (found.few <= FEW) return { ...(await countValues(reading)), quantiles };
  const bounds = rangeBounds(min, max);
  const counted = await sql<{ bucket: number; count: number }>`${values}
    select width_bucket(value, ${bounds}::float8[]) as bucket, count(*) as count from v where value is not null group by 1 order by 1`.execute(
    tx,
  );
  return {
    kind: 'ranges',
    buckets: counted.rows.map(({ bucket, count }) => ({
      ...rangeOf(ctx, spec, [bounds[bucket - 1], bounds[bucket]], found.whole && spec.unit?.en !== 'fen'),
      count,
    })),
    others: 0,
    quantiles,
  };
}

function spreadOf(reading: Reading): Promise<Spread> {
  const { spec } = reading;
  switch (spec.type) {
    case 'bool':
      return countFlags(reading);
    case 'number':
      return countNumbers(reading);
    case 'date':
      return countYears(reading);
    case 'code':
      return countValues(reading);
    case 'list':
      return countValues(reading, sql`unnest(value)`);
    case 'text':
      return spec.values === undefined ? Promise.resolve(NOTHING) : countValues(reading);
  }
}

/** How a fact is spread over the subjects the actor may see; every bucket comes with the rule that lists its rows. */
export async function distributionOf(ctx: Ctx, entry: SubjectEntry, spec: FactSpec): Promise<FactDistribution> {
  const { subject } = entry.subject;
  const needs = { subject, facts: [spec.name], collections: [] };
  const { freshness: _, ...distribution } = await readFacts(ctx, needs, async (tx, source) => {
    const values = sql`with ${source.relations}, v as materialized (
      select ${sql.id('s', spec.path)} as value from ${factRelation(subject)} s where ${visibleSql(ctx, entry)})`;
    const { rows } = await sql<{ n: number }>`${values} select count(*) as n from v where value is null`.execute(tx);
    return { ...(await spreadOf({ tx, ctx, spec, values })), unknown: rows[0]?.n ?? 0 };
  });
  return distribution;
}
