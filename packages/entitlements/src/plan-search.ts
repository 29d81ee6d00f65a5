import type { FactRow } from '@jince/rules';
import type { CompiledItem, CompiledPolicy } from './compile-policy.ts';

type Test = (row: FactRow, asOf: string) => 1 | 0 | -1;

/** Items that reward the same achievements: the same rows, rule, date and key. Each row is looked at once for all of them. */
export interface SearchGroup {
  /** Where the rows stand: a collection, the subject itself, or what the applicant states under the item's code. */
  readonly source: { readonly collection: string } | { readonly claims: string } | 'subject';
  readonly test: Test;
  readonly dateFact: string | null;
  readonly keyFact: string;
  readonly items: readonly SearchItem[];
}

interface SearchItem {
  readonly compiled: CompiledItem;
  /** Position of the item in the compiled policy. */
  readonly at: number;
  /** Position of its eligibility among the distinct ones. */
  readonly rule: number;
}

/** How to look for what a policy gives: nothing is asked twice of a subject. */
export interface SearchPlan {
  /** Distinct eligibilities. */
  readonly rules: readonly Test[];
  /** Groups that a kind of subject may benefit from. */
  groupsFor(kind: string): readonly SearchGroup[];
}

function sourceOf({ item }: CompiledItem): SearchGroup['source'] {
  const { subject, collection } = item.achievement;
  if (subject === 'enterprise') return 'subject';
  if (subject === 'claim') return { claims: item.code };
  // Without a collection there are no rows; no subject has facts under the empty path.
  return { collection: collection ?? '' };
}

function groupsOf(policy: CompiledPolicy, rules: ReadonlyMap<string, number>, kind: string): SearchGroup[] {
  const groups = new Map<string, SearchGroup & { items: SearchItem[] }>();
  for (const [at, compiled] of policy.items.entries()) {
    const { item, beneficiaries } = compiled;
    if (item.legacy || !beneficiaries.has(kind)) continue;
    const source = sourceOf(compiled);
    const { dateFact, keyFact } = item.achievement;
    const identity = JSON.stringify([source, compiled.achieved.rule.canonical, dateFact, keyFact]);
    const group = groups.get(identity) ?? { source, test: compiled.achieved.test, dateFact, keyFact, items: [] };
    group.items.push({ compiled, at, rule: rules.get(compiled.eligibility.rule.canonical) as number });
    groups.set(identity, group);
  }
  return [...groups.values()];
}

export function planSearch(policy: CompiledPolicy): SearchPlan {
  const rules = new Map<string, number>();
  const tests: Test[] = [];
  for (const { eligibility } of policy.items) {
    if (rules.has(eligibility.rule.canonical)) continue;
    rules.set(eligibility.rule.canonical, tests.push(eligibility.test) - 1);
  }
  const byKind = new Map<string, SearchGroup[]>();
  return {
    rules: tests,
    groupsFor(kind) {
      const groups = byKind.get(kind) ?? groupsOf(policy, rules, kind);
      byKind.set(kind, groups);
      return groups;
    },
  };
}
