import type { CompiledItem, CompiledPolicy } from './compile-policy.ts';
import { yuan } from './money.ts';
import type { AmountStep, StepSink } from './steps.ts';

/** What one achievement would get by its item alone. */
export interface Award {
  readonly item: CompiledItem;
  /** Identity of the achievement; nothing is paid twice under one key. */
  readonly key: string;
  readonly achievedOn: string | null;
  readonly label: string;
  /** Given by a higher level for the same achievement, in fen. */
  readonly higherFen: number;
  fen: number;
  readonly steps: AmountStep[] | undefined;
}

/** What the subject has already got: under any policy and in any year. */
export interface PaidBefore {
  readonly group: string | null;
  readonly item: string;
  readonly policy: string;
  readonly year: number;
  readonly fen: number;
}

const sinkOf = (award: Award): StepSink =>
  award.steps === undefined ? undefined : (code, text, fen) => void award.steps?.push({ code, text, fen });

function lower(award: Award, fen: number, code: AmountStep['code'], text: string): void {
  if (fen >= award.fen) return;
  award.fen = Math.max(0, fen);
  sinkOf(award)?.(code, text, award.fen);
}

function takeOffHigher(award: Award): void {
  if (!award.item.item.deductHigher || award.higherFen === 0) return;
  lower(award, award.fen - award.higherFen, 'higher-level', `扣除上级已资助${yuan(award.higherFen)}`);
}

/** Within a group: the highest alone, or the difference to what the group already paid. */
function stack(awards: readonly Award[], before: readonly PaidBefore[]): void {
  const groups = new Map<string, Award[]>();
  for (const award of awards) {
    const { rule, group } = award.item.item.stacking;
    if (rule === 'stackable') continue;
    const name = `${rule}:${group ?? award.item.item.code}`;
    groups.set(name, [...(groups.get(name) ?? []), award]);
  }
  for (const members of groups.values()) {
    const [first] = members as [Award, ...Award[]];
    const { rule, group } = first.item.item.stacking;
    const name = group ?? first.item.item.code;
    const paid = before.reduce((sum, one) => (one.group === name && one.fen > 0 ? Math.max(sum, one.fen) : sum), 0);
    const best = members.reduce((a, b) => (b.fen > a.fen ? b : a));
    for (const award of members) {
      if (award !== best) lower(award, 0, 'stacking', `与“${best.item.item.name}”从高享受，不重复`);
      else if (rule === 'difference') lower(award, award.fen - paid, 'stacking', `同类已享受${yuan(paid)}，补差额`);
      else if (paid > 0) lower(award, Math.max(0, award.fen - paid), 'stacking', `同类已享受${yuan(paid)}，从高不重复`);
    }
  }
}

function capYear(
  awards: readonly Award[],
  capFen: number,
  paidFen: number,
  code: AmountStep['code'],
  what: string,
): void {
  let left = Math.max(0, capFen - paidFen);
  for (const award of awards) {
    if (award.fen > left) lower(award, left, code, `${what}${yuan(capFen)}，此前已用${yuan(capFen - left)}`);
    left -= award.fen;
  }
}

/**
 * Applies deductions, stacking and yearly caps to the awards of one subject, in the order the domain fixes: item, higher
 * level, stacking, subject and year. Awards are taken in order of the policy's items, then of achievement and key.
 */
export function settleSubject(policy: CompiledPolicy, awards: Award[], before: readonly PaidBefore[]): void {
  if (awards.length === 0) return;
  if (awards.length > 1) awards.sort(byOrder);
  for (const award of awards) takeOffHigher(award);
  stack(awards, before);
  const { subjectYearCapFen, year, code } = policy.policy;
  for (const { item } of new Set(awards.map((award) => award.item))) {
    if (item.subjectYearCapFen === null) continue;
    const paid = sum(before.filter((one) => one.item === item.code && one.policy === code && one.year === year));
    const own = awards.filter((award) => award.item.item === item);
    capYear(own, item.subjectYearCapFen, paid, 'item-year-cap', '本条每家每年上限');
  }
  if (subjectYearCapFen !== null) {
    const paid = sum(before.filter((one) => one.policy === code && one.year === year));
    capYear(awards, subjectYearCapFen, paid, 'policy-year-cap', '每家每年合计上限');
  }
}

const sum = (list: readonly PaidBefore[]) => list.reduce((total, one) => total + one.fen, 0);

export function byOrder(a: Award, b: Award): number {
  return (
    a.item.index - b.item.index ||
    (a.achievedOn ?? '').localeCompare(b.achievedOn ?? '', 'en') ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}
