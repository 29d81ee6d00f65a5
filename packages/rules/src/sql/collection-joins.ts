import type { CollectionSpec } from '../catalogue.ts';
import {
  type AggregateExpr,
  type CountExpr,
  type Expr,
  type QuantifierExpr,
  type Source,
  walk,
} from '../expression.ts';
import { isBounded } from '../values/number.ts';
import { clampNumber } from './bounds.ts';
import { linkName, relationName } from './relations.ts';
import { identifier, joinParts, keyword, type SqlPart, sql } from './sql-part.ts';

type Compile = (expr: Expr, aliases: { readonly subject: string; readonly item: string }) => SqlPart;

interface Join {
  readonly alias: string;
  readonly collection: CollectionSpec;
  /** One column per thing asked of the collection; the same thing is asked once. */
  readonly columns: Map<string, { name: string; part: SqlPart }>;
  readsOwner: boolean;
}

const INSIDE = { subject: 'o', item: 'i' } as const;

/**
 * What rules ask of collections, gathered: each collection is read and grouped by owner once, however many rules and
 * conditions look into it, and joined to the subjects. Conditions that also read facts of the subject join its relation
 * inside, instead of being computed again for every subject.
 */
export class CollectionJoins {
  readonly #subjectAlias: string;
  readonly #compile: Compile;
  readonly #linksHoldItems: boolean;
  readonly #joins = new Map<string, Join>();

  constructor(subjectAlias: string, compile: Compile, linksHoldItems = false) {
    this.#subjectAlias = subjectAlias;
    this.#compile = compile;
    this.#linksHoldItems = linksHoldItems;
  }

  /** 2 true, 1 unknown, 0 false: the largest (exists) or least (all) over the items. */
  quantifier(expr: QuantifierExpr): SqlPart {
    const predicate = this.#inside(expr.predicate);
    const filter = this.#filter(expr.source);
    const tested =
      filter === undefined
        ? predicate
        : expr.op === 'all'
          ? sql`(not ${filter} or ${predicate})`
          : sql`(${filter} and ${predicate})`;
    const level = sql`case ${tested} when true then 2 when false then 0 else 1 end`;
    const column = (part: SqlPart) => this.#column(expr.source, part, [...expr.source.filters, expr.predicate]);
    if (expr.op === 'all')
      return sql`(case coalesce(${column(sql`min(${level})`)}, 2) when 2 then true when 0 then false end)`;
    const found =
      expr.op === 'exists'
        ? sql`max(${level})`
        : sql`case when count(*) filter (where ${tested}) > 1 then 0 when bool_or(${tested} is null) then 1 when count(*) filter (where ${tested}) = 1 then 2 else 0 end`;
    return sql`(case coalesce(${column(found)}, 0) when 2 then true when 0 then false end)`;
  }

  count(expr: CountExpr): SqlPart {
    const filter = this.#filter(expr.source);
    const counted =
      filter === undefined
        ? sql`count(*)`
        : sql`case when bool_or(${filter} is null) then -1 else count(*) filter (where ${filter}) end`;
    return sql`nullif(coalesce(${this.#column(expr.source, counted, expr.source.filters)}, 0), -1)::float8`;
  }

  aggregate(expr: AggregateExpr): SqlPart {
    const raw = this.#inside(expr.element);
    const isExtreme = expr.kind === 'min' || expr.kind === 'max';
    const element = isExtreme || isBounded(expr.element) ? raw : clampNumber(raw);
    const filter = this.#filter(expr.source);
    const where = filter === undefined ? sql`` : sql` filter (where ${filter})`;
    const isUnknown =
      filter === undefined
        ? sql`bool_or(${element} is null)`
        : sql`bool_or(${filter} is null or (${filter} and ${element} is null))`;
    const parts = [...expr.source.filters, expr.element];
    const column = (part: SqlPart) =>
      this.#column(expr.source, sql`case when ${isUnknown} then null else ${part} end`, parts);
    if (isExtreme) return column(sql`${keyword(expr.kind)}(${element})${where}`);
    // Whole numbers and millionths are added apart, as integers: the order of the rows does not matter.
    const whole = sql`coalesce(sum(floor(${element})::int8)${where}, 0)`;
    const millionths = sql`coalesce(sum(round((${element} - floor(${element})) * 1000000)::int8)${where}, 0)`;
    const total = clampNumber(sql`((${whole} * 1000000 + ${millionths}) * 0.000001)::float8`);
    if (expr.kind === 'avg') return column(sql`${total} / nullif(count(*)${where}, 0)`);
    const found = column(total);
    return sql`(case when ${this.#owner(expr.source)} is null then 0 else ${found} end)`;
  }

  /** All joins, to stand behind `from f_<subject> <alias>`. */
  all(): SqlPart {
    return joinParts(
      [...this.#joins.values()].map((join) => this.#write(join)),
      '',
    );
  }

  /** An expression over the items of a collection. */
  #inside(expr: Expr): SqlPart {
    return this.#compile(expr, INSIDE);
  }

  #filter(source: Source): SqlPart | undefined {
    if (source.filters.length === 0) return undefined;
    return sql`(${joinParts(
      source.filters.map((filter) => this.#inside(filter)),
      ' and ',
    )})`;
  }

  #joinOf(collection: CollectionSpec): Join {
    const alias = `${this.#subjectAlias}_c${this.#joins.size}`;
    const join = this.#joins.get(collection.name) ?? { alias, collection, columns: new Map(), readsOwner: false };
    this.#joins.set(collection.name, join);
    return join;
  }

  #owner(source: Source): SqlPart {
    return keyword(`${this.#joinOf(source.collection).alias}.owner_id`);
  }

  #column(source: Source, part: SqlPart, read: readonly Expr[]): SqlPart {
    const join = this.#joinOf(source.collection);
    const key = JSON.stringify([part.strings, part.values]);
    const column = join.columns.get(key) ?? { name: `a${join.columns.size}`, part };
    join.columns.set(key, column);
    if (read.some((expr) => readsSubject(expr))) join.readsOwner = true;
    return keyword(`${join.alias}.${column.name}`);
  }

  #write(join: Join): SqlPart {
    const { alias, collection } = join;
    const columns = [...join.columns.values()].map(({ name, part }) => sql`, ${part} as ${keyword(name)}`);
    const link = identifier(linkName(collection));
    const items = this.#linksHoldItems
      ? sql`${link} i`
      : sql`${link} l join ${identifier(relationName(collection.items))} i on i.subject_id = l.item_id`;
    const owner = keyword(this.#linksHoldItems ? 'i.owner_id' : 'l.owner_id');
    const owners = join.readsOwner
      ? sql` join ${identifier(relationName(collection.subject))} o on o.subject_id = ${owner}`
      : sql``;
    return sql` left join (select ${owner}${joinParts(columns, '')} from ${items}${owners} group by ${owner}) ${keyword(alias)} on ${keyword(`${alias}.owner_id = ${this.#subjectAlias}.subject_id`)}`;
  }
}

function readsSubject(expr: Expr): boolean {
  for (const part of walk(expr)) if ((part.op === 'fact' || part.op === 'has') && part.scope === 'subject') return true;
  return false;
}
