import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import patentAgency from '../agencies/credit-patent-agency.json' with { type: 'json' };
import { creditRuleSetSchema, creditRuleSets, creditRulesOn } from './credit-rules.ts';

const patent = creditRuleSets.find((one) => one.ruleSet === 'patent-agency')!;
const [version] = patent.versions;

describe('the rules of credit', () => {
  it('are read whole: every rule set on disk is in the list', () => {
    const onDisk = readdirSync(join(import.meta.dirname, '../agencies'))
      .filter((name) => /^credit-.*-agency\.json$/.test(name))
      .map((name) => name.slice('credit-'.length, -'.json'.length));
    expect(creditRuleSets.map((one) => one.ruleSet).sort()).toEqual(onDisk.sort());
  });
  it('hold from the day the trial measures began', () => {
    expect(creditRulesOn(patent, '2023-04-30')).toBeUndefined();
    expect(creditRulesOn(patent, '2023-05-01')?.base).toBe(100);
  });
  it('cut the grades at 100, 90, 80 and 60', () => {
    expect(version?.grades.map(({ grade, from, above }) => [grade, from ?? above])).toEqual([
      ['A+', 100],
      ['A', 90],
      ['B', 80],
      ['C', 60],
      ['D', 0],
    ]);
  });
  it('say what is still to be confirmed: no deduction is passed off as certain', () => {
    for (const set of creditRuleSets)
      for (const item of set.versions.flatMap((one) => one.items)) {
        expect(item.confidence, item.item).not.toBe('high');
        expect(item.verify, item.item).not.toBeNull();
      }
  });
  it('give each grade a measure', () => {
    expect(version?.measures.map((one) => one.grade)).toEqual(version?.grades.map((one) => one.grade));
  });
  it.each([
    ['two items for one sort', (set: typeof patentAgency) => set.versions[0]!.items[0]!.sorts.push('penalty-fine')],
    ['an item of no group', (set: typeof patentAgency) => Object.assign(set.versions[0]!.items[0]!, { group: 'x' })],
    [
      'overlapping versions',
      (set: typeof patentAgency) => set.versions.push({ ...set.versions[0]!, from: '2024-01-01' }),
    ],
    [
      'a day that does not exist',
      (set: typeof patentAgency) => Object.assign(set.versions[0]!, { from: '2023-02-30' }),
    ],
  ])('refuse %s', (_what, spoil) => {
    const set = structuredClone(patentAgency);
    spoil(set);
    expect(creditRuleSetSchema.safeParse(set).success).toBe(false);
  });
});
