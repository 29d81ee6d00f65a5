import {
  type Catalogue,
  createEvaluator,
  createTest,
  describeRule,
  type Evaluator,
  type FactRow,
  parseRule,
  type Rule,
  type RuleProblem,
} from '@jince/rules';
import type { CompiledCheck } from './check-registers.ts';
import type { Policy, PolicyItem } from './policy.ts';
import { withDeclared } from './with-declared.ts';

/** A rule problem with its place in the policy. */
export interface PolicyProblem extends RuleProblem {
  /** `items.2.eligibility`. */
  readonly path: string;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly evaluate: Evaluator;
  /** 1 true, 0 false, -1 unknown; no trace. */
  readonly test: (row: FactRow, asOf: string) => 1 | 0 | -1;
  /** What is joined by “and” at the top: the one that fails is the reason of a refusal. */
  readonly parts: readonly RulePart[];
}

export interface RulePart {
  readonly zh: string;
  readonly en: string;
  readonly test: (row: FactRow, asOf: string) => 1 | 0 | -1;
}

const conjuncts = (expr: Rule['body']): Rule['body'][] => (expr.op === 'and' ? expr.items.flatMap(conjuncts) : [expr]);

function compileRule(rule: Rule): CompiledRule {
  const parts = conjuncts(rule.body).map((body) => ({ ...rule, body }));
  return {
    rule,
    evaluate: createEvaluator(rule),
    test: createTest(rule),
    parts: parts.map((part) => ({ ...describeRule(part), test: createTest(part) })),
  };
}

export interface CompiledItem {
  readonly item: PolicyItem;
  readonly index: number;
  readonly eligibility: CompiledRule;
  readonly achieved: CompiledRule;
  /** The expression of the amount; undefined for a fixed one. */
  readonly quantity: Evaluator | undefined;
  readonly beneficiaries: ReadonlySet<string>;
  /** Checks by machine of what is stated. */
  readonly checks: readonly CompiledCheck[];
}

/** Subject kind → paths, and full names of collections. */
export interface FactUse {
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly collections: ReadonlySet<string>;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly items: readonly CompiledItem[];
  readonly preconditions: readonly (CompiledRule & {
    readonly label: string;
    readonly refusal: string;
    /** The rule as an English sentence. */
    readonly en: string;
    /** Path of the fact that tells why; null: the refusal says it all. */
    readonly tells: string | null;
    readonly article: string | null;
  })[];
  /** Subject kind → paths its rules read. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly collections: ReadonlySet<string>;
  /** What checks of stated numbers read besides: needed only where somebody states something. */
  readonly stated: FactUse;
}

export type CompiledResult =
  | { readonly ok: true; readonly policy: CompiledPolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The expression an amount depends on; undefined for a fixed one. */
export const quantityText = (item: PolicyItem): string | undefined => {
  const { amount } = item;
  if (amount.type === 'fixed') return undefined;
  if (amount.type === 'per-unit') return amount.units;
  return amount.type === 'tiered' ? amount.by : amount.of;
};

/** Parses every rule and expression of a policy once; all problems come back together, each with its place. */
export function compilePolicy(policy: Policy, catalogue: Catalogue): CompiledResult {
  const problems: PolicyProblem[] = [];
  const uses = new Map<string, Set<string>>();
  const collections = new Set<string>();
  const stated = { uses: new Map<string, Set<string>>(), collections: new Set<string>() };
  const parse = (
    path: string,
    subject: string,
    text: string,
    expect: 'bool' | 'number',
    known = catalogue,
    into: typeof stated = { uses, collections },
  ) => {
    const parsed = parseRule(text, { catalogue: known, subject, expect });
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path })));
      return undefined;
    }
    for (const [kind, paths] of parsed.rule.uses)
      into.uses.set(kind, new Set([...(into.uses.get(kind) ?? []), ...paths]));
    for (const name of parsed.rule.collections) into.collections.add(name);
    return parsed.rule;
  };

  const preconditions = policy.preconditions.flatMap((one, at) => {
    const rule = parse(`preconditions.${at}.rule`, 'enterprise', one.rule, 'bool');
    const tells = one.tells ?? null;
    if (tells !== null && catalogue.findFact('enterprise', tells) === undefined)
      problems.push(missing(`preconditions.${at}.tells`, `enterprise.${tells}`));
    else if (tells !== null) uses.set('enterprise', (uses.get('enterprise') ?? new Set()).add(tells));
    return rule === undefined
      ? []
      : [
          {
            ...compileRule(rule),
            label: one.label,
            refusal: one.refusal,
            en: describeRule(rule).en,
            tells,
            article: one.article,
          },
        ];
  });
  const items = policy.items.flatMap((item, index): CompiledItem[] => {
    const at = `items.${index}`;
    const eligibility = parse(`${at}.eligibility`, 'enterprise', item.eligibility, 'bool');
    const { subject, collection, keyFact, dateFact } = item.achievement;
    const known = withDeclared(catalogue, item);
    const achieved = parse(`${at}.achievement.rule`, subject, item.achievement.rule, 'bool', known);
    const text = quantityText(item);
    const quantity = text === undefined ? undefined : parse(`${at}.amount`, subject, text, 'number', known);
    for (const [field, path] of [
      ['keyFact', keyFact],
      ['dateFact', dateFact],
    ] as const)
      if (path !== null) {
        const fact = known.findFact(subject, path);
        if (fact === undefined) problems.push(missing(`${at}.achievement.${field}`, `${subject}.${path}`));
        else uses.set(subject, (uses.get(subject) ?? new Set()).add(path));
      }
    if (collection !== null) {
      if (catalogue.findCollection('enterprise', collection) === undefined)
        problems.push(missing(`${at}.achievement.collection`, `enterprise.${collection}`));
      collections.add(`enterprise.${collection}`);
    }
    const checks = item.checks.flatMap((check, n): CompiledCheck[] => {
      const found = catalogue.findCollection('enterprise', check.collection);
      if (found === undefined) {
        problems.push(missing(`${at}.checks.${n}.collection`, `enterprise.${check.collection}`));
        return [];
      }
      stated.collections.add(`enterprise.${check.collection}`);
      if (catalogue.findFact(found.items, check.keyFact) === undefined)
        problems.push(missing(`${at}.checks.${n}.keyFact`, `${found.items}.${check.keyFact}`));
      if (!item.declared.some((one) => one.path === check.of))
        problems.push(missing(`${at}.checks.${n}.of`, `claim.${check.of}`));
      stated.uses.set(found.items, (stated.uses.get(found.items) ?? new Set()).add(check.keyFact));
      const rule = parse(`${at}.checks.${n}.rule`, found.items, check.rule, 'bool', catalogue, stated);
      return rule === undefined ? [] : [{ check, test: createTest(rule) }];
    });
    if (eligibility === undefined || achieved === undefined || (text !== undefined && quantity === undefined))
      return [];
    return [
      {
        item,
        index,
        eligibility: compileRule(eligibility),
        achieved: compileRule(achieved),
        quantity: quantity === undefined ? undefined : createEvaluator(quantity),
        beneficiaries: new Set(item.beneficiaries),
        checks,
      },
    ];
  });
  const own = uses.get('enterprise') ?? new Set<string>();
  uses.set('enterprise', own.add('kind'));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, policy: { policy, items, preconditions, uses, collections, stated } };
}

function missing(path: string, name: string): PolicyProblem {
  return {
    code: 'unknown-name',
    path,
    from: 0,
    to: 0,
    zh: `事实目录中没有“${name}”`,
    en: `There is no fact "${name}"`,
  };
}
