/** Kinds of refusal; `suggestion` is text that may replace the place. */
export type RuleProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'syntax'
  | 'full-width'
  | 'unknown-fact'
  | 'unknown-name'
  | 'unknown-function'
  | 'unknown-value'
  | 'wrong-type'
  | 'wrong-arguments'
  | 'wrong-literal'
  | 'not-supported';

/** Why a rule is refused, and where: character offsets into its text, half open. */
export interface RuleProblem {
  readonly code: RuleProblemCode;
  readonly from: number;
  readonly to: number;
  readonly zh: string;
  readonly en: string;
  readonly suggestion?: string;
}

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Sentence in both languages: `[zh, en]`. */
export type Sentence = readonly [zh: string, en: string];

export function problemAt(
  place: TextRange,
  code: RuleProblemCode,
  [zh, en]: Sentence,
  suggestion?: string,
): RuleProblem {
  const problem = { code, from: place.from, to: place.to, zh, en };
  return suggestion === undefined ? problem : { ...problem, suggestion };
}
