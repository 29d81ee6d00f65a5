import type { CompiledPolicy } from './compile-policy.ts';
import type { SubjectCase } from './entitle.ts';
import { withNumbers } from './parameters.ts';
import type { Policy } from './policy.ts';
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

/** The policy as it would have been some years earlier (negative) or later: its year and all its windows move; days inside rules do not. */
export function shiftYears(compiled: CompiledPolicy, years: number): CompiledPolicy {
  if (years === 0) return compiled;
  const move = <T extends { readonly from: string; readonly to: string }>(window: T): T => ({
    ...window,
    from: movedDay(window.from, years),
    to: movedDay(window.to, years),
  });
  const { policy } = compiled;
  const shifted: Policy = {
    ...policy,
    year: policy.year + years,
    effectiveFrom: movedDay(policy.effectiveFrom, years),
    effectiveTo: policy.effectiveTo === null ? null : movedDay(policy.effectiveTo, years),
    windows: policy.windows.map(move),
    items: policy.items.map((item) => ({ ...item, achieved: move(item.achieved) })),
  };
  return withNumbers(compiled, shifted);
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
