import { IntColumn } from './columns.ts';

/** Whose answers are kept; each takes as much as a number per value. */
const MOST_RECALLED = 24;

/** A value per row, out of far fewer values than rows: each is made and kept once, and what is asked of it is asked once. */
export class ValueColumn<T> {
  readonly #values: T[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rows = new IntColumn();
  /** What was said of the values, by who asked; the one asked last at the end. */
  readonly #recalled = new Map<string, unknown[]>();

  /**
   * @param row one there is, or the next
   * @param key the same for the same value
   */
  set(row: number, key: string, make: () => T): void {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#values.push(make()) - 1;
      this.#numbers.set(key, number);
    }
    this.#rows.set(row, number);
  }

  /** What a function says of the values, by row; to be used up before the column changes. */
  map<R>(of: (value: T) => R): (row: number) => R {
    return this.#answers([], of);
  }

  /**
   * The same, with the answers kept for the next time: values never change, so only who asks matters.
   * @param key the same only where the function says the same of every value
   */
  recall<R>(key: string, of: (value: T) => R): (row: number) => R {
    const known = (this.#recalled.get(key) ?? []) as (R | undefined)[];
    this.#recalled.delete(key);
    this.#recalled.set(key, known);
    if (this.#recalled.size > MOST_RECALLED) this.#recalled.delete(this.#recalled.keys().next().value as string);
    return this.#answers(known, of);
  }

  #answers<R>(known: (R | undefined)[], of: (value: T) => R): (row: number) => R {
    return (row) => {
      const number = this.#rows.at(row);
      let answer = known[number];
      if (answer === undefined) {
        answer = of(this.#values[number] as T);
        known[number] = answer;
      }
      return answer;
    };
  }
}
