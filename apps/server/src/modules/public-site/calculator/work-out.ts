import { entitle, type ItemAnswer } from '@jince/entitlements';
import type { FactRow, FactValue } from '@jince/rules';
import type { ChosenPolicy } from './questions.ts';
import type { Answers } from './read-answers.ts';

export interface PolicyResult {
  readonly policy: ChosenPolicy;
  /** The chosen items, and others that came out with an amount. */
  readonly answers: readonly ItemAnswer[];
  readonly fen: number;
}

export interface VisitorBase {
  readonly kind: string;
  /** Code of a town; null: outside the district. */
  readonly town: string | null;
}

/** Items a check by machine would find if what the visitor says of it is so: nothing is looked up for a stranger. */
function assumed(policy: ChosenPolicy, answers: Answers): { facts: FactRow; claims: Answers['claims'] } {
  const found = new Map<string, FactRow[]>();
  const claims: Record<string, readonly FactRow[]> = { ...answers.claims };
  const bools = [...policy.compiled.stated.uses.values()].flatMap((paths) => [...paths]);
  const sound = Object.fromEntries(bools.map((path) => [path, true]));
  for (const { item, checks } of policy.items) {
    const rows = claims[item.code];
    if (rows === undefined || checks.length === 0) continue;
    // Each row stands for one number of its own, which is found if all that is checked of it is said to be so.
    const numberOf = (at: number) => `${item.code}-${at + 1}`;
    for (const { check } of checks) {
      const own = checks.filter((one) => one.check.collection === check.collection);
      const said = rows.flatMap((row, at) =>
        own.every((one) => row[one.check.path] === true) ? [{ ...sound, [check.keyFact]: numberOf(at) }] : [],
      );
      found.set(check.collection, [...(found.get(check.collection) ?? []), ...said]);
    }
    claims[item.code] = rows.map((row, at) => ({
      ...row,
      ...Object.fromEntries(checks.map(({ check }) => [check.of, row[check.path] === null ? null : numberOf(at)])),
    }));
  }
  const facts = Object.fromEntries(found) as unknown as FactRow;
  return { facts, claims };
}

/** Facts nobody asked for are unknown, collections empty. */
function unknownFacts({ compiled }: ChosenPolicy): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  for (const path of compiled.uses.get('enterprise') ?? []) facts[path] = null;
  for (const name of compiled.collections) facts[name.slice('enterprise.'.length)] = [];
  return facts;
}

/**
 * What the policies would give a visitor who answered so: the same rules and the same arithmetic as in an application.
 * Amounts in fen, before budgets; nothing is kept.
 */
export function workOut(
  policies: readonly ChosenPolicy[],
  base: VisitorBase,
  answers: Answers,
  asOf: string,
): PolicyResult[] {
  return policies.map((policy) => {
    const { facts, claims } = assumed(policy, answers);
    const subject = {
      id: 'visitor',
      facts: {
        ...unknownFacts(policy),
        ...answers.facts,
        ...facts,
        uscc: 'visitor',
        kind: base.kind,
        town: base.town,
        zone: null,
      },
      claims,
    };
    const chosen = new Set(policy.items.map(({ item }) => item.code));
    const all = entitle(policy.compiled, subject, { asOf, paidKeys: new Set() });
    const shown = all.filter((answer) => chosen.has(answer.item) || answer.entitlements.some(({ fen }) => fen > 0));
    const fen = shown.reduce((sum, answer) => sum + answer.entitlements.reduce((own, one) => own + one.fen, 0), 0);
    return { policy, answers: shown, fen };
  });
}
