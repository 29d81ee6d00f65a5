import type { Words } from './rule.ts';

export type DeadlineErrorCode =
  | 'law-not-covered'
  | 'year-needed'
  | 'year-out-of-range'
  | 'cause-unknown'
  | 'extension-unknown'
  | 'extension-used-up'
  | 'extension-late'
  | 'resume-without-suspension'
  | 'suspended-twice'
  | 'period-reversed'
  | 'event-malformed'
  | 'day-out-of-range';

/** Why a deadline cannot be computed of what was given, as a sentence in both languages. */
export class DeadlineError extends Error {
  readonly code: DeadlineErrorCode;
  readonly words: Words;

  constructor(code: DeadlineErrorCode, words: Words) {
    super(`${words.zh} / ${words.en}`);
    this.name = 'DeadlineError';
    this.code = code;
    this.words = words;
  }
}
