import { afterAll, beforeAll, expect, it } from 'vitest';
import { bring, premiumClaim } from './testing/claim-way.ts';
import { openSubsidyDesk, type SubsidyDesk } from './testing/subsidy-desk.ts';

let desk: SubsidyDesk;
beforeAll(async () => {
  desk = await openSubsidyDesk();
  await desk.give(50_000_000);
});
afterAll(() => desk.close());

const decide = (id: string, reason?: string) =>
  desk.act(desk.hands().director, id, 'decide-approve', {
    documentNo: '吴市监〔2026〕9号',
    ...(reason === undefined ? {} : { confirmChange: reason }),
  });
const amountsOf = async (id: string) => {
  const claim = await desk.call(desk.hands().officer, 'getClaim', { params: { id } });
  return { claimed: claim.claimedFen, approved: claim.approvedFen, steps: claim.calculations.at(-1)?.lines[0]?.steps };
};

it('shares a budget that is too small among all who applied, once the window has ended', async () => {
  const version = await desk.policy({
    code: 'shared',
    overBudget: 'pro-rata',
    budgetFen: 1_000_000,
    windows: [{ from: '2026-01-01', to: '2026-11-30' }],
  });
  desk.at('2026-11-22T02:00:00Z');
  const claims: string[] = [];
  for (const [at, premiumFen] of [2_000_000, 3_000_000].entries()) {
    const firm = await desk.firm(`苏州分配${'甲乙'[at]}公司`);
    const id = await premiumClaim(desk, version, firm.id, [{ policyNo: `S-${at}`, premiumFen }]);
    claims.push(await bring(desk, id, 'cleared'));
  }
  const [first, second] = claims as [string, string];
  await expect(decide(first)).rejects.toMatchObject({ code: 'subsidies.claim.window-open' });
  desk.at('2026-12-01T02:00:00Z');
  // 1,000,000 + 1,500,000 fen are asked, 1,000,000 are there: two fifths each. The change waits for a reason.
  await expect(decide(second)).rejects.toMatchObject({ code: 'subsidies.claim.changed' });
  expect(await decide(second, '预算不足，按比例核减')).toBe('approved');
  expect(await decide(first, '预算不足，按比例核减')).toBe('approved');
  expect(await amountsOf(first)).toMatchObject({ claimed: 1_000_000, approved: 400_000 });
  const told = await amountsOf(second);
  expect(told).toMatchObject({ claimed: 1_500_000, approved: 600_000 });
  expect(told.steps?.at(-1)?.text).toBe('年度预算可用10,000元，待定申请共25,000元，按比例核减为6,000元');
});
