import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../local-date.ts';
import { stateCouncilCalendar } from '../working-calendar.ts';
import { addMonthsToDay, toDate, toDay } from './civil-day.ts';
import { createDeadlineClock } from './compute-deadline.ts';
import { dayCountOf } from './day-count.ts';
import { DeadlineError, type DeadlineErrorCode } from './deadline-error.ts';
import type { ClockEvent, DeadlineRule, Term } from './index.ts';

const words = (zh: string) => ({ zh, en: zh });

function ruleOf(term: Term, over: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    id: 'test.clock',
    label: words('试算期限'),
    start: words('开始之日'),
    roll: 'forward',
    terms: [
      { from: '1990-01-01', to: null, term, article: '试行第1条', source: 'test', confidence: 'high', verify: null },
    ],
    causes: [
      { cause: 'testing', label: words('鉴定'), article: '试行第2条' },
      { cause: 'announcement', label: words('公告'), article: '试行第2条' },
    ],
    extensions: [
      { extension: 'first', label: words('延长'), term, most: 1, by: words('负责人'), article: '试行第3条' },
      {
        extension: 'further',
        label: words('再延长'),
        term: null,
        most: 1,
        by: words('集体讨论'),
        article: '试行第4条',
      },
    ],
    related: [],
    ...over,
  };
}

const clock = (term: Term, over?: Partial<DeadlineRule>) => createDeadlineClock(ruleOf(term, over));
const FIRST = toDay('2005-01-01');
const LAST = toDay('2025-06-30');
const someDay = fc.integer({ min: FIRST, max: LAST });
const someTerm = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('day' as const, 'working-day' as const),
});
const calendarTerm = fc.record({
  count: fc.integer({ min: 1, max: 18 }),
  unit: fc.constantFrom('month' as const, 'day' as const),
});

describe('days as numbers', () => {
  it('are the days of the calendar, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: toDay('1900-01-01'), max: toDay('2199-12-31') }), (day) => {
        expect(toDay(toDate(day))).toBe(day);
        expect(toDate(day + 1)).toBe(addDays(toDate(day), 1));
      }),
    );
  });

  it('count working days as walking does', () => {
    const days = dayCountOf(stateCouncilCalendar);
    fc.assert(
      fc.property(someDay, fc.integer({ min: -90, max: 90 }), (day, count) => {
        expect(toDate(days.add(day, count))).toBe(stateCouncilCalendar.addWorkingDays(toDate(day), count));
        expect(days.roll(day, false)).toBe(toDay(stateCouncilCalendar.rollForward(toDate(day))));
      }),
    );
  });
});

describe('a clock', () => {
  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), someTerm, (day, more, term) => {
        const one = clock(term);
        expect(one.dueDay(day + more)).toBeGreaterThanOrEqual(one.dueDay(day));
      }),
    );
  });

  it('never ends on a day off where it rolls', () => {
    fc.assert(
      fc.property(someDay, fc.oneof(someTerm, calendarTerm), (day, term) => {
        expect(stateCouncilCalendar.isWorkingDay(toDate(clock(term).dueDay(day)))).toBe(true);
      }),
    );
  });

  it('is moved by a standstill within it by exactly its length', () => {
    fc.assert(
      fc.property(
        someDay,
        calendarTerm,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (day, term, after, length) => {
          const one = clock(term, { roll: 'none' });
          const plain = one.dueDay(day);
          fc.pre(day + after <= plain);
          const events: ClockEvent[] = [
            { type: 'exclude', cause: 'testing', from: toDate(day + after), to: toDate(day + after + length - 1) },
          ];
          const { dueOn } = one.compute({ from: toDate(day), events });
          expect(toDay(dueOn as string)).toBe(plain + length);
        },
      ),
    );
  });

  it('is moved by a standstill of working days by as many of them', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), (day, count, length) => {
        const one = clock({ count, unit: 'working-day' });
        const days = dayCountOf(stateCouncilCalendar);
        const from = day + 1;
        const to = day + length;
        const events: ClockEvent[] = [{ type: 'exclude', cause: 'testing', from: toDate(from), to: toDate(to) }];
        const { dueOn } = one.compute({ from: toDate(day), events });
        expect(toDay(dueOn as string)).toBe(days.add(day, count + days.between(day, to)));
      }),
    );
  });

  it('says the same fast and with its reasons', () => {
    fc.assert(
      fc.property(someDay, fc.oneof(someTerm, calendarTerm), (day, term) => {
        const one = clock(term);
        const { dueOn, steps } = one.compute({ from: toDate(day) });
        expect(dueOn).toBe(toDate(one.dueDay(day)));
        expect(steps.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('counts overlapping standstills once, and does not care in which order they are told', () => {
    const one = clock({ count: 30, unit: 'day' }, { roll: 'none' });
    const first: ClockEvent = { type: 'exclude', cause: 'testing', from: '2025-03-10', to: '2025-03-19' };
    const second: ClockEvent = { type: 'exclude', cause: 'announcement', from: '2025-03-15', to: '2025-03-24' };
    expect(one.compute({ from: '2025-03-01', events: [first, second] }).dueOn).toBe('2025-04-15');
    expect(one.compute({ from: '2025-03-01', events: [second, first] }).dueOn).toBe('2025-04-15');
  });

  it('counts a month as the law does: the corresponding day, else the last of the month', () => {
    const one = clock({ count: 1, unit: 'month' }, { roll: 'none' });
    expect(one.compute({ from: '2024-01-31' }).dueOn).toBe('2024-02-29');
    expect(toDate(addMonthsToDay(toDay('2023-12-31'), -1))).toBe('2023-11-30');
    const twice: ClockEvent[] = [{ type: 'extend', extension: 'first', on: '2024-02-20' }];
    expect(one.compute({ from: '2024-01-31', events: twice }).dueOn).toBe('2024-03-31');
  });

  it('goes back where it is counted backwards', () => {
    const one = clock({ count: -7, unit: 'working-day' }, { roll: 'backward' });
    expect(one.compute({ from: '2026-05-08' }).dueOn).toBe('2026-04-24');
  });

  it('is provisional beyond the notices, and stays where it falls', () => {
    const got = clock({ count: 3, unit: 'month' }).compute({ from: '2026-12-20' });
    expect(got).toMatchObject({ dueOn: '2027-03-20', basis: 'provisional' });
    expect(got.steps.at(-1)?.step).toBe('provisional');
  });

  it('has no last day while it stands still, and says since when', () => {
    const events: ClockEvent[] = [{ type: 'suspend', cause: 'announcement', on: '2025-03-10' }];
    const got = clock({ count: 30, unit: 'day' }).compute({ from: '2025-03-01', events });
    expect(got.dueOn).toBeNull();
    expect(got.steps.at(-1)?.text.zh).toBe('自2025-03-10起中止（公告），恢复后接着计算');
  });

  it('gives each of its reasons with the article', () => {
    const events: ClockEvent[] = [
      { type: 'exclude', cause: 'testing', from: '2026-03-10', to: '2026-03-12' },
      { type: 'extend', on: '2026-03-30' },
    ];
    const got = clock({ count: 30, unit: 'day' }).compute({ from: '2026-03-02', events });
    expect(got.steps.map(({ text, article }) => [text.zh, article])).toEqual([
      ['开始之日：2026-03-02，当日不计入', null],
      ['期间30日，届满日为2026-04-01', '试行第1条'],
      ['扣除鉴定（2026-03-10至2026-03-12）3日，届满日顺延', '试行第2条'],
      ['2026-03-30经负责人批准延长30日，届满日为2026-05-04', '试行第3条'],
      ['2026-05-04为劳动节假期，顺延至其后第一个工作日2026-05-06', null],
    ]);
  });
});

describe('bad input', () => {
  const one = clock({ count: 30, unit: 'day' });
  const from = '2025-03-01';
  const cases: [DeadlineErrorCode, ClockEvent[]][] = [
    ['cause-unknown', [{ type: 'suspend', cause: 'holiday', on: '2025-03-05' }]],
    ['extension-unknown', [{ type: 'extend', extension: 'third', on: '2025-03-05' }]],
    [
      'extension-used-up',
      [
        { type: 'extend', extension: 'first', on: '2025-03-05' },
        { type: 'extend', extension: 'first', on: '2025-03-06' },
      ],
    ],
    ['extension-late', [{ type: 'extend', extension: 'first', on: '2025-04-02' }]],
    ['event-malformed', [{ type: 'extend', extension: 'further', on: '2025-03-05' }]],
    ['resume-without-suspension', [{ type: 'resume', on: '2025-03-05' }]],
    [
      'suspended-twice',
      [
        { type: 'suspend', cause: 'testing', on: '2025-03-05' },
        { type: 'suspend', cause: 'testing', on: '2025-03-06' },
      ],
    ],
    ['period-reversed', [{ type: 'exclude', cause: 'testing', from: '2025-03-09', to: '2025-03-05' }]],
    [
      'period-reversed',
      [
        { type: 'suspend', cause: 'testing', on: '2025-03-09' },
        { type: 'resume', on: '2025-03-05' },
      ],
    ],
  ];
  it.each(cases)('%s', (code, events) => {
    expect(() => one.compute({ from, events })).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a day without law, a year that is missing, and no day at all', () => {
    expect(() => one.compute({ from: '1989-12-31' })).toThrow(expect.objectContaining({ code: 'law-not-covered' }));
    const yearly = clock({ count: { nth: -1 }, unit: 'year' });
    expect(() => yearly.compute({ from })).toThrow(expect.objectContaining({ code: 'year-needed' }));
    expect(() => yearly.compute({ from, year: 0 })).toThrow(DeadlineError);
    expect(() => one.compute({ from: '2025-02-30' })).toThrow('2025-02-30');
  });
});
