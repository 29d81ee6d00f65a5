import { addDays } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  derivePatentPeriods,
  type PatentDates,
  type PatentEvent,
  type PatentEventType,
  patentExpiry,
} from './patent-status.ts';
import { statusOn } from './status-timeline.ts';

const invention: PatentDates = {
  kind: 'invention',
  filedOn: '2015-03-10',
  publishedOn: '2016-09-14',
  grantedOn: '2018-05-01',
};
const e = (type: PatentEventType, on: string, more: Partial<PatentEvent> = {}): PatentEvent => ({ type, on, ...more });
const lapse = e('lapsed', '2021-11-05', { effectiveOn: '2021-03-10' });

type Golden = [what: string, patent: PatentDates, events: PatentEvent[], periods: string[], remark?: RegExp];

const golden: Golden[] = [
  [
    'the usual life',
    invention,
    [],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2035-03-10'],
  ],
  [
    'a lapse works from the due date',
    invention,
    [lapse],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'lapsed 2021-03-10'],
  ],
  [
    'lapsed and restored',
    invention,
    [e('restored', '2022-02-01'), lapse],
    [
      'pending 2015-03-10',
      'published 2016-09-14',
      'granted 2018-05-01',
      'lapsed 2021-03-10',
      'granted 2022-02-01',
      'expired 2035-03-10',
    ],
  ],
  [
    'abandoned',
    invention,
    [e('abandoned', '2020-01-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'lapsed 2020-01-01'],
  ],
  [
    'partly invalidated stays in force',
    invention,
    [e('invalidated', '2020-01-01', { scope: 'partial' })],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2035-03-10'],
  ],
  [
    'wholly invalidated, even after a lapse',
    invention,
    [lapse, e('invalidated', '2022-06-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'lapsed 2021-03-10', 'invalidated 2022-06-01'],
  ],
  [
    'withdrawn, then restored',
    { ...invention, grantedOn: null },
    [e('withdrawn', '2017-01-01'), e('restored', '2017-06-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'withdrawn 2017-01-01', 'published 2017-06-01'],
  ],
  [
    'rejected',
    { ...invention, grantedOn: null },
    [e('rejected', '2018-01-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'rejected 2018-01-01'],
  ],
  [
    'rejected, granted after review',
    invention,
    [e('rejected', '2017-10-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'rejected 2017-10-01', 'granted 2018-05-01', 'expired 2035-03-10'],
    /以授权为准/,
  ],
  [
    'ceased for an unknown reason',
    invention,
    [e('ceased', '2020-05-05')],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'unknown 2020-05-05'],
  ],
  [
    'deals change nothing',
    invention,
    [
      e('transferred', '2019-01-01'),
      e('licensed', '2019-02-01'),
      e('pledged', '2019-03-01'),
      e('flagged-abnormal', '2019-04-01'),
      e('examined', '2016-10-01'),
      e('filed', '2015-03-10'),
    ],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2035-03-10'],
  ],
  [
    'a utility model is published by its grant',
    { kind: 'utility', filedOn: '2020-01-15', publishedOn: '2020-10-02' },
    [],
    ['pending 2020-01-15', 'granted 2020-10-02', 'expired 2030-01-15'],
  ],
  [
    'a design of the old term',
    { kind: 'design', filedOn: '2021-05-31', grantedOn: '2021-12-01' },
    [],
    ['pending 2021-05-31', 'granted 2021-12-01', 'expired 2031-05-31'],
  ],
  [
    'a design of the new term',
    { kind: 'design', filedOn: '2021-06-01', grantedOn: '2021-12-01' },
    [],
    ['pending 2021-06-01', 'granted 2021-12-01', 'expired 2036-06-01'],
  ],
  [
    'a compensated term',
    { ...invention, termExtensionDays: 100 },
    [],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2035-06-18'],
  ],
  [
    'a lapse before grant is refused',
    { ...invention, grantedOn: null },
    [e('lapsed', '2017-01-01')],
    ['pending 2015-03-10', 'published 2016-09-14'],
    /矛盾/,
  ],
  [
    'an event before filing is refused',
    invention,
    [e('rejected', '2014-01-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2035-03-10'],
    /早于申请日/,
  ],
  [
    'published and granted on one day',
    { ...invention, publishedOn: '2018-05-01' },
    [],
    ['pending 2015-03-10', 'granted 2018-05-01', 'expired 2035-03-10'],
  ],
  [
    'a term that the source ends early',
    invention,
    [e('expired', '2030-01-01')],
    ['pending 2015-03-10', 'published 2016-09-14', 'granted 2018-05-01', 'expired 2030-01-01'],
    /以来源为准/,
  ],
  [
    'restored after the term',
    { ...invention, filedOn: '2000-03-10', publishedOn: null },
    [e('restored', '2021-01-01')],
    ['pending 2000-03-10', 'granted 2018-05-01', 'expired 2020-03-10'],
    /期限已届满/,
  ],
  [
    'older than the recorded law',
    { kind: 'invention', filedOn: '1990-01-01', grantedOn: '1993-01-01' },
    [],
    ['pending 1990-01-01', 'granted 1993-01-01'],
    /无法推算/,
  ],
];

describe('derivePatentPeriods', () => {
  it.each(golden)('%s', (_what, patent, events, expected, remark) => {
    const { periods, remarks } = derivePatentPeriods(patent, events);
    expect(periods.map((period) => `${period.status} ${period.from}`)).toEqual(expected);
    if (remark) expect(remarks.join('\n')).toMatch(remark);
    else expect(remarks).toEqual([]);
  });

  it('answers for any day, ends included', () => {
    const { periods } = derivePatentPeriods(invention, [lapse]);
    expect(statusOn(periods, '2015-03-09')).toBeUndefined();
    expect(statusOn(periods, '2018-04-30')).toBe('published');
    expect(statusOn(periods, '2018-05-01')).toBe('granted');
    expect(statusOn(periods, '2021-03-09')).toBe('granted');
    expect(statusOn(periods, '2021-03-10')).toBe('lapsed');
  });

  it('leaves the future out when told the day', () => {
    const { periods } = derivePatentPeriods(invention, [], '2026-11-22');
    expect(periods.at(-1)).toMatchObject({ status: 'granted', to: null });
    expect(patentExpiry(invention)).toBe('2035-03-10');
  });

  it('rewrites the past only in the law view', () => {
    const law = (events: PatentEvent[]) => derivePatentPeriods(invention, events, undefined, 'law').periods;
    expect(statusOn(law([e('invalidated', '2022-06-01')]), '2020-01-01')).toBe('invalidated');
    expect(statusOn(law([e('invalidated', '2022-06-01')]), '2017-01-01')).toBe('published');
    expect(statusOn(law([lapse, e('restored', '2022-02-01')]), '2021-12-01')).toBe('granted');
    expect(statusOn(derivePatentPeriods(invention, [lapse, e('restored', '2022-02-01')]).periods, '2021-12-01')).toBe(
      'lapsed',
    );
  });

  const types = [
    'filed',
    'published',
    'examined',
    'granted',
    'rejected',
    'withdrawn',
    'lapsed',
    'abandoned',
    'restored',
    'expired',
    'invalidated',
    'ceased',
    'transferred',
  ] as const;
  const anyEvent = fc.record({
    type: fc.constantFrom(...types),
    on: fc.integer({ min: -500, max: 9_000 }).map((days) => addDays('2015-03-10', days)),
    scope: fc.constantFrom('whole' as const, 'partial' as const),
  });
  const anyPatent = fc.constantFrom(
    invention,
    { kind: 'design' as const, filedOn: '2015-03-10' },
    { kind: 'utility' as const, filedOn: '2015-03-10', grantedOn: '2015-12-01' },
  );

  it('always covers every day from filing on exactly once', () => {
    fc.assert(
      fc.property(
        anyPatent,
        fc.array(anyEvent, { maxLength: 12 }),
        fc.constantFrom('register' as const, 'law' as const),
        (patent, events, view) => {
          const { periods } = derivePatentPeriods(patent, events, undefined, view);
          expect(periods[0]!.from).toBe(patent.filedOn);
          expect(periods.at(-1)!.to).toBeNull();
          for (const [i, period] of periods.entries()) {
            expect(period.reason).not.toBe('');
            if (i === 0) continue;
            const before = periods[i - 1]!;
            expect(before.to).toBe(addDays(period.from, -1));
            expect(before.to! >= before.from).toBe(true);
            expect(before.status).not.toBe(period.status);
          }
        },
      ),
    );
  });

  it('does not depend on the order of the events nor on their number of copies', () => {
    const shuffled = fc
      .array(anyEvent, { maxLength: 8 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      );
    fc.assert(
      fc.property(anyPatent, shuffled, (patent, [events, copies]) => {
        expect(derivePatentPeriods(patent, copies)).toEqual(derivePatentPeriods(patent, events));
      }),
    );
  });
});
