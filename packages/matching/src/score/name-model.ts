import { mix } from '../block/hash-index.ts';
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

/** Counts by 32-bit hash in open addressing; `types` = number of different continuations. */
class CountTable {
  private mask = (1 << 16) - 1;
  private keys = new Uint32Array(this.mask + 1);
  counts = new Int32Array(this.mask + 1);
  types = new Int32Array(this.mask + 1);
  private used = 0;

  find(key: number): number {
    let slot = key & this.mask;
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === key) return slot;
      slot = (slot + 1) & this.mask;
    }
    return -1 - slot;
  }

  ensure(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.used * 2 > this.mask) {
      this.grow();
      return this.ensure(key);
    }
    const slot = -1 - found;
    this.keys[slot] = key;
    this.used++;
    return slot;
  }

  private grow(): void {
    const { keys, counts, types } = this;
    const size = (this.mask + 1) * 4;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.counts = new Int32Array(size);
    this.types = new Int32Array(size);
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] === 0) continue;
      const to = -1 - this.find(keys[slot]!);
      this.keys[to] = keys[slot]!;
      this.counts[to] = counts[slot]!;
      this.types[to] = types[slot]!;
    }
  }
}

/**
 * How likely a name is to belong to just any firm: a character trigram model of brand and trade with absolute
 * discounting, trained on the register. A rare brand is improbable, so agreeing on it weighs more (term frequency);
 * agreeing on 科技 weighs little. Each count is used less one, for the candidate's own name is in the register.
 */
export class NameModel {
  private readonly trigrams = new CountTable();
  private readonly bigrams = new CountTable();
  private readonly singles = new Int32Array(65536);
  private readonly singleTypes = new Int32Array(65536);
  private total = 0;

  add(text: string): void {
    this.change(text, 1);
  }

  remove(text: string): void {
    this.change(text, -1);
  }

  private change(text: string, by: 1 | -1): void {
    let a = START;
    let b = START;
    this.bigrams.counts[this.bigrams.ensure(hash2(a, b))]! += by;
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? text.charCodeAt(i) : END;
      const context = this.bigrams.ensure(hash2(a, b));
      const trigram = this.trigrams.ensure(hash3(a, b, c));
      if (step(this.trigrams.counts, trigram, by)) this.bigrams.types[context]! += by;
      const bigram = this.bigrams.ensure(hash2(b, c));
      if (step(this.bigrams.counts, bigram, by)) this.singleTypes[b]! += by;
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

  /** P(c | a b); `context` and `bigram` are the slots of (a, b) and (b, c), negative when unseen. */
  private probability(a: number, b: number, c: number, context: number, bigram: number): number {
    const single = (less(this.singles[c]!) + background[c]!) / (this.total + backgroundTotal);
    if (bigram < 0) {
      const second = smooth(0, this.singles[b]!, this.singleTypes[b]!, single);
      return context < 0 ? second : smooth(0, this.bigrams.counts[context]!, this.bigrams.types[context]!, second);
    }
    const second = smooth(this.bigrams.counts[bigram]!, this.singles[b]!, this.singleTypes[b]!, single);
    if (context < 0) return second;
    const trigram = this.trigrams.find(hash3(a, b, c));
    const count = trigram < 0 ? 0 : this.trigrams.counts[trigram]!;
    return smooth(count, this.bigrams.counts[context]!, this.bigrams.types[context]!, second);
  }
}

function step(counts: Int32Array, slot: number, by: 1 | -1): boolean {
  counts[slot]! += by;
  return counts[slot] === (by === 1 ? 1 : 0);
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
  return (mix((a << 16) | b) | 1) >>> 0;
}

function hash3(a: number, b: number, c: number): number {
  return (mix(Math.imul((a << 16) | b, 0x9e3779b1) ^ Math.imul(c + 1, 0x85ebca77)) | 1) >>> 0;
}
