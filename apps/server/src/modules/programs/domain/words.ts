const FEN_PER_YUAN = 100;
const YUAN_PER_WAN = 10_000;

/** An amount as papers state it: 30 万元, 12.5 万元, 800 元. */
export function moneyText(fen: number): string {
  const yuan = fen / FEN_PER_YUAN;
  const wan = yuan / YUAN_PER_WAN;
  if (Math.abs(yuan) >= YUAN_PER_WAN && Number.isInteger(wan * 100)) return `${wan} 万元`;
  return `${yuan.toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`;
}
