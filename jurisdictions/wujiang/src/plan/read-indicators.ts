import {
  type Fields,
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';
import type { PlanMeasure } from './read-measures.ts';
import { type PlanOutline, type PlanText, readAwaits, readPlanText } from './read-plan.ts';

export const INDICATOR_KINDS = ['count', 'share', 'sum', 'mean', 'ratio', 'per-persons', 'per-entities'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Rules over facts of the indicator's subject. `counted` is of type bool, `value` and `per` of type number. */
export type IndicatorRules = { population: string; counted?: string; value?: string; per?: string };
export type TargetBasis = 'plan' | 'district' | 'example';
export type PackTarget = { year: number; value: number; basis: TargetBasis; note: string | undefined };
export type PlanIndicator = {
  code: string;
  clause: string;
  measure: string;
  label: PlanText;
  /** One exact sentence: population, counting day, attribution. */
  definition: string;
  kind: IndicatorKind;
  /** What the quotient is multiplied by: 100 for a percentage. */
  scale: number;
  unit: PlanText;
  /** What its numerator is counted in, where that is not the subject itself: persons on posts, marks of firms. */
  valueUnit: PlanText | undefined;
  decimals: number;
  direction: 'up' | 'down' | 'none';
  headline: boolean;
  source: string | undefined;
  /** Kind of the subjects counted and the rules; absent while its module is not built. */
  computed:
    | {
        subject: string;
        rules: IndicatorRules;
        cuts: string[];
        /** Whether working on single subjects closes the gap, so that it can be spread over towns. */
        spread: boolean;
      }
    | undefined;
  awaits: string | undefined;
  targets: PackTarget[];
};

/** Which rules a kind needs besides `population`; no other may be given. */
const NEEDS: Record<IndicatorKind, readonly (keyof IndicatorRules)[]> = {
  count: ['counted'],
  share: ['counted'],
  sum: ['value'],
  mean: ['value'],
  ratio: ['value', 'per'],
  'per-persons': ['counted'],
  'per-entities': ['value'],
};
const PATH = /^[a-z][A-Za-z0-9.]*$/;

function readRules(value: unknown, path: string, kind: IndicatorKind): IndicatorRules {
  const fields = readFields(value, path);
  const rules: IndicatorRules = { population: readText(fields.population, `${path}.population`) };
  for (const part of ['counted', 'value', 'per'] as const) {
    const text = readOptionalText(fields[part], `${path}.${part}`);
    const wanted = NEEDS[kind].includes(part);
    if (text === undefined && wanted) throw new PackDataError(`${path}.${part}: ${kind} 类指标必须给出`);
    if (text === undefined) continue;
    if (!wanted) throw new PackDataError(`${path}.${part}: ${kind} 类指标不用这一项`);
    rules[part] = text;
  }
  return rules;
}

function scaleOf(fields: Fields, at: string, kind: IndicatorKind): number {
  if (kind === 'share') return 100;
  return fields.scale === undefined ? 1 : readNumber(fields.scale, `${at}.scale`);
}

function readIndicator(
  fields: Fields,
  at: string,
  plan: PlanOutline,
  measures: readonly PlanMeasure[],
  units: Fields,
  targets: ReadonlyMap<string, PackTarget[]>,
): PlanIndicator {
  const kind = readOneOf(fields.kind as string, `${at}.kind`, INDICATOR_KINDS);
  const measure = measures.find((one) => one.code === fields.measure);
  if (measure === undefined || measure.clause !== fields.clause)
    throw new PackDataError(`${at}.measure: 「${String(fields.measure)}」不是条款 ${String(fields.clause)} 的举措`);
  const code = readText(fields.code, `${at}.code`, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  const awaits = readAwaits(fields.awaits, `${at}.awaits`, plan);
  if ((awaits === undefined) === (fields.rules === undefined))
    throw new PackDataError(`${at}: rules 与 awaits 应恰有一项`);
  const direction = readOneOf(fields.direction as string, `${at}.direction`, ['up', 'down', 'none'] as const);
  const own = targets.get(code) ?? [];
  if (direction === 'none' && own.length > 0) throw new PackDataError(`${at}: 没有方向的指标不设目标`);
  return {
    code,
    clause: measure.clause,
    measure: measure.code,
    label: readPlanText(fields.label, `${at}.label`),
    definition: readText(fields.definition, `${at}.definition`, /[。]$/),
    kind,
    scale: scaleOf(fields, at, kind),
    unit: readPlanText(units[fields.unit as string], `${at}.unit`),
    valueUnit:
      fields.valueUnit === undefined ? undefined : readPlanText(units[fields.valueUnit as string], `${at}.valueUnit`),
    decimals: readNumber(fields.decimals, `${at}.decimals`),
    direction,
    headline: fields.headline === true,
    source: readOptionalText(fields.source, `${at}.source`),
    computed:
      awaits !== undefined
        ? undefined
        : {
            subject: readText(fields.subject, `${at}.subject`, PATH),
            rules: readRules(fields.rules, `${at}.rules`, kind),
            cuts: readTexts(fields.cuts, `${at}.cuts`).map((cut, n) => readText(cut, `${at}.cuts[${n}]`, PATH)),
            spread: fields.spread === true,
          },
    awaits,
    targets: own,
  };
}

/** Targets by indicator, years ascending. */
export function readTargets(value: unknown): Map<string, PackTarget[]> {
  const entries = readList(readFields(value, 'targets').targets, 'targets', (one, at): [string, PackTarget[]] => {
    const fields = readFields(one, at);
    const years = readFields(fields.years, `${at}.years`);
    const basis = readOneOf(fields.basis as string, `${at}.basis`, ['plan', 'district', 'example'] as const);
    const planYears = readFields(fields.plan ?? {}, `${at}.plan`);
    const note = readOptionalText(fields.note, `${at}.note`);
    const of = (from: Fields, path: string, kind: TargetBasis) =>
      Object.entries(from).map(([year, target]) => ({
        year: Number(readText(year, path, /^20[2-4]\d$/)),
        value: readNumber(target, `${path}.${year}`),
        basis: kind,
        note: kind === 'plan' ? readText(fields.planNote, `${at}.planNote`) : note,
      }));
    const list = [...of(years, `${at}.years`, basis), ...of(planYears, `${at}.plan`, 'plan')];
    requireUnique(list, at, (target) => String(target.year));
    return [readText(fields.code, `${at}.code`), list.toSorted((a, b) => a.year - b.year)];
  });
  requireUnique(entries, 'targets', ([code]) => code);
  return new Map(entries);
}

/** @throws PackDataError naming the place of the first fault */
export function readIndicators(
  files: readonly unknown[],
  plan: PlanOutline,
  measures: readonly PlanMeasure[],
  units: unknown,
  targets: ReadonlyMap<string, PackTarget[]>,
): PlanIndicator[] {
  const unitFields = readFields(units, 'units');
  const indicators = files.flatMap((file, n) =>
    readList(readFields(file, `indicators[${n}]`).indicators, `indicators[${n}]`, (one, at) =>
      readIndicator(readFields(one, at), at, plan, measures, unitFields, targets),
    ),
  );
  requireUnique(indicators, 'indicators', (indicator) => indicator.code);
  const stray = [...targets.keys()].find((code) => indicators.every((indicator) => indicator.code !== code));
  if (stray !== undefined) throw new PackDataError(`targets: 没有指标「${stray}」`);
  const clauses = plan.chapters.flatMap((chapter) => chapter.clauses.map((clause) => clause.code));
  const bare = clauses.find((clause) => indicators.every((indicator) => indicator.clause !== clause));
  if (bare !== undefined) throw new PackDataError(`indicators: 条款 ${bare} 没有指标`);
  return indicators;
}
