import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import { entitle, type SubjectCase } from './entitle.ts';
import { candidateKey, findCandidates } from './find-candidates.ts';
import type { Policy } from './policy.ts';
import { settleCandidates } from './settle-candidates.ts';
import { madridItem, sampleCatalogue, samplePolicy } from './testing/sample-policy.ts';
import { whatIf } from './what-if.ts';

const AS_OF = '2026-11-22';
const options = { asOf: AS_OF, paidKeys: new Set<string>() };

function compiled(policy: Policy) {
  const result = compilePolicy(policy, sampleCatalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const day = fc.integer({ min: 0, max: 720 }).map((n) => new Date(Date.UTC(2024, 6, 1 + n)).toISOString().slice(0, 10));
const registration = fc.record({
  irNo: fc.integer({ min: 1, max: 40 }).map(String),
  valid: fc.constantFrom(true, true, true, false, null),
  registeredOn: fc.option(day, { freq: 9 }),
  memberCount: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 9 }),
  higherFen: fc.constantFrom(0, 0, 500_000),
});
const subjects = fc
  .array(
    fc.record({
      kind: fc.constantFrom('enterprise', 'enterprise', 'co-operative', 'bank'),
      active: fc.constantFrom(true, true, true, false, null),
      highTech: fc.constantFrom(true, false, null),
      abnormal: fc.constantFrom(0, 0, 0, 1, null),
      madrid: fc.array(registration, { maxLength: 4 }),
      paid: fc.constantFrom(0, 0, 1_500_000),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(
      ({ kind, active, highTech, abnormal, madrid, paid }, n): SubjectCase => ({
        id: `s${n}`,
        facts: { kind, active, highTech, 'patents.abnormal': abnormal, madrid } as never,
        paidBefore: paid === 0 ? [] : [{ group: 'level', item: 'tiered', policy: 'sample', year: 2026, fen: paid }],
      }),
    ),
  );
const cap = fc.option(fc.integer({ min: 0, max: 9_000_000 }), { freq: 1 });
const stacking = fc.constantFrom(
  { rule: 'stackable', group: null },
  { rule: 'highest', group: 'level' },
  { rule: 'difference', group: 'level' },
);
const policies = fc
  .record({ a: cap, b: cap, c: cap, stackA: stacking, stackB: stacking, rounding: fc.constantFrom('fen', 'yuan-down') })
  .map(({ a, b, c, stackA, stackB, rounding }) =>
    samplePolicy(
      [
        madridItem({ code: 'fixed', amount: { type: 'fixed', fen: 1_234_567 }, capFen: a, stacking: stackA }),
        madridItem({
          code: 'tiered',
          beneficiaries: ['enterprise', 'co-operative'],
          eligibility: 'enterprise.active && !enterprise.highTech',
          deductHigher: true,
          subjectYearCapFen: b,
          stacking: stackB,
          amount: {
            type: 'tiered',
            by: 'madrid.memberCount',
            tiers: [
              { from: 0, to: 5, fen: 700_000 },
              { from: 5, to: null, fen: 2_900_000 },
            ],
          },
        }),
      ],
      {
        rounding,
        subjectYearCapFen: c,
        preconditions: [
          { code: 'abnormal', label: '无非正常申请', rule: 'enterprise.patents.abnormal == 0', refusal: '有' },
        ],
      },
    ),
  );

describe('a what-if over a district', () => {
  it('gives each subject what it gets when asked alone, to the fen', () => {
    fc.assert(
      fc.property(policies, subjects, (policy, list) => {
        const ready = compiled(policy);
        const all = whatIf(ready, list, options);
        for (const [at, subject] of list.entries()) {
          const alone = entitle(ready, subject, options)
            .flatMap((answer) => answer.entitlements)
            .filter((one) => one.fen > 0)
            .map((one) => `${one.item} ${one.key} ${one.fen}`);
          const together = all.lines
            .filter((line) => line.subject === at)
            .map((line) => `${policy.items[line.item]?.code} ${line.key} ${line.fen}`);
          expect(together.sort()).toEqual(alone.sort());
        }
        expect(all.totalFen).toBe(all.lines.reduce((sum, line) => sum + line.fen, 0));
      }),
      { numRuns: 300 },
    );
  });

  /** Budgets as a clerk would share them, over what each subject gets when asked alone. */
  function shareByHand(policy: Policy, list: readonly SubjectCase[]): string[] {
    const rows = list.flatMap(({ id, ...subject }) =>
      entitle(compiled(policy), { id, ...subject }, options).flatMap(({ entitlements }, at) =>
        entitlements.filter((one) => one.fen > 0).map((one) => ({ ...one, id, at, on: one.achievedOn ?? '9999' })),
      ),
    );
    const place = (row: (typeof rows)[number]) => [row.on, row.id, row.at, row.key].join('\t');
    rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
    const down = (fen: number) => (policy.rounding === 'fen' ? fen : fen - (fen % 100));
    const budgets = [
      ...policy.items.map((item) => [item.code, item.budgetFen] as const),
      [null, policy.budgetFen] as const,
    ];
    for (const [code, budget] of budgets) {
      if (budget === null) continue;
      const own = rows.filter((row) => code === null || row.item === code);
      const needed = own.reduce((sum, row) => sum + row.fen, 0);
      let left = budget;
      for (const row of needed > budget ? own : []) {
        const share = Number((BigInt(row.fen) * BigInt(budget)) / BigInt(needed));
        row.fen = policy.overBudget === 'queue' ? Math.min(row.fen, down(left)) : down(share);
        left -= row.fen;
      }
    }
    return rows.map((row) => `${row.id} ${row.item} ${row.key} ${row.fen}`).sort();
  }

  it('shares budgets of items and of the policy as by hand, to the fen', () => {
    const budget = fc.option(fc.integer({ min: 0, max: 60_000_000 }), { freq: 3 });
    const money = fc.record({ all: budget, one: budget, overBudget: fc.constantFrom('queue', 'pro-rata') });
    fc.assert(
      fc.property(policies, subjects, money, (policy, list, { all, one, overBudget }) => {
        const [fixed, ...others] = policy.items as [Policy['items'][number]];
        const items = [{ ...fixed, budgetFen: one }, ...others];
        const limited: Policy = { ...policy, items, budgetFen: all, overBudget: overBudget as Policy['overBudget'] };
        const { lines } = whatIf(compiled(limited), list, options);
        const found = lines.map(
          (line) => `${list[line.subject]?.id} ${items[line.item]?.code} ${line.key} ${line.fen}`,
        );
        expect(found.sort()).toEqual(shareByHand(limited, list));
      }),
      { numRuns: 300 },
    );
  });

  it('never uses more than a budget, and lowers nobody within it', () => {
    fc.assert(
      fc.property(
        subjects,
        fc.integer({ min: 0, max: 30_000_000 }),
        fc.constantFrom('queue', 'pro-rata'),
        (list, budgetFen, overBudget) => {
          const free = whatIf(compiled(samplePolicy()), list, options);
          const bound = whatIf(compiled(samplePolicy([madridItem()], { budgetFen, overBudget })), list, options);
          expect(bound.totalFen).toBeLessThanOrEqual(budgetFen);
          if (free.totalFen <= budgetFen) expect(bound.lines).toEqual(free.lines);
          else expect(bound.budgets[0]).toMatchObject({ neededFen: free.totalFen, usedFen: bound.totalFen });
          for (const line of bound.lines) expect(line.fen % 100).toBe(0);
          expect(bound.neededFen).toBe(free.totalFen);
        },
      ),
    );
  });

  it('finds candidates once for all amounts, caps and budgets', () => {
    fc.assert(
      fc.property(policies, policies, subjects, (one, other, list) => {
        expect(candidateKey(one)).toBe(candidateKey(other));
        const candidates = findCandidates(compiled(one), list, options);
        expect(settleCandidates(compiled(other), candidates)).toEqual(whatIf(compiled(other), list, options));
      }),
    );
    const later = madridItem({ achieved: { from: '2025-02-01', to: '2025-12-31' } });
    expect(candidateKey(samplePolicy([later]))).not.toBe(candidateKey(samplePolicy()));
  });

  const firm = (id: string, registeredOn: string): SubjectCase => ({
    id,
    facts: { kind: 'enterprise', active: true, madrid: [{ irNo: id, valid: true, registeredOn }] } as never,
  });
  const three = [firm('c', '2025-02-01'), firm('a', '2025-03-01'), firm('b', '2025-01-01')];

  it('pays a queue in order of achievement until the money is gone', () => {
    const policy = compiled(samplePolicy([madridItem()], { budgetFen: 4_000_000, overBudget: 'queue' }));
    const { lines } = whatIf(policy, three, options);
    expect(lines.map((line) => [three[line.subject]?.id, line.fen])).toEqual([
      ['c', 1_000_000],
      ['a', 0],
      ['b', 3_000_000],
    ]);
    expect(whatIf(policy, three, options)).toMatchObject({ recipients: 2, byItem: [{ lines: 2, subjects: 2 }] });
  });

  it('takes off what of a budget was used before', () => {
    const policy = compiled(samplePolicy([madridItem({ budgetFen: 9_000_000 })], { budgetFen: 7_000_000 }));
    const used = { policyFen: 2_000_000, byItem: new Map([['madrid', 1_000_000]]) };
    const { totalFen, budgets } = whatIf(policy, three, { ...options, used });
    expect(totalFen).toBe(5_000_000);
    expect(budgets).toMatchObject([
      { item: 'madrid', usedBeforeFen: 1_000_000, neededFen: 9_000_000, usedFen: 8_000_000 },
      { item: null, usedBeforeFen: 2_000_000, neededFen: 8_000_000, usedFen: 5_000_000, lowered: 2 },
    ]);
  });

  it('shares in proportion, rounded down to yuan', () => {
    const policy = compiled(samplePolicy([madridItem()], { budgetFen: 1_000_000, overBudget: 'pro-rata' }));
    expect(whatIf(policy, three, options).lines.map((line) => line.fen)).toEqual([333_300, 333_300, 333_300]);
  });

  it('pays an achievement once that a register lists twice, and says so', () => {
    const policy = compiled(samplePolicy());
    const row = { irNo: '7', valid: true, registeredOn: '2025-03-01', memberCount: 4, higherFen: 0 };
    const facts = { ...(three[0] as SubjectCase).facts, madrid: [row, { ...row }] } as never;
    const twice: SubjectCase = { id: 'twice', facts };
    const once: SubjectCase = { id: 'once', facts: { ...twice.facts, madrid: [row] } as never };
    expect(whatIf(policy, [twice], options).totalFen).toBe(whatIf(policy, [once], options).totalFen);
    const [answer] = entitle(policy, twice, options);
    expect(answer?.entitlements.map((one) => one.steps.at(-1)?.text)).toContain('同一成果只计一次');
  });

  it('counts those that need a person', () => {
    const unknown = (madrid: unknown[]): SubjectCase => ({
      id: 'x',
      facts: { kind: 'enterprise', active: null, madrid } as never,
    });
    const registered = { irNo: '9', valid: true, registeredOn: '2025-05-01' };
    const count = (madrid: unknown[]) => whatIf(compiled(samplePolicy()), [unknown(madrid), ...three], options).unknown;
    expect(count([registered])).toBe(1);
    expect(count([{ ...registered, registeredOn: null }])).toBe(1);
    // Who has nothing that could be rewarded needs nobody's time.
    expect(count([])).toBe(0);
    expect(count([{ ...registered, registeredOn: '2024-05-01' }])).toBe(0);
  });
});
