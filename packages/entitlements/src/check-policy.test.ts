import { describe, expect, it } from 'vitest';
import { checkPolicy } from './check-policy.ts';
import type { Policy } from './policy.ts';
import { madridItem, sampleCatalogue, samplePolicy } from './testing/sample-policy.ts';

const prohibitions = [
  {
    trigger: 'patent-granted' as const,
    from: '2025-01-01',
    notice: '国知发保字〔2021〕1号',
    text: '授权环节财政资助全部取消',
  },
];
const findings = (policy: Policy) =>
  checkPolicy(policy, { catalogue: sampleCatalogue, prohibitions, asOf: '2026-11-22' });
const tiers = (...list: [number, number | null][]) => ({
  amount: { type: 'tiered', by: 'madrid.memberCount', tiers: list.map(([from, to]) => ({ from, to, fen: 3_000_000 })) },
  examples: [
    {
      label: '五国',
      enterprise: { kind: 'enterprise', active: true },
      achievements: [{ irNo: '1', valid: true, registeredOn: '2025-05-01', memberCount: 5 }],
      expectFen: 3_000_000,
    },
  ],
});

describe('a policy is checked before anybody runs into it', () => {
  it('finds nothing in a sound one', () => {
    expect(findings(samplePolicy())).toEqual([]);
    expect(findings(samplePolicy([madridItem(tiers([0, 5], [5, null]))]))).toEqual([]);
  });

  it.each([
    ['tier-gap', madridItem(tiers([0, 6], [8, null])), 'items.0.amount.tiers.1', '6至8之间没有金额'],
    ['tier-overlap', madridItem(tiers([0, 6], [5, null])), 'items.0.amount.tiers.1', '重叠'],
    ['tier-overlap', madridItem(tiers([0, null], [9, null])), 'items.0.amount.tiers.1', '重叠'],
    ['tier-order', madridItem(tiers([0, 6], [6, 6], [6, null])), 'items.0.amount.tiers.1', '永远不会用到'],
    ['cap-below-amount', madridItem({ capFen: 2_000_000 }), 'items.0.capFen', '低于定额30,000元'],
    [
      'caps-contradict',
      madridItem({ capFen: 3_000_000, subjectYearCapFen: 2_000_000 }),
      'items.0.subjectYearCapFen',
      '永远用不到',
    ],
    ['budget-below-amount', madridItem({ budgetFen: 1_000_000 }), 'items.0.budgetFen', '不够一笔'],
    [
      'unreachable',
      madridItem({ eligibility: 'enterprise.active && !enterprise.active' }),
      'items.0.eligibility',
      '互相矛盾',
    ],
    [
      'unreachable',
      madridItem({ eligibility: 'enterprise.patents.valid > 5 && enterprise.patents.valid < 5' }),
      'items.0.eligibility',
      '互相矛盾',
    ],
    [
      'achieved-never',
      madridItem({ achieved: { from: '2025-12-31', to: '2025-01-01' } }),
      'items.0.achieved',
      '早于起日',
    ],
    [
      'achieved-never',
      madridItem({ achieved: { from: '2027-01-01', to: '2027-12-31' } }),
      'items.0.achieved',
      '都在此前结束',
    ],
    ['example-missing', madridItem({ examples: [] }), 'items.0.examples', '没有算例'],
    ['rule-problem', madridItem({ eligibility: 'enterprise.highTec' }), 'items.0.eligibility', 'highTec'],
    ['prohibited-trigger', madridItem({ trigger: 'patent-granted' }), 'items.0.trigger', '国知发保字〔2021〕1号'],
  ])('%s', (code, item, path, text) => {
    const found = findings(samplePolicy([item])).find((one) => one.code === code);
    expect(found).toMatchObject({ path });
    expect(found?.text).toContain(text);
    expect(found?.advice).not.toBe('');
  });

  it('works the examples and says what came out instead', () => {
    const [example] = madridItem().examples as { expectFen: number }[];
    const wrong = madridItem({ examples: [{ ...example, expectFen: 5_000_000 }] });
    expect(findings(samplePolicy([wrong]))[0]).toMatchObject({
      code: 'example-fails',
      severity: 'block',
      text: '算例“一件”应得50,000元，按条款算得30,000元',
    });
  });

  it('sees two items pay one achievement, unless they stand in one group', () => {
    const two = madridItem({ code: 'again', name: '再奖' });
    expect(findings(samplePolicy([madridItem(), two]))).toContainEqual(
      expect.objectContaining({ code: 'overlapping-items', severity: 'block', path: 'items.1' }),
    );
    const stacking = { rule: 'highest', group: 'madrid' };
    expect(findings(samplePolicy([madridItem({ stacking }), { ...two, stacking }]))).toEqual([]);
  });

  it('sees a window that never opens', () => {
    const policy = samplePolicy([madridItem()], { windows: [{ from: '2024-01-01', to: '2024-06-30' }] });
    expect(findings(policy).map((one) => one.code)).toContain('window-never-opens');
  });

  it('lets a prohibited item stand as history', () => {
    const legacy = madridItem({ code: 'old', trigger: 'patent-granted', legacy: true, examples: [] });
    expect(findings(samplePolicy([madridItem(), legacy]))).toEqual([]);
  });
});
