import {
  type ClockEvent,
  createDeadlineClock,
  type DeadlineClock,
  DeadlineError,
  type WorkingCalendar,
} from '@jince/calendar';
import { deadlineRules } from '@jince/law';
import { AppError } from '../../errors/errors.ts';

const made = new WeakMap<WorkingCalendar, Map<string, DeadlineClock>>();

/** A rule of `law/clocks` ready to run. @throws AppError procedures.clock.rule-unknown */
export function lawClock(rule: string, calendar: WorkingCalendar): DeadlineClock {
  const clocks = made.get(calendar) ?? new Map<string, DeadlineClock>();
  made.set(calendar, clocks);
  const known = clocks.get(rule);
  if (known !== undefined) return known;
  const declared = deadlineRules().get(rule);
  if (declared === undefined) throw new AppError('procedures.clock.rule-unknown', { rule });
  const clock = createDeadlineClock(declared, calendar);
  clocks.set(rule, clock);
  return clock;
}

/** What a refused event or a day without law says, as a refusal of the platform. */
export function deadlineRefusal(error: unknown): unknown {
  return error instanceof DeadlineError ? new AppError('procedures.clock.refused', { reason: error.words.zh }) : error;
}

export interface LawReading {
  readonly dueOn: string | null;
  readonly count: number;
  readonly unit: 'day' | 'working-day' | 'month' | 'year';
  readonly article: string;
  readonly steps: readonly string[];
}

/** A clock by a rule, from its first day and what happened to it. @throws AppError for an event the rule does not know */
export function readLawClock(
  rule: string,
  startedOn: string,
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
): LawReading {
  try {
    const clock = lawClock(rule, calendar);
    const { dueOn, article, steps } = clock.compute({ from: startedOn, events });
    const dated = clock.rule.terms.find(({ from, to }) => from <= startedOn && (to === null || startedOn <= to));
    const { count, unit } = dated?.term ?? { count: 0, unit: 'day' as const };
    return {
      dueOn,
      count: typeof count === 'number' ? count : 0,
      unit,
      article,
      steps: steps.map((step) => step.text.zh),
    };
  } catch (error) {
    throw deadlineRefusal(error);
  }
}
