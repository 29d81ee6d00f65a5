/** Rows sorted, and kept sorted: what changed is taken out and merged in again, the rest is not compared anew. */
export class KeptOrder {
  #rows = new Uint32Array(0);
  readonly #changed = new Set<number>();
  readonly #compare: (a: number, b: number) => number;

  /** @param compare never nought for two rows */
  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare;
  }

  /** The row has other values, or is new. */
  touch(row: number): void {
    this.#changed.add(row);
  }

  /** All rows below `size` in order. */
  rows(size: number): Uint32Array {
    if (this.#changed.size > size / 8 || this.#rows.length === 0) this.#sort(size);
    else if (this.#changed.size > 0) this.#merge(size);
    this.#changed.clear();
    return this.#rows;
  }

  #sort(size: number): void {
    this.#rows = Uint32Array.from({ length: size }, (_, row) => row).sort(this.#compare);
  }

  #merge(size: number): void {
    const changed = [...this.#changed].toSorted(this.#compare);
    const merged = new Uint32Array(size);
    let at = 0;
    let next = 0;
    for (const row of this.#rows) {
      if (this.#changed.has(row)) continue;
      while (next < changed.length && this.#compare(changed[next] as number, row) < 0)
        merged[at++] = changed[next++] as number;
      merged[at++] = row;
    }
    while (next < changed.length) merged[at++] = changed[next++] as number;
    this.#rows = merged;
  }
}
