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

const han = (text: string): string => text.match(/\p{Script=Han}/gu)?.join('') ?? '';
const latin = (text: string): string => text.match(/[a-z]/giu)?.join('') ?? '';
const alike = (text: string): string => text.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.join('') ?? '';
const wide = (text: string): string => text.match(/[\uff01-\uff5e\u3000]/gu)?.join('') ?? '';
const other = (text: string): string => text.match(/[^\p{L}\p{N}]/gu)?.join('') ?? '';

/** In what two writings of the same signs differ, each named once. */
const ASPECTS: readonly (readonly [(text: string) => string, Said])[] = [
  [(text) => han(text.normalize('NFKC')), { zh: '繁简、异体', en: 'script variant' }],
  [(text) => latin(text.normalize('NFKC')), { zh: '大小写', en: 'case' }],
  [wide, { zh: '全半角', en: 'width' }],
  [(text) => other(text.normalize('NFKC')), { zh: '标点、空格', en: 'punctuation and blanks' }],
  [alike, { zh: '形似字母', en: 'look-alike letters' }],
];

/** What two texts that count as the same differ in, in the words of both languages; undefined where nothing tells. */
export function writtenApart(a: string, b: string): Said | undefined {
  const found = ASPECTS.filter(([part, { en }]) =>
    // A letter of another script is no letter here: the case is told only where both are written in Latin ones.
    en === 'case' ? part(a) !== part(b) && part(a).toLowerCase() === part(b).toLowerCase() : part(a) !== part(b),
  ).map(([, said]) => said);
  if (found.length === 0) return undefined;
  return { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join(', ') };
}
