import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { SubjectEntry } from './fact-registry.ts';

export type FactValue = string | number | boolean | null;

/** Subjects whose fact of this path is one of the values; null among them stands for unknown. */
export interface FactFilter {
  readonly path: string;
  readonly values: readonly FactValue[];
}

/** What the actor may see of a subject's rows; `everyone` leaves nobody out. */
export function visibleSql(ctx: Ctx, entry: SubjectEntry, everyone = false): RawBuilder<boolean> {
  return everyone ? sql<boolean>`true` : entry.subject.visible(ctx, sql.id('s', 'subject_id'));
}

function oneFilter(entry: SubjectEntry, { path, values }: FactFilter): RawBuilder<boolean> {
  const column = sql.id('s', path);
  const given = values.filter((value) => value !== null).map(String);
  const isList = entry.facts.get(path)?.spec.type === 'list';
  const among = isList ? sql`${column}::text[] && ${given}::text[]` : sql`${column}::text = any(${given}::text[])`;
  return values.includes(null) ? sql`(${among} or ${column} is null)` : sql`${among}`;
}

/** Of a list, one of whose elements is among the values. */
export function filterSql(entry: SubjectEntry, filters: readonly FactFilter[] = []): RawBuilder<boolean> {
  if (filters.length === 0) return sql<boolean>`true`;
  const parts = filters.map((filter) => oneFilter(entry, filter));
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}
