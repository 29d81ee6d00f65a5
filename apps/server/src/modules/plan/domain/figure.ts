import type { IndicatorKind } from '@jince/wujiang';

/** What one statement counts for an indicator on a day, of the whole or of one bucket of a cut. */
export interface Tally {
  /** Subjects the population rule holds for. */
  readonly population: number;
  /** Of these, with `counted` true; with a known `value` where the kind has one. */
  readonly counted: number;
  /** Subjects for which a rule that decides is unknown. */
  readonly unknown: number;
  /** Sum of the known `value`s. */
  readonly sum: number;
  /** Sum of the known `per`s. */
  readonly per: number;
}

export interface Figure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly unknown: number;
}

/** Per-capita and per-entity figures are per this many. */
export const PER = 10_000;

const quotient = (numerator: number, denominator: number, scale: number) =>
  denominator === 0 ? null : (numerator / denominator) * scale;

/**
 * Numerator, denominator and value by the kind of an indicator. Nothing to divide by: no value.
 * @param persons of the series a per-capita figure is divided by; undefined where none is known (a town)
 */
export function figureOf(kind: IndicatorKind, scale: number, tally: Tally, persons: number | undefined): Figure {
  const { population, counted, unknown, sum, per } = tally;
  switch (kind) {
    case 'count':
      return { numerator: counted, denominator: population, value: counted, unknown };
    case 'share':
      return { numerator: counted, denominator: population, value: quotient(counted, population, scale), unknown };
    case 'sum':
      // Nothing to add up is 0; something of which nothing is known is not.
      return population > 0 && counted === 0
        ? { numerator: null, denominator: null, value: null, unknown }
        : { numerator: sum, denominator: null, value: sum, unknown };
    case 'mean':
      return { numerator: sum, denominator: counted, value: quotient(sum, counted, scale), unknown };
    case 'ratio':
      return { numerator: sum, denominator: per, value: quotient(sum, per, scale), unknown };
    case 'per-persons':
      return {
        numerator: counted,
        denominator: persons ?? null,
        value: persons === undefined ? null : quotient(counted, persons, PER),
        unknown,
      };
    case 'per-entities':
      return { numerator: sum, denominator: population, value: quotient(sum, population, PER), unknown };
  }
}

/** The last figure of a series published for a day up to `on`; undefined before the first. */
export function latestOf<T extends { readonly on: string }>(series: readonly T[], on: string): T | undefined {
  return series.filter((one) => one.on <= on).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
}

/** As it is shown: rounded half away from zero to the indicator's digits. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON))) / factor;
}
