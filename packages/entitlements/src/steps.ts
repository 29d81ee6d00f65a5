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
  readonly fen: number;
}

/** Notes steps where somebody asked for them; absent in a what-if over a whole district. */
export type StepSink = ((code: AmountStep['code'], text: string, fen: number) => void) | undefined;
