import { OTHER, RELATIONS, type Relation, SAME, type SignRelations } from '../signs/relations.ts';
import { MOST_UNITS } from '../text/normalise-mark.ts';

/** Prices by which one alignment is preferred to another: of each relation, of a sign more or less, of a swap. */
export interface AlignPrices {
  readonly relations: Float64Array;
  readonly gap: number;
  readonly swap: number;
}

/** What was done to a sign of the query to get to the mark. `swap` covers two signs of each. */
export const STEP = { pair: 0, added: 1, omitted: 2, swap: 3 } as const;
const WIDTH = MOST_UNITS + 2;

/**
 * Compares one query with many marks: relations of the query's signs to all others are laid out once, then each comparison is
 * a table of prices (Damerau 1964, restricted) and its way back.
 */
export class Aligner {
  readonly #prices: AlignPrices;
  readonly #signs: SignRelations;
  readonly #rows = new Uint8Array((MOST_UNITS + 2) * 65_536);
  readonly #rowOf = new Uint8Array(MOST_UNITS + 2);
  #used: number[] = [];
  query: Uint16Array = new Uint16Array(0);
  readonly #price = new Float64Array(WIDTH * WIDTH);
  /** The way of the last comparison, from the last sign to the first: step, relation, places of the signs. */
  readonly steps = new Uint8Array(2 * WIDTH);
  readonly relations = new Uint8Array(2 * WIDTH);
  readonly queryAt = new Uint8Array(2 * WIDTH);
  readonly markAt = new Uint8Array(2 * WIDTH);
  length = 0;

  constructor(prices: AlignPrices, signs: SignRelations) {
    this.#prices = prices;
    this.#signs = signs;
    if (prices.relations.length !== RELATIONS) throw new RangeError('a price for each relation');
  }

  setQuery(units: Uint16Array): void {
    for (const [row, code] of this.#used.entries())
      for (const other of this.#signs.relatedTo(code).codes) this.#rows[row * 65_536 + other] = OTHER;
    this.#used = [...new Set(units)];
    for (const [row, code] of this.#used.entries()) {
      const { codes, relations } = this.#signs.relatedTo(code);
      for (let at = 0; at < codes.length; at++)
        this.#rows[row * 65_536 + (codes[at] as number)] = relations[at] as number;
    }
    for (let at = 0; at < units.length; at++) this.#rowOf[at] = this.#used.indexOf(units[at] as number);
    this.query = units;
  }

  relation(queryAt: number, code: number): Relation {
    return this.#rows[(this.#rowOf[queryAt] as number) * 65_536 + code] as number;
  }

  /** Compares the query with the signs from `start` to `end` of an array. */
  align(marks: Uint16Array, start: number, end: number): void {
    const n = this.query.length;
    const m = end - start;
    const { relations, gap, swap } = this.#prices;
    const price = this.#price;
    for (let i = 0; i <= n; i++) price[i * WIDTH] = i * gap;
    for (let j = 0; j <= m; j++) price[j] = j * gap;
    for (let i = 1; i <= n; i++) {
      const row = (this.#rowOf[i - 1] as number) * 65_536;
      for (let j = 1; j <= m; j++) {
        const at = i * WIDTH + j;
        const code = marks[start + j - 1] as number;
        let best = (price[at - WIDTH - 1] as number) + (relations[this.#rows[row + code] as number] as number);
        const more = (price[at - 1] as number) + gap;
        if (more < best) best = more;
        const less = (price[at - WIDTH] as number) + gap;
        if (less < best) best = less;
        if (i > 1 && j > 1 && this.query[i - 1] === marks[start + j - 2] && this.query[i - 2] === code) {
          const swapped = (price[at - 2 * WIDTH - 2] as number) + swap;
          if (swapped < best) best = swapped;
        }
        price[at] = best;
      }
    }
    this.#wayBack(marks, start, m);
  }

  #wayBack(marks: Uint16Array, start: number, m: number): void {
    const { relations, gap, swap } = this.#prices;
    const price = this.#price;
    this.length = 0;
    for (let i = this.query.length, j = m; i > 0 || j > 0; ) {
      const at = i * WIDTH + j;
      const here = price[at] as number;
      const near = (value: number) => Math.abs(here - value) < 1e-9;
      if (i > 0 && j > 0) {
        const relation = this.relation(i - 1, marks[start + j - 1] as number);
        if (near((price[at - WIDTH - 1] as number) + (relations[relation] as number))) {
          this.#push(STEP.pair, relation, --i, --j);
          continue;
        }
        const crossed =
          i > 1 && j > 1 && this.query[i - 1] === marks[start + j - 2] && this.query[i - 2] === marks[start + j - 1];
        if (crossed && near((price[at - 2 * WIDTH - 2] as number) + swap)) {
          i -= 2;
          j -= 2;
          this.#push(STEP.swap, SAME, i, j);
          continue;
        }
      }
      if (j > 0 && near((price[at - 1] as number) + gap)) this.#push(STEP.added, OTHER, i, --j);
      else this.#push(STEP.omitted, OTHER, --i, j);
    }
  }

  #push(step: number, relation: Relation, i: number, j: number): void {
    this.steps[this.length] = step;
    this.relations[this.length] = relation;
    this.queryAt[this.length] = i;
    this.markAt[this.length] = j;
    this.length++;
  }
}
