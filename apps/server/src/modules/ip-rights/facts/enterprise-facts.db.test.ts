import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { factsBy, under } from '../testing/read-facts.ts';
import { CABLE, FARM, openSmallDistrict, SILK, UNIVERSITY } from '../testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
});
afterAll(() => test?.close());

/** All expected values are counted by hand from the rows of testing/small-district.ts. */
const on = (asOf: string) => factsBy(test, 'enterprise', 'name', asOf);

describe('patents of an enterprise', () => {
  it('are counted by what they were on the day: 2026-11-22', async () => {
    const all = await on('2026-11-22');
    expect(under(all[SILK], 'patents.')).toMatchObject({
      total: 3,
      valid: 3,
      pending: 0,
      lapsed: 0,
      granted: 3,
      filedThisYear: 0,
      filedLast12Months: 0,
      grantedThisYear: 0,
      firstFiledOn: '2014-03-01',
      lastFiledOn: '2024-06-03',
      firstGrantedOn: '2016-08-01',
      // 2,387, 4,649 and 902 days.
      meanYears: 7.2444,
      joint: 1,
      withUniversity: 1,
      abnormal: 0,
      clean: 3,
      citations: 8,
      claimsAverage: 8,
      ipcSubclasses: 3,
      inventors: 3,
      agencies: 2,
      transferred: 1,
      licensed: 0,
      pledged: 0,
      familyCountries: 1,
    });
    expect(under(all[SILK], 'patents.invention.')).toEqual({
      valid: 2,
      total: 2,
      pending: 0,
      granted: 2,
      grantedThisYear: 0,
      filedThisYear: 0,
      over10Years: 1,
      meanYears: 9.6318,
    });
    expect(under(all[SILK], 'patents.utility.')).toEqual({ valid: 1, total: 1 });
    expect(under(all[SILK], 'patents.design.')).toEqual({ valid: 0, total: 0 });
    expect(under(all[SILK], 'patents.overseas.')).toEqual({ valid: 1, countries: 1 });
    expect(under(all[SILK], 'patents.highValue.')).toMatchObject({
      total: 1,
      family: 1,
      longLived: 1,
      pledged: 0,
      awarded: 0,
    });
    expect(under(all[CABLE], 'patents.')).toMatchObject({ total: 2, valid: 0, pending: 1, lapsed: 1, granted: 1 });
    expect(under(all[CABLE], 'patents.invention.')).toMatchObject({ pending: 1, meanYears: null });
    expect(under(all[UNIVERSITY], 'patents.')).toMatchObject({ total: 1, valid: 1, joint: 1, withUniversity: 1 });
    expect(under(all[FARM], 'patents.')).toMatchObject({ total: 0, valid: 0, meanYears: null, firstFiledOn: null });
  });

  it('are counted by what they were on the day: 2022-06-30 and 2020-01-01', async () => {
    const past = await on('2022-06-30');
    expect(under(past[SILK], 'patents.')).toMatchObject({
      total: 2,
      valid: 1,
      pending: 1,
      granted: 1,
      // 3,043 days.
      meanYears: 8.3313,
      lastFiledOn: '2020-05-10',
      claimsAverage: 6,
      citations: 5,
      ipcSubclasses: 2,
      inventors: 2,
      agencies: 1,
      transferred: 1,
    });
    expect(under(past[SILK], 'patents.invention.')).toMatchObject({ valid: 1, over10Years: 0 });
    expect(under(past[SILK], 'patents.highValue.')).toMatchObject({ total: 1, family: 1, longLived: 0 });
    expect(under(past[CABLE], 'patents.')).toMatchObject({ total: 1, valid: 0, lapsed: 1 });
    const earlier = await on('2020-01-01');
    expect(under(earlier[CABLE], 'patents.')).toMatchObject({ valid: 1, lapsed: 0 });
    expect(under(earlier[SILK], 'patents.')).toMatchObject({ total: 1, transferred: 0 });
    expect(earlier[FARM]).toBeUndefined();
  });

  it('show their next annual fee by what was paid by the day', async () => {
    // Year 7 of P1 falls due on Sunday 2026-05-10, so on 2026-05-11, and can be paid until 2026-11-10.
    const annuity = async (asOf: string) => under((await on(asOf))[SILK], 'patents.annuity.');
    expect(await annuity('2026-04-20')).toEqual({
      dueIn30: 1,
      // P3 falls due on 2026-06-03.
      dueIn60: 2,
      dueIn90: 2,
      late: 0,
      nextDueOn: '2026-05-11',
    });
    expect(await annuity('2026-07-20')).toMatchObject({ dueIn30: 0, late: 1, nextDueOn: '2026-05-11' });
    // P1 has lapsed by the ledger; P2 falls due on 2027-03-01, P3 on 2027-06-03.
    expect(await annuity('2026-11-22')).toMatchObject({ dueIn90: 0, late: 0, nextDueOn: '2027-03-01' });
    // The line of year 7 is of the future then; year 3 was the grant year's, year 4 not yet paid.
    expect(await annuity('2023-04-01')).toMatchObject({ dueIn60: 1 });
    expect(await annuity('2023-05-09')).toMatchObject({ dueIn30: 0, nextDueOn: '2024-03-01' });
  });
});

describe('marks, registrations and indications of an enterprise', () => {
  it('are counted by class', async () => {
    expect(under((await on('2026-11-22'))[SILK], 'trademarks.')).toEqual({
      total: 2,
      valid: 1,
      pending: 0,
      lapsed: 1,
      classes: [25],
      classCount: 1,
      names: 1,
      expiringIn12Months: 0,
      inGrace: 0,
      filedThisYear: 0,
      registeredThisYear: 0,
      firstRegisteredOn: '2013-05-21',
      collective: 0,
      certification: 0,
      nonUseExposed: 1,
      withUseEvidence: 0,
    });
    expect(under((await on('2022-06-30'))[SILK], 'trademarks.')).toMatchObject({
      valid: 2,
      classes: [24, 25],
      // The printed end of class 25 includes a renewal: the term that ran on the day ended with that of class 24.
      expiringIn12Months: 2,
      nonUseExposed: 2,
    });
    expect(under((await on('2023-08-01'))[SILK], 'trademarks.')).toMatchObject({
      valid: 2,
      inGrace: 1,
      expiringIn12Months: 0,
    });
    expect(under((await on('2013-12-31'))[SILK], 'trademarks.')).toMatchObject({
      registeredThisYear: 2,
      nonUseExposed: 0,
    });
    expect(under((await on('2026-11-22'))[CABLE], 'trademarks.')).toMatchObject({
      total: 1,
      valid: 0,
      pending: 1,
      filedThisYear: 1,
      classes: [],
    });
  });

  it('follow dependency, members and authorisation over time', async () => {
    const now = (await on('2026-11-22'))[SILK];
    expect(under(now, 'madrid.')).toEqual({
      registrations: 1,
      members: ['JP', 'US'],
      memberCount: 2,
      dependent: 1,
      expiringIn12Months: 0,
      nextDependencyEndOn: '2029-10-29',
    });
    expect(under(now, 'gi.')).toEqual({ authorised: 0 });
    // Three patents, one mark, one registration.
    expect(under(now, 'rights.')).toEqual({ total: 5, any: true });
    const then = (await on('2025-06-30'))[SILK];
    expect(under(then, 'gi.')).toEqual({ authorised: 1 });
    expect(under((await on('2024-10-28'))[SILK], 'madrid.')).toMatchObject({
      registrations: 0,
      members: [],
      nextDependencyEndOn: null,
    });
    expect(under((await on('2034-10-30'))[SILK], 'madrid.')).toMatchObject({ registrations: 0 });
    expect(under((await on('2026-11-22'))[FARM], 'rights.')).toEqual({ total: 0, any: false });
  });
});

it('gives the same for some enterprises as for all', async () => {
  const { rows } = await test.pool.query<{ id: string; name: string }>('select id, name from parties.party');
  for (const asOf of ['2026-11-22', '2022-06-30']) {
    const all = await on(asOf);
    for (const { id, name } of rows)
      expect((await factsBy(test, 'enterprise', 'name', asOf, [id]))[name]).toEqual(all[name]);
  }
});
