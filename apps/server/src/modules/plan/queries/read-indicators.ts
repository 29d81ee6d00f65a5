import type { IndicatorRules, PlanIndicator } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { type ParsedRule, parseRuleFor, type Rule, type RuleProblem } from '../../../platform/facts/index.ts';
import {
  bothTexts,
  type CheckedRules,
  type Indicator,
  partType,
  RULE_PARTS,
  type RulePart,
  type Target,
} from '../domain/indicator.ts';
import { listTargets, type StoredTarget } from '../repositories/target-repository.ts';
import { listLatestVersions, type StoredVersion } from '../repositories/version-repository.ts';

/** Rules are read once per catalogue: a plan page reads a hundred and fifty. */
const read = new WeakMap<object, Map<string, ParsedRule>>();

function parseOnce(ctx: Ctx, subject: string, text: string, type: 'bool' | 'number'): ParsedRule {
  const { catalogue } = ctx.services.facts;
  const known = read.get(catalogue) ?? new Map<string, ParsedRule>();
  read.set(catalogue, known);
  const key = `${subject}\n${type}\n${text}`;
  const found = known.get(key) ?? parseRuleFor(ctx, subject, text, type);
  known.set(key, found);
  return found;
}

export interface PartProblem extends RuleProblem {
  readonly part: RulePart;
}
export type Checked =
  | { readonly ok: true; readonly rules: CheckedRules }
  | { readonly ok: false; readonly problems: PartProblem[] };

/** Checks an indicator's rules against the catalogue as it is now; the problems say part and place. */
export function checkRules(ctx: Ctx, subject: string, rules: IndicatorRules): Checked {
  const problems: PartProblem[] = [];
  const parse = (part: RulePart, text: string | undefined): Rule | undefined => {
    if (text === undefined) return undefined;
    const parsed = parseOnce(ctx, subject, text, partType(part));
    if (parsed.ok) return parsed.rule;
    problems.push(...parsed.problems.map((problem) => ({ ...problem, part })));
    return undefined;
  };
  const [population, counted, value, per] = RULE_PARTS.map((part) => parse(part, rules[part]));
  if (population === undefined || problems.length > 0) return { ok: false, problems };
  const both = rules.counted === undefined ? population : parse('counted', bothTexts(rules.population, rules.counted));
  if (both === undefined) return { ok: false, problems };
  return { ok: true, rules: { population, counted, both, value, per } };
}

function targetsOf(pack: PlanIndicator, stored: readonly StoredTarget[]): Target[] {
  const own = stored.filter((target) => target.code === pack.code);
  const years = new Set(own.map((target) => target.year));
  const given = pack.targets.filter((target) => !years.has(target.year));
  return [
    ...given.map((target) => ({ ...target, note: target.note ?? null, setBy: null, setAt: null })),
    ...own.map(({ year, value, basis, note, setBy, setAt }) => ({ year, value, basis, note, setBy, setAt })),
  ].toSorted((a, b) => a.year - b.year);
}

function toIndicator(
  ctx: Ctx,
  pack: PlanIndicator,
  version: StoredVersion | undefined,
  targets: readonly StoredTarget[],
): Indicator {
  const { computed } = pack;
  const common = { pack, version: version?.version ?? 1, targets: targetsOf(pack, targets) };
  if (computed === undefined)
    return { ...common, subject: undefined, rules: undefined, checked: undefined, problem: null, cuts: [] };
  const { subject } = computed;
  const rules = version?.rules ?? computed.rules;
  const entry = ctx.services.facts.subjects.get(subject);
  const checked: Checked = entry === undefined ? { ok: false, problems: [] } : checkRules(ctx, subject, rules);
  return {
    ...common,
    subject,
    rules,
    checked: checked.ok ? checked.rules : undefined,
    problem: checked.ok ? null : (checked.problems[0]?.[ctx.language] ?? subject),
    cuts: computed.cuts.filter((path) => entry?.facts.has(path)),
  };
}

/** All indicators of the pack with the rules and targets that hold now. A kept rule that no longer fits says why. */
export async function readIndicators(ctx: Ctx): Promise<Indicator[]> {
  const [versions, targets] = [await listLatestVersions(ctx.db, ctx.district), await listTargets(ctx.db, ctx.district)];
  const byCode = new Map(versions.map((version) => [version.code, version]));
  return ctx.services.jurisdiction.planIndicators.map((pack) => toIndicator(ctx, pack, byCode.get(pack.code), targets));
}
