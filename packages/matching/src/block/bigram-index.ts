import { HashIndex, mix } from './hash-index.ts';

/** Inverted index from character bigrams to name records, scanned rarest first. */
export class BigramIndex {
  private readonly postings: HashIndex;
  private readonly counts = new Map<number, number>();
  private readonly overlap: Float32Array[] = [new Float32Array(0)];
  private touched: number[] = [];
  private records = 0;

  constructor(expected: number) {
    this.postings = new HashIndex(expected);
  }

  add(text: string, record: number): void {
    this.records = Math.max(this.records, record + 1);
    for (let i = 0; i + 1 < text.length; i++) {
      const bigram = bigramAt(text, i);
      if (repeats(text, i)) continue;
      this.postings.add(mix(bigram), record);
      this.counts.set(bigram, (this.counts.get(bigram) ?? 0) + 1);
    }
  }

  /**
   * Records sharing bigrams with `text`, best overlap first (each bigram weighs log2(records / its records)).
   * Looks at no more than `budget` postings, rarest bigrams first; bigrams beyond the budget are left out.
   */
  search(text: string, limit: number, budget: number): number[] {
    const bigrams: [bigram: number, count: number][] = [];
    for (let i = 0; i + 1 < text.length; i++) {
      const bigram = bigramAt(text, i);
      const count = this.counts.get(bigram) ?? 0;
      if (count > 0 && !repeats(text, i)) bigrams.push([bigram, count]);
    }
    bigrams.sort((a, b) => a[1] - b[1]);
    let weights = this.overlap[0]!;
    if (weights.length < this.records) {
      weights = new Float32Array(this.records * 2);
      this.overlap[0] = weights;
    }
    this.touched.length = 0;
    let left = budget;
    for (const [bigram, count] of bigrams) {
      if (count > left) break;
      left -= count;
      const weight = Math.log2((this.records + 1) / count);
      const hash = mix(bigram);
      for (let node = this.postings.first(hash); node >= 0; node = this.postings.after(node)) {
        const record = this.postings.valueAt(node);
        if (weights[record] === 0) this.touched.push(record);
        weights[record] = weights[record]! + weight;
      }
    }
    return this.takeBest(weights, limit);
  }

  private takeBest(weights: Float32Array, limit: number): number[] {
    const best: number[] = [];
    let least = 0;
    for (const record of this.touched) {
      const weight = weights[record]!;
      if (best.length === limit && weight <= least) continue;
      let at = best.length;
      if (best.length < limit) best.push(record);
      else at = limit - 1;
      while (at > 0 && weights[best[at - 1]!]! < weight) {
        best[at] = best[at - 1]!;
        at--;
      }
      best[at] = record;
      if (best.length === limit) least = weights[best[limit - 1]!]!;
    }
    for (const record of this.touched) weights[record] = 0;
    return best;
  }
}

function bigramAt(text: string, i: number): number {
  return (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);
}

function repeats(text: string, at: number): boolean {
  const bigram = bigramAt(text, at);
  for (let i = 0; i < at; i++) if (bigramAt(text, i) === bigram) return true;
  return false;
}
