import { describe, expect, it } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import type { SubjectCase } from './entitle.ts';
import type { Policy } from './policy.ts';
import { madridItem, sampleCatalogue, samplePolicy } from './testing/sample-policy.ts';
import { shiftYears, whatIfYears } from './what-if-years.ts';

function compiled(policy: Policy) {
  const result = compilePolicy(policy, sampleCatalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}
const subject = (madrid: readonly unknown[]): SubjectCase => ({
  id: 'a',
  facts: { kind: 'enterprise', active: true, madrid } as never,
});
const ir = (irNo: string, registeredOn: string) => ({ irNo, registeredOn, valid: true });

function over(item: ReturnType<typeof madridItem>, ...years: [shift: number, subject: SubjectCase][]) {
  const policy = samplePolicy([item]);
  const results = whatIfYears(
    years.map(([shift, one]) => ({
      policy: compiled(shiftYears(policy, shift)),
      subjects: [one],
      asOf: `${2026 + shift}-12-31`,
    })),
  );
  return results.map((one) => one.lines.map((line) => [line.key, line.fen]));
}

describe('a policy over several years', () => {
  it('moves its windows by whole years', () => {
    const policy = shiftYears(samplePolicy([madridItem({ achieved: { from: '2024-02-29', to: '2024-12-31' } })]), -1);
    expect(policy).toMatchObject({ year: 2025, effectiveFrom: '2024-01-01', windows: [{ from: '2025-06-01' }] });
    expect(policy.items[0]?.achieved).toEqual({ from: '2023-02-28', to: '2023-12-31' });
  });

  it('moves the days of a window that rules name, and no other day', () => {
    const eligibility =
      "enterprise.madrid.exists(m, m.registeredOn >= date('2025-01-01') && m.registeredOn <= date(\"2025-12-31\") && m.registeredOn != date('2025-06-30'))";
    const [item] = shiftYears(samplePolicy([madridItem({ eligibility })]), -2).items;
    expect(item?.eligibility).toBe(
      "enterprise.madrid.exists(m, m.registeredOn >= date('2023-01-01') && m.registeredOn <= date('2023-12-31') && m.registeredOn != date('2025-06-30'))",
    );
  });

  it('rewards in each year what was achieved in the window of that year', () => {
    const held = subject([ir('1', '2023-05-01'), ir('2', '2024-05-01'), ir('3', '2025-05-01')]);
    expect(over(madridItem(), [-2, held], [-1, held], [0, held])).toEqual([
      [['madrid:1:madrid-registration', 3_000_000]],
      [['madrid:2:madrid-registration', 3_000_000]],
      [['madrid:3:madrid-registration', 3_000_000]],
    ]);
  });

  it('pays nothing again that an earlier year paid', () => {
    const wide = madridItem({ achieved: { from: '2020-01-01', to: '2026-12-31' } });
    expect(over(wide, [-1, subject([ir('1', '2021-05-01')])], [0, subject([ir('1', '2021-05-01')])])).toEqual([
      [['madrid:1:madrid-registration', 3_000_000]],
      [],
    ]);
  });

  it('makes up the difference to what an earlier year paid in the group', () => {
    const amount = { type: 'per-unit', unitFen: 100_000, units: 'madrid.memberCount' };
    const item = madridItem({ amount, stacking: { rule: 'difference', group: 'level' } });
    const of = (irNo: string, registeredOn: string, memberCount: number) =>
      subject([{ ...ir(irNo, registeredOn), memberCount }]);
    expect(over(item, [-1, of('1', '2024-05-01', 4)], [0, of('2', '2025-05-01', 10)])).toEqual([
      [['madrid:1:madrid-registration', 400_000]],
      [['madrid:2:madrid-registration', 600_000]],
    ]);
  });
});
