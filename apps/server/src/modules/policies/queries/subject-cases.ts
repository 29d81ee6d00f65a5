import type { CompiledPolicy, SubjectCase } from '@jince/entitlements';
import type { FactRow, FactValue } from '@jince/rules';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type FactCollection,
  type FactNeeds,
  type FactSource,
  type Freshness,
  factRelation,
  linkRelation,
  readFacts,
  subjectEntry,
  visibleSql,
} from '../../../platform/facts/index.ts';
import { readPaidBefore } from '../../funds/index.ts';
import { listPublished, requireCompiled } from './policy-versions.ts';

const SUBJECT = 'enterprise';

/**
 * Facts a policy's rules, dates and keys read, by full name; what the applicant states is no fact. What checks of stated
 * numbers read comes along for single parties alone: over a whole district nobody states anything.
 */
function needsOf(policies: readonly CompiledPolicy[], asOf: string, ids?: readonly string[]): FactNeeds {
  const facts = new Set<string>([`${SUBJECT}.kind`]);
  const collections = new Set<string>();
  for (const policy of policies) {
    for (const use of ids === undefined ? [policy] : [policy, policy.stated]) {
      for (const [subject, paths] of use.uses)
        if (subject !== 'claim') for (const path of paths) facts.add(`${subject}.${path}`);
      for (const name of use.collections) collections.add(name);
    }
  }
  return {
    subject: SUBJECT,
    facts: [...facts],
    collections: [...collections],
    asOf,
    ...(ids === undefined ? {} : { ids }),
  };
}

/** Kinds of party any item is for: nobody else is read. */
function kindsOf(policies: readonly CompiledPolicy[]): string[] {
  return [...new Set(policies.flatMap(({ items }) => items.flatMap((one) => [...one.beneficiaries])))];
}

const pathsOf = (needs: FactNeeds, subject: string) =>
  needs.facts.filter((name) => name.startsWith(`${subject}.`)).map((name) => name.slice(subject.length + 1));

const listed = (alias: string, paths: readonly string[]) =>
  paths.length === 0 ? sql`` : sql`, ${sql.join(paths.map((path) => sql.id(alias, path)))}`;

type Items = Map<string, FactRow[]>;

async function readItems(
  tx: Tx,
  { relations }: FactSource,
  needs: FactNeeds,
  collection: FactCollection,
  owners: readonly string[] | undefined,
): Promise<Items> {
  const paths = pathsOf(needs, collection.items);
  const own = owners === undefined ? sql`` : sql`where i.owner_id = any(${owners}::uuid[])`;
  const id = owners === undefined ? sql`` : sql`, i.item_id as subject_id`;
  const { rows } = await sql<Record<string, FactValue> & { owner_id: string }>`with ${relations}
    select i.owner_id ${id} ${listed('i', paths)} from ${linkRelation(collection)} i ${own}`.execute(tx);
  const items: Items = new Map();
  for (const { owner_id, ...row } of rows) {
    const known = items.get(owner_id);
    if (known === undefined) items.set(owner_id, [row]);
    else known.push(row);
  }
  return items;
}

interface Reading {
  readonly policies: readonly CompiledPolicy[];
  readonly asOf: string;
  readonly ids?: readonly string[];
  readonly everyone?: boolean;
}

/** Whole tables where nobody in particular is asked for, else only what belongs to those. */
async function readFactsOf(ctx: Ctx, { policies, asOf, ids, everyone }: Reading) {
  const entry = subjectEntry(ctx, SUBJECT);
  const needs = needsOf(policies, asOf, ids);
  const who =
    ids === undefined ? sql`s.kind = any(${kindsOf(policies)}::text[])` : sql`s.subject_id = any(${ids}::uuid[])`;
  return readFacts(ctx, needs, async (tx, source) => {
    const { rows } = await sql<{ subject_id: string; [path: string]: FactValue }>`with ${source.relations}
      select s.subject_id ${listed('s', pathsOf(needs, SUBJECT))} from ${factRelation(SUBJECT)} s
      where ${who} and ${visibleSql(ctx, entry, everyone)}`.execute(tx);
    const collections = entry.collections.filter((one) => needs.collections.includes(`${SUBJECT}.${one.path}`));
    const items = new Map<string, Items>();
    for (const one of collections) items.set(one.path, await readItems(tx, source, needs, one, ids));
    return { rows, items };
  });
}

const NONE: readonly FactRow[] = [];

async function readCases(ctx: Ctx, reading: Reading): Promise<{ cases: SubjectCase[]; freshness: Freshness }> {
  const { rows, items, freshness } = await readFactsOf(ctx, reading);
  const paid = await readPaidBefore(ctx, reading.ids, reading.asOf);
  const collections = [...items];
  const cases = rows.map((row): SubjectCase => {
    const { subject_id: id, ...facts } = row;
    for (const [path, of] of collections) facts[path] = (of.get(id) ?? NONE) as FactValue;
    const paidBefore = paid.get(id);
    return { id, facts, ...(paidBefore === undefined ? {} : { paidBefore }) };
  });
  return { cases, freshness };
}

/**
 * Facts of every party of the district a policy could be for, with the collections its rules read and what was paid before:
 * only what the policy uses, in one statement and one per collection. Limited to what the actor may see.
 * @param options.everyone leaves nobody out: for work of the system itself
 */
export async function readSubjectCases(
  ctx: Ctx,
  compiled: CompiledPolicy,
  asOf: string,
  options: { readonly everyone?: boolean } = {},
): Promise<SubjectCase[]> {
  return (await readCases(ctx, { policies: [compiled], asOf, ...options })).cases;
}

/**
 * Facts of one party as policies read them; of all policies in force on the day unless some are given.
 * @throws AppError platform.not-found when it is not there on the day or out of the actor's sight
 */
export async function readSubjectCase(
  ctx: Ctx,
  partyId: string,
  asOf: string,
  policies?: readonly CompiledPolicy[],
): Promise<SubjectCase & { readonly freshness: Freshness }> {
  const wanted = policies ?? (await listPublished(ctx, asOf)).map(requireCompiled);
  const { cases, freshness } = await readCases(ctx, { policies: wanted, asOf, ids: [partyId] });
  const [found] = cases;
  if (found === undefined) throw new AppError('platform.not-found');
  return { ...found, freshness };
}
