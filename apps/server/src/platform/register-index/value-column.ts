import { IntColumn } from './columns.ts';

/** A value per row, out of far fewer values than rows: each is kept once, and what is asked of it is asked once. */
export class ValueColumn<T> {
  readonly #values: T[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rows = new IntColumn();

  /** @param row one there is, or the next */
  set(row: number, value: T): void {
    const key = JSON.stringify(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    this.#rows.set(row, number);
  }

  at(row: number): T {
    return this.#values[this.#rows.at(row)] as T;
  }

  /** What a function says of the values, by row; to be used up before the column changes. */
  map<R>(of: (value: T) => R): (row: number) => R {
    const known: (R | undefined)[] = new Array(this.#values.length);
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
