import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertsOf } from './alert-catalogue.ts';
import { type AlertDesk, alertsOn, codesOf, MACHINE, openAlertDesk, SILK } from './testing/alert-desk.ts';

let alerts: AlertDesk;
beforeAll(async () => {
  alerts = await openAlertDesk();
});
afterAll(() => alerts?.close());

const met = async (day: string, words: string, group: string) =>
  codesOf(
    (await alertsOn(await alerts.on(day))).filter((item) => item.code.startsWith(group)),
    words,
  );

describe('the alerts of the jurisdiction', () => {
  it('all parse against the facts there are, and say in words what they ask', () => {
    const all = alertsOf(alerts.desk.ctx);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ sentence }) => !/\p{Script=Han}/u.test(sentence.zh))).toEqual([]);
    expect(all.filter(({ label, text, action }) => /\{(?!due\})/.test(`${label}${text}${action}`))).toEqual([]);
    expect(all.find(({ code }) => code === 'annuity-90')).toMatchObject({ label: '年费90天内到期', level: 'info' });
    expect(all.find(({ code }) => code === 'late-fee')?.article).toContain('第115条');
  });

  it('of one code have one label and one level', () => {
    for (const some of Map.groupBy(alertsOf(alerts.desk.ctx), (alert) => alert.code).values())
      expect(new Set(some.map(({ label, level }) => `${label} ${level}`)).size).toBe(1);
  });
});

describe('annual fees', () => {
  it.each([
    ['2026-12-09', []],
    ['2026-12-10', ['annuity-90 2027-03-10']],
    ['2027-01-08', ['annuity-90 2027-03-10']],
    ['2027-01-09', ['annuity-60 2027-03-10']],
    ['2027-02-07', ['annuity-60 2027-03-10']],
    ['2027-02-08', ['annuity-30 2027-03-10']],
    ['2027-03-02', ['annuity-30 2027-03-10']],
    ['2027-03-03', ['annuity-7 2027-03-10']],
    ['2027-03-10', ['annuity-7 2027-03-10']],
    ['2027-03-11', []],
  ])('on %s a fee due on 2027-03-10 gives %j', async (day, expected) => {
    expect(await met(day, '经编面料', 'annuity')).toEqual(expected);
  });

  // Due on Sunday 2026-05-10, so payable until Monday; the tiers run from the anniversary.
  it.each([
    ['2026-05-11', []],
    ['2026-05-12', ['late-fee 2026-06-10']],
    ['2026-06-10', ['late-fee 2026-06-10']],
    ['2026-06-11', ['late-fee 2026-07-10']],
    ['2026-10-10', ['late-fee 2026-10-10']],
    ['2026-10-11', ['lapse 2026-11-10']],
    ['2026-11-10', ['lapse 2026-11-10']],
    ['2026-11-11', []],
  ])('on %s a fee unpaid since 2026-05-10 gives %j', async (day, expected) => {
    expect([...(await met(day, '染整装置', 'late-fee')), ...(await met(day, '染整装置', 'lapse'))]).toEqual(expected);
  });

  it('says what the late fee is and what it becomes', async () => {
    const [item] = await alertsOn(await alerts.on('2026-07-20'), { code: ['late-fee'] });
    expect(item).toMatchObject({
      level: 'late',
      party: SILK,
      town: '盛泽镇',
      daysLeft: 21,
      text: '年费已过期限，处于第3个月，现滞纳金为全额年费的10%；2026-08-10后升至15%。',
    });
  });
});

describe('trademarks', () => {
  it.each([
    ['2025-11-30', []],
    ['2025-12-01', ['trademark-renewal-open 2026-11-30']],
    ['2026-08-31', ['trademark-renewal-open 2026-11-30']],
    ['2026-09-01', ['trademark-renewal-90 2026-11-30']],
    ['2026-11-30', ['trademark-renewal-90 2026-11-30']],
    ['2026-12-01', ['trademark-grace 2027-05-30']],
    ['2027-05-30', ['trademark-grace 2027-05-30']],
    ['2027-05-31', []],
  ])('on %s a mark that runs to 2026-11-30 gives %j', async (day, expected) => {
    const codes = await met(day, '第24类', 'trademark-');
    expect(codes.filter((code) => !code.startsWith('trademark-non-use'))).toEqual(expected);
  });

  it.each([
    ['2027-02-20', []],
    ['2027-02-21', ['trademark-non-use -']],
  ])('on %s a mark registered on 2024-02-21 without evidence of use gives %j', async (day, expected) => {
    expect(await met(day, '第25类', 'trademark-non-use')).toEqual(expected);
  });
});

describe('international registrations', () => {
  it.each([
    ['2027-06-15', ['madrid-dependency 2027-06-15']],
    ['2027-06-16', []],
    ['2031-12-17', []],
    ['2031-12-18', ['madrid-expiry-180 2032-06-15']],
    ['2032-04-15', ['madrid-expiry-180 2032-06-15']],
    ['2032-04-16', ['madrid-expiry-60 2032-06-15']],
    ['2032-06-15', ['madrid-expiry-60 2032-06-15']],
    ['2032-06-16', []],
  ])('on %s one of 2022-06-15 gives %j', async (day, expected) => {
    expect(await met(day, '1524000', 'madrid-')).toEqual(expected);
  });

  it('warns of a base mark without evidence of use', async () => {
    expect(await met('2026-11-22', '第24类', 'madrid-base-risk')).toEqual(['madrid-base-risk -']);
    expect(await met('2026-11-22', '第25类', 'madrid-base-risk')).toEqual([]);
  });
});

describe('certificates', () => {
  it.each([
    ['2026-08-03', []],
    ['2026-08-04', ['standard-expiring-180 2027-01-31']],
    ['2026-12-01', ['standard-expiring-180 2027-01-31']],
    ['2026-12-02', ['standard-expiring-60 2027-01-31']],
    ['2027-01-31', ['standard-expiring-60 2027-01-31']],
    ['2027-02-01', []],
  ])('on %s one to the standard until 2027-01-31 gives %j', async (day, expected) => {
    expect(await met(day, SILK, 'standard-')).toEqual(expected);
  });

  it.each([
    ['2025-12-31', []],
    ['2026-01-01', ['standard-superseded -']],
    ['2026-08-01', ['standard-superseded -']],
    ['2026-08-02', []],
  ])('on %s one to the edition of 2013 until 2026-08-01 gives %j', async (day, expected) => {
    const codes = await met(day, MACHINE, 'standard-');
    expect(codes.filter((code) => !code.startsWith('standard-expiring'))).toEqual(expected);
  });

  it.each([
    ['2026-08-03', []],
    ['2026-08-04', ['high-tech-expiring-180 2027-01-31']],
    ['2026-12-02', ['high-tech-expiring-60 2027-01-31']],
    ['2027-02-01', []],
  ])('on %s a high-tech one until 2027-01-31 gives %j', async (day, expected) => {
    expect(await met(day, MACHINE, 'high-tech-')).toEqual(expected);
  });

  it.each([
    ['2026-11-01', []],
    ['2026-11-02', ['officer-certificate-90 2027-01-31']],
    ['2027-01-01', ['officer-certificate-30 2027-01-31']],
    ['2027-01-31', ['officer-certificate-30 2027-01-31']],
    ['2027-02-01', ['officer-certificate-expired 2027-01-31']],
  ])('on %s an officer’s until 2027-01-31 gives %j', async (day, expected) => {
    expect(await met(day, '盛泽分局', 'officer-')).toEqual(expected);
  });
});

describe('a firm that is no more', () => {
  it('is shown while it still holds rights', async () => {
    expect(await met('2026-11-22', '百年丝行', 'dissolved-holder')).toEqual(['dissolved-holder -']);
    expect(await met('2026-11-22', SILK, 'dissolved-holder')).toEqual([]);
  });
});
