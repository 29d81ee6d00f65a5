import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../context/context.ts';
import { visibleSql } from './fact-filter.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { factRelation, selectMaterialised } from './fact-statements.ts';
import { readStates } from './freshness.ts';

export interface Coverage {
  readonly total: number;
  /** Path → of how many subjects it is known. */
  readonly known: ReadonlyMap<string, number>;
}

const counted = new Map<string, { readonly at: string; readonly coverage: Coverage }>();

async function count(ctx: Ctx, entry: SubjectEntry): Promise<Coverage> {
  const paths = [...entry.facts.values()].filter(({ spec }) => spec.nullable).map(({ spec }) => spec.path);
  const columns = paths.map((path, at) => sql`count(${sql.id('s', path)}) as ${sql.id(`k${at}`)}`);
  const { rows } = await sql<Record<string, number>>`
    with ${factRelation(entry.subject.subject)} as (${selectMaterialised(entry, paths, ctx.district)})
    select ${sql.join([sql`count(*) as total`, ...columns])} from ${factRelation(entry.subject.subject)} s
    where ${visibleSql(ctx, entry)}`.execute(ctx.db);
  const row = rows[0] ?? {};
  const total = row.total ?? 0;
  const known = new Map([...entry.facts.keys()].map((path) => [path, total]));
  for (const [at, path] of paths.entries()) known.set(path, row[`k${at}`] ?? 0);
  return { total, known };
}

/**
 * Of how many subjects within the actor's scope each fact is known today, counted once per refresh and scope; undefined
 * while nothing is materialised.
 */
export async function coverageOf(ctx: Ctx, entry: SubjectEntry): Promise<Coverage | undefined> {
  const { subject, permission } = entry.subject;
  const state = (await readStates(ctx.db, ctx, [entry])).get(subject);
  if (state === undefined) return undefined;
  const key = JSON.stringify([ctx.district, subject, scopeFor(ctx, permission)]);
  const kept = counted.get(key);
  if (kept?.at === state.computedAt) return kept.coverage;
  const coverage = await count(ctx, entry);
  counted.set(key, { at: state.computedAt, coverage });
  return coverage;
}
