import type { LocalDate } from '../local-date.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import { toDate, weekdayOf } from './civil-day.ts';
import type { Granted } from './clock-event.ts';
import type { DayCount } from './day-count.ts';
import type { DeadlineRule, Words } from './rule.ts';
import type { Run, Stage } from './run-clock.ts';
import type { Count } from './run-term.ts';

/** One reason of a last day, with the article it rests on. */
export interface DeadlineStep {
  readonly step: 'start' | 'count' | 'excluded' | 'extended' | 'standing-still' | 'rolled' | 'provisional' | 'related';
  readonly on: LocalDate;
  readonly text: Words;
  readonly article: string | null;
}

const UNITS: Readonly<Record<Count['unit'], readonly [zh: string, one: string, many: string]>> = {
  day: ['日', 'day', 'days'],
  'working-day': ['个工作日', 'working day', 'working days'],
  month: ['个月', 'month', 'months'],
  year: ['年', 'year', 'years'],
};
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const length = ({ count, unit }: Count): Words => {
  const [zh, one, many] = UNITS[unit];
  const n = Math.abs(count);
  return { zh: `${n}${zh}`, en: `${n} ${n === 1 ? one : many}` };
};

function countStep({ term, end }: Stage, article: string): DeadlineStep {
  const long = length(term);
  const text =
    term.count < 0
      ? { zh: `往前数${long.zh}，为${toDate(end)}`, en: `${long.en} before it: ${toDate(end)}` }
      : { zh: `期间${long.zh}，届满日为${toDate(end)}`, en: `${long.en}, the last of which is ${toDate(end)}` };
  return { step: 'count', on: toDate(end), text, article };
}

/** Days left out of a stage that an earlier stage had not left out yet. */
function excludedSteps(run: Run, stage: Stage, before: Stage | undefined): DeadlineStep[] {
  return run.events.standstills.flatMap(({ from, to, cause }, at): DeadlineStep[] => {
    const left = (stage.left[at] as number) - (before?.start === stage.start ? (before.left[at] as number) : 0);
    if (left <= 0) return [];
    const n = length({ count: left, unit: stage.term.unit === 'working-day' ? 'working-day' : 'day' });
    const span = `${toDate(from)}${from === to ? '' : `至${toDate(to)}`}`;
    return [
      {
        step: 'excluded',
        on: toDate(stage.end),
        text: {
          zh: `扣除${cause.label.zh}（${span}）${n.zh}，届满日顺延`,
          en: `${cause.label.en} (${toDate(from)} to ${toDate(to)}) leaves out ${n.en}`,
        },
        article: cause.article,
      },
    ];
  });
}

function extendedStep(stage: Stage, { extension, term: { count, unit }, on }: Granted): DeadlineStep {
  const long = length({ count: typeof count === 'number' ? count : count.nth, unit });
  return {
    step: 'extended',
    on: toDate(stage.end),
    text: {
      zh: `${toDate(on)}经${extension.by.zh}批准延长${long.zh}，届满日为${toDate(stage.end)}`,
      en: `Extended by ${long.en} on ${toDate(on)} by ${extension.by.en}, to ${toDate(stage.end)}`,
    },
    article: extension.article,
  };
}

function rolledStep(rule: DeadlineRule, run: Run, calendar: WorkingCalendar): DeadlineStep[] {
  if (run.due === run.nominal) return [];
  const nominal = toDate(run.nominal);
  const { name } = calendar.describe(nominal);
  const weekday = weekdayOf(run.nominal);
  const day = name === undefined ? `星期${WEEKDAYS[weekday]}` : `${name}假期`;
  const forward = rule.roll === 'forward';
  return [
    {
      step: 'rolled',
      on: toDate(run.due),
      text: {
        zh: `${nominal}为${day}，${forward ? '顺延至其后' : '提前至其前'}第一个工作日${toDate(run.due)}`,
        en: `${nominal} is ${name === undefined ? `a ${WEEKDAYS_EN[weekday]}` : 'a holiday'}; ${forward ? 'the next' : 'the last'} working day ${forward ? 'after' : 'before'} it is ${toDate(run.due)}`,
      },
      article: null,
    },
  ];
}

function provisionalStep(run: Run, days: DayCount): DeadlineStep[] {
  if (run.due <= days.knownTo && run.due >= days.knownFrom) return [];
  return [
    {
      step: 'provisional',
      on: toDate(run.due),
      text: {
        zh: `${toDate(run.due)}所在年份的节假日安排未在日历中，暂按周一至周五为工作日，公布后重算`,
        en: `No holiday notice is known for ${toDate(run.due)}: Monday to Friday are taken as worked until one is`,
      },
      article: null,
    },
  ];
}

/** Why the last day is what it is, in order; a clock that stands still ends with that. */
export function explainDeadline(
  rule: DeadlineRule,
  run: Run,
  { calendar, days }: { readonly calendar: WorkingCalendar; readonly days: DayCount },
): DeadlineStep[] {
  const from = toDate(run.from);
  const steps: DeadlineStep[] = [
    {
      step: 'start',
      on: from,
      text: { zh: `${rule.start.zh}：${from}，当日不计入`, en: `${rule.start.en}: ${from}, which does not count` },
      article: null,
    },
  ];
  for (const [at, stage] of run.stages.entries()) {
    const before = run.stages[at - 1];
    if (at === 0) steps.push(countStep({ ...stage, end: stage.plain }, run.dated.article));
    steps.push(...excludedSteps(run, stage, before));
    const granted = run.events.granted[at - 1];
    if (granted !== undefined) steps.push(extendedStep(stage, granted));
  }
  const { open } = run.events;
  if (open !== undefined) {
    const on = toDate(open.from);
    const text = {
      zh: `自${on}起中止（${open.cause.label.zh}），恢复后接着计算`,
      en: `Standing still since ${on} (${open.cause.label.en}); it goes on when that ends`,
    };
    return [...steps, { step: 'standing-still', on, text, article: open.cause.article }];
  }
  return [...steps, ...rolledStep(rule, run, calendar), ...provisionalStep(run, days)];
}
