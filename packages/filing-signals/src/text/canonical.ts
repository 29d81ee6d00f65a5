import synonyms from '../data/synonyms.json' with { type: 'json' };

/** Unit that separates clauses; no gram of a few units reaches across it. */
export const BOUNDARY = 1;
/** Unit that stands for any number. */
const NUMBER = 2;
/** First unit of the classes of synonyms, in the private use area. */
const CLASS_BASE = 0xe000;

const DIGIT_0 = 48;
const NUMERALS = new Set('零〇一二两三四五六七八九十百千万');
const ORDINAL = '第';
const MEASURES = new Set('个组根块条层次种级只台套片对件位倍');
const BREAKS = new Set('，。；：、？！,;:?!\n\r（）()【】[]《》“”"\'‘’…—~·|/\\{}<>「」');

interface TrieNode {
  unit: number | undefined;
  next: Map<number, TrieNode>;
}

const root: TrieNode = { unit: undefined, next: new Map() };
for (const word of synonyms.dropped) addWord(word, 0);
for (const [at, words] of synonyms.classes.entries()) for (const word of words) addWord(word, CLASS_BASE + at);
const firstNodes: (TrieNode | undefined)[] = [];
for (const [code, node] of root.next) firstNodes[code] = node;

const commonUnits = new Set<number>([NUMBER, ...Array.from(synonyms.common, (char) => char.charCodeAt(0))]);

function addWord(word: string, unit: number): void {
  let node = root;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) {
      next = { unit: undefined, next: new Map() };
      node.next.set(code, next);
    }
    node = next;
  }
  node.unit ??= unit;
}

/** Whether a unit is a word of every patent text rather than of this one. */
export function isCommonUnit(unit: number): boolean {
  return unit >= CLASS_BASE || commonUnits.has(unit);
}

const folded = new Uint16Array(0x10000);
for (let code = 0; code < folded.length; code++) folded[code] = foldCode(code);

/** 0 = left out, BOUNDARY, NUMBER, or the character itself in its plain form. */
function foldCode(code: number): number {
  const char = String.fromCharCode(code);
  if (BREAKS.has(char)) return BOUNDARY;
  if (code <= 32 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f)) return 0;
  const plain = char.normalize('NFKC').toLowerCase();
  const only = plain.length === 1 ? plain.charCodeAt(0) : code;
  if (BREAKS.has(String.fromCharCode(only))) return BOUNDARY;
  if (only >= DIGIT_0 && only < DIGIT_0 + 10) return NUMBER;
  if (only >= 33 && only < 127 && !/[a-z]/.test(String.fromCharCode(only))) return 0;
  // Dashes, bullets and other signs join words in one copy and part them in another: left out.
  if (only >= 0x2010 && only <= 0x206f) return 0;
  return only;
}

/** A text as units: characters, classes of synonyms, numbers, clause boundaries. */
export interface CanonicalText {
  units: Uint16Array;
  /** Where in the text each unit starts; one more for the end of the last. Only when asked for. */
  starts?: Uint32Array;
}

/**
 * Brings a text into the form in which copies agree: width and case folded, digits as one number unit, synonyms as their
 * class, function words left out, every mark a boundary.
 */
export function canonicalise(text: string, withStarts = false): CanonicalText {
  const units = new Uint16Array(text.length);
  const starts = withStarts ? new Uint32Array(text.length + 1) : undefined;
  let count = 0;
  let last = BOUNDARY;
  for (let at = 0; at < text.length; ) {
    const node = firstNodes[text.charCodeAt(at)];
    const match = node ? longestWord(text, at, node) : undefined;
    let unit: number;
    let length = 1;
    if (match) {
      unit = match.unit;
      length = match.length;
    } else if (isNumeralAt(text, at)) unit = NUMBER;
    else unit = folded[text.charCodeAt(at)]!;
    const repeated = unit === last && (unit === BOUNDARY || unit === NUMBER);
    if (unit !== 0 && !repeated) {
      units[count] = unit;
      if (starts) starts[count] = at;
      count++;
      last = unit;
    }
    at += length;
  }
  if (starts) starts[count] = text.length;
  return { units: units.slice(0, count), starts: starts?.slice(0, count + 1) };
}

function longestWord(text: string, at: number, first: TrieNode): { unit: number; length: number } | undefined {
  // “第一端” is the first end, not “第” before “一端”.
  if (text[at - 1] === ORDINAL && NUMERALS.has(text[at]!)) return undefined;
  let node = first;
  let unit = numeralPart(text, at) ? undefined : node.unit;
  let length = 1;
  for (let ahead = 1; ; ahead++) {
    const next = node.next.get(text.charCodeAt(at + ahead));
    if (!next) break;
    node = next;
    if (node.unit !== undefined) {
      unit = node.unit;
      length = ahead + 1;
    }
  }
  return unit === undefined ? undefined : { unit, length };
}

/** “一” alone is a word for a thing; in “第一” and “三个” it is a number. */
function numeralPart(text: string, at: number): boolean {
  return NUMERALS.has(text[at]!) && isNumeralAt(text, at);
}

function isNumeralAt(text: string, at: number): boolean {
  if (!NUMERALS.has(text[at]!)) return false;
  if (text[at - 1] === ORDINAL || (at > 0 && NUMERALS.has(text[at - 1]!))) return true;
  let end = at + 1;
  while (end < text.length && NUMERALS.has(text[end]!)) end++;
  return end < text.length && MEASURES.has(text[end]!);
}
