import type { CompiledPolicy } from './compile-policy.ts';
import { type EntitleOptions, isEligible, type SubjectCase } from './entitle.ts';
import { findAchievements } from './find-achievements.ts';
import { type Award, byOrder, settleSubject } from './settle-subject.ts';
import { type BudgetUse, shareBudget } from './share-budget.ts';
import { workOutAmount } from './work-out-amount.ts';

/** One line of a what-if: who gets what for which achievement. */
export interface WhatIfLine {
  /** Position of the subject in the list that was given. */
  readonly subject: number;
  /** Position of the item in the policy. */
  readonly item: number;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly fen: number;
}

export interface WhatIf {
  /** Lines with an amount, in the order of subjects. */
  readonly lines: readonly WhatIfLine[];
  readonly totalFen: number;
  /** Subjects that get something. */
  readonly recipients: number;
  readonly byItem: readonly {
    readonly item: string;
    readonly fen: number;
    readonly subjects: number;
    readonly lines: number;
  }[];
  readonly budgets: readonly BudgetUse[];
  /** Subjects that need a person because a fact is unknown. */
  readonly unknown: number;
}

type Line = Award & { readonly subject: number };

/** 1 when nothing bars the subject, 0 when something does, -1 when a fact is missing. */
function passes(policy: CompiledPolicy, subject: SubjectCase, asOf: string): 1 | 0 | -1 {
  let result: 1 | -1 = 1;
  for (const one of policy.preconditions) {
    const outcome = one.test(subject.facts, asOf);
    if (outcome === 0) return 0;
    if (outcome === -1) result = -1;
  }
  return result;
}

/** Awards of one subject before budgets; `unknown` when an item could not be decided. */
function awardsOf(policy: CompiledPolicy, subject: SubjectCase, at: number, options: EntitleOptions) {
  const { asOf, paidKeys } = options;
  const { year, rounding } = policy.policy;
  let unknown = false;
  const awards: Line[] = [];
  for (const compiled of policy.items) {
    const eligible = isEligible(compiled, subject.facts, asOf);
    if (eligible === -1) unknown = true;
    if (eligible !== 1) continue;
    const claims = subject.claims?.[compiled.item.code] ?? [];
    for (const one of findAchievements(compiled, subject.facts, claims, { asOf, year })) {
      if (paidKeys.has(one.key)) continue;
      const fen = workOutAmount(compiled, rounding, one.row, asOf, undefined);
      if (fen === undefined) unknown = true;
      else
        awards.push({
          subject: at,
          item: compiled,
          key: one.key,
          achievedOn: one.on,
          label: '',
          higherFen: one.higherFen,
          fen,
          steps: undefined,
        });
    }
  }
  settleSubject(policy, awards, subject.paidBefore ?? []);
  return { awards, unknown };
}

/** Order of the queue when a budget does not suffice: by achievement, then subject, item and key. */
function queueOrder(subjects: readonly SubjectCase[]) {
  return (a: Line, b: Line) => {
    const days = (a.achievedOn ?? '9999').localeCompare(b.achievedOn ?? '9999', 'en');
    if (days !== 0) return days;
    const [one, two] = [subjects[a.subject]?.id ?? '', subjects[b.subject]?.id ?? ''];
    return one < two ? -1 : one > two ? 1 : byOrder(a, b);
  };
}

/**
 * Whom a policy would pay, over a whole district and without traces; amounts equal those of {@link entitle} to the fen.
 * @param subjects facts as of `options.asOf`, collections included
 */
export function whatIf(
  policy: CompiledPolicy,
  subjects: readonly SubjectCase[],
  options: EntitleOptions & { readonly usedBeforeFen?: number },
): WhatIf {
  const all: Line[] = [];
  let unknown = 0;
  for (const [at, subject] of subjects.entries()) {
    const passed = passes(policy, subject, options.asOf);
    if (passed === -1) unknown += 1;
    if (passed !== 1) continue;
    const found = awardsOf(policy, subject, at, options);
    if (found.unknown) unknown += 1;
    for (const award of found.awards) if (award.fen > 0) all.push(award);
  }
  const limited = policy.policy.budgetFen !== null || policy.policy.items.some((item) => item.budgetFen !== null);
  const budgets = limited
    ? shareBudget(policy.policy, all.toSorted(queueOrder(subjects)), options.usedBeforeFen ?? 0)
    : [];
  return {
    ...sumUp(
      policy,
      all.filter((award) => award.fen > 0),
    ),
    budgets,
    unknown,
  };
}

function sumUp(policy: CompiledPolicy, lines: readonly Line[]) {
  const byItem = policy.policy.items.map((item) => ({ item: item.code, fen: 0, lines: 0, who: new Set<number>() }));
  const who = new Set<number>();
  let totalFen = 0;
  for (const line of lines) {
    const sum = byItem[line.item.index];
    totalFen += line.fen;
    who.add(line.subject);
    if (sum === undefined) continue;
    sum.fen += line.fen;
    sum.lines += 1;
    sum.who.add(line.subject);
  }
  return {
    lines: lines.map(({ subject, item, key, achievedOn, fen }) => ({
      subject,
      item: item.index,
      key,
      achievedOn,
      fen,
    })),
    totalFen,
    recipients: who.size,
    byItem: byItem.map(({ item, fen, lines: count, who: own }) => ({ item, fen, lines: count, subjects: own.size })),
  };
}
