import {
  type ClockEvent,
  createDeadlineClock,
  type Deadline,
  DeadlineError,
  daysBetween,
  type WorkingCalendar,
} from '@jince/calendar';
import type { MeasureKind } from '@jince/contract';
import { deadlineRules } from '@jince/law';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { ClockDefinition } from '../../../platform/procedures/index.ts';

/** Which clock of the law a measure runs by. */
export const RULE_OF: Readonly<Record<MeasureKind, string>> = {
  preservation: 'case.evidence-preservation',
  sealing: 'case.seizure',
  detention: 'case.seizure',
};

/** Clocks that measures run as on a file of any procedure. */
export const CLOCK_OF: Readonly<Record<MeasureKind, string>> = {
  preservation: 'evidence.preservation',
  sealing: 'evidence.seizure',
  detention: 'evidence.seizure',
};

export const measureClocks: readonly ClockDefinition[] = [
  {
    clock: CLOCK_OF.preservation,
    label: { zh: '先行登记保存处理期限', en: 'Decision on preserved evidence' },
    rule: RULE_OF.preservation,
  },
  { clock: CLOCK_OF.detention, label: { zh: '查封、扣押期限', en: 'Sealing and detention' }, rule: RULE_OF.detention },
];

export interface MeasureEvent {
  readonly event: ClockEvent;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export interface MeasureClock {
  readonly kind: MeasureKind;
  readonly rule: string;
  readonly startedOn: string;
  readonly events: readonly MeasureEvent[];
  readonly endedOn: string | null;
}

export type MeasureStanding = 'running' | 'still' | 'last-days' | 'lapsed' | 'unlawful' | 'ended';

/** So many days before the last one a measure is shown as pressing. */
const PRESSING_DAYS = 3;

export function ruleOf(rule: string) {
  const known = deadlineRules().get(rule);
  if (known === undefined) throw new Error(`no clock ${rule}`);
  return known;
}

/** The last day with its reasons. @throws DeadlineError for an event the law does not allow */
export function measureDeadline(clock: MeasureClock, calendar: WorkingCalendar): Deadline {
  return createDeadlineClock(ruleOf(clock.rule), calendar).compute({
    from: clock.startedOn,
    events: clock.events.map(({ event }) => event),
  });
}

/** Whether the law still has an extension for the measure on a day. */
export function canExtend(clock: MeasureClock, today: string, calendar: WorkingCalendar): boolean {
  if (ruleOf(clock.rule).extensions.length === 0) return false;
  try {
    const event = { type: 'extend', on: today } as const;
    measureDeadline({ ...clock, events: [...clock.events, { event, by: '', reason: '', at: '' }] }, calendar);
    return true;
  } catch (error) {
    if (error instanceof DeadlineError) return false;
    throw error;
  }
}

export interface MeasureState {
  readonly standing: MeasureStanding;
  readonly daysLeft: number | null;
  readonly sentence: Bilingual;
}

const NAMES: Readonly<Record<MeasureKind, Bilingual>> = {
  preservation: { zh: '先行登记保存', en: 'The preservation' },
  sealing: { zh: '查封', en: 'The sealing' },
  detention: { zh: '扣押', en: 'The detention' },
};

/** Where a measure stands on a day and what that means. A seizure held past its last day is unlawful from the next day on. */
export function measureState(clock: MeasureClock, { dueOn, article }: Deadline, today: string): MeasureState {
  const name = NAMES[clock.kind];
  if (clock.endedOn !== null) {
    const over = dueOn === null ? 0 : daysBetween(dueOn, clock.endedOn);
    return {
      standing: 'ended',
      daysLeft: null,
      sentence:
        over > 0 && clock.kind !== 'preservation'
          ? {
              zh: `${name.zh}于${clock.endedOn}结束，超过期限${over}日，超期部分没有法律依据（${article}）`,
              en: `${name.en} ended on ${clock.endedOn}, ${over} days past its last day: that time was unlawful (${article})`,
            }
          : { zh: `${name.zh}于${clock.endedOn}结束`, en: `${name.en} ended on ${clock.endedOn}` },
    };
  }
  if (dueOn === null)
    return {
      standing: 'still',
      daysLeft: null,
      sentence: { zh: '期限中止计算，检测、鉴定结束后接着计算', en: 'The clock stands still until the test is done' },
    };
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft < 0 && clock.kind === 'preservation')
    return {
      standing: 'lapsed',
      daysLeft,
      sentence: {
        zh: `已于${dueOn}期满未作处理决定，先行登记保存自动解除，物品应当退还（${article}）`,
        en: `No decision was made by ${dueOn}: the preservation has ended by itself and the things go back (${article})`,
      },
    };
  if (daysLeft < 0)
    return {
      standing: 'unlawful',
      daysLeft,
      sentence: {
        zh: `${name.zh}期限已于${dueOn}届满，次日起继续${name.zh}没有法律依据（已超${-daysLeft}日），应当立即解除并退还（${article}）`,
        en: `${name.en} ran out on ${dueOn}; holding on is unlawful since the next day (${-daysLeft} days) and must end at once (${article})`,
      },
    };
  return {
    standing: daysLeft <= PRESSING_DAYS ? 'last-days' : 'running',
    daysLeft,
    sentence: {
      zh: daysLeft === 0 ? `今日届满（${article}）` : `${dueOn}届满，还有${daysLeft}日（${article}）`,
      en: daysLeft === 0 ? `Runs out today (${article})` : `Runs out on ${dueOn}, in ${daysLeft} days (${article})`,
    },
  };
}
