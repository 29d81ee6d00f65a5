import { addDays } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DesignationDates,
  type DesignationEvent,
  type DesignationEventType,
  deriveDesignationPeriods,
  madridDependency,
  madridRefusalDue,
  madridTermEnd,
} from './madrid-status.ts';

describe('Madrid deadlines', () => {
  it.each([
    ['2022-03-15', '2026-11-22', '2027-03-15', true],
    ['2022-03-15', '2027-03-15', '2027-03-15', true],
    ['2022-03-15', '2027-03-16', '2027-03-15', false],
  ])('registered %s, on %s: dependent to %s, %s', (registeredOn, on, endsOn, active) => {
    expect(madridDependency(registeredOn, on)).toMatchObject({ endsOn, active, transformationMonths: 3 });
  });
  it.each([
    ['2025-08-31', 'standard', '2026-08-31', false],
    ['2025-08-31', 'extended', '2027-02-28', false],
    ['2025-08-31', null, '2027-02-28', true],
  ] as const)('notified %s, %s: refusal by %s', (notifiedOn, period, dueOn, assumed) => {
    expect(madridRefusalDue(notifiedOn, period)).toMatchObject({ dueOn, assumed });
  });
  it('lasts ten years', () => expect(madridTermEnd('2022-03-15')).toBe('2032-03-15'));
});

const plain: DesignationDates = { designatedOn: '2022-03-15', notifiedOn: '2022-05-05', refusalPeriod: 'extended' };
const e = (type: DesignationEventType, on: string): DesignationEvent => ({ type, on });

const golden: [
  what: string,
  dates: DesignationDates,
  events: DesignationEvent[],
  periods: string[],
  remark?: RegExp,
][] = [
  ['silence is protection', plain, [], ['designated 2022-03-15', 'protected 2023-11-06']],
  ['granted before', plain, [e('granted', '2023-02-01')], ['designated 2022-03-15', 'protected 2023-02-01']],
  [
    'provisionally refused, then granted',
    plain,
    [e('granted', '2024-05-01'), e('provisional-refusal', '2023-01-10')],
    ['designated 2022-03-15', 'provisionally-refused 2023-01-10', 'protected 2024-05-01'],
  ],
  [
    'refused for good',
    plain,
    [e('provisional-refusal', '2023-01-10'), e('refusal-confirmed', '2024-05-01')],
    ['designated 2022-03-15', 'provisionally-refused 2023-01-10', 'refused 2024-05-01'],
  ],
  [
    'refused too late',
    plain,
    [e('provisional-refusal', '2024-01-10')],
    ['designated 2022-03-15', 'protected 2023-11-06'],
    /矛盾/,
  ],
  [
    'on the last day',
    plain,
    [e('provisional-refusal', '2023-11-05')],
    ['designated 2022-03-15', 'provisionally-refused 2023-11-05'],
  ],
  [
    'in part, then whole',
    plain,
    [e('granted-in-part', '2023-02-01'), e('granted', '2023-05-01')],
    ['designated 2022-03-15', 'partly-protected 2023-02-01', 'protected 2023-05-01'],
  ],
  [
    'central attack',
    plain,
    [e('cancelled', '2025-06-01')],
    ['designated 2022-03-15', 'protected 2023-11-06', 'cancelled 2025-06-01'],
  ],
  [
    'renounced twice',
    plain,
    [e('renounced', '2025-06-01'), e('renounced', '2025-06-01')],
    ['designated 2022-03-15', 'protected 2023-11-06', 'renounced 2025-06-01'],
  ],
  [
    'the term ends',
    { ...plain, registrationExpiresOn: '2032-03-15' },
    [],
    ['designated 2022-03-15', 'protected 2023-11-06', 'expired-in-grace 2032-03-16', 'lapsed 2032-09-16'],
  ],
  [
    'before the designation',
    plain,
    [e('granted', '2021-01-01')],
    ['designated 2022-03-15', 'protected 2023-11-06'],
    /早于指定日/,
  ],
  ['not yet notified', { designatedOn: '2026-10-01' }, [], ['designated 2026-10-01']],
];

describe('deriveDesignationPeriods', () => {
  it.each(golden)('%s', (_what, dates, events, expected, remark) => {
    const { periods, remarks } = deriveDesignationPeriods(dates, events);
    expect(periods.map((period) => `${period.status} ${period.from}`)).toEqual(expected);
    if (remark) expect(remarks.join('\n')).toMatch(remark);
    else expect(remarks).toEqual([]);
  });

  it('covers every day once', () => {
    const types = [
      'provisional-refusal',
      'granted',
      'granted-in-part',
      'refusal-confirmed',
      'refusal-withdrawn',
      'renounced',
      'invalidated',
      'cancelled',
    ] as const;
    const anyEvent = fc.record({
      type: fc.constantFrom(...types),
      on: fc.integer({ min: -50, max: 4_500 }).map((days) => addDays('2022-03-15', days)),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        const timeline = deriveDesignationPeriods({ ...plain, registrationExpiresOn: '2032-03-15' }, events);
        expect(
          deriveDesignationPeriods({ ...plain, registrationExpiresOn: '2032-03-15' }, [
            ...events.toReversed(),
            ...events,
          ]),
        ).toEqual(timeline);
        expect(timeline.periods[0]!.from).toBe('2022-03-15');
        for (const [i, period] of timeline.periods.entries())
          if (i > 0) expect(timeline.periods[i - 1]!.to).toBe(addDays(period.from, -1));
      }),
    );
  });
});
