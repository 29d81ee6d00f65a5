import type { Evaluation, FactRow } from '@jince/rules';
import { failedChecks } from './check-registers.ts';
import type { CompiledItem, CompiledPolicy, CompiledRule, RulePart } from './compile-policy.ts';
import { findAchievements, type Missed } from './find-achievements.ts';
import { type Entitlement, FoundEntitlement } from './found-entitlement.ts';
import { type Award, type PaidBefore, settleSubject } from './settle-subject.ts';
import type { AmountStep } from './steps.ts';
import { amountFor, quantityOf } from './work-out-amount.ts';

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
  /** The same in English, names and labels of the policy as they are; callers that refuse on their own may leave it out. */
  readonly en?: string;
  readonly article: string | null;
  /** Of `paid-before`: which achievement. */
  readonly key?: string;
}

export interface ItemAnswer {
  readonly item: string;
  readonly name: string;
  readonly clause: string;
  readonly entitlements: readonly Entitlement[];
  /** Why there is nothing, or not more. */
  readonly refusals: readonly Refusal[];
  /** How the rule over the subject came out: the outcome of each condition; `explain()` writes the whole trace. */
  readonly eligibility: Evaluation;
}

const MISSED: Readonly<Record<Missed['reason'], Refusal>> = {
  rule: {
    code: 'achievement',
    text: '名下的成果不符合本条要求',
    en: 'What there is does not meet the requirements of the item',
    article: null,
  },
  window: {
    code: 'window',
    text: '成果取得日期不在本条的成果期内',
    en: 'Achieved outside the time the item rewards',
    article: null,
  },
  key: {
    code: 'unknown',
    text: '成果缺少编号，无法核对是否重复享受',
    en: 'Without its number nobody can tell whether it was paid for before',
    article: null,
  },
  unknown: {
    code: 'unknown',
    text: '成果资料不全，须由人核实',
    en: 'What is known of the achievement is not complete: a person must check it',
    article: null,
  },
};

const LEGACY: Refusal = {
  code: 'legacy',
  text: '历史条款，只供查询，不再受理和拨付',
  en: 'A past item, kept to read: nothing is accepted or paid under it',
  article: null,
};

const NO_QUANTITY: Refusal = {
  code: 'unknown',
  text: '计算金额所需的数据不全，须由人核实',
  en: 'What the amount depends on is not known: a person must check it',
  article: null,
};

const absent = (label: string): Refusal => ({
  code: 'achievement',
  text: `名下没有${label}`,
  en: `There is no “${label}”`,
  article: null,
});

function paidBefore(key: string): Refusal {
  const number = key.split(':').slice(1, -1).join(':');
  return {
    code: 'paid-before',
    text: `该成果（${number}）已享受过资金支持，不得重复`,
    en: `Paid for before (${number}); nothing is paid twice`,
    article: null,
    key,
  };
}

/** The refusal of a precondition with what the facts tell of it: on which list, until which day. */
export function refusalText(one: CompiledPolicy['preconditions'][number], facts: FactRow): string {
  const told = one.tells === null ? null : facts[one.tells];
  return typeof told === 'string' && told !== '' ? `${one.refusal}：${told}` : one.refusal;
}

function refusePreconditions(policy: CompiledPolicy, facts: FactRow, asOf: string): Refusal[] {
  return policy.preconditions.flatMap((one): Refusal[] => {
    const outcome = one.test(facts, asOf);
    if (outcome === 1) return [];
    const text = outcome === 0 ? refusalText(one, facts) : `“${one.label}”的资料不全，须由人核实`;
    const en = `${outcome === 0 ? 'Not met' : 'Not known'}: ${one.en}`;
    return [{ code: outcome === 0 ? 'precondition' : 'unknown', text, en, article: one.article }];
  });
}

function refuseItem(
  compiled: CompiledItem,
  facts: FactRow,
  eligible: boolean | null,
  asOf: string,
): Refusal | undefined {
  const { item, eligibility } = compiled;
  if (item.legacy) return LEGACY;
  if (!compiled.beneficiaries.has(String(facts.kind)))
    return {
      code: 'beneficiary',
      text: '不属于本条的受益对象',
      en: 'The item is not for this kind of body',
      article: item.clause,
    };
  if (eligible === true) return undefined;
  const open = firstPart(eligibility, facts, asOf, eligible === false ? 0 : -1);
  return eligible === false
    ? {
        code: 'eligibility',
        text: open === undefined ? '不符合资格条件' : `不符合：${open.zh}`,
        en: open === undefined ? 'The conditions of the item are not met' : `Not met: ${open.en}`,
        article: item.clause,
      }
    : {
        code: 'unknown',
        text: open === undefined ? '资料不全，须由人核实' : `资料不全：${open.zh}`,
        en: open === undefined ? 'Not all is known: a person must check it' : `Not known: ${open.en}`,
        article: item.clause,
      };
}

/** The first part of a rule that comes out so. */
function firstPart(rule: CompiledRule, facts: FactRow, asOf: string, outcome: 0 | -1): RulePart | undefined {
  return rule.parts.find((part) => part.test(facts, asOf) === outcome);
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
  for (const row of claims)
    for (const { zh, en } of failedChecks(compiled.checks, subject.facts, row, options.asOf))
      refusals.push({ code: 'achievement', text: zh, en, article: compiled.item.clause });
  for (const reason of reasons) refusals.push(MISSED[reason]);
  if (found.length === 0 && reasons.size === 0) refusals.push(absent(compiled.item.achievement.label));
  return found.flatMap((one): { award: Award; row: FactRow }[] => {
    if (options.paidKeys.has(one.key)) {
      refusals.push(paidBefore(one.key));
      return [];
    }
    const steps: AmountStep[] = [];
    const quantity = quantityOf(compiled, one.row, options.asOf);
    if (quantity === undefined) {
      refusals.push(NO_QUANTITY);
      return [];
    }
    const fen = amountFor(compiled.item, rounding, quantity, (code, { zh, en }, after) =>
      steps.push({ code, text: zh, en, fen: after }),
    );
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
    const eligibility = compiled.eligibility.evaluate(facts, asOf);
    const refused = refuseItem(compiled, facts, eligibility.value as boolean | null, asOf);
    if (refused !== undefined) refusals.push(refused);
    const awards = refusals.length > 0 ? [] : awardsOf(policy, compiled, subject, options, refusals);
    for (const { award } of awards) all.push(award);
    return { compiled, awards, refusals, eligibility };
  });
  settleSubject(policy, all, subject.paidBefore ?? []);
  return drafts.map(({ compiled, awards, refusals, eligibility }) => ({
    item: compiled.item.code,
    name: compiled.item.name,
    clause: compiled.item.clause,
    refusals,
    eligibility,
    entitlements: awards.map(
      ({ award, row }) => new FoundEntitlement(award, eligibility, compiled.achieved.evaluate(row, asOf)),
    ),
  }));
}
