import type { FactRow } from '@jince/rules';
import { withChecks } from './check-registers.ts';
import { type CompiledItem, type CompiledPolicy, quantityText } from './compile-policy.ts';
import type { EntitleOptions, SubjectCase } from './entitle.ts';
import { keyOf, textOf } from './find-achievements.ts';
import { planSearch, type SearchGroup, type SearchPlan } from './plan-search.ts';
import type { Policy } from './policy.ts';
import { quantityOf } from './work-out-amount.ts';

/** An achievement that an item rewards, whatever the amount: all that rules and registers say of it. */
export interface Candidate {
  /** Position of the subject in the list that was given. */
  readonly subject: number;
  /** Position of the item in the policy. */
  readonly item: number;
  readonly key: string;
  readonly achievedOn: string | null;
  /** Given by a higher level for it, in fen. */
  readonly higherFen: number;
  /** What the amount depends on; 0 for a fixed one. */
  readonly quantity: number;
}

/** What a policy rewards in a district, before money: the same for every amount, cap and budget. */
export interface Candidates {
  readonly subjects: readonly SubjectCase[];
  /** Those of one subject together, in the order of subjects. */
  readonly list: readonly Candidate[];
  /** Positions of the subjects that may get something but for a fact nobody knows. */
  readonly unknown: readonly number[];
}

/**
 * What the candidates of a policy depend on, as a text. Policies with the same text have the same candidates: they differ
 * in amounts, caps, stacking and budgets alone.
 */
export function candidateKey(policy: Policy): string {
  return JSON.stringify([
    policy.year,
    policy.preconditions.map((one) => one.rule),
    policy.items.map((item) => {
      const { label: _, ...identity } = item.achievement;
      const { code, trigger, beneficiaries, eligibility, achieved, legacy, declared, checks } = item;
      return [
        code,
        trigger,
        beneficiaries,
        eligibility,
        identity,
        achieved,
        legacy,
        declared,
        checks,
        quantityText(item),
      ];
    }),
  ]);
}

const NOT_ASKED = -2;

/** Looks at one subject after another; what it remembers of a subject is overwritten by the next. */
class Search {
  readonly list: Candidate[] = [];
  readonly unknown: number[] = [];
  readonly #policy: CompiledPolicy;
  readonly #plan: SearchPlan;
  readonly #options: EntitleOptions;
  readonly #eligible: Int8Array;
  #facts: FactRow = {};
  #at = 0;
  #passes: 1 | 0 | -1 | typeof NOT_ASKED = NOT_ASKED;
  #isUnknown = false;

  constructor(policy: CompiledPolicy, options: EntitleOptions) {
    this.#policy = policy;
    this.#plan = planSearch(policy);
    this.#options = options;
    this.#eligible = new Int8Array(this.#plan.rules.length);
  }

  look(subject: SubjectCase, at: number): void {
    this.#facts = subject.facts;
    this.#at = at;
    this.#passes = NOT_ASKED;
    this.#isUnknown = false;
    this.#eligible.fill(NOT_ASKED);
    for (const group of this.#plan.groupsFor(String(subject.facts.kind))) {
      const rows = rowsOf(group, subject, this.#options.asOf);
      for (let i = 0; i < rows.length; i++) if (!this.#lookAt(group, rows[i] as FactRow)) return;
    }
    if (this.#isUnknown) this.unknown.push(at);
  }

  /** @returns false when the subject is barred: nothing else of it need be looked at */
  #lookAt(group: SearchGroup, row: FactRow): boolean {
    const { asOf } = this.#options;
    const achieved = group.test(row, asOf);
    if (achieved === 0) return true;
    const on = group.dateFact === null ? null : textOf(row[group.dateFact]);
    const known = achieved === 1 && (on !== null || group.dateFact === null);
    for (const { compiled, at, rule } of group.items) {
      const { from, to } = compiled.item.achieved;
      if (on !== null && (on < from || on > to)) continue;
      const eligible = this.#isEligible(rule);
      if (eligible === 0) continue;
      const passes = this.#passesAll();
      if (passes === 0) return false;
      const key = keyOf(compiled.item, row, this.#policy.policy.year);
      if (key !== null && this.#options.paidKeys.has(key)) continue;
      if (!known || key === null || eligible === -1 || passes === -1) this.#isUnknown = true;
      else this.#add(compiled, at, key, on, row);
    }
    return true;
  }

  #add(compiled: CompiledItem, item: number, key: string, achievedOn: string | null, row: FactRow): void {
    const quantity = quantityOf(compiled, row, this.#options.asOf);
    const higher = row.higherFen;
    const higherFen = typeof higher === 'number' ? higher : 0;
    if (quantity === undefined) this.#isUnknown = true;
    else this.list.push({ subject: this.#at, item, key, achievedOn, higherFen, quantity });
  }

  #isEligible(rule: number): number {
    const asked = this.#eligible[rule] as number;
    if (asked !== NOT_ASKED) return asked;
    const test = this.#plan.rules[rule] as SearchPlan['rules'][number];
    const outcome = test(this.#facts, this.#options.asOf);
    this.#eligible[rule] = outcome;
    return outcome;
  }

  /** 1 when nothing bars the subject, 0 when something does, -1 when a fact is missing. */
  #passesAll(): 1 | 0 | -1 {
    if (this.#passes !== NOT_ASKED) return this.#passes;
    let result: 1 | 0 | -1 = 1;
    for (const one of this.#policy.preconditions) {
      const outcome = one.test(this.#facts, this.#options.asOf);
      if (outcome === -1) result = -1;
      if (outcome !== 0) continue;
      result = 0;
      break;
    }
    this.#passes = result;
    return result;
  }
}

const NONE: readonly FactRow[] = [];

function rowsOf(group: SearchGroup, subject: SubjectCase, asOf: string): readonly FactRow[] {
  if (group.source === 'subject') return [subject.facts];
  if ('claims' in group.source)
    return withChecks(
      group.items[0]?.compiled.checks ?? [],
      subject.facts,
      subject.claims?.[group.source.claims] ?? NONE,
      asOf,
    );
  const rows = subject.facts[group.source.collection];
  return Array.isArray(rows) ? (rows as readonly FactRow[]) : NONE;
}

/**
 * Looks through a district for what a policy rewards, without amounts.
 * @param subjects facts as of `options.asOf`, collections included
 */
export function findCandidates(
  policy: CompiledPolicy,
  subjects: readonly SubjectCase[],
  options: EntitleOptions,
): Candidates {
  const search = new Search(policy, options);
  for (let at = 0; at < subjects.length; at++) search.look(subjects[at] as SubjectCase, at);
  return { subjects, list: search.list, unknown: search.unknown };
}
