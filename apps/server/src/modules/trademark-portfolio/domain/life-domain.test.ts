import { addDays, addMonths, addYears } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonUseExposure, oppositionPeriod } from '../../ip-rights/index.ts';
import { coverUse } from './cover-use.ts';
import { dueDays, quarterEnd, runRule } from './due-days.ts';
import { exposureSentence } from './exposure-words.ts';
import { judgeThreat } from './judge-threat.ts';

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

const registered = (registeredOn: string, more: Partial<Parameters<typeof dueDays>[0]> = {}) =>
  dueDays({ country: 'CN', registeredOn, expiresOn: null, preliminaryOn: null, lastUsedOn: null, ...more });

describe('the days of a mark', () => {
  it('are those of the worked examples', () => {
    const due = registered('2016-11-21', { expiresOn: '2026-11-20' });
    expect([due.opensOn, due.graceEndsOn]).toEqual(['2025-11-21', '2027-05-20']);
    expect(registered('2024-02-21').exposedFrom).toBe('2027-02-21');
    const windows = ['2026-12-20', '2027-01-06'].map(
      (preliminaryOn) => dueDays({ ...NOTHING, preliminaryOn }).opposesUntil,
    );
    // Saturdays both, beyond the published holidays: days off are not guessed.
    expect(windows).toEqual(['2027-03-20', '2027-03-06']);
    expect(runRule('trademark.renewal', '2026-11-20')?.article).toBe('商标法(2019)第40条');
    expect(runRule('trademark.renewal', '2027-01-20')?.article).toBe('商标法(2026修订)第44条');
    expect(dueDays({ ...NOTHING, country: 'US', registeredOn: '2020-01-01' }).exposedFrom).toBeNull();
    expect(['2026-01-01', '2026-11-23', '2026-12-31'].map(quarterEnd)).toEqual([
      '2026-03-31',
      '2026-12-31',
      '2026-12-31',
    ]);
  });

  it('keep their order and agree with the functions that give the reasons', () => {
    fc.assert(
      fc.property(day('2015-01-01', '2030-12-31'), fc.integer({ min: 0, max: 4000 }), (on, later) => {
        const lastUsedOn = addDays(on, later);
        const due = registered(on, { lastUsedOn });
        expect(due.opensOn! <= due.endsOn! && due.endsOn! < due.graceEndsOn!).toBe(true);
        expect(due.exposedFrom).toBe(nonUseExposure(on, lastUsedOn).exposedFrom);
        expect(due.exposedFrom! >= registered(on).exposedFrom!).toBe(true);
        const renewal = runRule('trademark.renewal', due.endsOn!);
        expect(renewal?.dueOn).toBe(due.graceEndsOn);
        expect(renewal?.related.map(({ on }) => on)).toEqual([due.opensOn, due.endsOn]);
        expect(runRule('trademark.opposition', on)?.nominalOn).toBe(oppositionPeriod(on).endsOn);
      }),
    );
  });
});

const NOTHING = { country: 'CN', registeredOn: null, expiresOn: null, preliminaryOn: null, lastUsedOn: null };

describe('coverage of use', () => {
  const of = (spans: { from: string; until: string }[], today = '2026-11-23', registeredOn = '2020-05-01') =>
    coverUse({ registeredOn, today, years: 3, spans });

  it('shows the gaps between pieces of evidence', () => {
    const covered = of([
      { from: '2024-01-10', until: '2024-02-29' },
      { from: '2025-03-05', until: '2025-03-05' },
    ]);
    expect(covered.from).toBe('2023-11-23');
    expect(covered.gaps).toEqual([
      { from: '2023-11', to: '2023-12', months: 2 },
      { from: '2024-03', to: '2025-02', months: 12 },
      { from: '2025-04', to: '2026-11', months: 20 },
    ]);
    expect(covered.lastUsedOn).toBe('2025-03-05');
  });

  it('begins with the registration, and does not count what was before it or is to come', () => {
    const covered = of([{ from: '2019-01-01', until: '2020-04-30' }], '2021-05-02');
    expect(covered.lastUsedOn).toBeNull();
    expect(of([{ from: '2026-11-24', until: '2026-12-01' }]).lastUsedOn).toBeNull();
    expect(covered.from).toBe('2020-05-01');
    expect(covered.gaps).toEqual([{ from: '2020-05', to: '2021-05', months: 13 }]);
  });

  it('always parts the months into covered ones and gaps, and more evidence never makes a gap longer', () => {
    const span = fc
      .tuple(day('2022-01-01', '2027-01-01'), fc.integer({ min: 0, max: 200 }))
      .map(([from, days]) => ({ from, until: addDays(from, days) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, day('2024-01-01', '2027-01-01'), (spans, more, today) => {
        const less = of(spans, today);
        const covered = of([...spans, more], today);
        const empty = (one: typeof less) => one.gaps.reduce((sum, gap) => sum + gap.months, 0);
        expect(empty(less)).toBe(less.months.filter((one) => one.pieces === 0).length);
        expect(empty(covered)).toBeLessThanOrEqual(empty(less));
        expect((covered.lastUsedOn ?? '') >= (less.lastUsedOn ?? '')).toBe(true);
        expect(less.months[0]?.month).toBe(addYears(today, -3).slice(0, 7));
        expect(less.months.at(-1)?.month).toBe(today.slice(0, 7));
        for (const gap of less.gaps) expect(addMonths(`${gap.from}-01`, gap.months - 1).slice(0, 7)).toBe(gap.to);
      }),
    );
  });

  it('is said in one sentence', () => {
    const mark = { niceClass: 25, registeredOn: '2018-03-01', years: 3, today: '2026-11-23' };
    const say = (lastUsedOn: string | null, exposedFrom: string, emptyMonths = 0) =>
      exposureSentence('zh', { ...mark, lastUsedOn, exposedFrom, months: 37, emptyMonths });
    expect(say('2024-03-10', '2027-03-10')).toBe(
      '自2024年3月起没有更新的使用证据；到2027年3月10日仍没有新的使用证据的，满3年，任何人可以申请撤销第25类的注册。',
    );
    expect(say('2026-10-01', '2029-10-01', 35)).toMatch(/截至今天的37个月中，有35个月没有证据，可以补充。$/);
    expect(say(null, '2021-03-01', 37)).toContain('2021年3月1日已满3年');
    expect(say(null, '2021-03-01', 37)).not.toContain('37个月');
  });
});

describe('a published mark', () => {
  const own = { name: '锦绣', niceClass: 25, groups: ['2501'] };
  const published = (name: string, niceClass: number, groups: string[] = []) =>
    judgeThreat({ name, niceClass, groups }, own, '2026-11-23');

  it('threatens by sign and goods together, with reasons', () => {
    const near = published('锦秀', 25, ['2501']);
    expect(near.threatens).toBe(true);
    expect(near.likeness.reasons.zh).toContain('读音');
    const longer = judgeThreat({ name: `${own.name}坊`, niceClass: 25, groups: ['2501'] }, own, '2026-11-23');
    expect(longer.likeness.reasons.zh).toContain('公告商标仅多出');
    expect(published('锦秀', 1).threatens).toBe(false);
    expect(published('蓝天农机', 25, ['2501']).threatens).toBe(false);
  });
});
