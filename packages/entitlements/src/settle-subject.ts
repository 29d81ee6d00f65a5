import type { CompiledItem, CompiledPolicy } from './compile-policy.ts';
import { cny, yuan } from './money.ts';
import type { AmountStep, StepSink, Words } from './steps.ts';

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
  award.steps === undefined
    ? undefined
    : (code, { zh, en }, fen) => void award.steps?.push({ code, text: zh, en, fen });

/** The sentence is only made where steps are kept. */
function lower(award: Award, fen: number, code: AmountStep['code'], words: () => Words): void {
  if (fen >= award.fen) return;
  award.fen = Math.max(0, fen);
  if (award.steps !== undefined) sinkOf(award)?.(code, words(), award.fen);
}

function takeOffHigher(award: Award): void {
  if (!award.item.item.deductHigher || award.higherFen === 0) return;
  lower(award, award.fen - award.higherFen, 'higher-level', () => ({
    zh: `扣除上级已资助${yuan(award.higherFen)}`,
    en: `Less ${cny(award.higherFen)} given by a higher level`,
  }));
}

const ONCE: Words = { zh: '同一成果只计一次', en: 'The same achievement counts once' };

/** An achievement counts once for an item, however often a register lists it: a mark stands there once per class. */
function payOnce(awards: readonly Award[]): void {
  let item: CompiledItem | undefined;
  const seen = new Set<string>();
  for (const award of awards) {
    if (award.item !== item) seen.clear();
    item = award.item;
    if (seen.has(award.key)) lower(award, 0, 'stacking', () => ONCE);
    seen.add(award.key);
  }
}

/** Awards that stand in one stacking group, by rule and group. */
function groupsOf(awards: readonly Award[]): Iterable<Award[]> {
  const groups = new Map<string, Award[]>();
  for (const award of awards) {
    const { rule, group } = award.item.item.stacking;
    if (rule === 'stackable') continue;
    const name = `${rule}:${group ?? award.item.item.code}`;
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [award]);
    else members.push(award);
  }
  return groups.values();
}

const besides = (name: string): Words => ({
  zh: `与“${name}”从高享受，不重复`,
  en: `“${name}” gives more; not both`,
});

/** Within a group: the highest alone, or the difference to what the group already paid. */
function stack(awards: readonly Award[], before: readonly PaidBefore[]): void {
  for (const members of groupsOf(awards)) {
    const [first] = members as [Award, ...Award[]];
    const { rule, group } = first.item.item.stacking;
    const name = group ?? first.item.item.code;
    const paid = before.reduce((sum, one) => (one.group === name && one.fen > 0 ? Math.max(sum, one.fen) : sum), 0);
    const best = members.reduce((a, b) => (b.fen > a.fen ? b : a));
    const how =
      rule === 'difference' ? ['补差额', 'the difference is paid'] : ['从高不重复', 'the highest alone is paid'];
    for (const award of members) {
      if (award !== best) lower(award, 0, 'stacking', () => besides(best.item.item.name));
      else if (paid > 0)
        lower(award, award.fen - paid, 'stacking', () => ({
          zh: `同类已享受${yuan(paid)}，${how[0]}`,
          en: `${cny(paid)} of the kind was paid before: ${how[1]}`,
        }));
    }
  }
}

const capWords = (code: 'item-year-cap' | 'policy-year-cap', capFen: number, usedFen: number): Words => ({
  zh: `${code === 'item-year-cap' ? '本条每家每年上限' : '每家每年合计上限'}${yuan(capFen)}，此前已用${yuan(usedFen)}`,
  en: `At most ${cny(capFen)} a year${code === 'item-year-cap' ? ' under this item' : ' in all'}, of which ${cny(usedFen)} is used`,
});

/** Lets the awards from `first` to before `end` have no more than the cap leaves. */
function capYear(
  awards: readonly Award[],
  [first, end]: readonly [number, number],
  [capFen, paidFen]: readonly [number, number],
  code: 'item-year-cap' | 'policy-year-cap',
): void {
  let left = Math.max(0, capFen - paidFen);
  for (let at = first; at < end; at++) {
    const award = awards[at] as Award;
    const rest = left;
    if (award.fen > rest) lower(award, rest, code, () => capWords(code, capFen, capFen - rest));
    left -= award.fen;
  }
}

function capItems(policy: CompiledPolicy, awards: readonly Award[], before: readonly PaidBefore[]): void {
  const { year, code } = policy.policy;
  for (let first = 0, end = 0; first < awards.length; first = end) {
    const { item } = (awards[first] as Award).item;
    for (end = first + 1; end < awards.length && awards[end]?.item.item === item; ) end++;
    if (item.subjectYearCapFen === null) continue;
    const paid = sum(before, (one) => one.item === item.code && one.policy === code && one.year === year);
    capYear(awards, [first, end], [item.subjectYearCapFen, paid], 'item-year-cap');
  }
}

/**
 * Applies deductions, stacking and yearly caps to the awards of one subject, in the order the domain fixes: item, higher
 * level, stacking, subject and year. Awards are taken in order of the policy's items, then of achievement and key.
 */
export function settleSubject(policy: CompiledPolicy, awards: Award[], before: readonly PaidBefore[]): void {
  if (awards.length === 0) return;
  if (awards.length > 1) {
    awards.sort(byOrder);
    payOnce(awards);
  }
  for (const award of awards) takeOffHigher(award);
  // A single award that nothing was paid before has nobody to give way to.
  if (awards.length > 1 || before.length > 0) stack(awards, before);
  capItems(policy, awards, before);
  const { subjectYearCapFen, year, code } = policy.policy;
  if (subjectYearCapFen === null) return;
  const paid = sum(before, (one) => one.policy === code && one.year === year);
  capYear(awards, [0, awards.length], [subjectYearCapFen, paid], 'policy-year-cap');
}

function sum(list: readonly PaidBefore[], counts: (one: PaidBefore) => boolean): number {
  let total = 0;
  for (const one of list) if (counts(one)) total += one.fen;
  return total;
}

/** Order of items of the policy, then of achievement and key; days compare as texts. */
export function byOrder(a: Award, b: Award): number {
  if (a.item.index !== b.item.index) return a.item.index - b.item.index;
  const [one, two] = [a.achievedOn ?? '', b.achievedOn ?? ''];
  if (one !== two) return one < two ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
