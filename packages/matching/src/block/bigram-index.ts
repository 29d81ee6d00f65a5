import { mix } from './hash-index.ts';
import { inSharedMemory } from './shared-memory.ts';

/** The content of an index, to be read by several threads. */
export interface BigramTables {
  keys: Uint32Array;
  numbers: Int32Array;
  offsets: Int32Array;
  postings: Int32Array;
  highest: number;
}

/**
 * Inverted index from character bigrams to name records, scanned rarest first. Postings lie side by side in typed arrays;
 * they are sorted by bigram on the first search after an addition (about 20 ms for 86,000 names).
 */
export class BigramIndex {
  private mask = (1 << 17) - 1;
  private keys: Uint32Array = new Uint32Array(this.mask + 1);
  /** number of the bigram in order of appearance. */
  private numbers: Int32Array = new Int32Array(this.mask + 1);
  private distinct = 0;
  private pairBigrams: Int32Array;
  private pairRecords: Int32Array;
  private pairs = 0;
  private offsets: Int32Array = new Int32Array(1);
  private postings: Int32Array = new Int32Array(0);
  private sorted = 0;
  private highest = 0;
  private shares = new Shares(1024);

  constructor(expectedPairs: number) {
    this.pairBigrams = new Int32Array(expectedPairs + 1024);
    this.pairRecords = new Int32Array(expectedPairs + 1024);
  }

  /** Moves the content into shared memory and gives it for `attach`; nothing may be added afterwards. */
  share(): BigramTables {
    if (this.sorted < this.pairs) this.sort();
    this.keys = inSharedMemory(this.keys);
    this.numbers = inSharedMemory(this.numbers);
    this.offsets = inSharedMemory(this.offsets);
    this.postings = inSharedMemory(this.postings);
    const { keys, numbers, offsets, postings, highest } = this;
    return { keys, numbers, offsets, postings, highest };
  }

  attach({ keys, numbers, offsets, postings, highest }: BigramTables): void {
    this.mask = keys.length - 1;
    this.keys = keys;
    this.numbers = numbers;
    this.offsets = offsets;
    this.postings = postings;
    this.highest = highest;
  }

  /** Records must be added in rising order. */
  add(text: string, record: number): void {
    this.highest = Math.max(this.highest, record + 1);
    if (this.pairs + text.length > this.pairBigrams.length) this.growPairs();
    for (let i = 0; i + 1 < text.length; i++) {
      this.pairBigrams[this.pairs] = this.numbers[this.ensure(bigramAt(text, i))]!;
      this.pairRecords[this.pairs++] = record;
    }
  }

  private find(key: number): number {
    let slot = mix(key) & this.mask;
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === key) return slot;
      slot = (slot + 1) & this.mask;
    }
    return -1 - slot;
  }

  private ensure(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.distinct * 2 > this.mask) {
      this.growSlots();
      return this.ensure(key);
    }
    const slot = -1 - found;
    this.keys[slot] = key;
    this.numbers[slot] = this.distinct++;
    return slot;
  }

  private growSlots(): void {
    const { keys, numbers } = this;
    this.mask = this.mask * 4 + 3;
    this.keys = new Uint32Array(this.mask + 1);
    this.numbers = new Int32Array(this.mask + 1);
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] === 0) continue;
      const to = -1 - this.find(keys[slot]!);
      this.keys[to] = keys[slot]!;
      this.numbers[to] = numbers[slot]!;
    }
  }

  private growPairs(): void {
    const grow = (from: Int32Array): Int32Array => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.pairBigrams = grow(this.pairBigrams);
    this.pairRecords = grow(this.pairRecords);
  }

  /** Counting sort of all pairs by bigram. */
  private sort(): void {
    const { pairs, pairBigrams, pairRecords } = this;
    const offsets = new Int32Array(this.distinct + 1);
    for (let i = 0; i < pairs; i++) offsets[pairBigrams[i]! + 1]!++;
    for (let i = 0; i < this.distinct; i++) offsets[i + 1]! += offsets[i]!;
    const postings = new Int32Array(pairs);
    const next = offsets.slice();
    for (let i = 0; i < pairs; i++) postings[next[pairBigrams[i]!]!++] = pairRecords[i]!;
    this.offsets = offsets;
    this.postings = postings;
    this.sorted = pairs;
  }

  /**
   * Records sharing bigrams with `text`, best overlap first (each bigram weighs log2(records / its records)).
   * Looks at no more than `budget` postings, rarest bigrams first; bigrams beyond the budget are left out.
   */
  search(text: string, limit: number, budget: number): number[] {
    if (this.sorted < this.pairs) this.sort();
    const { offsets, postings } = this;
    const found: number[] = [];
    for (let i = 0; i + 1 < text.length; i++) {
      const slot = this.find(bigramAt(text, i));
      if (slot >= 0 && !found.includes(this.numbers[slot]!)) found.push(this.numbers[slot]!);
    }
    found.sort((a, b) => offsets[a + 1]! - offsets[a]! - offsets[b + 1]! + offsets[b]!);
    const shares = makeRoom(this.shares, budget);
    this.shares = shares;
    let left = budget;
    for (const bigram of found) {
      const end = offsets[bigram + 1]!;
      const count = end - offsets[bigram]!;
      if (count > left) break;
      left -= count;
      const weight = Math.log2((this.highest + 1) / count);
      for (let i = offsets[bigram]!; i < end; i++) shares.add(postings[i]!, weight);
    }
    return shares.takeBest(limit);
  }
}

function makeRoom(shares: Shares, most: number): Shares {
  return shares.capacity < most ? new Shares(most) : shares;
}

/** Sums by record in a table small enough for the nearest cache: a search touches few of the records. */
class Shares {
  readonly capacity: number;
  private readonly mask: number;
  /** record + 1 by slot; 0 = free. */
  private readonly records: Int32Array;
  private readonly weights: Float32Array;
  /** slots in use, in order of appearance. */
  private readonly touched: Int32Array;
  private used = 0;

  constructor(capacity: number) {
    let size = 64;
    while (size < capacity * 2) size *= 2;
    this.capacity = capacity;
    this.mask = size - 1;
    this.records = new Int32Array(size);
    this.weights = new Float32Array(size);
    this.touched = new Int32Array(size);
  }

  add(record: number, weight: number): void {
    const { records, mask } = this;
    const key = record + 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 16;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const known = records[slot]!;
      if (known === key) {
        this.weights[slot]! += weight;
        return;
      }
      if (known === 0) break;
    }
    records[slot] = key;
    this.weights[slot] = weight;
    this.touched[this.used++] = slot;
  }

  /** The heaviest records, first come first on a tie; forgets everything. */
  takeBest(limit: number): number[] {
    const { weights, touched, records } = this;
    const best: number[] = [];
    let least = 0;
    for (let i = 0; i < this.used; i++) {
      const slot = touched[i]!;
      const weight = weights[slot]!;
      if (best.length === limit && weight <= least) continue;
      let at = best.length;
      if (best.length < limit) best.push(slot);
      else at = limit - 1;
      while (at > 0 && weights[best[at - 1]!]! < weight) {
        best[at] = best[at - 1]!;
        at--;
      }
      best[at] = slot;
      if (best.length === limit) least = weights[best[limit - 1]!]!;
    }
    const found = best.map((slot) => records[slot]! - 1);
    for (let i = 0; i < this.used; i++) records[touched[i]!] = 0;
    this.used = 0;
    return found;
  }
}

function bigramAt(text: string, i: number): number {
  return ((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)) >>> 0;
}
