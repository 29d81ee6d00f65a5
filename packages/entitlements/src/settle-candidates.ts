import type { CompiledPolicy } from './compile-policy.ts';
import type { Candidates } from './find-candidates.ts';
import { type Award, byOrder, type PaidBefore, settleSubject } from './settle-subject.ts';
import { type BudgetUse, shareBudget, UNUSED, type UsedBefore } from './share-budget.ts';
import { amountFor } from './work-out-amount.ts';

/** One line of a what-if: who gets what for which achievement. */
export interface WhatIfLine {
  /** Position of the subject in the list that was given. */
  readonly subject: number;
  /** Position of the item in the policy. */
  readonly item: number;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly fen: number;
  /** Before budgets. */
  readonly neededFen: number;
}

export interface WhatIf {
  /** Lines with an amount before budgets, in the order of subjects; a budget may have left nothing of it. */
  readonly lines: readonly WhatIfLine[];
  readonly totalFen: number;
  /** Before budgets. */
  readonly neededFen: number;
  /** Subjects that get something. */
  readonly recipients: number;
  readonly byItem: readonly {
    readonly item: string;
    readonly fen: number;
    /** Before budgets. */
    readonly neededFen: number;
    readonly subjects: number;
    readonly lines: number;
  }[];
  readonly budgets: readonly BudgetUse[];
  /** Subjects that may get something but for a fact nobody knows. */
  readonly unknown: number;
}

type Line = Award & { readonly subject: number; neededFen: number };

const NOTHING: readonly PaidBefore[] = [];

/** Amounts of all candidates, subject by subject, before budgets; those that get nothing are left out. */
function awardsOf(policy: CompiledPolicy, { subjects, list }: Candidates): Line[] {
  const { rounding } = policy.policy;
  const all: Line[] = [];
  let own: Line[] = [];
  for (let at = 0; at < list.length; at++) {
    const { subject, item: position, key, achievedOn, higherFen, quantity } = list[at] as Candidates['list'][number];
    const item = policy.items[position] as CompiledPolicy['items'][number];
    const fen = amountFor(item.item, rounding, quantity, undefined);
    own.push({ subject, item, key, achievedOn, label: '', higherFen, fen, neededFen: 0, steps: undefined });
    if (list[at + 1]?.subject === subject) continue;
    settleSubject(policy, own, subjects[subject]?.paidBefore ?? NOTHING);
    for (const award of own) {
      award.neededFen = award.fen;
      if (award.fen > 0) all.push(award);
    }
    own = [];
  }
  return all;
}

const dayOf = (on: string | null): number => (on === null ? 99_991_231 : Number(on.replaceAll('-', '')));

/** Awards in the order of the queue: by achievement, then subject, item and key. They come subject by subject, each in order. */
function inQueue(awards: readonly Line[], candidates: Candidates): Line[] {
  const { subjects } = candidates;
  const idOf = (award: Line) => subjects[award.subject]?.id ?? '';
  const byId = awards.every((award, at) => at === 0 || idOf(awards[at - 1] as Line) <= idOf(award))
    ? awards
    : awards.toSorted((a, b) => {
        const [one, two] = [idOf(a), idOf(b)];
        return one < two ? -1 : one > two ? 1 : byOrder(a, b);
      });
  // Day and place in one exact number: sorting numbers is many times quicker than comparing awards.
  const count = byId.length;
  const places = Float64Array.from(byId, (award, at) => dayOf(award.achievedOn) * count + at).sort();
  return Array.from(places, (place) => byId[place % count] as Line);
}

/**
 * Amounts of candidates by the money of a policy: amounts, caps, stacking, budgets. The policy must have the rules the candidates
 * were found by (the same {@link candidateKey}); amounts equal those of {@link entitle} to the fen, budgets apart.
 */
export function settleCandidates(policy: CompiledPolicy, candidates: Candidates, used: UsedBefore = UNUSED): WhatIf {
  const all = awardsOf(policy, candidates);
  const limited = policy.policy.budgetFen !== null || policy.policy.items.some((item) => item.budgetFen !== null);
  const budgets = limited ? shareBudget(policy.policy, inQueue(all, candidates), used) : [];
  return { ...sumUp(policy, all), budgets, unknown: candidates.unknown.length };
}

function sumUp(policy: CompiledPolicy, lines: readonly Line[]) {
  const byItem = policy.policy.items.map((item) => ({ item: item.code, fen: 0, neededFen: 0, lines: 0, subjects: 0 }));
  // Lines come subject by subject: a subject is new to an item when it was not the item's last.
  const last = new Int32Array(byItem.length).fill(-1);
  let [lastOfAll, recipients, totalFen, neededFen] = [-1, 0, 0, 0];
  for (const line of lines) {
    const { index } = line.item;
    const sum = byItem[index] as (typeof byItem)[number];
    totalFen += line.fen;
    neededFen += line.neededFen;
    sum.fen += line.fen;
    sum.neededFen += line.neededFen;
    if (line.fen === 0) continue;
    sum.lines += 1;
    if (last[index] !== line.subject) sum.subjects += 1;
    last[index] = line.subject;
    if (lastOfAll !== line.subject) recipients += 1;
    lastOfAll = line.subject;
  }
  return { lines: lines.map(lineOf), totalFen, neededFen, recipients, byItem };
}

function lineOf({ subject, item, key, achievedOn, fen, neededFen }: Line): WhatIfLine {
  return { subject, item: item.index, key, achievedOn, fen, neededFen };
}
