/** A sentence or phrase in the two languages of the product. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 12 → 十二; marks are shorter than a hundred signs. */
export const numeral = (n: number): string =>
  n <= 10 ? (NUMERALS[n] as string) : `${n >= 20 ? NUMERALS[Math.floor(n / 10)] : ''}十${NUMERALS[n % 10]}`;

const WORDS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
export const ordinal = (n: number): string => WORDS[n] ?? `${n}th`;

/** Latin signs are shown in capitals, as marks are. */
export const shown = (text: string): string => (/^[a-z0-9]+$/.test(text) ? text.toUpperCase() : text);
export const quoted = (text: string): string => `“${shown(text)}”`;
