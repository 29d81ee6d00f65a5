/** Facts of one subject keyed by path; dates `YYYY-MM-DD`, null or absent: unknown; collections are rows of items. */
export interface FactRow {
  readonly [path: string]: FactValue;
}

export type FactValue =
  | boolean
  | number
  | string
  | null
  | undefined
  | readonly string[]
  | readonly number[]
  | readonly FactRow[];

/** 1 true, 0 false, -1 unknown. */
export type Outcome = 1 | 0 | -1;

/** A compiled part of a rule: reads the subject, the item at hand (the subject again outside collections), the day. */
export type Reader<T> = (row: FactRow, item: FactRow, today: string) => T;
export type Test = Reader<Outcome>;
/** NaN is unknown. */
export type NumberReader = Reader<number>;
/** Texts, codes and dates; null is unknown. */
export type TextReader = Reader<string | null>;
