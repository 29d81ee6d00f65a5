import type { FactRow, TraceNode } from '@jince/rules';
import type { CompiledItem, CompiledPolicy } from './compile-policy.ts';
import { findAchievements, type Missed } from './find-achievements.ts';
import { type Award, type PaidBefore, settleSubject } from './settle-subject.ts';
import type { AmountStep } from './steps.ts';
import { workOutAmount } from './work-out-amount.ts';

/** A subject with its facts (collections included) and what it says and has got so far. */
export interface SubjectCase {
  readonly id: string;
  readonly facts: FactRow;
  /** What it states, by item code, for items whose achievement no register knows. */
  readonly claims?: Readonly<Record<string, readonly FactRow[]>>;
  readonly paidBefore?: readonly PaidBefore[];
}

export interface EntitleOptions {
  readonly asOf: string;
  /** Keys of achievements already paid, by any policy. */
  readonly paidKeys: ReadonlySet<string>;
}

export interface Refusal {
  readonly code:
    | 'precondition'
    | 'beneficiary'
    | 'eligibility'
    | 'achievement'
    | 'window'
    | 'paid-before'
    | 'unknown'
    | 'legacy';
  readonly text: string;
  readonly article: string | null;
}

export interface Entitlement {
  readonly item: string;
  readonly name: string;
  readonly clause: string;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly label: string;
  readonly fen: number;
  readonly steps: readonly AmountStep[];
  readonly eligibility: TraceNode;
  readonly achievement: TraceNode;
}

export interface ItemAnswer {
  readonly item: string;
  readonly name: string;
  readonly clause: string;
  readonly entitlements: readonly Entitlement[];
  /** Why there is nothing, or not more. */
  readonly refusals: readonly Refusal[];
}

const MISSED: Readonly<Record<Missed['reason'], Refusal>> = {
  rule: { code: 'achievement', text: '名下的成果不符合本条要求', article: null },
  window: { code: 'window', text: '成果取得日期不在本条的成果期内', article: null },
  key: { code: 'unknown', text: '成果缺少编号，无法核对是否重复享受', article: null },
  unknown: { code: 'unknown', text: '成果资料不全，须由人核实', article: null },
};

function refusePreconditions(policy: CompiledPolicy, facts: FactRow, asOf: string): Refusal[] {
  return policy.preconditions.flatMap((one): Refusal[] => {
    const outcome = one.test(facts, asOf);
    if (outcome === 1) return [];
    const text = outcome === 0 ? one.refusal : `“${one.label}”的资料不全，须由人核实`;
    return [{ code: outcome === 0 ? 'precondition' : 'unknown', text, article: one.article }];
  });
}

/** Whether a subject may take an item at all; without a trace. */
export function isEligible(item: CompiledItem, facts: FactRow, asOf: string): 1 | 0 | -1 {
  if (item.item.legacy || !item.beneficiaries.has(String(facts.kind))) return 0;
  return item.eligibility.test(facts, asOf);
}

function refuseItem(compiled: CompiledItem, facts: FactRow, asOf: string): Refusal | undefined {
  if (compiled.item.legacy) return { code: 'legacy', text: '历史条款，只供查询，不再受理和拨付', article: null };
  if (!compiled.beneficiaries.has(String(facts.kind)))
    return { code: 'beneficiary', text: '不属于本条的受益对象', article: compiled.item.clause };
  const outcome = compiled.eligibility.test(facts, asOf);
  if (outcome === 1) return undefined;
  const open = firstUnmet(compiled.eligibility.evaluate(facts, asOf).explain());
  return outcome === 0
    ? {
        code: 'eligibility',
        text: open === undefined ? '不符合资格条件' : `不符合：${open}`,
        article: compiled.item.clause,
      }
    : {
        code: 'unknown',
        text: open === undefined ? '资料不全，须由人核实' : `资料不全：${open}`,
        article: compiled.item.clause,
      };
}

/** Sentence of the first condition that is not met. */
function firstUnmet(node: TraceNode): string | undefined {
  if (node.outcome === 1) return undefined;
  for (const part of node.kind === 'and' ? node.children : []) {
    const inner = firstUnmet(part);
    if (inner !== undefined) return inner;
  }
  return node.zh;
}

function awardsOf(
  policy: CompiledPolicy,
  compiled: CompiledItem,
  subject: SubjectCase,
  options: EntitleOptions,
  refusals: Refusal[],
): { award: Award; row: FactRow }[] {
  const { year, rounding } = policy.policy;
  const claims = subject.claims?.[compiled.item.code] ?? [];
  const at = { asOf: options.asOf, year };
  const reasons = new Set<Missed['reason']>();
  const found = findAchievements(compiled, subject.facts, claims, at, (one) => reasons.add(one.reason));
  for (const reason of reasons) refusals.push(MISSED[reason]);
  if (found.length === 0 && reasons.size === 0)
    refusals.push({ code: 'achievement', text: `名下没有${compiled.item.achievement.label}`, article: null });
  return found.flatMap((one): { award: Award; row: FactRow }[] => {
    if (options.paidKeys.has(one.key)) {
      refusals.push({ code: 'paid-before', text: `该成果已享受过资金支持（${one.key}），不得重复`, article: null });
      return [];
    }
    const steps: AmountStep[] = [];
    const fen = workOutAmount(compiled, rounding, one.row, options.asOf, (code, text, after) =>
      steps.push({ code, text, fen: after }),
    );
    if (fen === undefined) {
      refusals.push({ code: 'unknown', text: '计算金额所需的数据不全，须由人核实', article: null });
      return [];
    }
    const label = compiled.item.achievement.label;
    const award = { item: compiled, key: one.key, achievedOn: one.on, label, higherFen: one.higherFen, fen, steps };
    return [{ award, row: one.row }];
  });
}

/**
 * Everything a policy gives one subject, with the reason of each amount and of each refusal. Budgets are not applied
 * here: they are shared among all subjects ({@link shareBudget}).
 * @returns one answer per item, in the policy's order; amounts in fen
 */
export function entitle(policy: CompiledPolicy, subject: SubjectCase, options: EntitleOptions): ItemAnswer[] {
  const { facts } = subject;
  const { asOf } = options;
  const barred = refusePreconditions(policy, facts, asOf);
  const all: Award[] = [];
  const drafts = policy.items.map((compiled) => {
    const refusals: Refusal[] = [...barred];
    const refused = refuseItem(compiled, facts, asOf);
    if (refused !== undefined) refusals.push(refused);
    const awards = refusals.length > 0 ? [] : awardsOf(policy, compiled, subject, options, refusals);
    all.push(...awards.map(({ award }) => award));
    return { compiled, awards, refusals };
  });
  settleSubject(policy, all, subject.paidBefore ?? []);
  return drafts.map(({ compiled, awards, refusals }) => {
    const eligibility = compiled.eligibility.evaluate(facts, asOf).explain();
    return {
      item: compiled.item.code,
      name: compiled.item.name,
      clause: compiled.item.clause,
      refusals,
      entitlements: awards.map(({ award, row }) => ({
        item: compiled.item.code,
        name: compiled.item.name,
        clause: compiled.item.clause,
        key: award.key,
        achievedOn: award.achievedOn,
        label: award.label,
        fen: award.fen,
        steps: award.steps ?? [],
        eligibility,
        achievement: compiled.achieved.evaluate(row, asOf).explain(),
      })),
    };
  });
}
