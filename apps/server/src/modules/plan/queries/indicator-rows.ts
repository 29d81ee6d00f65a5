import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type FactFilter,
  parseRuleFor,
  type Rule,
  type SelectRequest,
  subjectEntry,
} from '../../../platform/facts/index.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type Countable, isCountable } from './count-indicators.ts';
import { getSnapshot, type PlanSnapshot } from './plan-snapshot.ts';

export type Part = 'population' | 'counted' | 'missing' | 'unknown';

export interface RowsWanted {
  readonly part: Part;
  readonly cut?: string | undefined;
  readonly bucket?: string | undefined;
  readonly asOf?: string | undefined;
}

/** @throws AppError plan.indicator.unknown */
export function findIndicator({ indicators }: PlanSnapshot, code: string): Indicator {
  const found = indicators.find(({ pack }) => pack.code === code);
  if (found === undefined) throw new AppError('plan.indicator.unknown', { code });
  return found;
}

/** @throws AppError plan.indicator.unknown; plan.indicator.not-counted while it has no rules that fit */
export async function requireCountable(ctx: Ctx, code: string): Promise<Countable> {
  const indicator = findIndicator(await getSnapshot(ctx), code);
  if (!isCountable(indicator)) throw new AppError('plan.indicator.not-counted', { code });
  return indicator;
}

/** A rule that is true where all facts of a number rule are known. */
function knownRule(ctx: Ctx, subject: string, value: Rule): Rule | undefined {
  const own = value.facts.filter((name) => name.startsWith(`${subject}.`));
  if (own.length === 0) return undefined;
  const parsed = parseRuleFor(ctx, subject, own.map((name) => `has(${name})`).join(' && '));
  return parsed.ok ? parsed.rule : undefined;
}

type Choice = Pick<SelectRequest, 'rule' | 'within' | 'outcome'> | undefined;

/**
 * Which rules and outcome give the subjects of a part. Of an indicator that sums a value, the counted are those whose
 * value is known; nobody is missing. Undefined: nobody.
 */
function choose(ctx: Ctx, { subject, checked }: Countable, part: Part): Choice {
  const { population, counted, both, value } = checked;
  if (part === 'population') return { rule: population };
  if (value !== undefined) {
    if (part === 'missing') return undefined;
    const known = knownRule(ctx, subject, value);
    if (known === undefined) return part === 'counted' ? { rule: population } : undefined;
    return { rule: known, within: population, outcome: part === 'counted' ? 'true' : 'false' };
  }
  if (counted === undefined) return part === 'counted' ? { rule: population } : undefined;
  if (part === 'counted') return { rule: both };
  return part === 'missing'
    ? { rule: counted, within: population, outcome: 'false' }
    : { rule: both, outcome: 'unknown' };
}

/** @throws AppError plan.indicator.cut-unknown */
function filtersOf(ctx: Ctx, { subject, cuts, pack }: Countable, { cut, bucket }: RowsWanted): FactFilter[] {
  if (cut === undefined) return [];
  // A town can always be asked for: the gap is spread over towns whatever an indicator is cut by.
  const known = cuts.includes(cut) || (cut === 'town' && subjectEntry(ctx, subject).facts.has('town'));
  if (!known) throw new AppError('plan.indicator.cut-unknown', { label: pack.label[ctx.language], cut });
  return [{ path: cut, values: [bucket === undefined || bucket === '' ? null : bucket] }];
}

/** The request for the subjects behind an indicator, within the reach of who asks; undefined when there can be none. */
export function rowsRequest(
  ctx: Ctx,
  indicator: Countable,
  wanted: RowsWanted,
): Omit<SelectRequest, 'page' | 'pageSize'> | undefined {
  const filters = filtersOf(ctx, indicator, wanted);
  const chosen = choose(ctx, indicator, wanted.part);
  if (chosen === undefined) return undefined;
  const { value } = indicator.checked;
  const summed = value?.facts.length === 1 && value.text.trim() === value.facts[0] ? value.facts[0] : undefined;
  return {
    subject: indicator.subject,
    ...chosen,
    filters,
    asOf: wanted.asOf,
    // What makes up a sum stands first.
    ...(summed === undefined ? {} : { sort: { path: summed.slice(indicator.subject.length + 1), descending: true } }),
  };
}
