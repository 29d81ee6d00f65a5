import type { CompiledPolicy } from './compile-policy.ts';
import type { SubjectCase } from './entitle.ts';
import type { Policy, PolicyItem } from './policy.ts';
import type { WhatIf } from './settle-candidates.ts';
import type { PaidBefore } from './settle-subject.ts';
import { whatIf } from './what-if.ts';

/** One year of a policy that is thought to have been in force earlier. */
export interface WhatIfYear {
  /** Shifted by whole years ({@link shiftYears}). */
  readonly policy: CompiledPolicy;
  /** Facts as of `asOf`. What was really paid is left out: this policy stands in the place of what was then in force. */
  readonly subjects: readonly SubjectCase[];
  readonly asOf: string;
}

/** Same day in another year; 29 February becomes 28. */
function movedDay(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  return moved.endsWith('-02-29') && new Date(`${moved}T00:00:00Z`).getUTCDate() !== 29 ? `${year}-02-28` : moved;
}

const DAY_IN_RULE = /date\(\s*(['"])(\d{4}-\d{2}-\d{2})\1\s*\)/g;

/** An item some years earlier or later. Where its rules name the first or last day of its window, they mean the window. */
function shiftItem(item: PolicyItem, years: number): PolicyItem {
  const { from, to } = item.achieved;
  const shift = (rule: string) =>
    rule.replace(DAY_IN_RULE, (whole, _quote, day: string) =>
      day === from || day === to ? `date('${movedDay(day, years)}')` : whole,
    );
  const { amount } = item;
  const moved =
    'units' in amount
      ? { ...amount, units: shift(amount.units) }
      : 'by' in amount
        ? { ...amount, by: shift(amount.by) }
        : 'of' in amount
          ? { ...amount, of: shift(amount.of) }
          : amount;
  return {
    ...item,
    achieved: { from: movedDay(from, years), to: movedDay(to, years) },
    eligibility: shift(item.eligibility),
    achievement: { ...item.achievement, rule: shift(item.achievement.rule) },
    amount: moved,
  };
}

/**
 * The policy as it would have been some years earlier (negative) or later: its year and all its windows move, also where
 * rules name their first or last day. Other days in rules do not move.
 */
export function shiftYears(policy: Policy, years: number): Policy {
  if (years === 0) return policy;
  return {
    ...policy,
    year: policy.year + years,
    effectiveFrom: movedDay(policy.effectiveFrom, years),
    effectiveTo: policy.effectiveTo === null ? null : movedDay(policy.effectiveTo, years),
    windows: policy.windows.map(({ from, to }) => ({ from: movedDay(from, years), to: movedDay(to, years) })),
    items: policy.items.map((item) => shiftItem(item, years)),
  };
}

/**
 * Year after year under one policy: what an earlier year paid is not paid again, and counts for differences within groups.
 * @param years in order of time
 */
export function whatIfYears(years: Iterable<WhatIfYear>): WhatIf[] {
  const paidKeys = new Set<string>();
  const paid = new Map<string, PaidBefore[]>();
  const results: WhatIf[] = [];
  for (const { policy, subjects, asOf } of years) {
    const result = whatIf(
      policy,
      subjects.map((one) => ({ ...one, paidBefore: paid.get(one.id) ?? [] })),
      { asOf, paidKeys },
    );
    results.push(result);
    for (const { subject, item, key, fen } of result.lines) {
      if (fen === 0) continue;
      const own = policy.policy.items[item] as Policy['items'][number];
      paidKeys.add(key);
      const id = subjects[subject]?.id ?? '';
      const { code, year } = policy.policy;
      const entry = { group: own.stacking.group, item: own.code, policy: code, year, fen };
      paid.set(id, [...(paid.get(id) ?? []), entry]);
    }
  }
  return results;
}
