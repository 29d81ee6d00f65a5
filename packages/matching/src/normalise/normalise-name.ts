import { simplified, traditional } from '../data/traditional-characters.ts';

const DROP = 0;
const KEEP_IN_KEY = /[0-9A-Z\u3400-\u9fff\u{20000}-\u{3ffff}]/u;

/** code unit → normal code unit; 0 drops it. Width, case, brackets, blanks and traditional forms in one look-up. */
const foldTable = makeFoldTable();
/** code units that survive in the canonical key (brackets and punctuation do not). */
const keyTable = makeKeyTable();
const needsCompatibility = /[\u00a0-\u00ff\u2000-\u2fff\u3004-\u33ff\uf900-\ufaff\ufb00-\ufdff\ufe30-\ufe6f]/;

/** 1 for code units that Unicode NFKC leaves alone. */
const plain = Uint8Array.from({ length: 65536 }, (_, code) =>
  needsCompatibility.test(String.fromCharCode(code)) ? 0 : 1,
);

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let code = 0; code <= 0x20; code++) table[code] = DROP;
  for (const code of [0x7f, 0xa0, 0x3000, 0xfeff, 0x200b, 0x200c, 0x200d, 0x2060, 0x00ad]) table[code] = DROP;
  for (let code = 0x61; code <= 0x7a; code++) {
    table[code] = code - 32;
    table[code + 0xfee0] = code - 32;
  }
  const fold = (from: string, to: string): void => {
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to === '' ? DROP : to.charCodeAt(0);
  };
  fold('（［【〔〈《「『{[｛〖', '(');
  fold('）］】〕〉》」』}]｝〗', ')');
  fold('“”„"＂\'‘’＇`´', '');
  fold('·•・．‧∙●', '.');
  fold('－—–―‐‑−ー', '-');
  fold('〇○◯', 'O');
  fold('，', ',');
  fold('；', ';');
  for (let i = 0; i < traditional.length; i++) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  return table;
}

function makeKeyTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (surrogate || KEEP_IN_KEY.test(String.fromCharCode(code))) table[code] = 1;
  }
  return table;
}

/** Replaces characters outside the simplified set. Callers with a full dictionary (OpenCC) may inject it. */
export type CharacterFold = (text: string) => string;

/**
 * Half width, upper case, ASCII brackets, simplified characters, no blanks; brackets and punctuation stay.
 * Idempotent. `Ⅱ`, `㈱` and compatibility ideographs go through Unicode NFKC.
 */
export function foldText(raw: string, fold?: CharacterFold): string {
  let text = fold ? fold(raw) : raw;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (foldTable[code] === code && plain[code] === 1) continue;
    if (needsCompatibility.test(text)) text = text.normalize('NFKC');
    return mapCodes(text, folded);
  }
  return text;
}

const LONGEST = 96;
/** Arrays of each length, used again and again: one flat string is made of one at once. */
const codesOfLength = Array.from({ length: LONGEST + 1 }, (_, length) => new Array<number>(length).fill(0));

/** The characters of `text` that `codeOf` keeps (not 0), as it turns them. */
function mapCodes(text: string, codeOf: (code: number) => number): string {
  let kept = 0;
  for (let i = 0; i < text.length; i++) if (codeOf(text.charCodeAt(i)) !== DROP) kept++;
  if (kept > LONGEST) {
    const half = text.length >> 1;
    return mapCodes(text.slice(0, half), codeOf) + mapCodes(text.slice(half), codeOf);
  }
  const codes = codesOfLength[kept]!;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codeOf(text.charCodeAt(i));
    if (code !== DROP) codes[at++] = code;
  }
  return String.fromCharCode(...codes);
}

const folded = (code: number): number => foldTable[code]!;
const inKey = (code: number): number => (keyTable[code] === 1 ? code : DROP);

/** The canonical key of folded text: letters, digits and characters only. */
export function keyOfFolded(text: string): string {
  for (let i = 0; i < text.length; i++) if (keyTable[text.charCodeAt(i)] === 0) return mapCodes(text, inKey);
  return text;
}

/**
 * Canonical key of a name: two spellings of one registered name that differ only in width, case, blanks, brackets,
 * punctuation or traditional characters have the same key. `normaliseName('ＡＢＢ（中国）有限公司') === 'ABB中国有限公司'`.
 */
export function normaliseName(raw: string, fold?: CharacterFold): string {
  return keyOfFolded(foldText(raw, fold));
}
