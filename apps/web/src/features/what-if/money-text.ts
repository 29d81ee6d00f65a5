import { formatExact } from '../../lib/format.ts';

/** Fen as ten thousands of yuan, two digits at the most: 514, 3.25. */
export function wan(fen: number): string {
  const value = fen / 1_000_000;
  const digits = Number.isInteger(value) ? 0 : Number.isInteger(Math.round(value * 1000) / 100) ? 1 : 2;
  return formatExact(value, digits);
}
