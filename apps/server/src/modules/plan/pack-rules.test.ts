import { parseRule } from '@jince/rules';
import { planIndicators } from '@jince/wujiang';
import { expect, test } from 'vitest';
import { createModules } from '../../modules.ts';
import { createFactRegistry } from '../../platform/facts/fact-registry.ts';
import {
  completeSince,
  countsApplications,
  isOfThePresent,
  registersOf,
  unpublishedFrom,
} from './domain/completeness.ts';
import { bothTexts, type CheckedRules, partType, RULE_PARTS } from './domain/indicator.ts';

const { modules } = createModules();
const registry = createFactRegistry(modules.flatMap((module) => module.facts ?? []));

function read(subject: string, text: string, expect: 'bool' | 'number') {
  const parsed = parseRule(text, { catalogue: registry.catalogue, subject, expect });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems.map((problem) => problem.zh).join('；')}`);
  return parsed.rule;
}

const computed = planIndicators.flatMap(({ code, computed }) => (computed === undefined ? [] : { code, ...computed }));

function checked(code: string): CheckedRules {
  const { subject, rules } = computed.find((one) => one.code === code) as (typeof computed)[number];
  const [population, counted, value, per] = RULE_PARTS.map((part) =>
    rules[part] === undefined ? undefined : read(subject, rules[part], partType(part)),
  );
  const both =
    rules.counted === undefined ? population : read(subject, bothTexts(rules.population, rules.counted), 'bool');
  if (population === undefined || both === undefined) throw new Error(code);
  return { population, counted, both, value, per };
}

test.each(computed)('$code: rules and cuts fit the catalogue of facts', ({ code, subject, cuts }) => {
  expect(checked(code).population.subject).toBe(subject);
  const facts = registry.subjects.get(subject)?.facts;
  for (const cut of cuts) expect(facts?.get(cut)?.spec.type, cut).not.toBe(undefined);
  for (const cut of cuts) expect(facts?.get(cut)?.spec.type, cut).not.toBe('list');
});

test('a figure knows the registers it is made of, and since when lists are complete', () => {
  const since = new Map([['memberships', '2026-11-01']]);
  expect(registersOf(checked('standard-high-tech'), registry.subjects)).toEqual(
    expect.arrayContaining(['memberships', 'parties']),
  );
  expect(completeSince(checked('standard-high-tech'), registry.subjects, since)).toBe('2026-11-01');
  expect(completeSince(checked('inventions-valid'), registry.subjects, since)).toBeUndefined();
});

test('only what counts applications waits for their publication', () => {
  expect(computed.filter(({ code }) => countsApplications(checked(code))).map(({ code }) => code)).toEqual([
    'abnormal-filings',
  ]);
  expect(computed.filter(({ code }) => isOfThePresent(checked(code))).map(({ code }) => code)).toEqual([
    'annuities-due-90',
    'annuities-late',
  ]);
  expect(unpublishedFrom('2026-11-22')).toBe('2025-05-22');
});
