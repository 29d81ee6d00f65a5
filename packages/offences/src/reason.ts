/** A reason a person can act on, with the article it rests on. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
  readonly article: string | null;
}

const yuanOf = (fen: number): string => {
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  const whole = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
};

/** 25000000 → 250,000元. */
export const moneyZh = (fen: number): string => `${yuanOf(fen)}元`;
export const moneyEn = (fen: number): string => `CNY ${yuanOf(fen)}`;
