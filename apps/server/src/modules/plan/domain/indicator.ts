import type { IndicatorRules, PackTarget, PlanIndicator } from '@jince/wujiang';
import type { FactMeasure, Rule } from '../../../platform/facts/index.ts';
import type { Tally } from './figure.ts';

/** A year's target as it holds: the district's own, else the pack's. */
export interface Target extends Omit<PackTarget, 'note'> {
  readonly note: string | null;
  readonly setBy: string | null;
  readonly setAt: string | null;
}

/** Rules that passed the check against the catalogue as it is now. */
export interface CheckedRules {
  readonly population: Rule;
  /** Within the population. */
  readonly counted: Rule | undefined;
  /** Population and counted together. */
  readonly both: Rule;
  readonly value: Rule | undefined;
  readonly per: Rule | undefined;
}

/** An indicator as it is counted by: the pack's definition with the rules and targets that hold now. */
export interface Indicator {
  readonly pack: PlanIndicator;
  readonly version: number;
  /** Absent while its module is not built. */
  readonly subject: string | undefined;
  readonly rules: IndicatorRules | undefined;
  /** Absent when there are none or a kept rule no longer fits the catalogue. */
  readonly checked: CheckedRules | undefined;
  /** Why it cannot be counted though it has rules. */
  readonly problem: string | null;
  /** Paths it is cut by, as far as the catalogue has them. */
  readonly cuts: readonly string[];
  /** Years ascending. */
  readonly targets: readonly Target[];
}

export const RULE_PARTS = ['population', 'counted', 'value', 'per'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** Type a part's rule must have. */
export const partType = (part: RulePart) => (part === 'value' || part === 'per' ? 'number' : 'bool');

/** One rule that holds where both do; on lines of its own, so that a remark in a text ends with it. */
export const bothTexts = (population: string, counted: string) => `(\n${population}\n) && (\n${counted}\n)`;

/** The target of the year, else the nearest later one. */
export function targetFor(targets: readonly Target[], year: number): Target | undefined {
  return targets.find((target) => target.year >= year);
}

interface Counted {
  readonly count: number;
  readonly unknown: number;
  readonly sum: number | null;
  readonly known: number;
}

const NOTHING: Counted = { count: 0, unknown: 0, sum: null, known: 0 };
const keyOf = (where: Rule, value?: Rule) => `${where.canonical}\n${value?.canonical ?? ''}`;

/** What to count for indicators of one subject, each thing once, by keys. */
export function measuresOf(all: readonly CheckedRules[]): Record<string, FactMeasure> {
  const measures: Record<string, FactMeasure> = {};
  const add = (where: Rule, value?: Rule) => {
    measures[keyOf(where, value)] = value === undefined ? { where } : { where, value };
  };
  for (const { population, counted, both, value, per } of all) {
    if (value === undefined) add(population);
    if (counted !== undefined) add(both);
    if (value !== undefined) add(population, value);
    if (per !== undefined) add(population, per);
  }
  return measures;
}

/** The tally of an indicator among the counts of {@link measuresOf}. */
export function tallyOf(rules: CheckedRules, counts: Readonly<Record<string, Counted>>): Tally {
  const { population, counted, both, value, per } = rules;
  const of = (where: Rule, number?: Rule) => counts[keyOf(where, number)] ?? NOTHING;
  if (value === undefined) {
    const met = counted === undefined ? of(population) : of(both);
    return { population: of(population).count, counted: met.count, unknown: met.unknown, sum: 0, per: 0 };
  }
  const summed = of(population, value);
  return {
    population: summed.count,
    counted: summed.known,
    unknown: summed.unknown + summed.count - summed.known,
    sum: summed.sum ?? 0,
    per: per === undefined ? 0 : (of(population, per).sum ?? 0),
  };
}
