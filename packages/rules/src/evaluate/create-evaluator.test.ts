import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.ts';
import { sampleRule } from '../testing/sample-catalogue.ts';
import { createEvaluator, createTest } from './create-evaluator.ts';
import type { FactRow } from './fact-row.ts';

const AS_OF = '2026-11-22';

/** A silk maker with two patents and three trademarks; a few facts are unknown. */
const MAKER: FactRow = {
  name: '苏州太湖丝绸有限公司',
  kind: 'enterprise',
  active: true,
  highTech: true,
  aboveScale: false,
  establishedOn: '2020-02-29',
  dissolvedOn: null,
  ageYears: 6.7,
  capitalFen: 5_000_000_000,
  industry: 'C1742',
  town: '320509108',
  scope: null,
  'patents.total': 4,
  'patents.valid': 2,
  'patents.invention.valid': 0,
  'trademarks.valid': null,
  'trademarks.classes': [24, 25],
  'madrid.members': [],
  patents: [
    {
      valid: true,
      pledged: false,
      kind: 'invention',
      filedOn: '2021-03-01',
      claims: 10,
      pledgeFen: 0.1,
      ipcMain: 'D03D15/00',
      ipc: ['D03D15/00', 'H01B11/22'],
      strategic: ['3.1.2'],
    },
    { valid: false, pledged: null, kind: 'utility', filedOn: '2023-06-30', claims: 5, pledgeFen: 0.2, ipc: [] },
  ],
  trademarks: [
    { valid: true, classes: [25], niceClass: 25, expiresOn: '2030-01-01' },
    { valid: null, classes: [24], niceClass: 24, expiresOn: '2027-01-01' },
    { valid: false, classes: null, niceClass: 9, expiresOn: '2020-01-01' },
  ],
};

const T = true;
const F = false;
/** Unknown. */
const U = null;

type Case = readonly [rule: string, value: boolean | number | string | null];

const CONDITIONS: readonly Case[] = [
  ['true', T],
  ['false', F],
  ['enterprise.highTech', T],
  ['!enterprise.highTech', F],
  ['enterprise.highTech == true', T],
  ['enterprise.highTech != true', F],
  ['false == enterprise.highTech', F],
  ['enterprise.highTech == enterprise.aboveScale', F],
  ['enterprise.highTech != enterprise.aboveScale', T],
  ['enterprise.patents.valid == 2', T],
  ['enterprise.patents.valid != 2', F],
  ['enterprise.patents.valid > 2', F],
  ['enterprise.patents.valid >= 2', T],
  ['enterprise.patents.valid < 2', F],
  ['enterprise.patents.valid <= 2', T],
  ['2 == enterprise.patents.valid', T],
  ['enterprise.patents.valid < enterprise.patents.total', T],
  ['enterprise.trademarks.valid == 0', U],
  ['enterprise.trademarks.valid != 0', U],
  ['!(enterprise.trademarks.valid > 0)', U],
  // Kleene's tables.
  ['enterprise.trademarks.valid > 0 && enterprise.aboveScale', F],
  ['enterprise.trademarks.valid > 0 && enterprise.highTech', U],
  ['enterprise.trademarks.valid > 0 || enterprise.highTech', T],
  ['enterprise.trademarks.valid > 0 || enterprise.aboveScale', U],
  ['enterprise.aboveScale && enterprise.trademarks.valid > 0', F],
  ['enterprise.highTech || enterprise.trademarks.valid > 0', T],
  ['has(enterprise.trademarks.valid)', F],
  ['has(enterprise.patents.invention.valid)', T],
  ['!has(enterprise.scope)', T],
  ['has(enterprise.madrid.members)', T],
  // Arithmetic.
  ['enterprise.patents.valid + 1 == 3', T],
  ['enterprise.patents.valid - 3 == -1', T],
  ['enterprise.patents.valid * 2.5 == 5', T],
  ['1 / 2 == 0.5', T],
  ['enterprise.patents.valid / enterprise.patents.total == 0.5', T],
  ['enterprise.patents.valid / enterprise.patents.invention.valid > 1', U],
  ['enterprise.patents.valid % 0 == 0', U],
  ['7 % 3 == 1', T],
  ['-7 % 3 == -1', T],
  ['7.9 % 2 == 1', T],
  ['7 % 0.5 == 0', U],
  ['-enterprise.patents.valid == -2', T],
  ['0.1 + 0.2 == 0.3', F],
  ['enterprise.capitalFen * enterprise.capitalFen > 0', U],
  ['1e14 * 10 > 0', U],
  ['1e14 * 9 < 999999999999999', T],
  ['1e-15 * 1e-15 * 1e-15 * 1e-15 * 1e-15 * 1e-15 * 1e-15 == 0', T],
  ['enterprise.trademarks.valid + 1 > 0', U],
  ['enterprise.capitalFen >= 2000 * 10000 * 100', T],
  // Texts, enumerations, codes.
  ["enterprise.kind == 'enterprise'", T],
  ["enterprise.kind != 'cooperative'", T],
  ["enterprise.kind in ['cooperative', 'university']", F],
  ["enterprise.name.contains('丝绸')", T],
  ["enterprise.name.startsWith('苏州')", T],
  ["enterprise.name.endsWith('公司')", T],
  ["enterprise.name.endsWith('丝绸')", F],
  ["enterprise.name == '苏州太湖丝绸有限公司'", T],
  ["enterprise.scope.contains('丝')", U],
  ['enterprise.name == enterprise.scope', U],
  ["enterprise.industry == 'C1742'", T],
  ["enterprise.industry == '1742'", T],
  ["enterprise.industry.within(['C17'])", T],
  ["enterprise.industry.within(['17', 'C18'])", T],
  ["enterprise.industry.within(['C18', 'C1743'])", F],
  ["enterprise.town == '320509108'", T],
  ["enterprise.town in ['320509109']", F],
  // Dates.
  ["enterprise.establishedOn == date('2020-02-29')", T],
  ["enterprise.establishedOn < date('2020-03-01')", T],
  ['enterprise.establishedOn >= today - years(7)', T],
  ['enterprise.establishedOn >= today - years(6)', F],
  ['enterprise.dissolvedOn < today', U],
  ["enterprise.establishedOn + years(1) == date('2021-02-28')", T],
  ["enterprise.establishedOn + months(1) == date('2020-03-29')", T],
  ["enterprise.establishedOn - days(60) == date('2019-12-31')", T],
  ["today == date('2026-11-22')", T],
  ["date('9999-12-31') + days(1) > today", U],
  ["date('0001-01-01') - years(4000) < today", U],
  ["date('9999-12-31') + days(1) - days(1) > today", U],
  ["daysBetween(date('2026-11-21'), today) == 1", T],
  ["daysBetween(today, date('2026-11-21')) == -1", T],
  ['yearsBetween(enterprise.establishedOn, today) == 6', T],
  ['daysBetween(enterprise.dissolvedOn, today) > 0', U],
  ['year(enterprise.establishedOn) == 2020', T],
  ['year(today) == 2026', T],
  ['year(enterprise.dissolvedOn) == 2020', U],
  // Lists.
  ['25 in enterprise.trademarks.classes', T],
  ['9 in enterprise.trademarks.classes', F],
  ['enterprise.trademarks.valid in enterprise.trademarks.classes', U],
  ["'US' in enterprise.madrid.members", F],
  ['size(enterprise.trademarks.classes) == 2', T],
  ['enterprise.trademarks.classes.size() == 2', T],
  ['size(enterprise.madrid.members) == 0', T],
  ['enterprise.patents.valid in [1, 2, 3]', T],
  ['enterprise.trademarks.valid in [1, 2, 3]', U],
  // Collections.
  ['enterprise.patents.exists(p, p.valid)', T],
  ['enterprise.patents.all(p, p.valid)', F],
  ['enterprise.patents.exists_one(p, p.valid)', T],
  ['enterprise.patents.exists_one(p, p.claims > 1)', F],
  ['enterprise.patents.exists_one(p, p.pledged)', U],
  ['enterprise.patents.exists_one(p, p.claims > 99)', F],
  ['enterprise.patents.exists(p, p.pledged)', U],
  ['enterprise.patents.all(p, !p.pledged)', U],
  ['enterprise.patents.exists(p, p.pledged || p.valid)', T],
  ['enterprise.patents.exists(p, p.claims > 99)', F],
  ['enterprise.trademarks.exists(t, t.valid && 25 in t.classes)', T],
  ['enterprise.trademarks.exists(t, t.valid && 24 in t.classes)', U],
  ['enterprise.trademarks.all(t, t.expiresOn > today)', F],
  ["enterprise.patents.exists(p, p.ipc.within(['H01B11']))", T],
  ["enterprise.patents.exists(p, p.ipc.within(['H01B1']))", F],
  ["enterprise.patents.exists(p, p.ipcMain.within(['D03D']))", T],
  ["enterprise.patents.exists(p, p.strategic.within(['3.1']))", T],
  ["enterprise.patents.exists(p, 'H01B 11/22' in p.ipc)", T],
  ['enterprise.patents.exists(p, p.filedOn > enterprise.establishedOn + years(2))', T],
  ['size(enterprise.patents) == 2', T],
  ['size(enterprise.patents.filter(p, p.valid)) == 1', T],
  ['size(enterprise.patents.filter(p, p.pledged)) == 0', U],
  ["size(enterprise.patents.filter(p, p.kind == 'utility').filter(p, p.claims < 6)) == 1", T],
  ["enterprise.patents.filter(p, p.kind == 'utility').all(p, p.claims == 5)", T],
  ["enterprise.patents.filter(p, p.kind == 'utility').exists(p, p.valid)", F],
  ['enterprise.patents.filter(p, p.pledged).exists(p, p.claims == 5)', U],
  ['enterprise.patents.filter(p, p.pledged).exists(p, p.claims == 6)', F],
  ['enterprise.patents.filter(p, p.pledged).all(p, p.claims == 5)', T],
  ['enterprise.patents.map(p, p.claims).sum() == 15', T],
  ['enterprise.patents.map(p, p.claims).avg() == 7.5', T],
  ['enterprise.patents.map(p, p.claims).min() == 5', T],
  ['enterprise.patents.map(p, p.claims).max() == 10', T],
  ['enterprise.patents.map(p, p.pledgeFen).sum() == 0.3', T],
  ['enterprise.patents.map(p, p.valid, p.claims).sum() == 10', T],
  ['enterprise.patents.map(p, p.claims > 99, p.claims).sum() == 0', T],
  ['enterprise.patents.map(p, p.claims > 99, p.claims).max() == 0', U],
  ['enterprise.patents.map(p, p.claims > 99, p.claims).avg() == 0', U],
  ["enterprise.patents.map(p, p.filedOn).min() == date('2021-03-01')", T],
  ["enterprise.patents.map(p, p.filedOn).max() + days(1) == date('2023-07-01')", T],
  ['enterprise.patents.map(p, p.claims / 0).sum() == 0', U],
  // Choice.
  ['enterprise.highTech ? enterprise.patents.valid > 1 : false', T],
  ['enterprise.aboveScale ? true : enterprise.patents.valid > 2', F],
  ['enterprise.trademarks.valid > 0 ? true : true', U],
  ['(enterprise.highTech ? 1 : 2) == 1', T],
  ['(enterprise.trademarks.valid > 0 ? 1 : 2) < 3', U],
  ['(enterprise.highTech ? enterprise.establishedOn : today) < today', T],
  ["(enterprise.highTech ? 'a' : enterprise.name) == 'a'", T],
];

const VALUES: readonly (readonly [rule: string, type: Rule['type'], value: number | string | null])[] = [
  ['enterprise.patents.valid', 'number', 2],
  ['enterprise.trademarks.valid', 'number', null],
  ['enterprise.patents.valid / 3', 'number', 2 / 3],
  ['enterprise.patents.valid / 0', 'number', null],
  ['size(enterprise.trademarks.filter(t, t.niceClass in [9, 25]))', 'number', 2],
  ['enterprise.patents.map(p, p.filedOn).max()', 'date', '2023-06-30'],
  ['enterprise.establishedOn + years(1)', 'date', '2021-02-28'],
  ['enterprise.dissolvedOn', 'date', null],
  ['enterprise.aboveScale ? 1 : 2', 'number', 2],
];

describe('a rule of one subject', () => {
  it.each(CONDITIONS)('%s is %s', (text, value) => {
    expect(createEvaluator(sampleRule(text))(MAKER, AS_OF).value).toBe(value);
  });

  it.each(VALUES)('%s, a %s, is %s', (text, type, value) => {
    expect(createEvaluator(sampleRule(text, type))(MAKER, AS_OF)).toMatchObject({ value, outcomes: [] });
  });

  it('gives the outcome of every condition, also of those that no longer matter', () => {
    const rule = sampleRule(
      '(enterprise.aboveScale || !enterprise.highTech) && enterprise.trademarks.valid > 0 && enterprise.active',
    );
    const { value, outcomes } = createEvaluator(rule)(MAKER, AS_OF);
    expect(value).toBe(false);
    expect(outcomes).toEqual([0, 1, -1, 1]);
    expect(rule.conditions).toHaveLength(4);
  });

  it.each([
    ['enterprise.patents.exists(p, p.valid)', false],
    ['enterprise.patents.all(p, p.valid)', true],
    ['enterprise.patents.exists_one(p, p.valid)', false],
    ['size(enterprise.patents) == 0', true],
    ['enterprise.patents.map(p, p.claims).sum() == 0', true],
    ['enterprise.patents.map(p, p.claims).avg() > 0', null],
    ['enterprise.patents.map(p, p.filedOn).min() < today', null],
  ])('with an empty collection, %s is %s', (text, value) => {
    expect(createEvaluator(sampleRule(text))({ ...MAKER, patents: [] }, AS_OF).value).toBe(value);
  });

  it.each(CONDITIONS)('answers %s of a subject of which nothing is known', (text) => {
    const evaluate = createEvaluator(sampleRule(text));
    for (const row of [{}, Object.create(null) as FactRow, { patents: [{}], trademarks: [{}] }])
      expect([true, false, null]).toContain(evaluate(row, AS_OF).value);
  });

  it('holds a collection nobody brought for unknown, not for empty', () => {
    const evaluate = createEvaluator(sampleRule('size(enterprise.patents) == 0'));
    expect(evaluate({}, AS_OF).value).toBeNull();
  });

  it('takes values of another type for unknown', () => {
    const odd = { highTech: 'yes', 'patents.valid': '3', name: 7, patents: 'none', 'trademarks.classes': 25 };
    const rules = [
      'enterprise.highTech',
      'enterprise.patents.valid > 1',
      "enterprise.name == '7'",
      'enterprise.patents.exists(p, p.valid)',
      '25 in enterprise.trademarks.classes',
    ];
    for (const text of rules) expect(createEvaluator(sampleRule(text))(odd, AS_OF).value).toBeNull();
  });
});

describe('createTest', () => {
  it.each(CONDITIONS)('agrees with the evaluator: %s', (text, value) => {
    expect(createTest(sampleRule(text))(MAKER, AS_OF)).toBe(value === null ? -1 : Number(value));
  });
});
