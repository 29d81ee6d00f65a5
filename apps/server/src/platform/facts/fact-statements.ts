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

/** Table of a subject's facts, and of the links of one of its collections. */
export const factTable = (subject: string) => sql.id('facts', subject);
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

/** The fact in the words of its column; what the group leaves unsaid follows from `absent`. */
function factColumn({ spec, absent }: FactEntry, alias: string): RawBuilder<unknown> {
  const value = sql`${sql.id(alias, spec.path)}::${sql.raw(columnType(spec))}`;
  if (absent === null) return sql`${value} as ${sql.id(spec.path)}`;
  const otherwise = literalOf(absent);
  const filled = spec.nullable
    ? sql`case when ${sql.id(alias, 'subject_id')} is null then ${otherwise} else ${value} end`
    : sql`coalesce(${value}, ${otherwise})`;
  return sql`${filled} as ${sql.id(spec.path)}`;
}

/**
 * `subject_id` and the facts of the given paths in their order, for every subject there is on the day. Asks only the
 * groups that yield them.
 */
export function selectFacts(entry: SubjectEntry, paths: readonly string[], query: FactQuery): RawBuilder<unknown> {
  const facts = paths.map((path) => entry.facts.get(path) as FactEntry);
  const groups = [...new Set(facts.map((fact) => fact.group))];
  const columns = facts.map((fact) => factColumn(fact, `g${groups.indexOf(fact.group)}`));
  const joins = groups.map(
    (group, at) =>
      sql`left join (${group.select(query)}) ${sql.id(`g${at}`)} on ${sql.id(`g${at}`, 'subject_id')} = i.subject_id`,
  );
  return sql`select ${sql.join([sql.id('i', 'subject_id'), ...columns])} from (${entry.subject.ids(query)}) i
    ${sql.join(joins, sql` `)}`;
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
