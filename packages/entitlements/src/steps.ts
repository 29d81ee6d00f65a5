/** One step from the clause to the amount, as a sentence, with the amount after it. */
export interface AmountStep {
  readonly code:
    | 'amount'
    | 'rounding'
    | 'item-cap'
    | 'higher-level'
    | 'stacking'
    | 'item-year-cap'
    | 'policy-year-cap'
    | 'budget';
  readonly text: string;
  /** The same in English; absent of budgets, and in what was kept before. */
  readonly en?: string;
  readonly fen: number;
}

/** Notes steps where somebody asked for them; absent in a what-if over a whole district. */
export type StepSink = ((code: AmountStep['code'], words: Words, fen: number) => void) | undefined;

/** One sentence in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
