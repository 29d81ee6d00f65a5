/** A sentence for a person, in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

export type ValueProblemCode =
  | 'date.unreadable'
  | 'date.impossible'
  | 'date.two-digit-year'
  | 'date.ambiguous'
  | 'date.out-of-range'
  | 'date-range.unreadable'
  | 'date-range.reversed'
  | 'money.unreadable'
  | 'money.unit-unknown'
  | 'money.too-large'
  | 'money.fraction-of-fen'
  | 'number.unreadable'
  | 'number.not-integer'
  | 'number.out-of-range'
  | 'boolean.unreadable'
  | 'percent.unreadable'
  | 'percent.out-of-range';

/** Why a cell has no value, with what to do about it. */
export interface ValueProblem {
  code: ValueProblemCode;
  /** The cell as it stood. */
  text: string;
  message: Sentence;
}

/** A cell says something (`value`), says nothing (`empty`: blank, '-', '无'…) or cannot be read (`problem`). */
export type Parsed<T> = { kind: 'value'; value: T } | { kind: 'empty' } | { kind: 'problem'; problem: ValueProblem };

export const EMPTY: { kind: 'empty' } = { kind: 'empty' };

export function parsedValue<T>(value: T): Parsed<T> {
  return { kind: 'value', value };
}

export function problemOf(
  code: ValueProblemCode,
  text: string,
  zh: string,
  en: string,
): { kind: 'problem'; problem: ValueProblem } {
  return { kind: 'problem', problem: { code, text, message: { zh, en } } };
}
