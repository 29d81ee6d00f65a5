import type { Catalogue } from '@jince/rules';
import { type CompiledPolicy, compilePolicy, type PolicyProblem } from './compile-policy.ts';
import { contradictionOf } from './contradiction.ts';
import { entitle, type ItemAnswer } from './entitle.ts';
import { yuan } from './money.ts';
import type { Policy, PolicyItem, Tier, Trigger } from './policy.ts';

/** A forbidden trigger with the notice that forbids it. */
export interface Prohibition {
  readonly trigger: Trigger;
  readonly from: string;
  readonly notice: string;
  readonly text: string;
}

/** What analysis finds in a policy before anybody runs into it. `block` forbids publishing. */
export interface Finding {
  readonly code:
    | 'prohibited-trigger'
    | 'rule-problem'
    | 'tier-gap'
    | 'tier-overlap'
    | 'tier-order'
    | 'cap-below-amount'
    | 'caps-contradict'
    | 'budget-below-amount'
    | 'unreachable'
    | 'window-never-opens'
    | 'achieved-never'
    | 'overlapping-items'
    | 'example-missing'
    | 'example-fails'
    | 'duplicate-code';
  readonly severity: 'block' | 'warn';
  /** `items.2.amount.tiers`. */
  readonly path: string;
  readonly text: string;
  /** What to do. */
  readonly advice: string;
  readonly article?: string;
  readonly problem?: PolicyProblem;
}

type Add = (finding: Finding) => void;

function checkTiers(tiers: readonly Tier[], path: string, add: Add): void {
  for (const [at, tier] of tiers.entries()) {
    if (tier.to !== null && tier.to <= tier.from)
      add({
        code: 'tier-order',
        severity: 'block',
        path: `${path}.${at}`,
        text: `第${at + 1}档上界${tier.to}不大于下界${tier.from}，永远不会用到`,
        advice: '改正这一档的上下界。',
      });
    const next = tiers[at + 1];
    if (next === undefined) continue;
    if (tier.to === null || next.from < tier.to)
      add({
        code: 'tier-overlap',
        severity: 'block',
        path: `${path}.${at + 1}`,
        text: `第${at + 1}档（${tier.from}至${tier.to ?? '以上'}）与第${at + 2}档（自${next.from}起）重叠`,
        advice: '各档含下界、不含上界，应首尾相接。',
      });
    else if (next.from > tier.to)
      add({
        code: 'tier-gap',
        severity: 'block',
        path: `${path}.${at + 1}`,
        text: `第${at + 1}档止于${tier.to}，第${at + 2}档自${next.from}起，${tier.to}至${next.from}之间没有金额`,
        advice: '补上中间一档，或让两档首尾相接。',
      });
  }
}

/** The most one achievement can get by the amount alone; null when it has no bound. */
function mostOf(item: PolicyItem): number | null {
  const { amount } = item;
  if (amount.type === 'fixed') return amount.fen;
  if (amount.type === 'tiered') return Math.max(...amount.tiers.map((tier) => tier.fen));
  return amount.type === 'per-unit' && amount.maxUnits !== null ? amount.unitFen * amount.maxUnits : null;
}

function checkCaps(policy: Policy, item: PolicyItem, path: string, add: Add): void {
  const most = mostOf(item);
  if (item.amount.type === 'fixed' && item.capFen !== null && item.capFen < item.amount.fen)
    add({
      code: 'cap-below-amount',
      severity: 'block',
      path: `${path}.capFen`,
      text: `单项上限${yuan(item.capFen)}低于定额${yuan(item.amount.fen)}，定额永远发不足`,
      advice: '提高上限，或降低定额。',
    });
  if (item.capFen !== null && item.subjectYearCapFen !== null && item.subjectYearCapFen < item.capFen)
    add({
      code: 'caps-contradict',
      severity: 'warn',
      path: `${path}.subjectYearCapFen`,
      text: `每家每年上限${yuan(item.subjectYearCapFen)}低于单项上限${yuan(item.capFen)}，单项上限永远用不到`,
      advice: '核对两个上限。',
    });
  const each = item.capFen ?? most;
  for (const [budget, what] of [
    [item.budgetFen, '本条预算'],
    [policy.budgetFen, '年度预算'],
  ] as const)
    if (budget !== null && each !== null && budget < each)
      add({
        code: 'budget-below-amount',
        severity: 'warn',
        path: `${path}.budgetFen`,
        text: `${what}${yuan(budget)}不够一笔${yuan(each)}`,
        advice: '核对预算，或降低单笔金额。',
      });
  if (item.budgetFen !== null && policy.budgetFen !== null && item.budgetFen > policy.budgetFen)
    add({
      code: 'caps-contradict',
      severity: 'warn',
      path: `${path}.budgetFen`,
      text: `本条预算${yuan(item.budgetFen)}超过年度预算${yuan(policy.budgetFen)}`,
      advice: '核对两个预算。',
    });
}

function checkTime(policy: Policy, add: Add): void {
  for (const [at, window] of policy.windows.entries()) {
    const path = `windows.${at}`;
    const ended = policy.effectiveTo !== null && window.from > policy.effectiveTo;
    if (window.to < window.from || window.to < policy.effectiveFrom || ended)
      add({
        code: 'window-never-opens',
        severity: 'block',
        path,
        text: `申报期${window.from}至${window.to}不在政策有效期（${policy.effectiveFrom}至${policy.effectiveTo ?? '长期'}）内，永远不会开放`,
        advice: '改正申报期或有效期。',
      });
  }
  for (const [at, item] of policy.items.entries()) {
    const { from, to } = item.achieved;
    if (to < from)
      add({
        code: 'achieved-never',
        severity: 'block',
        path: `items.${at}.achieved`,
        text: `成果期${from}至${to}的止日早于起日，没有成果能落在其中`,
        advice: '改正成果期。',
      });
    else if (policy.windows.every((window) => window.to < from))
      add({
        code: 'achieved-never',
        severity: 'block',
        path: `items.${at}.achieved`,
        text: `成果期自${from}起，而申报期都在此前结束`,
        advice: '改正成果期或申报期。',
      });
  }
}

/** Items that would pay the same achievement: allowed only in one stacking group. */
function checkOverlaps(policy: Policy, add: Add): void {
  for (const [a, one] of policy.items.entries())
    for (const [b, two] of policy.items.entries()) {
      if (b <= a || one.legacy || two.legacy || one.trigger !== two.trigger) continue;
      if (one.achievement.subject !== two.achievement.subject || one.achievement.keyFact !== two.achievement.keyFact)
        continue;
      const shared = one.beneficiaries.some((kind) => two.beneficiaries.includes(kind));
      const apart = one.achieved.to < two.achieved.from || two.achieved.to < one.achieved.from;
      if (!shared || apart) continue;
      const grouped =
        one.stacking.group !== null && one.stacking.group === two.stacking.group && one.stacking.rule !== 'stackable';
      if (grouped) continue;
      add({
        code: 'overlapping-items',
        severity:
          one.achievement.rule === two.achievement.rule && one.eligibility === two.eligibility ? 'block' : 'warn',
        path: `items.${b}`,
        text: `“${two.name}”与“${one.name}”可能对同一成果各给一笔`,
        advice: '让两条的条件互不相交，或放入同一叠加组（从高或补差）。',
      });
    }
}

function checkProhibitions(policy: Policy, prohibitions: readonly Prohibition[], add: Add): void {
  for (const [at, item] of policy.items.entries()) {
    const banned = prohibitions.find(
      (one) => one.trigger === item.trigger && (policy.effectiveTo ?? '9999') >= one.from,
    );
    if (banned === undefined || item.legacy) continue;
    add({
      code: 'prohibited-trigger',
      severity: 'block',
      path: `items.${at}.trigger`,
      text: `${banned.notice}：${banned.text}。“${item.name}”不得发布，也不得拨付`,
      advice: '删除本条，或标为只供查询的历史条款。',
      article: banned.notice,
    });
  }
}

function checkReach(compiled: CompiledPolicy, add: Add): void {
  for (const { item, index, eligibility, achieved } of compiled.items) {
    for (const [rule, path] of [
      [eligibility.rule, 'eligibility'],
      [achieved.rule, 'achievement.rule'],
    ] as const) {
      const why = contradictionOf(rule);
      if (why !== undefined)
        add({
          code: 'unreachable',
          severity: 'block',
          path: `items.${index}.${path}`,
          text: `“${item.name}”永远不会有对象：${why}`,
          advice: '改正条件。',
        });
    }
  }
}

function checkExamples(compiled: CompiledPolicy, asOf: string, add: Add): void {
  for (const { item, index } of compiled.items) {
    if (item.legacy) continue;
    if (item.examples.length === 0)
      add({
        code: 'example-missing',
        severity: 'block',
        path: `items.${index}.examples`,
        text: `“${item.name}”没有算例`,
        advice: '至少写一个：什么样的企业，应得多少。',
      });
    for (const [at, example] of item.examples.entries()) {
      const got = workExample(compiled, index, example, asOf);
      if (got.fen !== example.expectFen)
        add({
          code: 'example-fails',
          severity: 'block',
          path: `items.${index}.examples.${at}`,
          text: `算例“${example.label}”应得${yuan(example.expectFen)}，按条款算得${yuan(got.fen)}${got.why}`,
          advice: '核对条款或算例。',
        });
    }
  }
}

/** What an example's subject gets under its item: with all steps, and the first reason when it gets nothing. */
export function workExample(
  compiled: CompiledPolicy,
  index: number,
  example: PolicyItem['examples'][number],
  asOf: string,
): { fen: number; why: string; answer: ItemAnswer | undefined } {
  const own = compiled.items.find((one) => one.index === index);
  if (own === undefined) return { fen: 0, why: '', answer: undefined };
  const { item } = own;
  const { collection, subject } = item.achievement;
  const rows = example.achievements as never[];
  const facts = { ...example.enterprise, ...(collection === null ? {} : { [collection]: rows }) } as never;
  const one = { id: 'example', facts, ...(subject === 'claim' ? { claims: { [item.code]: rows } } : {}) };
  // The item alone: what other items would take from it is not what the example is about.
  const alone = { ...compiled, preconditions: [], items: [own] };
  const [answer] = entitle(alone, one, { asOf, paidKeys: new Set() });
  const fen = (answer?.entitlements ?? []).reduce((sum, each) => sum + each.fen, 0);
  const why = fen === 0 && answer?.refusals[0] !== undefined ? `（${answer.refusals[0].text}）` : '';
  return { fen, why, answer };
}

/**
 * Everything analysis can find in a policy: problems of its rules, gaps and overlaps of tiers, contradictory caps, windows
 * that never open, items nobody can reach or that pay one achievement twice, prohibited triggers, examples that are missing or fail.
 * @param asOf the day the examples are worked out on
 */
export function checkPolicy(
  policy: Policy,
  options: { readonly catalogue: Catalogue; readonly prohibitions: readonly Prohibition[]; readonly asOf: string },
): Finding[] {
  const findings: Finding[] = [];
  const add: Add = (finding) => void findings.push(finding);
  const codes = policy.items.map((item) => item.code);
  for (const [at, code] of codes.entries())
    if (codes.indexOf(code) !== at)
      add({
        code: 'duplicate-code',
        severity: 'block',
        path: `items.${at}.code`,
        text: `条款代码“${code}”重复`,
        advice: '换一个代码。',
      });
  checkProhibitions(policy, options.prohibitions, add);
  checkTime(policy, add);
  for (const [at, item] of policy.items.entries()) {
    checkCaps(policy, item, `items.${at}`, add);
    if (item.amount.type === 'tiered') checkTiers(item.amount.tiers, `items.${at}.amount.tiers`, add);
  }
  checkOverlaps(policy, add);
  const compiled = compilePolicy(policy, options.catalogue);
  if (!compiled.ok) {
    for (const problem of compiled.problems)
      add({
        code: 'rule-problem',
        severity: 'block',
        path: problem.path,
        text: problem.zh,
        advice: problem.suggestion === undefined ? '改正规则。' : `是否应为“${problem.suggestion}”？`,
        problem,
      });
    return findings;
  }
  checkReach(compiled.policy, add);
  checkExamples(compiled.policy, options.asOf, add);
  return findings;
}
