const MILLION = 1_000_000;

/** `fen × ppm ÷ 1,000,000`, rounded down; exact for fen ≤ 10¹³. */
export function shareOf(fen: number, ppm: number): number {
  const millions = Math.floor(fen / MILLION);
  return millions * ppm + Math.floor(((fen - millions * MILLION) * ppm) / MILLION);
}

/** Rounds down to whole yuan, or leaves the fen. */
export function roundDown(fen: number, rounding: 'fen' | 'yuan-down'): number {
  return rounding === 'fen' ? fen : fen - (fen % 100);
}

/** `fen × part ÷ whole`, rounded down; exact. */
export function proportion(fen: number, part: number, whole: number): number {
  return Number((BigInt(fen) * BigInt(part)) / BigInt(whole));
}

/** ¥1,234.50 as a reader of an official list expects it. */
export function yuan(fen: number): string {
  const whole = Math.floor(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return rest === 0 ? `${whole}元` : `${whole}.${String(rest).padStart(2, '0')}元`;
}

/** CNY 1,234.50. */
export const cny = (fen: number): string => `CNY ${yuan(fen).slice(0, -1)}`;

/** 500000 → 50%. */
export function percent(ppm: number): string {
  return `${ppm / 10_000}%`;
}
