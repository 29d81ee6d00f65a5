import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesOf, type CountedCase, countForm, findingsOf, isInForm, valuesOf } from './form.ts';
import { periodOf } from './period.ts';

const one = (over: Partial<CountedCase> = {}): CountedCase => ({
  caseId: 'a',
  number: 'AJ2026-00001',
  behaviourRow: 4,
  track: 'general',
  decisionKind: 'penalty',
  mediated: false,
  electronic: false,
  foreign: false,
  businessAmountFen: 50_000_000,
  fineFen: 1_000,
  confiscatedFen: 0,
  recoveredFen: 0,
  recoveredForeignFen: 0,
  transferred: false,
  ...over,
});

const anyCase = fc
  .record({
    behaviourRow: fc.option(fc.integer({ min: 0, max: 46 })),
    track: fc.constantFrom('general' as const, 'summary' as const),
    decisionKind: fc.constantFrom(
      'penalty',
      'no-penalty',
      'transfer-judicial',
      'transfer-elsewhere',
      'cancelled',
      null,
    ),
    mediated: fc.boolean(),
    electronic: fc.boolean(),
    foreign: fc.boolean(),
    businessAmountFen: fc.nat(1_000_000_000),
    fineFen: fc.nat(1_000_000),
    confiscatedFen: fc.nat(1_000_000),
    recoveredFen: fc.nat(1_000_000),
    recoveredForeignFen: fc.nat(1_000_000),
    transferred: fc.boolean(),
  })
  .map((over) => one(over));

describe('countForm', () => {
  it('has the sum and 42 behaviours, and the sum row is what its rows and its cases add up to', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), (cases) => {
        const { rows, equal, cases: counted } = countForm(cases);
        expect(rows.map((row) => row.row)).toEqual(Array.from({ length: 43 }, (_, at) => at + 1));
        expect(equal).toBe(true);
        const [sum, ...rest] = rows;
        for (const key of Object.keys(sum?.values ?? {}) as (keyof ReturnType<typeof valuesOf>)[]) {
          const byCases = cases.filter(isInForm).reduce((total, given) => total + valuesOf(given)[key], 0);
          expect(sum?.values[key]).toBe(byCases);
          expect(rest.reduce((total, row) => total + row.values[key], 0)).toBe(byCases);
        }
        // Each case is counted once or stands in the list of what was left out.
        const left = cases.filter((given) => findingsOf(given).some((finding) => finding.left)).length;
        expect(counted + left).toBe(cases.length);
      }),
    );
  });

  it('counts a case of exactly 500,000 yuan among the large ones', () => {
    const large = (fen: number) => countForm([one({ businessAmountFen: fen })]).rows[0]?.values.large;
    expect([large(49_999_999), large(50_000_000)]).toEqual([0, 1]);
  });
});

it('names the articles of the law in force, both where it changes within the period', () => {
  expect(articlesOf(2, '2026-10-01', '2026-12-31')).toEqual(['商标法(2019)第57条第一项']);
  expect(articlesOf(2, '2026-07-01', '2027-06-30')).toHaveLength(2);
  expect(articlesOf(2, '2027-01-01', '2027-03-31')[0]).toContain('2026修订');
});

it('finds what contradicts itself', () => {
  const problems = (over: Partial<CountedCase>) => findingsOf(one(over)).map((finding) => finding.problem);
  expect(problems({})).toEqual([]);
  expect(problems({ behaviourRow: null })).toEqual(['no-behaviour']);
  expect(problems({ decisionKind: 'cancelled', fineFen: 0 })).toEqual(['not-counted']);
  expect(problems({ decisionKind: 'no-penalty' })).toEqual(['fine-without-penalty']);
  expect(problems({ businessAmountFen: 0, transferred: true })).toEqual([
    'fine-without-amount',
    'transfer-without-amount',
  ]);
  expect(problems({ recoveredForeignFen: 5 })).toEqual(['foreign-loss', 'foreign-more']);
  expect(problems({ fineFen: 0 })).toEqual(['penalty-of-nothing']);
});

describe('periodOf', () => {
  it('knows months, quarters and years, leap days too', () => {
    const days = (asked: Parameters<typeof periodOf>[0]) => {
      const { from, to } = periodOf(asked, '2026-11-22');
      return `${from} ${to}`;
    };
    expect(days({ year: 2028, month: 2 })).toBe('2028-02-01 2028-02-29');
    expect(days({ year: 2026, quarter: 3 })).toBe('2026-07-01 2026-09-30');
    expect(days({ year: 2026 })).toBe('2026-01-01 2026-12-31');
    expect(days({})).toBe('2026-10-01 2026-12-31');
    expect(days({ from: '2026-03-05', to: '2026-03-09' })).toBe('2026-03-05 2026-03-09');
    expect(() => periodOf({ from: '2026-03-09', to: '2026-03-05' }, '2026-11-22')).toThrow(
      'case-statistics.period.reversed',
    );
  });
});
