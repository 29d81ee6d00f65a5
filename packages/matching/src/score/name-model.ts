import { mix } from '../block/hash-index.ts';
import { inSharedMemory } from '../block/shared-memory.ts';
import { tradeWords } from '../data/trade-words.ts';

const START = 2;
const END = 3;
const DISCOUNT = 0.75;
const VOCABULARY = 5000;
/** Occurrences each character of the trade lexicon starts with, so that a small register does not find 生物科技 odd. */
const BACKGROUND = 2;
const background = new Float64Array(65536).fill(0.5);
let backgroundTotal = 0.5 * VOCABULARY;
for (const word of tradeWords) {
  for (const character of word) {
    background[character.charCodeAt(0)]! += BACKGROUND;
    backgroundTotal += BACKGROUND;
  }
}

/**
 * Counts by 32-bit hash in open addressing. A cell holds key, count and, if asked for, the number of different
 * continuations side by side, so that a look-up costs one cache miss. Positions are those of the cell's key.
 */
class CountTable {
  private readonly stride: 2 | 4;
  private mask = (1 << 16) - 1;
  cells: Int32Array;
  private used = 0;

  constructor(stride: 2 | 4) {
    this.stride = stride;
    this.cells = new Int32Array((this.mask + 1) * stride);
  }

  share(): Int32Array {
    this.cells = inSharedMemory(this.cells);
    return this.cells;
  }

  /** For reading only: how full the table is does not come with it. */
  attach(cells: Int32Array): void {
    this.cells = cells;
    this.mask = cells.length / this.stride - 1;
  }

  find(key: number): number {
    const { cells, mask, stride } = this;
    let slot = key & mask;
    for (;;) {
      const at = slot * stride;
      const known = cells[at]!;
      if (known === key) return at;
      if (known === 0) return -1 - at;
      slot = (slot + 1) & mask;
    }
  }

  ensure(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.used * 10 > this.mask * 7) {
      this.grow();
      return this.ensure(key);
    }
    const at = -1 - found;
    this.cells[at] = key;
    this.used++;
    return at;
  }

  private grow(): void {
    const { cells, stride } = this;
    this.mask = this.mask * 2 + 1;
    this.cells = new Int32Array((this.mask + 1) * stride);
    for (let from = 0; from < cells.length; from += stride) {
      if (cells[from] === 0) continue;
      const to = -1 - this.find(cells[from]!);
      for (let i = 0; i < stride; i++) this.cells[to + i] = cells[from + i]!;
    }
  }
}

/** The counts of a model, to be read by several threads. */
export interface ModelTables {
  trigrams: Int32Array;
  bigrams: Int32Array;
  singles: Int32Array;
  singleTypes: Int32Array;
  total: number;
}

const COUNT = 1;
const TYPES = 2;

/**
 * How likely a name is to belong to just any firm: a character trigram model of brand and trade with absolute
 * discounting, trained on the register. A rare brand is improbable, so agreeing on it weighs more (term frequency);
 * agreeing on 科技 weighs little. Each count is used less one, for the candidate's own name is in the register.
 */
export class NameModel {
  private readonly trigrams = new CountTable(2);
  private readonly bigrams = new CountTable(4);
  private singles: Int32Array = new Int32Array(65536);
  private singleTypes: Int32Array = new Int32Array(65536);
  private total = 0;

  /** Moves the counts into shared memory and gives them for `attach`. */
  share(): ModelTables {
    this.singles = inSharedMemory(this.singles);
    this.singleTypes = inSharedMemory(this.singleTypes);
    const { singles, singleTypes, total } = this;
    return { trigrams: this.trigrams.share(), bigrams: this.bigrams.share(), singles, singleTypes, total };
  }

  attach({ trigrams, bigrams, singles, singleTypes, total }: ModelTables): void {
    this.trigrams.attach(trigrams);
    this.bigrams.attach(bigrams);
    this.singles = singles;
    this.singleTypes = singleTypes;
    this.total = total;
  }

  add(text: string): void {
    this.change(text, 1);
  }

  remove(text: string): void {
    this.change(text, -1);
  }

  private change(text: string, by: 1 | -1): void {
    let a = START;
    let b = START;
    let context = this.bigrams.ensure(hash2(a, b));
    this.bigrams.cells[context + COUNT]! += by;
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? text.charCodeAt(i) : END;
      const trigram = this.trigrams.ensure(hash3(a, b, c));
      if (step(this.trigrams.cells, trigram, by)) this.bigrams.cells[context + TYPES]! += by;
      const bigram = this.bigrams.ensure(hash2(b, c));
      if (step(this.bigrams.cells, bigram, by)) this.singleTypes[b]! += by;
      context = bigram;
      this.singles[c]! += by;
      this.total += by;
      a = b;
      b = c;
    }
    this.singles[START]! += by;
  }

  /**
   * −log2 P(text | some other firm). `upTo[i]` receives the bits of the first i characters; the return value includes
   * the bits of ending there.
   */
  bits(text: string, upTo: Float64Array): number {
    let a = START;
    let b = START;
    let context = this.bigrams.find(hash2(a, b));
    let sum = 0;
    const length = Math.min(text.length, upTo.length - 1);
    upTo[0] = 0;
    for (let i = 0; i <= length; i++) {
      const c = i < length ? text.charCodeAt(i) : END;
      const bigram = this.bigrams.find(hash2(b, c));
      sum -= Math.log2(this.probability(a, b, c, context, bigram));
      if (i < length) upTo[i + 1] = sum;
      a = b;
      b = c;
      context = bigram;
    }
    return sum;
  }

  /** P(c | a b); `context` and `bigram` are the cells of (a, b) and (b, c), negative when unseen. */
  private probability(a: number, b: number, c: number, context: number, bigram: number): number {
    const { cells } = this.bigrams;
    const single = (less(this.singles[c]!) + background[c]!) / (this.total + backgroundTotal);
    if (bigram < 0) {
      const second = smooth(0, this.singles[b]!, this.singleTypes[b]!, single);
      return context < 0 ? second : smooth(0, cells[context + COUNT]!, cells[context + TYPES]!, second);
    }
    const second = smooth(cells[bigram + COUNT]!, this.singles[b]!, this.singleTypes[b]!, single);
    if (context < 0) return second;
    const trigram = this.trigrams.find(hash3(a, b, c));
    const count = trigram < 0 ? 0 : this.trigrams.cells[trigram + COUNT]!;
    return smooth(count, cells[context + COUNT]!, cells[context + TYPES]!, second);
  }
}

function step(cells: Int32Array, at: number, by: 1 | -1): boolean {
  cells[at + COUNT]! += by;
  return cells[at + COUNT] === (by === 1 ? 1 : 0);
}

function less(count: number): number {
  return count > 0 ? count - 1 : 0;
}

/** Interpolated absolute discounting with the candidate's own occurrence taken out. */
function smooth(count: number, contextCount: number, contextTypes: number, lower: number): number {
  const seen = less(contextCount);
  if (seen === 0) return lower;
  const types = Math.max(1, count === 1 ? contextTypes - 1 : contextTypes);
  const own = Math.max(less(count) - DISCOUNT, 0) / seen;
  return own + Math.min(1, (DISCOUNT * types) / seen) * lower;
}

function hash2(a: number, b: number): number {
  return mix((a << 16) | b) | 1;
}

function hash3(a: number, b: number, c: number): number {
  return mix(Math.imul((a << 16) | b, 0x9e3779b1) ^ Math.imul(c + 1, 0x85ebca77)) | 1;
}
