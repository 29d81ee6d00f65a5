const WAN = 1_000_000;

/** Fen as 万元, exact: at least two decimals, as many as it takes (3,000,000 → 3.00; 617,200 → 0.6172). */
export function wanText(fen: number): string {
  const whole = Math.trunc(fen / WAN);
  const rest = String(Math.abs(fen % WAN))
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${fen < 0 && whole === 0 ? '-' : ''}${whole}.${rest}`;
}
