export type NumberFormat = 'general' | 'date' | 'percent' | { zeros: number };

/** Built-in formats of ECMA-376 §18.8.30 that show dates or times, with those of East Asian versions. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** What a number format makes of a number. `code` is the custom format text, if there is one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (BUILT_IN_DATES.has(id)) return 'date';
    return id === 9 || id === 10 ? 'percent' : 'general';
  }
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/^0{2,20}$/.test(bare)) return { zeros: bare.length };
  if (/general|@|#|0\.0|0+e/i.test(bare)) return bare.includes('%') ? 'percent' : 'general';
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'general';
}
