import { describe, expect, it } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import { entitle, type SubjectCase } from './entitle.ts';
import type { Policy } from './policy.ts';
import { madridItem, sampleCatalogue, samplePolicy } from './testing/sample-policy.ts';

const AS_OF = '2026-11-22';
const ir = (irNo: string | null, registeredOn: string | null = '2025-05-01', more = {}) => ({
  irNo,
  registeredOn,
  valid: true,
  memberCount: 3,
  ...more,
});
const firm = (madrid: unknown[], more: Partial<SubjectCase> = {}): SubjectCase => ({
  id: 'a',
  facts: { kind: 'enterprise', active: true, 'patents.abnormal': 0, madrid } as never,
  ...more,
});

function compiled(policy: Policy) {
  const result = compilePolicy(policy, sampleCatalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

function ask(policy: Policy, subject: SubjectCase, paidKeys: string[] = []) {
  return entitle(compiled(policy), subject, { asOf: AS_OF, paidKeys: new Set(paidKeys) });
}
const amounts = (policy: Policy, subject: SubjectCase, paid: string[] = []) =>
  ask(policy, subject, paid).flatMap((answer) => answer.entitlements.map((one) => one.fen));
const refusals = (policy: Policy, subject: SubjectCase, paid: string[] = []) =>
  ask(policy, subject, paid).flatMap((answer) => answer.refusals.map((one) => [one.code, one.text]));

describe('an amount', () => {
  it('is fixed for each achievement', () => {
    expect(amounts(samplePolicy(), firm([ir('1'), ir('2')]))).toEqual([3_000_000, 3_000_000]);
  });
  it.each([
    [3, 3_000_000],
    [7, 5_000_000],
    [0, 0],
  ])('per unit: %i members make %i fen, five at the most', (memberCount, expected) => {
    const item = madridItem({
      amount: { type: 'per-unit', unitFen: 1_000_000, units: 'madrid.memberCount', maxUnits: 5 },
    });
    expect(amounts(samplePolicy([item]), firm([ir('1', '2025-05-01', { memberCount })]))).toEqual([expected]);
  });
  it.each([
    [2, 0],
    [3, 1_000_000],
    [9, 1_000_000],
    [10, 2_000_000],
  ])('by tiers, lower bound in and upper bound out: %i gives %i', (memberCount, expected) => {
    const tiers = [
      { from: 3, to: 10, fen: 1_000_000 },
      { from: 10, to: null, fen: 2_000_000 },
    ];
    const item = madridItem({ amount: { type: 'tiered', by: 'madrid.memberCount', tiers } });
    expect(amounts(samplePolicy([item]), firm([ir('1', '2025-05-01', { memberCount })]))).toEqual([expected]);
  });
  const premium = madridItem({
    code: 'premium',
    trigger: 'insurance-premium',
    achievement: { subject: 'claim', keyFact: 'policyNo', label: '保单' },
    declared: [
      { path: 'policyNo', type: 'text', label: '保单号' },
      { path: 'premiumFen', type: 'number', label: '实缴保费', unit: '分' },
    ],
    amount: { type: 'share', of: 'claim.premiumFen', ratePpm: 500_000 },
    capFen: 2_000_000,
  });
  it.each([
    [1_234_567, 617_200, '不足一元的部分舍去', 'Rounded down to whole yuan'],
    [9_000_000, 2_000_000, '单项上限20,000元', 'At most CNY 20,000 for one'],
  ])('is a share of what was paid: half of %i is %i, with the step “%s”', (premiumFen, expected, step, english) => {
    const subject = firm([], { claims: { premium: [{ policyNo: 'P1', premiumFen }] } });
    const [answer] = ask(samplePolicy([premium]), subject);
    expect(answer?.entitlements[0]).toMatchObject({ fen: expected, key: 'claim:P1:insurance-premium' });
    expect(answer?.entitlements[0]?.steps.map((one) => one.text)).toContain(step);
    expect(answer?.entitlements[0]?.steps.map((one) => one.en)).toContain(english);
  });
  it('is left to a person when what it depends on is unknown', () => {
    const subject = firm([], { claims: { premium: [{ policyNo: 'P1' }] } });
    expect(refusals(samplePolicy([premium]), subject)).toEqual([['unknown', '计算金额所需的数据不全，须由人核实']]);
  });
  it('takes off what a higher level gave', () => {
    const item = madridItem({ deductHigher: true });
    expect(amounts(samplePolicy([item]), firm([ir('1', '2025-05-01', { higherFen: 1_000_000 })]))).toEqual([2_000_000]);
    expect(amounts(samplePolicy([item]), firm([ir('1', '2025-05-01', { higherFen: 9_000_000 })]))).toEqual([0]);
  });
});

describe('caps and stacking', () => {
  it('caps an item, then the year of the subject, in order of achievement', () => {
    const policy = samplePolicy([madridItem({ subjectYearCapFen: 7_000_000 })], { subjectYearCapFen: 6_500_000 });
    const subject = firm([ir('3', '2025-09-01'), ir('1', '2025-01-05'), ir('2', '2025-03-01')]);
    const [answer] = ask(policy, subject);
    expect(answer?.entitlements.map((one) => [one.key, one.fen]).sort()).toEqual([
      ['madrid:1:madrid-registration', 3_000_000],
      ['madrid:2:madrid-registration', 3_000_000],
      ['madrid:3:madrid-registration', 500_000],
    ]);
  });
  it('counts what the year has already paid', () => {
    const paidBefore = [{ group: null, item: 'madrid', policy: 'sample', year: 2026, fen: 2_000_000 }];
    const policy = samplePolicy([madridItem({ subjectYearCapFen: 4_000_000 })]);
    expect(amounts(policy, firm([ir('1')], { paidBefore }))).toEqual([2_000_000]);
  });
  const level = (code: string, fen: number, rule: 'highest' | 'difference') =>
    madridItem({ code, name: code, amount: { type: 'fixed', fen }, stacking: { rule, group: 'level' } });
  it('gives the highest of a group alone', () => {
    const policy = samplePolicy([level('low', 1_000_000, 'highest'), level('high', 2_000_000, 'highest')]);
    expect(amounts(policy, firm([ir('1')]))).toEqual([0, 2_000_000]);
  });
  it('makes up the difference to what the group paid before', () => {
    const paidBefore = [{ group: 'level', item: 'low', policy: 'older', year: 2024, fen: 1_200_000 }];
    expect(amounts(samplePolicy([level('high', 2_000_000, 'difference')]), firm([ir('1')], { paidBefore }))).toEqual([
      800_000,
    ]);
  });
});

describe('a refusal says why', () => {
  it.each([
    [
      'another kind of beneficiary',
      firm([ir('1')], { facts: { kind: 'bank', active: true, madrid: [ir('1')] } as never }),
      'beneficiary',
    ],
    [
      'not eligible',
      firm([], { facts: { kind: 'enterprise', active: false, madrid: [ir('1')] } as never }),
      'eligibility',
    ],
    ['unknown', firm([], { facts: { kind: 'enterprise', active: null, madrid: [ir('1')] } as never }), 'unknown'],
    ['outside the window', firm([ir('1', '2024-12-31')]), 'window'],
    ['no date', firm([ir('1', null)]), 'unknown'],
    ['no number', firm([ir(null)]), 'unknown'],
    ['no longer valid', firm([ir('1', '2025-05-01', { valid: false })]), 'achievement'],
    ['nothing there', firm([]), 'achievement'],
  ])('%s', (_what, subject, code) => {
    expect(refusals(samplePolicy(), subject)[0]?.[0]).toBe(code);
    expect(amounts(samplePolicy(), subject)).toEqual([]);
  });
  it('pays nothing twice, whatever policy paid it', () => {
    const [refusal] = refusals(samplePolicy(), firm([ir('1')]), ['madrid:1:madrid-registration']);
    expect(refusal).toEqual(['paid-before', '该成果（1）已享受过资金支持，不得重复']);
  });
  it('names the precondition with its article', () => {
    const policy = samplePolicy([madridItem()], {
      preconditions: [
        {
          code: 'abnormal',
          label: '无非正常申请',
          rule: 'enterprise.patents.abnormal == 0',
          refusal: '有未处理的非正常申请',
          article: '令第77号',
        },
      ],
    });
    const subject = firm([], {
      facts: { kind: 'enterprise', active: true, 'patents.abnormal': 1, madrid: [ir('1')] } as never,
    });
    expect(ask(policy, subject)[0]?.refusals[0]).toEqual({
      code: 'precondition',
      text: '有未处理的非正常申请',
      en: 'Not met: patents.abnormal = 0',
      article: '令第77号',
    });
  });
  it('shows a legacy item and never pays it', () => {
    expect(refusals(samplePolicy([madridItem({ legacy: true })]), firm([ir('1')]))[0]?.[0]).toBe('legacy');
  });
});
