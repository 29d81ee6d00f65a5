import { createHash } from 'node:crypto';
import type { CompiledPolicy, SubjectCase, UsedBefore } from '@jince/entitlements';
import type { Ctx, Services } from '../../../platform/context/context.ts';
import { type Freshness, factsVersion, readFacts } from '../../../platform/facts/index.ts';
import { readPaidBefore, readPaidKeys } from '../../funds/index.ts';
import { readSubjectCases } from '../queries/subject-cases.ts';

/** Every party of the district that policies could be for, as of a day, in memory (docs/adr/0007). */
export interface DistrictCases {
  readonly asOf: string;
  readonly subjects: readonly SubjectCase[];
  /** The same as if nothing had been paid. */
  readonly unpaid: readonly SubjectCase[];
  readonly paidKeys: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, number>;
  readonly freshness: Freshness;
}

/** Facts that every answer shows or cuts by, whatever the policy. */
const SHOWN = ['name', 'uscc', 'town', 'industrySection', 'aboveScale'];
/** Parties kept over all days: today and some years thought back of a district of usual size, two days of a very large one. */
const PARTIES_KEPT = 400_000;

interface Kept {
  readonly version: string;
  readonly needs: ReadonlySet<string>;
  readonly policies: readonly CompiledPolicy[];
  readonly cases: Promise<DistrictCases>;
  /** 0 until they are read. */
  parties: number;
}

const kept = new WeakMap<Services, Map<string, Kept>>();

/** Forgets the days not asked for longest, never the last. */
function forgetOldest(days: Map<string, Kept>): void {
  let parties = [...days.values()].reduce((sum, one) => sum + one.parties, 0);
  for (const [key, one] of [...days].slice(0, -1)) {
    if (parties <= PARTIES_KEPT) return;
    parties -= one.parties;
    days.delete(key);
  }
}

function needsOf(policies: readonly CompiledPolicy[]): Set<string> {
  const needs = new Set<string>();
  for (const { uses, collections, items } of policies) {
    for (const [subject, paths] of uses) for (const path of paths) needs.add(`${subject}.${path}`);
    for (const name of collections) needs.add(name);
    for (const { beneficiaries } of items) for (const kind of beneficiaries) needs.add(`for ${kind}`);
  }
  return needs;
}

/** One policy that reads what all of them read. */
function together(policies: readonly CompiledPolicy[]): CompiledPolicy {
  const uses = new Map<string, Set<string>>([['enterprise', new Set(SHOWN)]]);
  const collections = new Set<string>();
  for (const policy of policies) {
    for (const [subject, paths] of policy.uses) uses.set(subject, new Set([...(uses.get(subject) ?? []), ...paths]));
    for (const name of policy.collections) collections.add(name);
  }
  const items = policies.flatMap((policy) => policy.items);
  return { ...(policies[0] as CompiledPolicy), uses, collections, items };
}

async function load(
  ctx: Ctx,
  policies: readonly CompiledPolicy[],
  asOf: string,
  paidKeys: ReadonlySet<string>,
): Promise<DistrictCases> {
  const found = await readSubjectCases(ctx, together(policies), asOf, { everyone: true });
  // In the order of ids, which is that of a queue: nobody has to sort them again.
  const subjects = found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { freshness } = await readFacts(
    ctx,
    { subject: 'enterprise', facts: ['enterprise.kind'], collections: [], asOf },
    async () => ({}),
  );
  return {
    asOf,
    subjects,
    unpaid: subjects.map(({ id, facts }) => ({ id, facts })),
    paidKeys,
    places: new Map(subjects.map(({ id }, at) => [id, at])),
    freshness,
  };
}

/** What the facts and the payments are of: when it changes, everything is read again. */
async function stateOf(ctx: Ctx, asOf: string) {
  const [facts, keys, before] = await Promise.all([
    factsVersion(ctx),
    readPaidKeys(ctx),
    readPaidBefore(ctx, undefined, asOf),
  ]);
  const paid = createHash('sha1').update(JSON.stringify([[...keys.keys()].sort(), [...before]]));
  return { version: `${facts};${paid.digest('hex')}`, paidKeys: new Set(keys.keys()) };
}

/**
 * The district as of a day with all facts these policies read. Kept in memory; each use first asks whether facts or payments
 * have changed. Not limited to what the actor may see: budgets are shared by all, so answers are narrowed afterwards.
 */
export async function readDistrict(
  ctx: Ctx,
  policies: readonly CompiledPolicy[],
  asOf: string,
): Promise<DistrictCases> {
  const { version, paidKeys } = await stateOf(ctx, asOf);
  const days = kept.get(ctx.services) ?? new Map<string, Kept>();
  kept.set(ctx.services, days);
  const key = `${ctx.district} ${asOf}`;
  const known = days.get(key);
  const wanted = needsOf(policies);
  if (known?.version === version && [...wanted].every((one) => known.needs.has(one))) {
    days.delete(key);
    days.set(key, known);
    return known.cases;
  }
  // What was read before will be asked for again: two policies side by side must not drive each other out.
  const all = known === undefined ? policies : [...policies, together(known.policies)];
  const cases = load(ctx, all, asOf, paidKeys);
  days.delete(key);
  const entry: Kept = { version, needs: needsOf(all), policies: [together(all)], cases, parties: 0 };
  days.set(key, entry);
  cases.then(
    ({ subjects }) => {
      entry.parties = subjects.length;
      forgetOldest(days);
    },
    () => days.get(key) === entry && days.delete(key),
  );
  return cases;
}

/** What this policy has already paid of its budgets in its year. */
export function usedBefore({ subjects }: DistrictCases, { policy }: CompiledPolicy): UsedBefore {
  const byItem = new Map<string, number>();
  let policyFen = 0;
  for (const { paidBefore } of subjects)
    for (const one of paidBefore ?? []) {
      if (one.policy !== policy.code || one.year !== policy.year) continue;
      policyFen += one.fen;
      byItem.set(one.item, (byItem.get(one.item) ?? 0) + one.fen);
    }
  return { policyFen, byItem };
}
