import { IntColumn } from './columns.ts';

/** A value per row, out of far fewer values than rows: each is made and kept once, and what is asked of it is asked once. */
export class ValueColumn<T> {
  readonly #values: T[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rows = new IntColumn();

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
    const known: (R | undefined)[] = new Array(this.#values.length).fill(undefined);
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
