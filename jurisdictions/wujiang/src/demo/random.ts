/** Counter-based pseudo-random numbers: every record has its own stream, so any record can be made again alone. */

function mix(h: number): number {
  let x = h >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const streamHashes = new Map<string, number>();

function hashOf(stream: string): number {
  let known = streamHashes.get(stream);
  if (known === undefined) {
    known = 0x811c9dc5;
    for (let i = 0; i < stream.length; i++) known = Math.imul(known ^ stream.charCodeAt(i), 0x01000193);
    streamHashes.set(stream, known >>> 0);
  }
  return known;
}

export class Rng {
  #state: number;

  constructor(seed: number, stream: string, index: number) {
    this.#state = mix(mix(mix(seed) ^ hashOf(stream)) + Math.imul(index, 0x9e3779b1));
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Whole number in [0, n). */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** Whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(list: ArrayLike<T>): T {
    const one = list[this.int(list.length)];
    if (one === undefined) throw new RangeError('pick from an empty list');
    return one;
  }

  /** Index drawn with the probability of its weight. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const w of weights) total += w;
    let u = this.next() * total;
    for (let i = 0; i < weights.length; i++) {
      u -= weights[i] ?? 0;
      if (u < 0) return i;
    }
    return weights.length - 1;
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/** A bijection of [0, size): four Feistel rounds over the next even power of two, walking the cycle back into range. */
export function permutation(seed: number, stream: string, size: number): (i: number) => number {
  let half = 1;
  while (2 ** (2 * half) < size) half++;
  const mask = 2 ** half - 1;
  const keys = [0, 1, 2, 3].map((round) => mix(mix(seed + round * 7919) ^ hashOf(stream)));
  const once = (i: number): number => {
    let left = Math.floor(i / 2 ** half) & mask;
    let right = i & mask;
    for (const key of keys) {
      const next = left ^ (mix(right ^ key) & mask);
      left = right;
      right = next;
    }
    return left * 2 ** half + right;
  };
  return (i) => {
    if (i < 0 || i >= size) throw new RangeError(`${i} is outside [0, ${size})`);
    let at = once(i);
    while (at >= size) at = once(at);
    return at;
  };
}

/** Draws an index in proportion to its weight by binary search in the running totals. */
export function drawIndex(runningTotals: Float64Array, u: number): number {
  const target = u * (runningTotals.at(-1) ?? 0);
  let low = 0;
  let high = runningTotals.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runningTotals[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
