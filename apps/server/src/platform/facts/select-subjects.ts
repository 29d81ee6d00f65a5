import type { Rule } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Db, Tx } from '../database/database.ts';
import { type FactFilter, type FactValue, filterSql, visibleSql } from './fact-filter.ts';
import { type FactSource, factSource, readFacts, subjectEntry } from './fact-source.ts';
import { factRelation } from './fact-statements.ts';
import type { Freshness } from './freshness.ts';
import { compileFor, needsOf } from './rules.ts';

export type Outcome = 'true' | 'false' | 'unknown';

export interface SelectRequest {
  readonly subject: string;
  /** Of type bool; absent: all subjects. */
  readonly rule?: Rule | undefined;
  /** Which outcome of the rule is wanted; default: those it holds for. */
  readonly outcome?: Outcome | undefined;
  /** A second rule that must hold as well, whatever the outcome wanted of the first. */
  readonly within?: Rule | undefined;
  readonly asOf?: string | undefined;
  readonly filters?: readonly FactFilter[];
  /** Path of the fact to order by; unknown comes last. Default: the order of the ids, which are of no meaning. */
  readonly sort?: { readonly path: string; readonly descending: boolean } | undefined;
  readonly page: number;
  readonly pageSize: number;
  /** Paths of facts to give with each. */
  readonly columns?: readonly string[];
  readonly everyone?: boolean;
}

export type ListedValue = FactValue | readonly (string | number)[];

export interface SelectedSubject {
  readonly id: string;
  readonly outcome: Outcome;
  readonly facts: Readonly<Record<string, ListedValue>>;
}

export interface SelectResult {
  readonly rows: readonly SelectedSubject[];
  readonly total: number;
  /** Of all looked at: how many there are of each outcome. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly freshness: Freshness;
}

type Choice = Pick<SelectRequest, 'subject' | 'rule' | 'within' | 'filters' | 'everyone' | 'asOf'>;

/** `from … where …` of the subjects looked at, and the rule's expression over them. */
function chosen(ctx: Ctx, choice: Choice, asOf: string): { from: RawBuilder<unknown>; rule: RawBuilder<unknown> } {
  const rules = [choice.rule, choice.within].filter((rule) => rule !== undefined);
  const compiled = compileFor(rules, asOf);
  const rule = choice.rule === undefined ? sql`true` : (compiled.expressions[0] as RawBuilder<unknown>);
  const within = choice.within === undefined ? sql`true` : (compiled.expressions.at(-1) as RawBuilder<unknown>);
  const entry = subjectEntry(ctx, choice.subject);
  return {
    rule,
    from: sql`from ${factRelation(choice.subject)} s ${compiled.joins}
      where ${visibleSql(ctx, entry, choice.everyone)} and ${filterSql(entry, choice.filters)} and ${within}`,
  };
}

const holds = (outcome: Outcome) =>
  ({ true: sql`r.outcome`, false: sql`not r.outcome`, unknown: sql`r.outcome is null` })[outcome];

interface Counted {
  true: number;
  false: number;
  unknown: number;
}

async function selectPage(tx: Tx, ctx: Ctx, request: SelectRequest, source: FactSource) {
  const { from, rule } = chosen(ctx, request, source.freshness.asOf);
  const columns = request.columns ?? [];
  const { sort, page, pageSize } = request;
  const kept = [...columns.map((path, at) => sql`${sql.id('s', path)} as ${sql.id(`f${at}`)}`)];
  const order =
    sort === undefined
      ? sql`r.subject_id`
      : sql`r.sorted ${sql.raw(sort.descending ? 'desc' : 'asc')} nulls last, r.subject_id`;
  const { rows } = await sql<Record<string, ListedValue> & { id: string; outcome: boolean | null; counted: Counted }>`
    with ${source.relations},
    r as materialized (select ${sql.join([
      sql`s.subject_id`,
      sql`(${rule}) as outcome`,
      sort === undefined ? sql`null as sorted` : sql`${sql.id('s', sort.path)} as sorted`,
      ...kept,
    ])} ${from}),
    counted as (select count(*) filter (where outcome) as "true", count(*) filter (where not outcome) as "false",
      count(*) filter (where outcome is null) as "unknown" from r),
    listed as (select r.*, row_number() over (order by ${order}) as place from r where ${holds(request.outcome ?? 'true')}
      order by place limit ${pageSize} offset ${(page - 1) * pageSize})
    select listed.*, listed.subject_id as id, to_jsonb(counted) as counted from counted left join listed on true
    order by listed.place`.execute(tx);
  return { rows: rows.filter((row) => row.id !== null), counted: rows[0]?.counted };
}

const outcomeOf = (value: boolean | null): Outcome => (value === null ? 'unknown' : value ? 'true' : 'false');

/** One page of the subjects a rule holds for (or does not, or is unknown of), in order of a fact, with chosen facts. */
export async function selectSubjects(ctx: Ctx, request: SelectRequest): Promise<SelectResult> {
  const columns = request.columns ?? [];
  const paths = [
    ...columns,
    ...(request.filters ?? []).map((filter) => filter.path),
    ...(request.sort === undefined ? [] : [request.sort.path]),
  ];
  const needs = needsOf(request.subject, [request.rule, request.within], paths, request.asOf);
  return readFacts(ctx, needs, async (tx, source) => {
    const { rows, counted } = await selectPage(tx, ctx, request, source);
    const outcomes = counted ?? { true: 0, false: 0, unknown: 0 };
    return {
      rows: rows.map((row) => ({
        id: row.id,
        outcome: outcomeOf(row.outcome),
        facts: Object.fromEntries(columns.map((path, at) => [path, row[`f${at}`] ?? null])),
      })),
      total: outcomes[request.outcome ?? 'true'],
      outcomes,
    };
  });
}

/**
 * `select subject_id, outcome, …` of every subject that a rule holds for, for `insert … select` by a module in its own
 * transaction.
 * @param columns paths of facts that follow as columns named by their path
 */
export async function subjectIdsSql(
  db: Db,
  ctx: Ctx,
  choice: Choice & { readonly columns?: readonly string[] },
): Promise<{ readonly select: RawBuilder<unknown>; readonly freshness: Freshness }> {
  const columns = choice.columns ?? [];
  const paths = [...columns, ...(choice.filters ?? []).map((filter) => filter.path)];
  const source = await factSource(db, ctx, needsOf(choice.subject, [choice.rule, choice.within], paths, choice.asOf));
  const { from, rule } = chosen(ctx, choice, source.freshness.asOf);
  const listed = sql.join([sql`s.subject_id`, ...columns.map((path) => sql.id('s', path))]);
  return {
    select: sql`with ${source.relations} select ${listed} ${from} and ${rule}`,
    freshness: source.freshness,
  };
}
