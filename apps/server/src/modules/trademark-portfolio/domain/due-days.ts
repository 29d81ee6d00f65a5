import {
  addDays,
  addMonths,
  addYears,
  createDeadlineClock,
  type Deadline,
  type DeadlineClock,
  type LocalDate,
  toDate,
  toDay,
} from '@jince/calendar';
import { deadlineRules, hasLaw, lawNumber } from '@jince/law';
import { trademarkTermEnd } from '../../ip-rights/index.ts';

const clocks = new Map<string, DeadlineClock>();

/** The clock of a rule, where it covers the day it runs from. */
function clockFrom(id: string, from: LocalDate): DeadlineClock | undefined {
  const rule = deadlineRules().get(id);
  if (rule === undefined || !rule.terms.some((term) => term.from <= from && (term.to === null || from <= term.to)))
    return undefined;
  const clock = clocks.get(id) ?? createDeadlineClock(rule);
  clocks.set(id, clock);
  return clock;
}

/** A day by a rule of the law, with its steps; undefined where no law of that time is kept. */
export const runRule = (id: string, from: LocalDate): Deadline | undefined => clockFrom(id, from)?.compute({ from });

/** The last day alone. */
function lastDay(id: string, from: LocalDate | null): LocalDate | null {
  const day = from === null ? undefined : clockFrom(id, from)?.dueDay(toDay(from));
  return day === undefined ? null : toDate(day);
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
  const counted =
    mark.lastUsedOn !== null && registeredOn !== null && mark.lastUsedOn > registeredOn
      ? mark.lastUsedOn
      : registeredOn;
  return {
    endsOn,
    opensOn: renewable
      ? addDays(addMonths(endsOn, -lawNumber('trademark.renewal.window-months', endsOn).value), 1)
      : null,
    graceEndsOn: lastDay('trademark.renewal', endsOn),
    exposedFrom:
      counted !== null && hasLaw('trademark.non-use.years', counted)
        ? addYears(counted, lawNumber('trademark.non-use.years', counted).value)
        : null,
    opposesUntil: lastDay('trademark.opposition', mark.preliminaryOn),
  };
}

const QUARTER = 3;

/** Last day of the calendar quarter of a day. */
export function quarterEnd(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  const last = Math.ceil(month / QUARTER) * QUARTER;
  return addDays(addMonths(`${day.slice(0, 4)}-${String(last).padStart(2, '0')}-01`, 1), -1);
}
