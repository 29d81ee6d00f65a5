import { describe, expect, test } from 'vitest';
import planData from '../../data/plan/plan.json' with { type: 'json' };
import unitData from '../../data/plan/units.json' with { type: 'json' };
import { PackDataError, plan, planIndicators, planMeasures } from '../index.ts';
import { readIndicators, readTargets } from './read-indicators.ts';
import { readMeasures } from './read-measures.ts';
import { readPlan } from './read-plan.ts';

const CLAUSES = 'II.1 II.2 II.3 III.1 III.2 III.3 IV.1 IV.2 IV.3 IV.4 V.1 V.2 V.3 VI.1 VI.2 VI.3'.split(' ');

test('the plan has its sixteen clauses, each with measures and with an indicator that counts now or says what it waits for', () => {
  expect(plan.chapters.flatMap((chapter) => chapter.clauses.map((clause) => clause.code))).toEqual(CLAUSES);
  expect(planMeasures.length).toBeGreaterThanOrEqual(25);
  for (const clause of CLAUSES) {
    expect(planMeasures.filter((measure) => measure.clause === clause)).not.toHaveLength(0);
    expect(
      planIndicators.filter((one) => one.clause === clause && one.computed !== undefined),
      clause,
    ).not.toHaveLength(0);
  }
  expect(planIndicators.filter((one) => one.computed !== undefined).length).toBeGreaterThanOrEqual(40);
  expect(planIndicators.filter((one) => one.headline).length).toBeGreaterThanOrEqual(5);
});

test('only the goals of full coverage claim to be numbers of the plan', () => {
  const planned = planIndicators.flatMap((one) =>
    one.targets.filter((target) => target.basis === 'plan').map((target) => [one.code, target.year, target.value]),
  );
  expect(planned.every(([, year, value]) => year === 2030 && value === 100)).toBe(true);
  expect(planned.map(([code]) => code).toSorted()).toEqual([
    'one-coop-one-mark',
    'one-enterprise-one-mark',
    'standard-above-scale',
    'standard-high-tech',
  ]);
});

describe('faulty content is refused with its place', () => {
  const measure = {
    code: 'II.1.1',
    clause: 'II.1',
    label: { zh: '甲', en: 'A' },
    text: '甲',
    responsible: ['WJ-MSB'],
    href: '/a',
  };
  const oneClause = {
    ...planData,
    chapters: [{ ...planData.chapters[0], clauses: [planData.chapters[0]?.clauses[0]] }],
  };
  const small = readPlan(oneClause);
  const measures = readMeasures({ measures: [measure] }, small, ['WJ-MSB']);
  const indicator = {
    code: 'a',
    clause: 'II.1',
    measure: 'II.1.1',
    label: { zh: '甲', en: 'A' },
    definition: '甲。',
    kind: 'share',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    subject: 'officer',
    rules: { population: 'true', counted: 'true' },
    cuts: [],
  };
  const read = (change: object, targets = new Map()) =>
    readIndicators([{ indicators: [{ ...indicator, ...change }] }], small, measures, unitData, targets);

  test.each([
    [{}, undefined],
    [{ clause: 'II.2' }, 'indicators[0][0].measure'],
    [{ kind: 'mean', rules: { population: 'true' } }, 'indicators[0][0].rules.value'],
    [{ rules: { population: 'true', counted: 'true', value: '1' } }, '不用这一项'],
    [{ awaits: 'cases' }, 'rules 与 awaits'],
    [{ rules: undefined, awaits: 'nothing' }, 'indicators[0][0].awaits'],
    [{ unit: 'gallon' }, 'indicators[0][0].unit'],
    [{ definition: '没有句号' }, 'indicators[0][0].definition'],
  ])('%j', (change, message) => {
    if (message === undefined) expect(read(change)).toHaveLength(1);
    else expect(() => read(change)).toThrow(message);
  });

  test('a target of an unknown indicator, of no direction, of a strange year, twice', () => {
    const of = (fields: object) => readTargets({ targets: [{ code: 'a', basis: 'example', years: {}, ...fields }] });
    expect(of({ years: { 2026: 1 }, plan: { 2030: 100 }, planNote: '全覆盖' }).get('a')).toMatchObject([
      { year: 2026, basis: 'example' },
      { year: 2030, basis: 'plan', note: '全覆盖' },
    ]);
    expect(() => of({ years: { 1999: 1 } })).toThrow(PackDataError);
    expect(() => of({ years: { 2030: 1 }, plan: { 2030: 2 }, planNote: '全' })).toThrow('重复');
    expect(() => read({}, new Map([['b', []]]))).toThrow('没有指标');
    expect(() => read({ direction: 'none' }, of({ years: { 2026: 1 } }))).toThrow('没有方向');
  });

  test('a measure without a known body, or with neither page nor module', () => {
    expect(() => readMeasures({ measures: [measure] }, small, ['X'])).toThrow('responsible[0]');
    expect(() => readMeasures({ measures: [{ ...measure, href: undefined }] }, small, ['WJ-MSB'])).toThrow('恰有一项');
  });
});
