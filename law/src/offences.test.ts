import { type CrimeFacts, criminalHits, fineRange, lawInTime } from '@jince/offences';
import { describe, expect, it } from 'vitest';
import { articleOfBehaviour, behaviours, crimesOn, offences } from './offences.ts';

const YUAN = 100;
const versionsOf = (id: string) => {
  const offence = offences.get(id);
  if (offence === undefined) throw new Error(`no offence ${id}`);
  return offence.versions;
};
const penaltyOf = (id: string, on: string) => {
  const version = versionsOf(id).find(({ from, to }) => from <= on && (to === null || on <= to));
  if (version?.penalty == null) throw new Error(`no penalty for ${id} on ${on}`);
  return version.penalty;
};
const facts = (over: Partial<CrimeFacts>): CrimeFacts => ({
  gainFen: 0,
  soldFen: 0,
  unsoldFen: 0,
  labels: 0,
  unsoldLabels: 0,
  lossFen: 0,
  rights: 1,
  prior: false,
  ...over,
});
const crime = (id: string) => {
  const found = crimesOn('2026-03-01').find((one) => one.id === id);
  if (found === undefined) throw new Error(`no crime ${id}`);
  return found;
};

describe('the fine for infringing a mark', () => {
  // Articles 60 of 2019 and 74 of 2026 set the same ceilings.
  it.each([
    [49_999, 250_000],
    [50_000, 250_000],
    [80_000, 400_000],
    [0, 250_000],
  ])('of %d yuan is at most %d yuan', (amount, most) => {
    for (const on of ['2026-06-01', '2027-06-01']) {
      const range = fineRange(penaltyOf('trademark.infringement', on), { businessFen: amount * YUAN, gainFen: null });
      expect(range.maxFen).toBe(most * YUAN);
    }
  });
});

describe('the fine for passing off a patent', () => {
  it.each([
    [40_000, 250_000],
    [50_000, 250_000],
    [60_000, 300_000],
  ])('with a gain of %d yuan is at most %d yuan', (gain, most) => {
    const range = fineRange(penaltyOf('patent.passing-off', '2026-06-01'), { businessFen: null, gainFen: gain * YUAN });
    expect(range.maxFen).toBe(most * YUAN);
  });
});

describe('selling counterfeit goods is a crime', () => {
  it.each([
    [{ soldFen: 42_000, unsoldFen: 120_000, prior: false }, true],
    [{ soldFen: 20_000, unsoldFen: 100_000, prior: false }, false],
    [{ soldFen: 20_000, unsoldFen: 100_000, prior: true }, true],
    [{ soldFen: 50_000, unsoldFen: 0, prior: false }, true],
    [{ soldFen: 49_999, unsoldFen: 0, prior: false }, false],
  ])('%o: %s', ({ soldFen, unsoldFen, prior }, expected) => {
    const { hits } = criminalHits(crime('214'), facts({ soldFen: soldFen * YUAN, unsoldFen: unsoldFen * YUAN, prior }));
    expect(hits.length > 0).toBe(expected);
  });
});

describe('making labels is a crime', () => {
  it.each([
    [{ labels: 6_000, rights: 1 }, false],
    [{ labels: 6_000, rights: 2 }, true],
    [{ labels: 10_000, rights: 1 }, true],
    [{ labels: 0, unsoldLabels: 29_999, rights: 1 }, false],
    [{ labels: 1, unsoldLabels: 29_999, rights: 1 }, true],
  ])('%o: %s', (given, expected) => {
    expect(criminalHits(crime('215'), facts(given)).hits.length > 0).toBe(expected);
  });
});

describe('law in time', () => {
  const when = { actOn: '2026-11-10', decidedOn: '2027-02-10' };

  it('keeps the law of the act where the later one is not lighter', () => {
    const chosen = lawInTime(versionsOf('trademark.infringement'), when, { businessFen: 8_000_000, gainFen: null });
    expect([chosen.version.law, chosen.lighter, chosen.range.maxFen]).toEqual(['商标法(2019)', false, 40_000_000]);
    expect(chosen.person).toMatch('没收');
  });

  it('takes the later law where it is lighter: up to 100,000 yuan instead of 100,000 yuan', () => {
    const chosen = lawInTime(versionsOf('trademark.well-known-wording'), when, { businessFen: null, gainFen: null });
    expect([chosen.version.law, chosen.lighter]).toEqual(['商标法(2026修订)', true]);
    expect([chosen.range.minFen, chosen.range.maxFen]).toEqual([0, 10_000_000]);
  });

  it('never punishes an act that was none when it was done', () => {
    const chosen = lawInTime(versionsOf('trademark.misleading-use'), when, { businessFen: 10_000_000, gainFen: null });
    expect([chosen.version.law, chosen.range.maxFen]).toEqual(['商标法(2019)', 0]);
  });

  it('takes the new law for acts of its own time', () => {
    const later = { actOn: '2027-01-01', decidedOn: '2027-02-10' };
    const chosen = lawInTime(versionsOf('trademark.misleading-use'), later, { businessFen: 10_000_000, gainFen: null });
    expect([chosen.version.law, chosen.range.maxFen]).toEqual(['商标法(2026修订)', 50_000_000]);
  });
});

describe('the rows of the statistics form', () => {
  it('are 42, each with an article on every day, and name offences that exist', () => {
    expect(behaviours.map(({ row }) => row)).toEqual(Array.from({ length: 42 }, (_, at) => at + 2));
    for (const behaviour of behaviours) {
      for (const on of ['2026-12-31', '2027-01-01']) expect(articleOfBehaviour(behaviour, on)).toBeDefined();
      if (behaviour.offence !== null) expect(offences.has(behaviour.offence)).toBe(true);
    }
  });
});
