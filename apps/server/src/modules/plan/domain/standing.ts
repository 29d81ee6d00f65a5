import { daysBetween, type LocalDate } from '@jince/calendar';
import { rounded } from './figure.ts';

export interface StandingInput {
  readonly on: LocalDate;
  readonly value: number;
  readonly direction: 'up' | 'down';
  readonly decimals: number;
  readonly target: { readonly year: number; readonly value: number };
  /** Where the path to the target begins; null when it is not known. */
  readonly base: { readonly on: LocalDate; readonly value: number } | null;
  /** Shares of the expected value that a figure may fall short by and still be called so; the district's own measure. */
  readonly tolerance: { readonly onTrack: number; readonly attention: number };
}

export interface Standing {
  readonly standing: 'done' | 'on-track' | 'attention' | 'behind';
  /** What the straight path asks for on the day; null without a beginning. */
  readonly expected: number | null;
  /** Distance to what is expected (without it: to the target), 0 when reached. */
  readonly short: number;
}

/** The straight line from the base to the target's year end. A base already past the target asks to hold the target. */
function expectedOn({ on, base, target, direction, decimals }: StandingInput): number | null {
  if (base === null) return null;
  const held = direction === 'up' ? base.value >= target.value : base.value <= target.value;
  if (held) return target.value;
  const whole = daysBetween(base.on, `${target.year}-12-31`);
  const share = Math.min(1, Math.max(0, daysBetween(base.on, on) / whole));
  return rounded(base.value + (target.value - base.value) * share, decimals);
}

/** Where a figure stands against the straight path from the base to its target. */
export function standingOf(input: StandingInput): Standing {
  const { direction, target, decimals, tolerance } = input;
  const value = rounded(input.value, decimals);
  const sign = direction === 'up' ? 1 : -1;
  const expected = expectedOn(input);
  if (sign * (value - target.value) >= 0) return { standing: 'done', expected, short: 0 };
  if (expected === null) return { standing: 'attention', expected, short: sign * (target.value - value) };
  const short = Math.max(0, sign * (expected - value));
  const measure = Math.abs(expected);
  if (short <= tolerance.onTrack * measure) return { standing: 'on-track', expected, short };
  return { standing: short <= tolerance.attention * measure ? 'attention' : 'behind', expected, short };
}

const ORDER = ['behind', 'attention', 'on-track', 'done', 'no-target', 'no-data', 'not-built'] as const;
export type AnyStanding = (typeof ORDER)[number];

/** The standing that a clause or measure takes from its indicators: the worst of those that say something. */
export function worstStanding(standings: readonly AnyStanding[]): AnyStanding {
  return ORDER.find((one) => standings.includes(one)) ?? 'not-built';
}
