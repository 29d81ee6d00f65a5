import type { FactSummary, SubjectSummary } from '@jince/contract';
import type { FactSpec } from '@jince/rules';
import type { Ctx } from '../../context/context.ts';
import { type Coverage, coverageOf } from '../coverage.ts';
import type { FactEntry, SubjectEntry } from '../fact-registry.ts';
import { factSource } from '../fact-source.ts';
import { shownUnit } from '../fact-words.ts';
import type { Freshness } from '../freshness.ts';
import { sampleOfCollection, sampleRule } from '../sample-rule.ts';

/** Module a fact comes from: the first part of its group's name. */
export const moduleOf = (fact: FactEntry) => fact.group.name.split('.')[0] as string;

export function toFactSummary(ctx: Ctx, fact: FactEntry, coverage: Coverage | undefined): FactSummary {
  const { spec } = fact;
  const { language } = ctx;
  return {
    name: spec.name,
    subject: spec.subject,
    path: spec.path,
    type: spec.type,
    of: spec.of ?? null,
    system: spec.system ?? null,
    unit: shownUnit(ctx, spec),
    label: spec.label[language],
    definition: spec.definition[language],
    source: spec.source ?? null,
    module: moduleOf(fact),
    values: Object.entries(spec.values ?? {}).map(([code, label]) => ({ code, label: label[language] })),
    nullable: spec.nullable,
    known: coverage?.known.get(spec.path) ?? null,
    sample: sampleRule(ctx, spec),
  };
}

function toSubjectSummary(ctx: Ctx, entry: SubjectEntry, coverage: Coverage | undefined): SubjectSummary {
  const { subject, label, unit } = entry.subject;
  return {
    subject,
    label: label[ctx.language],
    unit: unit[ctx.language],
    facts: entry.facts.size,
    collections: entry.collections.map((collection) => {
      const name = `${subject}.${collection.path}`;
      return {
        name,
        path: collection.path,
        items: collection.items,
        label: collection.label[ctx.language],
        sample: sampleOfCollection(ctx, { name, items: collection.items }),
      };
    }),
    total: coverage?.total ?? null,
  };
}

/** Every word of the search stands in the name, a label, or a definition. */
function answers(spec: FactSpec, q: string | undefined): boolean {
  if (q === undefined || q.trim() === '') return true;
  const text = [spec.name, spec.label.zh, spec.label.en, spec.definition.zh, spec.definition.en, spec.source ?? '']
    .join(' ')
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** How fresh the facts of all subjects are: the least fresh of them. */
export async function catalogueFreshness(ctx: Ctx, subjects: readonly string[]): Promise<Freshness> {
  const all = await Promise.all(
    subjects.map(async (subject) => (await factSource(ctx.db, ctx, { subject, facts: [], collections: [] })).freshness),
  );
  const oldest = all.toSorted((a, b) => ((a.computedAt ?? '') < (b.computedAt ?? '') ? -1 : 1))[0];
  return {
    asOf: oldest?.asOf ?? ctx.today,
    computedAt: oldest?.computedAt ?? null,
    pending: all.some((one) => one.pending),
  };
}

export interface CatalogueQuery {
  readonly q?: string | undefined;
  readonly subject?: string | undefined;
  readonly module?: string | undefined;
}

/** The catalogue, searched by word, subject and module. */
export async function listFacts(ctx: Ctx, query: CatalogueQuery) {
  // Of whom most can be said comes first.
  const entries = [...ctx.services.facts.subjects.values()].sort((a, b) => b.facts.size - a.facts.size);
  const coverages = new Map<SubjectEntry, Coverage | undefined>();
  for (const entry of entries) coverages.set(entry, await coverageOf(ctx, entry));
  const all = entries.flatMap((entry) => [...entry.facts.values()].map((fact) => ({ entry, fact })));
  const found = all.filter(
    ({ fact }) =>
      (query.subject === undefined || fact.spec.subject === query.subject) &&
      (query.module === undefined || moduleOf(fact) === query.module) &&
      answers(fact.spec, query.q),
  );
  const byModule = Map.groupBy(all, ({ fact }) => moduleOf(fact));
  return {
    subjects: entries.map((entry) => toSubjectSummary(ctx, entry, coverages.get(entry))),
    modules: [...byModule].map(([code, facts]) => ({ code, facts: facts.length })),
    items: found.map(({ entry, fact }) => toFactSummary(ctx, fact, coverages.get(entry))),
    total: all.length,
    freshness: await catalogueFreshness(ctx, [...ctx.services.facts.subjects.keys()]),
  };
}
