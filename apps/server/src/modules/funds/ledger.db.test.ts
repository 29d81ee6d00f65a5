import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { cancelCommitment, commitFunds, type Origin, readBudget } from './index.ts';
import { type FundsDesk, openFundsDesk, YEAR } from './testing/funds-desk.ts';

let desk: FundsDesk;
let ctx: Ctx;
beforeAll(async () => {
  desk = await openFundsDesk();
  ctx = desk.finance;
});
afterAll(() => desk.close());

const originOf = (label: string): Origin => ({ kind: 'subsidies.claim-line', id: uuidv7(), label });
const give = (fund: string, amountFen: number, item: string | null = null) =>
  desk.give(amountFen, item, { fund, year: YEAR });
const commit = (fund: string, amountFen: number, item: string | null = null, origin = originOf('某项')) =>
  inTransaction(ctx, (tx) => commitFunds(tx, ctx, { fund, year: YEAR, item, amountFen, origin, reason: '审议通过' }));

describe('a budget line', () => {
  it('takes commitments as long as they fit, and says what is left when they do not', async () => {
    await give('甲资金', 1000);
    await commit('甲资金', 600);
    await expect(commit('甲资金', 500)).rejects.toMatchObject({
      code: 'funds.budget.exceeded',
      params: { neededFen: 500, leftFen: 400 },
    });
    expect(await readBudget(ctx, { fund: '甲资金', year: YEAR })).toEqual({
      fund: '甲资金',
      year: YEAR,
      lines: [{ item: null, appropriatedFen: 1000, committedFen: 600, paidFen: 0, returnedFen: 0, availableFen: 400 }],
    });
  });

  it('of an item binds as well as the fund, and takes over what was committed before it was opened', async () => {
    await give('乙资金', 1000);
    const early = originOf('先承诺');
    await commit('乙资金', 300, 'madrid', early);
    await expect(give('乙资金', 200, 'madrid')).rejects.toMatchObject({ code: 'funds.budget.below-used' });
    await give('乙资金', 400, 'madrid');
    await expect(commit('乙资金', 150, 'madrid')).rejects.toMatchObject({
      params: { leftFen: 100, line: '乙资金（2026） madrid' },
    });
    await commit('乙资金', 150, 'standard');
    await inTransaction(ctx, (tx) => cancelCommitment(tx, ctx, { origin: early, reason: '撤回' }));
    const { lines } = await readBudget(ctx, { fund: '乙资金', year: YEAR });
    expect(lines.map((l) => [l.item, l.committedFen, l.availableFen])).toEqual([
      [null, 150, 850],
      ['madrid', 0, 400],
    ]);
  });

  it('is never lowered below what is used', async () => {
    await give('丙资金', 1000);
    await commit('丙资金', 700);
    await expect(give('丙资金', -400)).rejects.toMatchObject({ code: 'funds.budget.below-used' });
    await give('丙资金', -300);
    expect((await readBudget(ctx, { fund: '丙资金', year: YEAR })).lines[0]).toMatchObject({
      appropriatedFen: 700,
      availableFen: 0,
    });
  });

  it('refuses a second commitment for one origin', async () => {
    await give('丁资金', 1000);
    const origin = originOf('一次');
    await commit('丁资金', 1, null, origin);
    await expect(commit('丁资金', 1, null, origin)).rejects.toMatchObject({ code: 'funds.commitment.exists' });
  });
});

describe('the ledger', () => {
  it('is never changed, deleted or emptied, whoever asks', async () => {
    for (const table of ['funds.posting', 'funds.entry']) {
      await expect(sql.raw(`update ${table} set district = district`).execute(desk.test.services.db)).rejects.toThrow(
        'never changed',
      );
      await expect(sql.raw(`delete from ${table}`).execute(desk.test.services.db)).rejects.toThrow('never changed');
    }
    await expect(sql.raw('truncate funds.entry, funds.posting').execute(desk.test.services.db)).rejects.toThrow(
      'never changed',
    );
  });
});
