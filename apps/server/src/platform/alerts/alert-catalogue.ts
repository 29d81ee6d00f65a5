import { describeRule } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import { parseRuleFor, type Rule } from '../facts/rules.ts';
import type { Bilingual } from '../i18n/language.ts';
import { type AlertVariant, expandAlert } from './expand-alert.ts';

/** An alert that is ready to be asked. */
export interface Alert extends Omit<AlertVariant, 'rule' | 'due'> {
  readonly rule: Rule;
  readonly due: Rule | undefined;
  /** Its place among the alerts of the same code. */
  readonly step: number;
  /** The rule as a sentence. */
  readonly sentence: Bilingual;
}

/** The jurisdiction states an alert that cannot be asked: its rule names what there is not. */
export class AlertDefinitionError extends Error {
  override name = 'AlertDefinitionError';
}

function parsed(ctx: Ctx, variant: AlertVariant, text: string, expect: 'bool' | 'date'): Rule {
  const result = parseRuleFor(ctx, variant.subject, text, expect);
  if (result.ok) return result.rule;
  throw new AlertDefinitionError(`${variant.code}: ${text}: ${result.problems.map(({ zh }) => zh).join(' ')}`);
}

const known = new WeakMap<object, Map<string, readonly Alert[]>>();

/**
 * The alerts of the jurisdiction as they stand today, in its order.
 * @throws AlertDefinitionError for one whose rule does not fit the catalogue of facts
 */
export function alertsOf(ctx: Ctx): readonly Alert[] {
  const { facts, jurisdiction } = ctx.services;
  const byDay = known.get(facts) ?? new Map<string, readonly Alert[]>();
  known.set(facts, byDay);
  const found = byDay.get(ctx.today);
  if (found !== undefined) return found;
  const alerts = jurisdiction.alertRules
    .flatMap((alert) => expandAlert(alert, ctx.today))
    .map((variant, at, all): Alert => {
      const step = all.slice(0, at).filter((other) => other.code === variant.code).length;
      const rule = parsed(ctx, variant, variant.rule, 'bool');
      const due = variant.due === undefined ? undefined : parsed(ctx, variant, variant.due, 'date');
      return { ...variant, rule, due, step, sentence: describeRule(rule) };
    });
  byDay.clear();
  byDay.set(ctx.today, alerts);
  return alerts;
}
