/** Multi-map from 32-bit hashes to small integers in typed arrays; grows by doubling, entries are never moved. */
export class HashIndex {
  private mask: number;
  private heads: Int32Array;
  private next: Int32Array;
  private hashes: Uint32Array;
  private values: Int32Array;
  private used = 0;

  constructor(expected: number) {
    let size = 1024;
    while (size < expected) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    const capacity = Math.max(1024, expected);
    this.next = new Int32Array(capacity);
    this.hashes = new Uint32Array(capacity);
    this.values = new Int32Array(capacity);
  }

  add(hash: number, value: number): void {
    if (this.used === this.values.length) this.grow();
    const node = this.used++;
    const bucket = hash & this.mask;
    this.hashes[node] = hash;
    this.values[node] = value;
    this.next[node] = this.heads[bucket]!;
    this.heads[bucket] = node;
  }

  /** Node of the first value under `hash`, -1 when there is none; walk on with `after`. */
  first(hash: number): number {
    return this.seek(this.heads[hash & this.mask]!, hash >>> 0);
  }

  after(node: number): number {
    return this.seek(this.next[node]!, this.hashes[node]!);
  }

  valueAt(node: number): number {
    return this.values[node]!;
  }

  private seek(from: number, hash: number): number {
    let node = from;
    while (node >= 0 && this.hashes[node] !== hash) node = this.next[node]!;
    return node;
  }

  private grow(): void {
    const capacity = this.values.length * 2;
    const copy = <T extends Int32Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.next = copy(this.next, new Int32Array(capacity));
    this.hashes = copy(this.hashes, new Uint32Array(capacity));
    this.values = copy(this.values, new Int32Array(capacity));
    while (this.mask + 1 < capacity) this.mask = this.mask * 2 + 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    for (let node = 0; node < this.used; node++) {
      const bucket = this.hashes[node]! & this.mask;
      this.next[node] = this.heads[bucket]!;
      this.heads[bucket] = node;
    }
  }
}

/** 32-bit hash of a string, well mixed in the low bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
