import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './local-date.ts';
import { rollForwardIfKnown, type StatutoryPeriodInput, statutoryPeriod } from './statutory-period.ts';
import { CalendarCoverageError, isWorkingDay } from './working-calendar.ts';

const golden: [what: string, input: StatutoryPeriodInput, dueOn: string, nominalOn: string][] = [
  ['annuity of year 4, §14.1', { start: '2020-05-10', count: 3, unit: 'year' }, '2023-05-10', '2023-05-10'],
  [
    'annuity of year 7 falls on a Sunday, §14.1',
    { start: '2020-05-10', count: 6, unit: 'year' },
    '2026-05-11',
    '2026-05-10',
  ],
  [
    'a worked Sunday ends the period, §5.1',
    { start: '2020-04-22', count: 3, unit: 'year' },
    '2023-04-23',
    '2023-04-22',
  ],
  [
    'opposition, old law, §14.3',
    { start: '2026-12-20', count: 3, unit: 'month', rollForward: false },
    '2027-03-20',
    '2027-03-20',
  ],
  [
    'opposition, new law, §14.3',
    { start: '2027-01-06', count: 2, unit: 'month', rollForward: false },
    '2027-03-06',
    '2027-03-06',
  ],
  [
    'opposition of the sample page, §14.3',
    { start: '2013-02-20', count: 3, unit: 'month' },
    '2013-05-20',
    '2013-05-20',
  ],
  [
    'grace after expiry, §14.4',
    { start: '2026-11-20', count: 6, unit: 'month', rollForward: false },
    '2027-05-20',
    '2027-05-20',
  ],
  [
    'three years of use, §14.5',
    { start: '2024-02-21', count: 3, unit: 'year', rollForward: false },
    '2027-02-21',
    '2027-02-21',
  ],
  ['clue to decision, §14.10', { start: '2026-03-02', count: 15, unit: 'working-day' }, '2026-03-23', '2026-03-23'],
  [
    'its extension over 清明, §14.10',
    { start: '2026-03-23', count: 15, unit: 'working-day' },
    '2026-04-14',
    '2026-04-14',
  ],
  ['decision in 90 days, §14.11', { start: '2026-03-02', count: 90, unit: 'day' }, '2026-06-01', '2026-05-31'],
  ['its extension by 30, §14.11', { start: '2026-05-31', count: 30, unit: 'day' }, '2026-06-30', '2026-06-30'],
  ['ruling in 3 months, §14.12', { start: '2026-03-02', count: 3, unit: 'month' }, '2026-06-02', '2026-06-02'],
  ['plus 1, §14.12', { start: '2026-06-02', count: 1, unit: 'month' }, '2026-07-02', '2026-07-02'],
  [
    'plus 2 by the authority above, §14.12',
    { start: '2026-07-02', count: 2, unit: 'month' },
    '2026-09-02',
    '2026-09-02',
  ],
  [
    'ten days of suspension',
    { start: '2026-03-02', count: 90, unit: 'day', excluded: [{ from: '2026-04-01', to: '2026-04-10' }] },
    '2026-06-10',
    '2026-06-10',
  ],
  [
    'a second suspension reached only through the first',
    {
      start: '2026-03-02',
      count: 30,
      unit: 'day',
      excluded: [
        { from: '2026-04-03', to: '2026-04-05' },
        { from: '2026-03-10', to: '2026-03-14' },
      ],
    },
    '2026-04-09',
    '2026-04-09',
  ],
  [
    'overlapping suspensions count once',
    {
      start: '2026-03-02',
      count: 30,
      unit: 'day',
      excluded: [
        { from: '2026-03-10', to: '2026-03-14' },
        { from: '2026-03-12', to: '2026-03-16' },
      ],
    },
    '2026-04-08',
    '2026-04-08',
  ],
  [
    'a suspension before the start',
    { start: '2026-03-02', count: 10, unit: 'day', excluded: [{ from: '2026-02-01', to: '2026-03-02' }] },
    '2026-03-12',
    '2026-03-12',
  ],
  [
    'working days left out',
    { start: '2026-03-02', count: 15, unit: 'working-day', excluded: [{ from: '2026-03-06', to: '2026-03-09' }] },
    '2026-03-25',
    '2026-03-25',
  ],
  ['no corresponding day', { start: '2026-01-31', count: 1, unit: 'month' }, '2026-02-28', '2026-02-28'],
];

describe('statutoryPeriod', () => {
  it.each(golden)('%s', (_what, input, dueOn, nominalOn) => {
    expect(statutoryPeriod(input)).toMatchObject({ dueOn, nominalOn });
  });

  it('gives its reasons', () => {
    const excluded = [{ from: '2026-05-01', to: '2026-05-05', reason: '鉴定' }];
    expect(statutoryPeriod({ start: '2026-03-02', count: 84, unit: 'day', excluded }).reasons).toEqual([
      '自2026-03-02起算，当日不计入',
      '期间84日，届满日为2026-05-25',
      '扣除鉴定（2026-05-01至2026-05-05）共5日，顺延至2026-05-30',
      '2026-05-30为星期六，顺延至其后第一个工作日2026-06-01',
    ]);
    expect(statutoryPeriod({ start: '2026-03-06', count: 1, unit: 'month' }).reasons.at(-1)).toBe(
      '2026-04-06为清明假期，顺延至其后第一个工作日2026-04-07',
    );
  });

  it('does not guess beyond the notices', () => {
    expect(() => statutoryPeriod({ start: '2026-12-20', count: 3, unit: 'month' })).toThrow(CalendarCoverageError);
    expect(rollForwardIfKnown('2027-03-20')).toEqual({
      on: '2027-03-20',
      basis: 'calendar-day, holiday calendar not yet published',
    });
    expect(rollForwardIfKnown('2026-12-27')).toEqual({ on: '2026-12-28', basis: 'working-day calendar' });
    expect(rollForwardIfKnown('2026-05-10')).toEqual({ on: '2026-05-11', basis: 'working-day calendar' });
  });

  it.each([
    [{ start: '2026-03-02', count: -1, unit: 'day' }],
    [{ start: '2026-03-02', count: 1.5, unit: 'day' }],
    [{ start: '2026-03-02', count: 1, unit: 'day', excluded: [{ from: '2026-03-05', to: '2026-03-04' }] }],
  ] satisfies [StatutoryPeriodInput][])('refuses %j', (input) =>
    expect(() => statutoryPeriod(input)).toThrow(RangeError),
  );

  it('always ends on a working day, never early, and exclusion never shortens it', () => {
    const start = fc.integer({ min: 0, max: 7_500 }).map((days) => addDays('2004-01-01', days));
    const unit = fc.constantFrom('day' as const, 'working-day' as const, 'month' as const);
    const spans = fc.array(fc.tuple(fc.integer({ min: -10, max: 90 }), fc.nat(20)), { maxLength: 4 });
    fc.assert(
      fc.property(start, unit, fc.integer({ min: 1, max: 12 }), spans, (from, chosen, count, gaps) => {
        const excluded = gaps.map(([offset, length]) => ({
          from: addDays(from, offset),
          to: addDays(from, offset + length),
        }));
        const plain = statutoryPeriod({ start: from, count, unit: chosen });
        const longer = statutoryPeriod({ start: from, count, unit: chosen, excluded });
        expect(isWorkingDay(longer.dueOn)).toBe(true);
        expect(longer.dueOn >= plain.dueOn).toBe(true);
        expect(longer.dueOn >= longer.nominalOn).toBe(true);
        if (chosen === 'month') expect(plain.nominalOn).toBe(addMonths(from, count));
        if (chosen === 'day') expect(daysBetween(from, longer.nominalOn)).toBe(count + longer.excludedDays);
      }),
    );
  });
});
