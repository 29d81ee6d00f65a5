import type { Ctx, Services } from '../../../platform/context/context.ts';
import type { Figure } from '../domain/figure.ts';
import { countIndicators, isCountable } from './count-indicators.ts';
import { readBases } from './figure-basis.ts';
import type { FiguresByCode, PlanFreshness, PlanSnapshot } from './plan-snapshot.ts';
import { freshnessOf } from './plan-snapshot.ts';

export interface FiguresOn {
  readonly figures: FiguresByCode;
  readonly freshness: PlanFreshness;
}

/** Days computed on demand that are kept in memory. */
const KEPT_DAYS = 24;
const computed = new WeakMap<Services, Map<string, Promise<FiguresByCode>>>();

async function computeDay(ctx: Ctx, snapshot: PlanSnapshot, asOf: string): Promise<FiguresByCode> {
  const figures = new Map<string, Figure>();
  const subjects = Map.groupBy(snapshot.indicators.filter(isCountable), (indicator) => indicator.subject);
  for (const [subject, indicators] of subjects) {
    const counted = await countIndicators(ctx, subject, indicators, { asOf, withCuts: false });
    for (const { code, numerator, denominator, value, unknown } of counted.figures)
      figures.set(code, { numerator, denominator, value, unknown });
  }
  return figures;
}

/** Whether the stored figures of a day are complete and as they would be computed now. */
async function isStored(ctx: Ctx, { indicators, computations }: PlanSnapshot, asOf: string): Promise<boolean> {
  const bases = await readBases(ctx.db, ctx, indicators);
  return bases.every(({ subject, basisOn }) =>
    computations.some((one) => one.subject === subject && one.asOf === asOf && one.basis === basisOn(asOf)),
  );
}

/**
 * Whole figures of all indicators: stored ones of the present day; of a past day stored ones if they still hold, else
 * computed from the registers and kept for a while.
 */
export async function figuresOn(ctx: Ctx, snapshot: PlanSnapshot, asOf: string | undefined): Promise<FiguresOn> {
  if (asOf === undefined || asOf === snapshot.day || asOf > ctx.today)
    return { figures: snapshot.figures.get(snapshot.day) ?? new Map(), freshness: await freshnessOf(ctx, snapshot) };
  const freshness = { asOf, computedAt: ctx.now.toISOString(), pending: false };
  const stored = snapshot.figures.get(asOf);
  if (stored !== undefined && (await isStored(ctx, snapshot, asOf))) return { figures: stored, freshness };
  const mine = computed.get(ctx.services) ?? new Map<string, Promise<FiguresByCode>>();
  computed.set(ctx.services, mine);
  const key = `${ctx.district} ${asOf} ${(await readBases(ctx.db, ctx, snapshot.indicators)).map((base) => base.basisOn(asOf)).join()}`;
  const known = mine.get(key) ?? computeDay(ctx, snapshot, asOf);
  mine.delete(key);
  mine.set(key, known);
  const oldest = mine.keys().next().value;
  if (mine.size > KEPT_DAYS && oldest !== undefined) mine.delete(oldest);
  known.catch(() => mine.delete(key));
  return { figures: await known, freshness };
}

const QUARTER_END = /-(03-31|06-30|09-30|12-31)$/;

/** Quarter ends with stored figures before a day, ascending. */
export function trendDaysBefore(snapshot: PlanSnapshot, asOf: string): string[] {
  return [...snapshot.figures.keys()].filter((day) => day < asOf && QUARTER_END.test(day)).toSorted();
}
