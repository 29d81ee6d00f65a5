import { addDays } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusOn } from './status-timeline.ts';
import { nonUseExposure, oppositionPeriod, renewalWindow, trademarkTermEnd } from './trademark-deadlines.ts';
import {
  deriveTrademarkPeriods,
  type TrademarkDates,
  type TrademarkEvent,
  type TrademarkEventType,
} from './trademark-status.ts';

describe('deadlines', () => {
  it.each([
    ['2026-12-20', 3, '2027-03-20', true, '2027-02-20'],
    ['2027-01-06', 2, '2027-03-06', false, undefined],
    ['2026-09-20', 3, '2026-12-20', false, undefined],
    ['2026-12-31', 3, '2027-03-31', true, '2027-02-28'],
    ['2013-02-20', 3, '2013-05-20', false, undefined],
  ])('published %s: %i months to %s (§14.3)', (publishedOn, months, endsOn, straddlesLawChange, endsOnByNewLaw) => {
    const period = oppositionPeriod(publishedOn);
    expect(period).toMatchObject({ months, endsOn, straddlesLawChange });
    expect(period.endsOnByNewLaw).toBe(endsOnByNewLaw);
  });
  it('moves the last day to a working day where the notices reach, and says so where not', () => {
    expect(oppositionPeriod('2026-09-20')).toMatchObject({ dueOn: '2026-12-21', dueOnBasis: 'working-day calendar' });
    expect(oppositionPeriod('2026-12-20')).toMatchObject({
      dueOn: '2027-03-20',
      dueOnBasis: 'calendar-day, holiday calendar not yet published',
    });
    expect(oppositionPeriod('2026-12-20').reasons.at(-1)).toContain('须人工核实');
  });
  it('opens renewal and ends grace (§14.4)', () => {
    expect(renewalWindow('2026-11-20')).toMatchObject({
      opensOn: '2025-11-21',
      graceEndsOn: '2027-05-20',
      lateFeeFen: { paper: 25_000, online: 22_500 },
      feeFen: { paper: 50_000, online: 45_000 },
    });
    expect(renewalWindow('2027-05-20').article).toBe('商标法(2026修订)第44条');
  });
  it('counts the term as printed (§14.3)', () => expect(trademarkTermEnd('2013-05-21')).toBe('2023-05-20'));
  it.each([
    ['2024-02-21', undefined, '2027-02-21', '商标法(2026修订)第57条'],
    ['2020-02-21', undefined, '2023-02-21', '商标法(2019)第49条'],
    ['2020-02-21', '2022-06-30', '2025-06-30', '商标法(2019)第49条'],
    ['2024-02-21', '2023-01-01', '2027-02-21', '商标法(2026修订)第57条'],
    ['2005-02-21', undefined, '2008-02-21', '商标法(2001)第44条'],
  ])('registered %s, used %s: exposed from %s (§14.5)', (registeredOn, usedOn, exposedFrom, article) => {
    expect(nonUseExposure(registeredOn, usedOn)).toMatchObject({ exposedFrom, article });
  });
});

const mark: TrademarkDates = {
  filedOn: '2012-03-01',
  preliminarilyApprovedOn: '2013-02-20',
  registeredOn: '2013-05-21',
};
const e = (type: TrademarkEventType, on: string, more: Partial<TrademarkEvent> = {}): TrademarkEvent => ({
  type,
  on,
  ...more,
});
const start = ['applied 2012-03-01', 'preliminarily-approved 2013-02-20', 'registered 2013-05-21'];
const grace = ['expired-in-grace 2023-05-21', 'lapsed 2023-11-21'];

const golden: [what: string, mark: TrademarkDates, events: TrademarkEvent[], periods: string[], remark?: RegExp][] = [
  ['registered and never renewed', mark, [], [...start, ...grace]],
  [
    'renewed in time',
    mark,
    [e('renewed', '2023-01-10')],
    [...start, 'expired-in-grace 2033-05-21', 'lapsed 2033-11-21'],
  ],
  [
    'one renewal reported twice',
    mark,
    [e('renewed', '2023-01-10'), e('renewed', '2023-03-20')],
    [...start, 'expired-in-grace 2033-05-21', 'lapsed 2033-11-21'],
  ],
  [
    'renewed in the grace period',
    mark,
    [e('renewed', '2023-08-01')],
    [
      ...start,
      'expired-in-grace 2023-05-21',
      'registered 2023-08-01',
      'expired-in-grace 2033-05-21',
      'lapsed 2033-11-21',
    ],
  ],
  ['renewed too late', mark, [e('renewed', '2024-02-01')], [...start, ...grace], /晚于宽展期/],
  [
    'the printed end includes renewals',
    { ...mark, expiresOn: '2033-05-20' },
    [],
    [...start, 'expired-in-grace 2033-05-21', 'lapsed 2033-11-21'],
  ],
  [
    'a printed end before the first term’s',
    { ...mark, expiresOn: '2020-05-20' },
    [],
    [...start, ...grace],
    /以推算为准/,
  ],
  ['revoked for non-use', mark, [e('revoked', '2019-06-01')], [...start, 'revoked 2019-06-01']],
  ['revoked in part', mark, [e('revoked', '2019-06-01', { scope: 'partial' })], [...start, ...grace]],
  ['invalidated after its end', mark, [e('invalidated', '2024-06-01')], [...start, ...grace, 'invalidated 2024-06-01']],
  ['given up', mark, [e('cancelled', '2019-06-01')], [...start, 'cancelled 2019-06-01']],
  [
    'revocation quashed',
    mark,
    [e('revoked', '2019-06-01'), e('restored', '2020-01-01')],
    [...start, 'revoked 2019-06-01', 'registered 2020-01-01', ...grace],
  ],
  ['refused', { filedOn: '2024-01-01' }, [e('refused', '2024-08-01')], ['applied 2024-01-01', 'refused 2024-08-01']],
  [
    'refused, then approved on review',
    { ...mark },
    [e('refused', '2012-12-01')],
    ['applied 2012-03-01', 'refused 2012-12-01', ...start.slice(1), ...grace],
  ],
  [
    'withdrawn',
    { filedOn: '2024-01-01' },
    [e('withdrawn', '2024-03-01')],
    ['applied 2024-01-01', 'withdrawn 2024-03-01'],
  ],
  [
    'revoked though never registered',
    { filedOn: '2024-01-01' },
    [e('revoked', '2024-03-01')],
    ['applied 2024-01-01'],
    /矛盾/,
  ],
  ['revoked after its end', mark, [e('revoked', '2024-06-01')], [...start, ...grace], /晚于专用权期满/],
  [
    'deals change nothing',
    mark,
    [
      e('transferred', '2015-01-01'),
      e('licensed', '2015-02-01'),
      e('pledged', '2015-03-01'),
      e('opposed', '2013-04-01'),
    ],
    [...start, ...grace],
  ],
  ['no filing date', { registeredOn: '2013-05-21' }, [], ['registered 2013-05-21', ...grace]],
  [
    'older than the recorded law',
    { registeredOn: '1950-05-21', expiresOn: '1960-05-20' },
    [],
    ['registered 1950-05-21'],
    /未收录/,
  ],
  ['nothing known', {}, [], [], /没有任何日期/],
];

describe('deriveTrademarkPeriods', () => {
  it.each(golden)('%s', (_what, dates, events, expected, remark) => {
    const { periods, remarks } = deriveTrademarkPeriods(dates, events);
    expect(periods.map((period) => `${period.status} ${period.from}`)).toEqual(expected);
    if (remark) expect(remarks.join('\n')).toMatch(remark);
    else expect(remarks).toEqual([]);
  });
  it('rewrites the past only in the law view', () => {
    const law = (events: TrademarkEvent[]) => deriveTrademarkPeriods(mark, events, undefined, 'law').periods;
    expect(statusOn(law([e('invalidated', '2020-01-01')]), '2015-01-01')).toBe('invalidated');
    expect(statusOn(law([e('renewed', '2023-08-01')]), '2023-06-15')).toBe('registered');
    expect(statusOn(deriveTrademarkPeriods(mark, [e('invalidated', '2020-01-01')]).periods, '2015-01-01')).toBe(
      'registered',
    );
  });
  it('leaves the future out when told the day', () => {
    const { periods } = deriveTrademarkPeriods({ ...mark, expiresOn: '2033-05-20' }, [], '2026-11-22');
    expect(periods.at(-1)).toMatchObject({ status: 'registered', to: null });
  });

  const types = [
    'filed',
    'preliminarily-approved',
    'opposed',
    'registered',
    'renewed',
    'refused',
    'withdrawn',
    'cancelled',
    'revoked',
    'invalidated',
    'restored',
    'ceased',
  ] as const;
  const anyEvents = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      on: fc.integer({ min: -300, max: 9_000 }).map((days) => addDays('2012-03-01', days)),
    }),
    { maxLength: 10 },
  );
  const anyMark = fc.constantFrom<TrademarkDates>(
    mark,
    { filedOn: '2012-03-01' },
    { ...mark, expiresOn: '2033-05-20' },
    { filedOn: '2012-03-01', registeredOn: '2013-05-21' },
  );

  it('covers every day from filing on exactly once, whatever the order and number of copies', () => {
    fc.assert(
      fc.property(anyMark, anyEvents, fc.constantFrom('register' as const, 'law' as const), (dates, events, view) => {
        const timeline = deriveTrademarkPeriods(dates, events, undefined, view);
        expect(deriveTrademarkPeriods(dates, [...events.toReversed(), ...events], undefined, view)).toEqual(timeline);
        const { periods } = timeline;
        expect(periods[0]!.from).toBe('2012-03-01');
        expect(periods.at(-1)!.to).toBeNull();
        for (const [i, period] of periods.entries()) {
          if (i === 0) continue;
          const before = periods[i - 1]!;
          expect(before.to).toBe(addDays(period.from, -1));
          expect(before.to! >= before.from).toBe(true);
          expect(before.status).not.toBe(period.status);
        }
      }),
      { numRuns: 500 },
    );
  });
});
