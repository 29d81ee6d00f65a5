import { describe, expect, it } from 'vitest';
import { checkPolicy } from './check-policy.ts';
import { compilePolicy } from './compile-policy.ts';
import { entitle } from './entitle.ts';
import { madridItem, sampleCatalogue, samplePolicy } from './testing/sample-policy.ts';
import { whatIf } from './what-if.ts';

const item = (over: Record<string, unknown> = {}) =>
  madridItem({
    code: 'premium',
    trigger: 'insurance-premium',
    achievement: {
      subject: 'claim',
      rule: 'claim.marksOwned',
      dateFact: 'paidOn',
      keyFact: 'policyNo',
      label: '保单',
    },
    declared: [
      { path: 'policyNo', type: 'text', label: '保单号' },
      { path: 'marks', type: 'text', label: '投保商标' },
      { path: 'paidOn', type: 'date', label: '支付日期' },
    ],
    checks: [
      {
        path: 'marksOwned',
        label: '投保商标为本单位有效的国际注册',
        of: 'marks',
        collection: 'madrid',
        keyFact: 'irNo',
        rule: 'madrid.valid',
      },
    ],
    examples: [],
    ...over,
  });
const options = { asOf: '2026-06-01', paidKeys: new Set<string>() };
const marks = [
  { irNo: '1700001', valid: true },
  { irNo: '1700002', valid: false },
  { irNo: '1700003', valid: null },
];
function ask(stated: string, facts: Record<string, unknown> = { madrid: marks }) {
  const compiled = compilePolicy(samplePolicy([item() as never]), sampleCatalogue);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const subject = {
    id: 'x',
    facts: { kind: 'enterprise', active: true, ...facts } as never,
    claims: { premium: [{ policyNo: 'P-1', marks: stated, paidOn: '2025-05-01' }] },
  };
  const [answer] = entitle(compiled.policy, subject, options);
  // A district is worked out as its subjects are.
  const total = (answer?.entitlements ?? []).reduce((sum, one) => sum + one.fen, 0);
  expect(whatIf(compiled.policy, [subject], options).totalFen).toBe(total);
  return { total, reasons: answer?.refusals.map((one) => `${one.code} ${one.text}`) };
}

describe('what is stated, checked against the registers', () => {
  it.each(['1700001', ' 1700001 ', '17-00001', '1700001，1700001'])('passes for %s', (stated) => {
    expect(ask(stated).total).toBe(3_000_000);
  });

  it('names the numbers that are not there or do not hold', () => {
    const { total, reasons } = ask('1700001、1700002；9999999');
    expect(total).toBe(0);
    expect(reasons?.[0]).toBe('achievement 登记数据核对不符：投保商标为本单位有效的国际注册（1700002、9999999）');
  });

  it('leaves what the registers do not say to a person', () => {
    expect(ask('1700003').reasons?.join()).toContain('unknown');
    expect(ask('').reasons?.join()).toContain('unknown');
    expect(ask('1700001', {}).reasons?.join()).toContain('unknown');
  });

  it('is refused for registers, facts and fields there are not', () => {
    const found = (over: object) =>
      checkPolicy(samplePolicy([item({ checks: [{ ...(item().checks as object[])[0], ...over }] }) as never]), {
        catalogue: sampleCatalogue,
        prohibitions: [],
        asOf: options.asOf,
      })
        .filter((one) => one.code === 'rule-problem')
        .map((one) => one.path);
    expect(found({ collection: 'ships' })).toContain('items.0.checks.0.collection');
    expect(found({ keyFact: 'hull' })).toContain('items.0.checks.0.keyFact');
    expect(found({ of: 'nothing' })).toContain('items.0.checks.0.of');
    expect(found({ rule: 'madrid.afloat' })).toContain('items.0.checks.0.rule');
  });
});
