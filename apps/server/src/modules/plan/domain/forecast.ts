import { addMonths, daysBetween, type LocalDate } from '@jince/calendar';

export interface SeriesPoint {
  readonly on: LocalDate;
  readonly value: number | null;
  /** The registers are known not to reach back that far. */
  readonly incomplete: boolean;
}

export interface Forecast {
  readonly on: LocalDate;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Quarter points it learned from. */
  readonly points: number;
  /** Earlier forecasts of the same method on the same series: how many fell inside their interval; null with too few points. */
  readonly backtest: { readonly inside: number; readonly of: number } | null;
}

export type ForecastOutcome =
  | { readonly ok: true; readonly forecast: Forecast }
  | { readonly ok: false; readonly reason: 'too-few' | 'not-ahead' | 'too-far'; readonly points: number };

/** Two years of quarters: below that a trend cannot be told from noise. */
export const LEAST_POINTS = 8;
const DAMPING = 0.9;
const FARTHEST_QUARTERS = 20;
const QUARTER_DAYS = 365.25 / 4;
const LEVEL_WEIGHTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const TREND_WEIGHTS = [0, 0.05, 0.1, 0.2, 0.3, 0.5];
/** 90th percentile of Student's t by degrees of freedom: two-sided 80 % interval. */
const T90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356];
const T90_MANY = 1.282;
/** Found on the series itself: two weights, the first level and the first trend. */
const FITTED = 4;

interface Fit {
  readonly level: number;
  readonly trend: number;
  readonly alpha: number;
  readonly beta: number;
  readonly variance: number;
  readonly freedom: number;
}

function run(values: readonly number[], alpha: number, beta: number) {
  const first = values.slice(0, 4);
  let level = values[0] as number;
  let trend = ((first.at(-1) as number) - level) / (first.length - 1);
  let squares = 0;
  for (const value of values.slice(1)) {
    const expected = level + DAMPING * trend;
    const error = value - expected;
    squares += error * error;
    level = expected + alpha * error;
    trend = DAMPING * trend + beta * error;
  }
  return { level, trend, squares };
}

function fit(values: readonly number[]): Fit {
  let best: (Fit & { squares: number }) | undefined;
  const freedom = values.length - FITTED;
  for (const alpha of LEVEL_WEIGHTS) {
    for (const beta of TREND_WEIGHTS.filter((weight) => weight <= alpha)) {
      const { level, trend, squares } = run(values, alpha, beta);
      if (best === undefined || squares < best.squares)
        best = { level, trend, alpha, beta, squares, variance: squares / freedom, freedom };
    }
  }
  return best as Fit;
}

/** φ + φ² + … + φ^steps. */
const damped = (steps: number) => (DAMPING * (1 - DAMPING ** steps)) / (1 - DAMPING);

/** Value and variance a whole number of quarters ahead. */
function ahead({ level, trend, alpha, beta, variance, freedom }: Fit, steps: number) {
  let spread = steps === 0 ? 0 : 1;
  for (let lag = 1; lag < steps; lag++) spread += (alpha + beta * damped(lag)) ** 2;
  // The trend is itself only estimated, as the mean of so many steps.
  spread += damped(steps) ** 2 / (freedom + FITTED);
  return { value: level + trend * damped(steps), variance: variance * spread };
}

function between(fitted: Fit, quarters: number) {
  const whole = Math.floor(quarters);
  const rest = quarters - whole;
  const [from, to] = [ahead(fitted, whole), ahead(fitted, whole + 1)];
  return {
    value: from.value + (to.value - from.value) * rest,
    variance: from.variance + (to.variance - from.variance) * rest,
  };
}

const halfWidth = (variance: number, freedom: number) => Math.sqrt(variance) * (T90[freedom - 1] ?? T90_MANY);

/** Takes in a point that lies a part of a quarter after the last one. */
function update(fitted: Fit, value: number, part: number): Fit {
  const expected = fitted.level + fitted.trend * DAMPING * part;
  const error = value - expected;
  return {
    ...fitted,
    level: expected + fitted.alpha * error,
    trend: fitted.trend * DAMPING ** part + fitted.beta * error * part,
  };
}

function backtest(values: readonly number[], quarters: number): Forecast['backtest'] {
  let inside = 0;
  let of = 0;
  const reach = Math.max(1, Math.round(quarters));
  for (let known = LEAST_POINTS; known < values.length; known++) {
    const fitted = fit(values.slice(0, known));
    for (let steps = 1; steps <= reach && known + steps <= values.length; steps++) {
      const { value, variance } = ahead(fitted, steps);
      const actual = values[known + steps - 1] as number;
      of += 1;
      if (Math.abs(actual - value) <= halfWidth(variance, fitted.freedom) + 1e-9) inside += 1;
    }
  }
  return of < 4 ? null : { inside, of };
}

const isQuarterEnd = (on: LocalDate) => /-(03-31|06-30|09-30|12-31)$/.test(on);

/** The unbroken run of known quarter ends up to the latest one, oldest first. */
function quarterRun(points: readonly SeriesPoint[]): { values: number[]; last: LocalDate | undefined } {
  const quarters = points.filter((point) => isQuarterEnd(point.on)).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const values: number[] = [];
  let last: LocalDate | undefined;
  let before: LocalDate | undefined;
  for (const { on, value, incomplete } of quarters) {
    if (value === null || incomplete) break;
    if (before !== undefined && addMonths(`${before.slice(0, 7)}-01`, -3) !== `${on.slice(0, 7)}-01`) break;
    values.unshift(value);
    last ??= on;
    before = on;
  }
  return { values, last };
}

/**
 * What a figure comes to on a later day if it goes on as in the last quarters: exponential smoothing with a damped
 * additive trend (damping 0.9, weights chosen by least squared one-step errors) with its 80 % prediction interval from
 * the residuals. Source: Gardner & McKenzie, Management Science 31 (1985); variance of the additive damped class:
 * Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing (2008), ch. 6.
 * @param points year or quarter ends with the value on each, and the latest point of any day; only quarter ends that
 * follow each other without a gap are learned from
 * @param bounds what the figure can never leave (a share: 0 to 100)
 */
export function forecast(
  points: readonly SeriesPoint[],
  on: LocalDate,
  bounds: { readonly min?: number; readonly max?: number } = {},
): ForecastOutcome {
  const { values, last } = quarterRun(points);
  if (values.length < LEAST_POINTS || last === undefined)
    return { ok: false, reason: 'too-few', points: values.length };
  const latest = points.findLast((point) => point.value !== null && !point.incomplete && point.on > last);
  const from = latest?.on ?? last;
  const quarters = daysBetween(from, on) / QUARTER_DAYS;
  if (quarters <= 0) return { ok: false, reason: 'not-ahead', points: values.length };
  if (quarters > FARTHEST_QUARTERS) return { ok: false, reason: 'too-far', points: values.length };
  const learned = fit(values);
  const part = Math.min(1, daysBetween(last, from) / QUARTER_DAYS);
  const fitted = latest === undefined ? learned : update(learned, latest.value as number, part);
  const { value, variance } = between(fitted, quarters);
  const half = halfWidth(variance, fitted.freedom);
  const clamp = (number: number) => Math.min(bounds.max ?? Infinity, Math.max(bounds.min ?? -Infinity, number));
  return {
    ok: true,
    forecast: {
      on,
      value: clamp(value),
      low: clamp(value - half),
      high: clamp(value + half),
      points: values.length,
      backtest: backtest(values, quarters),
    },
  };
}

/** Whether a target is reached: in the whole interval, by its middle, only by its edge, or not at all. */
export function reaches(
  { value, low, high }: Pick<Forecast, 'value' | 'low' | 'high'>,
  target: number,
  direction: 'up' | 'down',
): 'yes' | 'likely' | 'unlikely' | 'no' {
  const [worst, middle, best] = direction === 'up' ? [low, value, high] : [-high, -value, -low];
  const wanted = direction === 'up' ? target : -target;
  if (worst >= wanted) return 'yes';
  if (middle >= wanted) return 'likely';
  return best >= wanted ? 'unlikely' : 'no';
}
