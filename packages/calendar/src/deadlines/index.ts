export { toDate, toDay } from './civil-day.ts';
export type { ClockEvent } from './clock-event.ts';
export {
  createDeadlineClock,
  type Deadline,
  type DeadlineClock,
  type DeadlineInput,
} from './compute-deadline.ts';
export { DeadlineError, type DeadlineErrorCode } from './deadline-error.ts';
export type { DeadlineStep } from './explain-deadline.ts';
export type { Cause, DatedTerm, DeadlineRule, Extension, RelatedDay, Term, Words } from './rule.ts';
