import type { FactRow, Rule } from '@jince/rules';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { FactCollection } from './fact-definition.ts';
import { visibleSql } from './fact-filter.ts';
import { type FactNeeds, type FactSource, readFacts, subjectEntry } from './fact-source.ts';
import { factRelation, linkRelation } from './fact-statements.ts';
import type { Freshness } from './freshness.ts';
import { needsOf } from './rules.ts';

export interface LoadRequest {
  readonly subject: string;
  readonly ids: readonly string[];
  /** Rules whose facts are wanted, and further paths. */
  readonly rules?: readonly Rule[];
  readonly paths?: readonly string[];
  readonly asOf?: string | undefined;
  readonly everyone?: boolean;
}

type Loaded = { [path: string]: FactRow[string] };

/** Column names as the facts' paths, `subject_id` apart. */
const pathsOf = (needs: FactNeeds, subject: string) =>
  needs.facts.filter((name) => name.startsWith(`${subject}.`)).map((name) => name.slice(subject.length + 1));

const listed = (alias: string, paths: readonly string[]) =>
  paths.length === 0 ? sql`` : sql`, ${sql.join(paths.map((path) => sql.id(alias, path)))}`;

async function loadItems(
  tx: Tx,
  source: FactSource,
  needs: FactNeeds,
  collection: FactCollection,
  rows: Map<string, Loaded>,
) {
  const { rows: items } = await sql<FactRow & { owner_id: string }>`with ${source.relations}
    select i.owner_id, i.item_id as subject_id ${listed('i', pathsOf(needs, collection.items))} from ${linkRelation(collection)} i
    where i.owner_id = any(${[...rows.keys()]}::uuid[]) order by i.owner_id, i.item_id`.execute(tx);
  const belonging = Map.groupBy(items, (item) => item.owner_id);
  for (const [owner, row] of rows)
    row[collection.path] = (belonging.get(owner) ?? []).map(({ owner_id: _, ...item }) => item);
}

/**
 * The facts rules need of some subjects, as the evaluator reads them; subjects that are not there on the day, or that the
 * actor may not see, are missing.
 */
export async function loadFacts(
  ctx: Ctx,
  request: LoadRequest,
): Promise<{ readonly rows: ReadonlyMap<string, FactRow>; readonly freshness: Freshness }> {
  const { subject, ids } = request;
  const entry = subjectEntry(ctx, subject);
  const needs = { ...needsOf(subject, request.rules ?? [], request.paths ?? [], request.asOf), ids };
  return readFacts(ctx, needs, async (tx, source) => {
    const { rows: found } = await sql<FactRow & { subject_id: string }>`with ${source.relations}
      select s.subject_id ${listed('s', pathsOf(needs, subject))} from ${factRelation(subject)} s
      where s.subject_id = any(${ids}::uuid[]) and ${visibleSql(ctx, entry, request.everyone)}`.execute(tx);
    const rows = new Map(found.map(({ subject_id, ...row }) => [subject_id, row as Loaded]));
    const collections = entry.collections.filter((one) => needs.collections.includes(`${subject}.${one.path}`));
    if (rows.size > 0) for (const collection of collections) await loadItems(tx, source, needs, collection, rows);
    return { rows: rows as ReadonlyMap<string, FactRow> };
  });
}
