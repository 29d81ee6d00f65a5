import type { FactSpec } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { FactCollection, FactQuery } from './fact-definition.ts';
import type { FactEntry, SubjectEntry } from './fact-registry.ts';

type Typed = Pick<FactSpec, 'type' | 'of'>;

/** Column type of a fact. */
export function columnType({ type, of }: Typed): string {
  if (type === 'list') return of === 'number' ? 'double precision[]' : 'text[]';
  return { bool: 'boolean', number: 'double precision', text: 'text', code: 'text', date: 'date' }[type];
}

/** Table of a subject's facts. */
export const factTable = (subject: string) => sql.id('facts', subject);

/** Table of a collection: who has which items, and the items' facts once more, so that grouping them needs no join. */
export const linkTable = ({ subject, path }: Pick<FactCollection, 'subject' | 'path'>) =>
  sql.id('facts', `${subject}_${path}`);

/** Names as rules know the same relations. */
export const factRelation = (subject: string) => sql.id(`f_${subject}`);
export const linkRelation = ({ subject, path }: Pick<FactCollection, 'subject' | 'path'>) =>
  sql.id(`f_${subject}_${path}`);

function literalOf(absent: NonNullable<FactEntry['absent']>): RawBuilder<unknown> {
  if (typeof absent === 'object') return sql.raw("'{}'");
  return sql.raw(String(absent));
}

/** The column of the group as the fact's type; a list holds no unknown elements. */
function typedColumn({ spec }: FactEntry, alias: string): RawBuilder<unknown> {
  const value = sql`${sql.id(alias, spec.path)}::${sql.raw(columnType(spec))}`;
  return spec.type === 'list' ? sql`array_remove(${value}, null)` : value;
}

/** The fact in the words of its column; what the group leaves unsaid follows from `absent`. */
function statedValue(fact: FactEntry, alias: string): RawBuilder<unknown> {
  const { spec, absent } = fact;
  const value = typedColumn(fact, alias);
  if (absent === null) return value;
  const otherwise = literalOf(absent);
  return spec.nullable
    ? sql`case when ${sql.id(alias, 'subject_id')} is null then ${otherwise} else ${value} end`
    : sql`coalesce(${value}, ${otherwise})`;
}

/** What most subjects are — no patents, on no list — is kept as null: a scan passes over it at no cost. */
function unsaidOf({ spec, absent }: FactEntry): RawBuilder<unknown> | undefined {
  return absent === null || spec.nullable ? undefined : literalOf(absent);
}

type Column = (fact: FactEntry, alias: string) => RawBuilder<unknown>;

const storedColumn: Column = (fact, alias) => {
  const unsaid = unsaidOf(fact);
  if (unsaid === undefined) return statedValue(fact, alias);
  return sql`nullif(${typedColumn(fact, alias)}, ${unsaid})`;
};

function selectColumns(entry: SubjectEntry, paths: readonly string[], query: FactQuery, column: Column) {
  const facts = paths.map((path) => entry.facts.get(path) as FactEntry);
  const groups = [...new Set(facts.map((fact) => fact.group))];
  const columns = facts.map(
    (fact) => sql`${column(fact, `g${groups.indexOf(fact.group)}`)} as ${sql.id(fact.spec.path)}`,
  );
  const joins = groups.map(
    (group, at) =>
      sql`left join (${group.select(query)}) ${sql.id(`g${at}`)} on ${sql.id(`g${at}`, 'subject_id')} = i.subject_id`,
  );
  return sql`select ${sql.join([sql.id('i', 'subject_id'), ...columns])} from (${entry.subject.ids(query)}) i
    ${sql.join(joins, sql` `)}`;
}

/**
 * `subject_id` and the facts of the given paths in their order, for every subject there is on the day. Asks only the
 * groups that yield them.
 */
export function selectFacts(entry: SubjectEntry, paths: readonly string[], query: FactQuery): RawBuilder<unknown> {
  return selectColumns(entry, paths, query, statedValue);
}

/** The same as it is stored, all facts. */
export function selectStored(entry: SubjectEntry, query: FactQuery): RawBuilder<unknown> {
  return selectColumns(entry, storedPaths(entry), query, storedColumn);
}

/** `owner_id`, `item_id` and the facts of the items, as they were stored. */
export function selectStoredLinks(
  collection: FactCollection,
  items: SubjectEntry,
  query: FactQuery,
): RawBuilder<unknown> {
  const columns = ['item_id', ...storedPaths(items)].map((path) =>
    path === 'item_id' ? sql.id('l', path) : sql.id('i', path),
  );
  return sql`select distinct on (l.owner_id, l.item_id) ${sql.join([sql.id('l', 'owner_id'), ...columns])}
    from (${collection.select(query)}) l
    join ${factTable(collection.items)} i on i.district = ${query.district} and i.subject_id = l.item_id
    order by l.owner_id, l.item_id`;
}

const readColumn = (entry: SubjectEntry, path: string) => {
  const unsaid = unsaidOf(entry.facts.get(path) as FactEntry);
  return unsaid === undefined ? sql.id(path) : sql`coalesce(${sql.id(path)}, ${unsaid}) as ${sql.id(path)}`;
};

/** `subject_id` and the facts of the given paths as they were materialised. */
export function selectMaterialised(
  entry: SubjectEntry,
  paths: readonly string[],
  district: string,
): RawBuilder<unknown> {
  const columns = [sql.id('subject_id'), ...paths.map((path) => readColumn(entry, path))];
  return sql`select ${sql.join(columns)} from ${factTable(entry.subject.subject)} where district = ${district}`;
}

/** The same for a collection, in the order of the owners, who are grouped by. */
export function selectMaterialisedLinks(
  collection: FactCollection,
  items: SubjectEntry,
  paths: readonly string[],
  district: string,
): RawBuilder<unknown> {
  const columns = [sql.id('owner_id'), sql.id('item_id'), ...paths.map((path) => readColumn(items, path))];
  return sql`select ${sql.join(columns)} from ${linkTable(collection)} where district = ${district} order by owner_id`;
}

/** What rules ask most stands first and of fixed width, so that a scan need not walk through texts to reach it. */
function rank({ type, values, nullable }: FactSpec): number {
  if (type === 'number') return nullable ? 2 : 0;
  if (type === 'bool') return nullable ? 3 : 1;
  if (type === 'date') return 4;
  if (type === 'code') return 5;
  if (type === 'text') return values === undefined ? 8 : 6;
  return 7;
}

/** Paths of a subject's facts in the order of the table's columns. */
export function storedPaths(entry: SubjectEntry): string[] {
  const facts = [...entry.facts.values()].map((fact) => fact.spec);
  return facts.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1)).map((spec) => spec.path);
}
