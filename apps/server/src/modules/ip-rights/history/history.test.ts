import { describe, expect, it } from 'vitest';
import { annuityLedger } from '../domain/annuity-ledger.ts';
import { ledgerInput } from './annuity-lines.ts';
import { nextDueOn, patentEvents, patentPeriods, statusAt } from './patent-history.ts';
import { trademarkEvents, trademarkPeriods } from './trademark-history.ts';

const cn = { kind: 'invention', country: 'CN', filedOn: '2020-05-10' } as const;

describe('patents', () => {
  it('lets a bare end give way to one that says how', () => {
    const events = patentEvents({ ...cn, ceasedOn: '2024-01-01', lapsedOn: '2023-05-10' }, null);
    expect(events.map((event) => event.kind)).toEqual(['filed', 'lapsed']);
  });

  it('makes half-open periods without gap', () => {
    const { periods } = patentPeriods(
      cn,
      patentEvents({ ...cn, grantedOn: '2023-02-10', lapsedOn: '2025-05-10' }, null),
    );
    for (const [at, period] of periods.entries()) expect(period.to).toBe(periods[at + 1]?.from ?? null);
    expect(statusAt(periods, '2025-05-09')?.status).toBe('granted');
    expect(statusAt(periods, '2025-05-10')?.status).toBe('lapsed');
    expect(statusAt(periods, '2020-05-09')).toBeUndefined();
  });

  it('foretells no end of term for foreign patents and unknown filing dates', () => {
    const events = patentEvents(
      { kind: 'invention', country: 'US', publishedOn: '2000-01-01', grantedOn: '2003-01-01' },
      null,
    );
    for (const country of ['US', 'CN']) {
      const { periods, remarks } = patentPeriods({ kind: 'invention', country, filedOn: null }, events);
      expect(statusAt(periods, '2060-01-01')?.status).toBe('granted');
      expect(remarks).toHaveLength(1);
    }
  });

  it('tells the next fee only of Chinese patents in force', () => {
    const events = patentEvents({ ...cn, grantedOn: '2023-02-10' }, null);
    const { periods } = patentPeriods(cn, events);
    expect(nextDueOn(cn, events, periods, [], '2026-11-22')).toBe('2027-05-10');
    // 2026-05-10 is a Sunday.
    expect(nextDueOn(cn, events, periods, [], '2026-05-11')).toBe('2026-05-11');
    const fee = annuityLedger({ ...cn, grantedOn: '2023-02-10' }, '2026-05-01').next;
    expect(nextDueOn(cn, events, periods, [], '2026-05-01')).toBe(fee?.dueOn);
    expect(nextDueOn({ ...cn, country: 'US' }, events, periods, [], '2026-11-22')).toBeNull();
    expect(nextDueOn(cn, events, periods, [], '2040-06-01')).toBeNull();
    expect(nextDueOn(cn, patentEvents(cn, null), periods, [], '2022-01-01')).toBeNull();
  });
});

describe('annuity lines', () => {
  const line = { year: 7, paidOn: null, amountFen: null, reductionPercent: null, dueOn: null, statusText: '未缴' };
  it('believes an unpaid line against a register that lags', () => {
    const { entries } = annuityLedger(
      ledgerInput({ ...cn, grantedOn: '2023-02-10' }, [line], '2026-11-20'),
      '2026-11-22',
    );
    expect(entries.find((entry) => entry.patentYear === 7)?.state).toBe('lapsed');
    expect(entries.find((entry) => entry.patentYear === 6)?.state).toBe('presumed-paid');
  });
  it('counts a fee reported as paid in full, on its due day when no day is given', () => {
    const { entries } = annuityLedger(
      ledgerInput({ ...cn, grantedOn: '2023-02-10' }, [{ ...line, statusText: '已缴' }], null),
      '2026-11-22',
    );
    expect(entries.find((entry) => entry.patentYear === 7)).toMatchObject({ state: 'paid', settledOn: '2026-05-11' });
  });
});

describe('trademarks', () => {
  const facts = { country: 'CN', filedOn: '2011-11-01', expiresOn: '2023-05-20' };
  it('takes the printed term where the registration has no day', () => {
    const events = trademarkEvents({ ...facts, termFrom: '2013-05-21' }, null);
    expect(events.at(-1)).toMatchObject({ kind: 'registered', on: '2013-05-21' });
    const { periods } = trademarkPeriods(facts, events);
    expect(periods.map((period) => [period.status, period.from])).toEqual([
      ['applied', '2011-11-01'],
      ['registered', '2013-05-21'],
      ['grace', '2023-05-21'],
      ['lapsed', '2023-11-21'],
    ]);
  });
  it('foretells nothing of foreign marks', () => {
    const { periods } = trademarkPeriods(
      { ...facts, country: 'US' },
      trademarkEvents({ ...facts, country: 'US', registeredOn: '2013-05-21' }, null),
    );
    expect(periods.at(-1)).toMatchObject({ status: 'registered', to: null });
  });
  it('puts an undated end on the day it was first told', () => {
    const events = trademarkEvents({ ...facts, registeredOn: '2013-05-21', undatedEnding: 'revoked' }, '2020-01-01');
    expect(statusAt(trademarkPeriods(facts, events).periods, '2020-01-01')?.status).toBe('revoked');
  });
});
