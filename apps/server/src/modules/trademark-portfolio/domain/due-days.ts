import { addDays, addMonths, addYears, createDeadlineClock, type Deadline, type LocalDate } from '@jince/calendar';
import { deadlineRules, hasLaw, lawNumber } from '@jince/law';
import { trademarkTermEnd } from '../../ip-rights/index.ts';

/** A day by a rule of the law; undefined where no law of that time is kept. */
export function runRule(id: string, from: LocalDate): Deadline | undefined {
  const rule = deadlineRules().get(id);
  if (rule === undefined || !rule.terms.some((term) => term.from <= from && (term.to === null || from <= term.to)))
    return undefined;
  return createDeadlineClock(rule).compute({ from });
}

export interface MarkDates {
  readonly country: string;
  readonly registeredOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly preliminaryOn: LocalDate | null;
  readonly lastUsedOn: LocalDate | null;
}

export interface DueDays {
  readonly endsOn: LocalDate | null;
  readonly opensOn: LocalDate | null;
  readonly graceEndsOn: LocalDate | null;
  readonly exposedFrom: LocalDate | null;
  readonly opposesUntil: LocalDate | null;
}

const NONE: DueDays = { endsOn: null, opensOn: null, graceEndsOn: null, exposedFrom: null, opposesUntil: null };

/** The days of one mark, without reasons: for a whole register at a time. Only Chinese marks have any. */
export function dueDays(mark: MarkDates): DueDays {
  if (mark.country !== 'CN') return NONE;
  const { registeredOn } = mark;
  const endsOn = mark.expiresOn ?? (registeredOn === null ? null : (trademarkTermEnd(registeredOn) ?? null));
  const renewable = endsOn !== null && hasLaw('trademark.renewal.window-months', endsOn);
  const months = (key: string) => lawNumber(key, endsOn as string).value;
  const counted =
    mark.lastUsedOn !== null && registeredOn !== null && mark.lastUsedOn > registeredOn
      ? mark.lastUsedOn
      : registeredOn;
  return {
    endsOn,
    opensOn: renewable ? addDays(addMonths(endsOn, -months('trademark.renewal.window-months')), 1) : null,
    graceEndsOn: renewable ? addMonths(endsOn, months('trademark.renewal.grace-months')) : null,
    exposedFrom:
      counted !== null && hasLaw('trademark.non-use.years', counted)
        ? addYears(counted, lawNumber('trademark.non-use.years', counted).value)
        : null,
    opposesUntil:
      mark.preliminaryOn === null ? null : (runRule('trademark.opposition', mark.preliminaryOn)?.dueOn ?? null),
  };
}

const QUARTER = 3;

/** Last day of the calendar quarter of a day. */
export function quarterEnd(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  const last = Math.ceil(month / QUARTER) * QUARTER;
  return addDays(addMonths(`${day.slice(0, 4)}-${String(last).padStart(2, '0')}-01`, 1), -1);
}
