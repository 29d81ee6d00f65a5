import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/context/context.ts';
import { createDatabase, createPool } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { commitFunds, createPayable, type Origin, readBudget } from './index.ts';
import { type Firm, type FundsDesk, openFundsDesk, YEAR } from './testing/funds-desk.ts';

let desk: FundsDesk;
let firm: Firm;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  desk = await openFundsDesk();
  firm = await desk.firm('苏州并发机械有限公司');
  pool = createPool(desk.test.url, desk.finance.district, 20);
});
afterAll(async () => {
  await pool.end();
  await desk.close();
});

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) => {
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return { taken: settled.length - refused.length, codes: [...new Set(refused.map(codeOf))] };
};
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

describe('500 officers at once against one budget', () => {
  it('commit exactly what fits, with no deadlock and no lost update', async () => {
    const fund = '并发资金';
    await desk.give(100_000, null, { fund, year: YEAR });
    await desk.give(20_000, 'madrid', { fund, year: YEAR });
    const ctx = { ...desk.director, db: createDatabase(pool) };
    // 500 want 300 each: 333 fit the fund. Every fifth asks for the item, of which 66 fit.
    const settled = await Promise.allSettled(
      Array.from({ length: 500 }, (_, n) => {
        const origin: Origin = { kind: 'subsidies.claim-line', id: uuidv7(), label: `第 ${n} 件` };
        const item = n % 5 === 0 ? 'madrid' : null;
        const note = { action: 'subsidies.claim.decide', subject: { kind: 'claim', id: origin.id } };
        return inTransaction(ctx, async (tx) => {
          // Some callers write their entry of the log first, some last: neither may wait for the other in a ring.
          if (n % 2 === 0) await writeAudit(tx, ctx, note);
          await commitFunds(tx, ctx, { fund, year: YEAR, item, amountFen: 300, origin, reason: '审议通过' });
          if (n % 2 === 1) await writeAudit(tx, ctx, note);
        });
      }),
    );
    const { taken, codes } = outcomes(settled);
    expect({ taken, codes }).toEqual({ taken: 333, codes: ['funds.budget.exceeded'] });
    const { lines } = await readBudget(desk.director, { fund, year: YEAR });
    const { rows } = await sql<{
      all: number;
      item: number;
    }>`select count(*) as all, count(*) filter (where item = 'madrid') as item
      from funds.commitment where fund = ${fund}`.execute(desk.director.db);
    expect(rows[0]?.all).toBe(333);
    expect(rows[0]?.item).toBeLessThanOrEqual(66);
    expect(lines).toEqual([
      { item: null, appropriatedFen: 100_000, committedFen: 99_900, paidFen: 0, returnedFen: 0, availableFen: 100 },
      expect.objectContaining({ item: 'madrid', committedFen: 300 * (rows[0]?.item ?? 0) }),
    ]);
  });

  it('release one achievement: one succeeds, whatever the claim', async () => {
    const fund = '并发成果';
    await desk.give(100_000, null, { fund, year: YEAR });
    const ctx = { ...desk.director, db: createDatabase(pool) };
    const release = (n: number) => {
      const origin: Origin = { kind: 'subsidies.claim-line', id: uuidv7(), label: `第 ${n} 件` };
      // The same certificate, as two policies name it.
      const achievementKey = n % 2 === 0 ? 'madrid:1501234:madrid-registration' : 'claim:1501 234:madrid-registration';
      return inTransaction(ctx, async (tx) => {
        await commitFunds(tx, ctx, { fund, year: YEAR, item: null, amountFen: 100, origin, reason: '审议通过' });
        const input = { origin, partyId: firm.id, amountFen: 100, achievementKey, purpose: '奖励', documentNo: '文' };
        await createPayable(tx, ctx, input);
      });
    };
    const settled = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => release(n)));
    expect(outcomes(settled)).toEqual({ taken: 1, codes: ['funds.achievement.paid-before'] });
    const [line] = (await readBudget(desk.director, { fund, year: YEAR })).lines;
    expect(line?.committedFen).toBe(100);
  });
});
