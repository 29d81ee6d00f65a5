import { addDays, daysBetween } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountDueOn, annuityFee, patentYearOf } from './annuity-fees.ts';
import { type AnnuityInput, annuityAlerts, annuityLedger } from './annuity-ledger.ts';

const sample: AnnuityInput = {
  kind: 'invention',
  filedOn: '2020-05-10',
  grantedOn: '2023-02-14',
  reduction: 'single',
  payments: [],
};
const paid = (patentYear: number, paidOn: string, amountFen: number) => ({ patentYear, paidOn, amountFen });
const upTo6 = [paid(4, '2023-05-01', 18_000), paid(5, '2024-05-01', 18_000), paid(6, '2025-05-01', 18_000)];
const entryOf = (input: AnnuityInput, asOf: string, year: number) =>
  annuityLedger(input, asOf).entries.find((entry) => entry.patentYear === year)!;

describe('fees', () => {
  it.each([
    ['2020-05-10', '2020-05-10', 1],
    ['2020-05-10', '2021-05-09', 1],
    ['2020-05-10', '2023-02-14', 3],
    ['2020-02-29', '2021-02-28', 2],
  ])('filed %s, %s is in patent year %i', (filedOn, on, year) => expect(patentYearOf(filedOn, on)).toBe(year));

  it.each([
    ['invention', 3, null, 90_000, 90_000],
    ['invention', 4, 'single', 120_000, 18_000],
    ['invention', 7, 'single', 200_000, 30_000],
    ['invention', 7, 'joint', 200_000, 60_000],
    ['invention', 12, 'single', 400_000, 60_000],
    ['invention', 13, 'single', 600_000, 600_000],
    ['invention', 20, null, 800_000, 800_000],
    ['utility', 4, 'joint', 90_000, 27_000],
    ['utility', 9, 'single', 200_000, 30_000],
    ['design', 10, 'single', 200_000, 30_000],
    ['design', 13, null, 300_000, 300_000],
  ] as const)('%s, year %i, %s: %i full, %i payable', (kind, year, reduction, fullFen, payableFen) => {
    const fee = annuityFee({ kind, filedOn: '2021-06-10', grantedOn: '2024-02-14', reduction }, year);
    expect([fee.fullFen, fee.payableFen]).toEqual([fullFen, payableFen]);
  });

  it('reduces years 3 to 12 for a patent granted in year 3 (§14.2)', () => {
    const percents = Array.from({ length: 18 }, (_, i) => annuityFee(sample, i + 3).reductionPercent);
    expect(percents).toEqual([...Array<number>(10).fill(85), ...Array<number>(8).fill(0)]);
    expect(annuityFee(sample, 13)).toMatchObject({ fullFen: 600_000, payableFen: 600_000 });
    expect(annuityFee(sample, 13).reasons.join()).toContain('费减仅限第3至12年度');
  });

  it('takes the better of fee reduction and open licence', () => {
    const licensed = { ...sample, openLicences: [{ from: '2025-01-01', to: null }] };
    expect(annuityFee(licensed, 7).reductionPercent).toBe(85);
    expect(annuityFee({ ...licensed, reduction: null }, 7)).toMatchObject({
      reductionPercent: 15,
      payableFen: 170_000,
    });
    expect(annuityFee({ ...licensed, reduction: null }, 5).reductionPercent).toBe(0);
    expect(annuityFee(licensed, 13)).toMatchObject({ reductionPercent: 15, payableFen: 510_000 });
  });

  it('is due on the anniversary, moved off a Sunday (§14.1) or to a worked one (§5.1)', () => {
    expect(annuityFee(sample, 4)).toMatchObject({ anniversaryOn: '2023-05-10', dueOn: '2023-05-10' });
    expect(annuityFee(sample, 7)).toMatchObject({
      anniversaryOn: '2026-05-10',
      dueOn: '2026-05-11',
      graceEndsOn: '2026-11-10',
    });
    expect(annuityFee({ ...sample, filedOn: '2020-04-22' }, 4).dueOn).toBe('2023-04-23');
  });
  it('says so where the holidays are not yet published', () => {
    expect(annuityFee(sample, 8)).toMatchObject({
      dueOn: '2027-05-10',
      dueOnBasis: 'calendar-day, holiday calendar not yet published',
    });
    expect(annuityFee(sample, 8).reasons.join()).toContain('节假日安排尚未公布');
  });

  it.each([
    ['2026-05-11', 30_000, 0],
    ['2026-05-12', 30_000, 0],
    ['2026-06-10', 30_000, 0],
    ['2026-06-11', 40_000, 10_000],
    ['2026-07-10', 40_000, 10_000],
    ['2026-07-20', 50_000, 20_000],
    ['2026-08-11', 60_000, 30_000],
    ['2026-09-11', 70_000, 40_000],
    ['2026-11-10', 80_000, 50_000],
  ])('year 7 paid on %s costs %i, late fee %i', (on, totalFen, lateFeeFen) => {
    expect(amountDueOn(annuityFee(sample, 7), on)).toMatchObject({ totalFen, lateFeeFen });
  });
  it('cannot be paid after the late period', () =>
    expect(amountDueOn(annuityFee(sample, 7), '2026-11-11')).toBeUndefined());
});

describe('annuityLedger', () => {
  it('runs from the year of grant to the end of the term', () => {
    const { entries } = annuityLedger(sample, '2023-03-01');
    expect(entries.map((entry) => entry.patentYear)).toEqual(Array.from({ length: 18 }, (_, i) => i + 3));
    expect(entries[0]).toMatchObject({ state: 'at-grant', owedFen: 0, lateTiers: [] });
  });

  it.each([
    ['paid in time', [...upTo6, paid(7, '2026-05-11', 30_000)], '2026-06-01', 'paid', 0, 0],
    [
      '§14.1: paid on 2026-07-20 with 10 %',
      [...upTo6, paid(7, '2026-07-20', 50_000)],
      '2026-08-01',
      'paid-late',
      20_000,
      0,
    ],
    ['short of the late fee', [...upTo6, paid(7, '2026-07-20', 30_000)], '2026-07-20', 'overdue', 20_000, 20_000],
    [
      'made good in a dearer month',
      [...upTo6, paid(7, '2026-07-20', 30_000), paid(7, '2026-08-20', 30_000)],
      '2026-09-01',
      'paid-late',
      30_000,
      0,
    ],
    [
      'made good too cheaply',
      [...upTo6, paid(7, '2026-07-20', 30_000), paid(7, '2026-08-20', 20_000)],
      '2026-08-20',
      'overdue',
      30_000,
      10_000,
    ],
    ['a payment still to come', [...upTo6, paid(7, '2026-07-20', 50_000)], '2026-06-15', 'overdue', 10_000, 40_000],
    ['due soon', upTo6, '2026-03-01', 'due', 0, 30_000],
    ['not due', upTo6, '2025-12-01', 'not-due', 0, 0],
    ['unpaid after six months', upTo6, '2026-11-11', 'lapsed', 0, 0],
    ['paid after six months', [...upTo6, paid(7, '2026-11-20', 80_000)], '2026-12-01', 'lapsed', 0, 0],
  ] as const)('%s', (_what, payments, asOf, state, lateFeeFen, owedFen) => {
    expect(entryOf({ ...sample, payments }, asOf, 7)).toMatchObject({ state, lateFeeFen, owedFen });
  });

  it('ends the right as of the due date and the later years with it (§14.1)', () => {
    const ledger = annuityLedger({ ...sample, payments: upTo6 }, '2026-11-22');
    expect(ledger.lapsedOn).toBe('2026-05-10');
    expect(ledger.entries.at(-1)!.state).toBe('after-lapse');
    expect(ledger.next).toBeUndefined();
    expect(ledger.entries.find((entry) => entry.patentYear === 7)!.reasons.at(-1)).toContain(
      '2026-05-10起终止（专利法实施细则第115条）',
    );
  });

  it('judges nothing where payments were never reported, unless the register tells', () => {
    const { payments: _none, ...silent } = sample;
    expect(entryOf(silent, '2026-11-22', 7).state).toBe('unknown');
    expect(entryOf({ ...silent, knownInForceOn: '2026-11-20' }, '2026-11-22', 7).state).toBe('presumed-paid');
    expect(entryOf({ ...silent, knownInForceOn: '2026-10-20' }, '2026-11-22', 7).state).toBe('unknown');
    expect(annuityLedger(silent, '2026-11-22').next?.patentYear).toBe(8);
  });

  it('leaves out years whose fees are not recorded', () => {
    const { entries, remarks } = annuityLedger(
      { kind: 'invention', filedOn: '1996-03-01', grantedOn: '1998-05-01' },
      '2010-01-01',
    );
    expect(entries[0]!.patentYear).toBe(7);
    expect(remarks[0]).toContain('未收录');
    const older = annuityLedger({ kind: 'invention', filedOn: '1990-03-01', grantedOn: '1993-05-01' }, '2010-01-01');
    expect(older).toMatchObject({ entries: [], remarks: [expect.stringContaining('1990-03-01')] });
  });

  it('never asks for less on a later day, and always says why', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 20 }),
        fc.nat(190),
        fc.constantFrom('single' as const, 'joint' as const, null),
        (year, days, reduction) => {
          const fee = annuityFee({ ...sample, reduction }, year);
          const on = addDays(fee.anniversaryOn, days);
          const [now, later] = [amountDueOn(fee, on), amountDueOn(fee, addDays(on, 1))];
          if (now && later) expect(later.totalFen).toBeGreaterThanOrEqual(now.totalFen);
          if (!now) expect(later).toBeUndefined();
          expect(fee.reasons.length).toBeGreaterThan(2);
          expect(daysBetween(fee.anniversaryOn, fee.dueOn)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('annuityAlerts', () => {
  it('lists every day to remember', () => {
    const alerts = annuityAlerts(annuityFee(sample, 7));
    expect(alerts.map((alert) => `${alert.on} ${alert.kind}`)).toEqual([
      '2026-02-10 before-due',
      '2026-03-12 before-due',
      '2026-04-11 before-due',
      '2026-05-04 before-due',
      '2026-05-12 overdue',
      '2026-06-11 late-fee-rises',
      '2026-07-11 late-fee-rises',
      '2026-08-11 late-fee-rises',
      '2026-09-11 late-fee-rises',
      '2026-10-10 will-lapse',
      '2026-10-11 late-fee-rises',
    ]);
  });
});
