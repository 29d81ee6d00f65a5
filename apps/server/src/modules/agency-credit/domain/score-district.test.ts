import { addDays } from '@jince/calendar';
import { creditRuleSets, creditRulesOn } from '@jince/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreditEvent } from './credit-event.ts';
import { scoreDistrict, subjectKey } from './score-district.ts';
import { settleEvents } from './settle-events.ts';
import { standingPeriods } from './standing-periods.ts';

const sorts = creditRuleSets.flatMap((set) => set.versions.flatMap((one) => one.items.flatMap((item) => item.sorts)));
const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2022-06-01', n));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const events: fc.Arbitrary<CreditEvent[]> = fc
  .array(
    fc.record({
      subjectType: fc.constantFrom('agency' as const, 'person' as const),
      subjectId: fc.constantFrom('a', 'b', 'c', 'd'),
      sort: fc.constantFrom(...sorts, 'unknown'),
      on: day,
      expiresOn: perhaps(day),
      revokedOn: perhaps(day),
      repairedOn: perhaps(day),
      withdrawn: fc.boolean(),
      documentKey: perhaps(fc.constantFrom('1', '2', '3')),
    }),
    { maxLength: 30 },
  )
  .map((list) => list.map((one, i) => ({ ...one, id: `e${String(i).padStart(2, '0')}` })));

const subjects = ['a', 'b', 'c', 'd', 'nobody'].flatMap((id, i) =>
  (['agency', 'person'] as const).map((type) => ({ type, id, ruleSet: creditRuleSets[i % creditRuleSets.length]! })),
);
const of = (all: readonly CreditEvent[], type: string, id: string) =>
  all.filter((one) => one.subjectType === type && one.subjectId === id);

describe('the district at once', () => {
  it('is what each is by itself, on any day', () => {
    fc.assert(
      fc.property(events, day, (all, on) => {
        const scores = scoreDistrict(subjects, all, on);
        expect(scores.size).toBe(subjects.length);
        for (const { type, id, ruleSet } of subjects) {
          const version = creditRulesOn(ruleSet, on);
          const alone = version && settleEvents(version, of(all, type, id), on);
          const together = scores.get(subjectKey(type, id));
          expect(together?.score).toBe(alone?.score ?? null);
          expect(together?.grade).toBe(alone?.grade ?? null);
          const sum = alone?.events.reduce((n, one) => n + one.counted, 0) ?? 0;
          expect((together?.added ?? 0) - (together?.deducted ?? 0)).toBe(sum);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('does not hang on the order of the events', () => {
    fc.assert(
      fc.property(events, day, (all, on) => {
        expect(scoreDistrict(subjects, [...all].reverse(), on)).toEqual(scoreDistrict(subjects, all, on));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the course of a score', () => {
  it('says of every day what is worked out for the day', () => {
    fc.assert(
      fc.property(events, day, (all, on) => {
        for (const { type, id, ruleSet } of subjects) {
          const own = of(all, type, id);
          const periods = standingPeriods(ruleSet, own);
          const period = periods.find((one) => one.from <= on && (one.to === null || on <= one.to));
          const version = creditRulesOn(ruleSet, on);
          const alone = version && settleEvents(version, own, on);
          expect(period?.score ?? null).toBe(alone?.score ?? null);
          expect(period?.grade ?? null).toBe(alone?.grade ?? null);
          for (const [i, one] of periods.slice(1).entries()) expect(one.from).toBe(addDays(periods[i]!.to!, 1));
        }
      }),
      { numRuns: 150 },
    );
  });
});
