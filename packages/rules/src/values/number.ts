import type { Expr } from '../expression.ts';

/** Results at or beyond this size are unknown; below it whole numbers are exact. */
export const MAX_NUMBER = 1e15;

/** 2^300: results are multiples of its inverse, so that no product or quotient of two can overflow or underflow. */
const GRID = 2 ** 300;
const HALF_EVEN = 2 ** 52;
/** From here upwards every double is a multiple of 2^-300. */
const FINE = 1e-60;

/** Rounds half to even, as PostgreSQL's round(float8) does. */
function roundHalfEven(value: number): number {
  if (value >= HALF_EVEN || value <= -HALF_EVEN) return value;
  return value >= 0 ? value + HALF_EVEN - HALF_EVEN : value - HALF_EVEN + HALF_EVEN;
}

/**
 * A number as the language knows it: NaN (unknown) at or beyond ±10¹⁵, near zero a multiple of 2⁻³⁰⁰. The SQL side does
 * the same to the same bits.
 */
export function bounded(value: number): number {
  if ((value >= FINE && value < MAX_NUMBER) || (value <= -FINE && value > -MAX_NUMBER) || value === 0) return value;
  if (!(value < MAX_NUMBER && value > -MAX_NUMBER)) return Number.NaN;
  return roundHalfEven(value * GRID) / GRID;
}

/** Whether an expression yields bounded numbers by itself: whatever is computed; not what is read. */
export function isBounded(expr: Expr): boolean {
  switch (expr.op) {
    case 'fact':
    case 'choose':
      return false;
    case 'aggregate':
      return expr.kind === 'sum' || expr.kind === 'avg';
    default:
      return true;
  }
}

/** Parts of a sum are taken to six decimals. */
const PARTS = 1_000_000;
const SAFE = Number.MAX_SAFE_INTEGER;

/** Adds numbers to six decimals without depending on their order; the total is the double nearest to the decimal sum. */
export class ExactSum {
  #whole = 0;
  #parts = 0;
  #wide = 0n;

  add(value: number): void {
    const whole = Math.floor(value);
    this.#whole += whole;
    this.#parts += roundHalfEven((value - whole) * PARTS);
    if (this.#whole > SAFE / 2 || this.#whole < -SAFE / 2) {
      this.#wide += BigInt(this.#whole);
      this.#whole = 0;
    }
  }

  /** NaN at or beyond ±10¹⁵. */
  total(): number {
    const narrow = this.#whole * PARTS + this.#parts;
    if (this.#wide === 0n && Math.abs(this.#whole) < SAFE / PARTS - this.#parts / PARTS - 1)
      return bounded(narrow / PARTS);
    const all = (this.#wide + BigInt(this.#whole)) * BigInt(PARTS) + BigInt(this.#parts);
    const digits = String(all < 0n ? -all : all).padStart(7, '0');
    const size = Number(`${digits.slice(0, -6)}.${digits.slice(-6)}`);
    return bounded(all < 0n ? -size : size);
  }
}
