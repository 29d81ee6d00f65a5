import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { factsBy, under } from '../testing/read-facts.ts';
import { openSmallDistrict, P1, P2, P3, P4, P5 } from '../testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
});
afterAll(() => test?.close());

const dotted = (key: string) => `${key.slice(0, 12)}.${key.slice(12)}`;
const patents = async (asOf: string) => factsBy(test, 'patent', 'applicationNo', asOf);

describe('one patent', () => {
  it('is described as of the day', async () => {
    const all = await patents('2026-11-22');
    expect(all[dotted(P2)]).toMatchObject({
      title: '一种面料整理方法',
      country: 'CN',
      chinese: true,
      kind: 'invention',
      status: 'granted',
      valid: true,
      filedOn: '2014-03-01',
      grantedOn: '2016-08-01',
      expiresOn: '2034-03-01',
      ageYears: 12,
      yearsMaintained: 12.73,
      ipcMain: 'D06M11/00',
      ipc: ['D06M11/00', 'D03D15/00'],
      holders: 2,
      linked: true,
      joint: true,
      withUniversity: true,
      town: '320509105',
      inventors: ['张三'],
      claims: 6,
      citations: 5,
      familyCountries: ['US'],
      overseasFamily: true,
      abnormal: false,
      hasAgency: true,
      transferred: true,
      pledged: false,
      pledgeFen: null,
      awarded: false,
      nextDueOn: '2027-03-01',
      daysToDue: 99,
      late: false,
      lateMonths: null,
    });
    expect(under(all[dotted(P2)], 'highValue.')).toEqual({
      any: true,
      strategic: false,
      family: true,
      longLived: true,
      pledged: false,
      awarded: false,
    });
    expect(under(all[dotted(P3)], 'highValue.')).toEqual({
      any: false,
      strategic: false,
      family: false,
      longLived: false,
      pledged: false,
      awarded: false,
    });
    expect(all[dotted(P4)]).toMatchObject({
      status: 'published',
      valid: false,
      publishedOn: '2026-03-06',
      grantedOn: null,
      yearsMaintained: null,
    });
    expect(all[dotted(P5)]).toMatchObject({ status: 'lapsed', valid: false, grantedOn: '2015-01-07', nextDueOn: null });
    expect(Object.values(all).find((row) => row.country === 'US')).toMatchObject({
      chinese: false,
      status: 'granted',
      expiresOn: null,
    });
  });

  it('was another thing on an earlier day, or not there', async () => {
    const past = await patents('2022-06-30');
    expect(past[dotted(P1)]).toMatchObject({ status: 'pending', valid: false, grantedOn: null });
    expect(past[dotted(P3)]).toBeUndefined();
    expect((await patents('2020-01-01'))[dotted(P5)]).toMatchObject({ status: 'granted', transferred: false });
  });

  it('counts months of lateness as the late fee does', async () => {
    // The anniversary 2026-05-10 is a Sunday: late from 2026-05-12, in the first month until 2026-06-10.
    const late = async (asOf: string) => {
      const row = (await patents(asOf))[dotted(P1)];
      return [row?.late, row?.lateMonths, row?.daysToDue];
    };
    expect(await late('2026-05-11')).toEqual([false, null, 0]);
    expect(await late('2026-05-12')).toEqual([true, 1, -1]);
    expect(await late('2026-06-10')).toEqual([true, 1, -30]);
    expect(await late('2026-06-11')).toEqual([true, 2, -31]);
    expect(await late('2026-11-10')).toEqual([true, 6, -183]);
    expect(await late('2026-11-11')).toEqual([false, null, null]);
  });
});

describe('one mark', () => {
  const mark = async (asOf: string, niceClass: string) =>
    (await factsBy(test, 'trademark', 'niceClass', asOf))[niceClass];

  it('runs by the term of the day', async () => {
    expect(await mark('2026-11-22', '25')).toMatchObject({
      registrationNo: '10142531',
      classes: [24, 25],
      status: 'registered',
      valid: true,
      expiresOn: '2033-05-20',
      renewalOpen: false,
      inGrace: false,
      graceUntil: '2033-11-20',
      yearsRegistered: 13,
      goods: 2,
      similarGroups: ['2401', '2402'],
      holders: 1,
      linked: true,
      town: '320509105',
      madridBase: true,
      nonUseExposed: true,
      useEvidence: 0,
      lastUsedOn: null,
    });
    expect(await mark('2023-05-20', '25')).toMatchObject({
      expiresOn: '2023-05-20',
      daysToExpiry: 0,
      renewalOpen: true,
      graceUntil: '2023-11-20',
    });
    expect(await mark('2022-05-20', '24')).toMatchObject({ renewalOpen: false });
    expect(await mark('2022-05-21', '24')).toMatchObject({ renewalOpen: true, inGrace: false });
    expect(await mark('2023-05-21', '24')).toMatchObject({
      status: 'grace',
      inGrace: true,
      renewalOpen: true,
      valid: true,
      daysToExpiry: -1,
    });
    expect(await mark('2023-11-21', '24')).toMatchObject({ status: 'lapsed', valid: false, renewalOpen: false });
    expect(await mark('2016-05-20', '24')).toMatchObject({ nonUseExposed: false, madridBase: false });
    expect(await mark('2016-05-21', '24')).toMatchObject({ nonUseExposed: true });
  });
});

describe('the term of a mark', () => {
  it('is taken as printed where no first day is known, and never worked out for another office', async () => {
    const { db } = test.services;
    const insert = (key: string, country: string, registeredOn: string | null, expiresOn: string) =>
      sql`
      insert into ip_rights.trademark (district, id, record_key, registration_no, country, nice_class, name, kind, filed_on, registered_on, expires_on)
      values ('320509', gen_random_uuid(), ${key}, ${key}, ${country}, 1, ${key}, 'ordinary', '2000-01-01', ${registeredOn}, ${expiresOn})`.execute(
        db,
      );
    await insert('bare', 'CN', null, '2031-06-30');
    await insert('US:77', 'US', '2004-05-21', '2034-05-20');
    const on = async (asOf: string, key: string) =>
      (await factsBy(test, 'trademark', 'registrationNo', asOf))[key]?.expiresOn;
    expect(await on('2026-11-22', 'bare')).toBe('2031-06-30');
    expect(await on('2020-01-01', 'bare')).toBe('2021-06-30');
    expect(await on('2010-01-01', 'US:77')).toBe('2034-05-20');
    await sql`delete from ip_rights.trademark where nice_class = 1`.execute(db);
  });
});

describe('registrations and indications', () => {
  it('take silence for protection when the time to refuse is over', async () => {
    const madrid = async (asOf: string) => (await factsBy(test, 'madrid', 'irNo', asOf))['1524000'];
    expect(await madrid('2026-11-22')).toMatchObject({
      valid: true,
      classes: [24, 25],
      members: ['JP', 'US'],
      memberCount: 2,
      granted: 2,
      refused: 0,
      dependencyEndsOn: '2029-10-29',
      dependent: true,
      baseNo: '10142531',
      linked: true,
      town: '320509105',
    });
    expect(await madrid('2026-04-29')).toMatchObject({ granted: 1 });
    expect(await madrid('2029-10-30')).toMatchObject({ dependent: false, daysToDependencyEnd: -1 });
  });

  it('count the users authorised on the day', async () => {
    const gi = async (asOf: string) => (await factsBy(test, 'gi', 'name', asOf)).太湖蚕丝;
    expect(await gi('2025-12-31')).toMatchObject({ channel: 'product', users: 1, approvedOn: '2021-05-01' });
    expect(await gi('2026-01-01')).toMatchObject({ users: 0 });
    expect(await gi('2021-04-30')).toBeUndefined();
  });
});
