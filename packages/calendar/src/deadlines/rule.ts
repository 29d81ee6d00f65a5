import type { LocalDate } from '../local-date.ts';
import type { PeriodUnit } from '../statutory-period.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A length of time. A negative count goes back from the start. `nth`: the count is the asked year plus this (annuities). */
export interface Term {
  readonly count: number | { readonly nth: number };
  readonly unit: PeriodUnit;
}

/** A term as one version of the law sets it; `from` and `to` (included) bound the day the clock starts on. */
export interface DatedTerm {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly term: Term;
  readonly article: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What a person at the office has still to confirm. */
  readonly verify: string | null;
}

/** What lets a clock stand still: days from the first to the last of it do not count. */
export interface Cause {
  readonly cause: string;
  readonly label: Words;
  readonly article: string;
}

export interface Extension {
  readonly extension: string;
  readonly label: Words;
  /** Null: as long as whoever grants it says, in days. */
  readonly term: Term | null;
  /** How often it may be granted. */
  readonly most: number;
  /** Who grants it. */
  readonly by: Words;
  readonly article: string;
}

/** A further day that hangs on the clock: the end of a time of grace, the first day of a window. */
export interface RelatedDay {
  readonly id: string;
  readonly label: Words;
  /** Counted from the day the clock runs from or from its last day: at month ends the two do not lead to the same day. */
  readonly of: 'start' | 'end';
  readonly term: Term;
  /** Days added after the term: 1 for "from the day after". */
  readonly plusDays: number;
  readonly roll: boolean;
  readonly article: string;
}

/** How one clock of the law runs. */
export interface DeadlineRule {
  /** `case.decision`: the area, then what is due. */
  readonly id: string;
  readonly label: Words;
  /** The event it runs from. */
  readonly start: Words;
  /** Where a last day falls that is not worked: to the next working day, to the one before, or where it is. */
  readonly roll: 'forward' | 'backward' | 'none';
  readonly terms: readonly DatedTerm[];
  readonly causes: readonly Cause[];
  readonly extensions: readonly Extension[];
  readonly related: readonly RelatedDay[];
}
