import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { createBatch } from './commands/create-batch.ts';
import { enterReceipt } from './commands/enter-receipt.ts';
import type { ReturnRule } from './domain/ledger.ts';
import {
  appropriate,
  cancelCommitment,
  cancelPayable,
  commitFunds,
  createPayable,
  type Origin,
  openReceivable,
  readBudget,
} from './index.ts';
import { type Firm, type FundsDesk, openFundsDesk, YEAR } from './testing/funds-desk.ts';
import { answer, book } from './testing/treasury.ts';

let desk: FundsDesk;
let firm: Firm;
beforeAll(async () => {
  desk = await openFundsDesk();
  firm = await desk.firm('苏州随机纺织有限公司');
  await desk.account(firm);
});
afterAll(() => desk.close());

const ITEMS = ['madrid', 'standard'] as const;
const amount = fc.integer({ min: 1, max: 400 });
const at = fc.nat(5);
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('appropriate' as const),
      fen: fc.integer({ min: -300, max: 900 }),
      item: fc.constantFrom(null, ...ITEMS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('commit' as const), fen: amount, item: fc.constantFrom(null, ...ITEMS) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cancel' as const), at }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('release' as const), at, less: fc.integer({ min: -20, max: 60 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take-back' as const), at }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), at, paid: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('return' as const), at, part: fc.integer({ min: 1, max: 120 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Each movement once: what chance draws besides may miss one. `at: 0` is the latest deal. */
const EVERY_MOVEMENT: Step[] = [
  { do: 'appropriate', fen: 100, item: null },
  { do: 'commit', fen: 300, item: null },
  { do: 'release', at: 0, less: 20 },
  { do: 'pay', at: 0, paid: true },
  { do: 'return', at: 0, part: 50 },
  { do: 'commit', fen: 100, item: null },
  { do: 'cancel', at: 0 },
  { do: 'commit', fen: 80, item: null },
  { do: 'release', at: 0, less: 0 },
  { do: 'take-back', at: 0 },
];

interface Deal {
  readonly origin: Origin;
  fen: number;
}

/** Runs one step through the real commands; refusals are part of the game and change nothing. */
async function take(ctx: Ctx, fund: string, deals: Deal[], one: Step): Promise<boolean> {
  const deal = 'at' in one && deals.length > 0 ? deals[deals.length - 1 - (one.at % deals.length)] : undefined;
  if (one.do === 'appropriate') {
    const input = { fund, year: YEAR, item: one.item, amountFen: one.fen, docNo: '文', reason: '调整' };
    await inTransaction(ctx, (tx) => appropriate(tx, ctx, input));
  } else if (one.do === 'commit') {
    const origin: Origin = { kind: 'programs.instalment', id: uuidv7(), label: '项目' };
    const input = { fund, year: YEAR, item: one.item, amountFen: one.fen, origin, reason: '立项' };
    await inTransaction(ctx, (tx) => commitFunds(tx, ctx, input));
    deals.push({ origin, fen: one.fen });
  } else if (deal === undefined) return false;
  else if (one.do === 'cancel')
    await inTransaction(ctx, (tx) => cancelCommitment(tx, ctx, { origin: deal.origin, reason: '撤回' }));
  else if (one.do === 'release') {
    const amountFen = deal.fen - one.less;
    const input = { origin: deal.origin, partyId: firm.id, achievementKey: null, purpose: '款', documentNo: '文' };
    await inTransaction(ctx, (tx) => createPayable(tx, ctx, { ...input, amountFen }));
    deal.fen = amountFen;
  } else if (one.do === 'take-back')
    await inTransaction(ctx, (tx) => cancelPayable(tx, ctx, { origin: deal.origin, reason: '撤回' }));
  else if (one.do === 'pay') {
    const payable = await desk.payableOf(deal.origin);
    if (payable?.state !== 'waiting') return false;
    const batch = await createBatch(desk.finance, { payables: [payable.id], note: null });
    await book(desk.finance, batch, answer(one.paid ? {} : { result: '失败', reason: '账号有误' }));
  } else {
    const whole = { origin: deal.origin, partyId: firm.id, amountFen: one.part, decisionNo: '决', reason: '追回' };
    const debt = await inTransaction(ctx, (tx) =>
      openReceivable(tx, ctx, { ...whole, instalments: [{ dueOn: '2026-12-31', amountFen: one.part }] }),
    );
    await enterReceipt(ctx, debt.id, { voucherNo: uuidv7(), amountFen: one.part, receivedOn: ctx.today, note: null });
  }
  return true;
}

/** What the entries say of each line, beside what the projection says. */
async function compare(ctx: Ctx, fund: string) {
  const { rows } = await sql<Record<string, number | string>>`
    select l.item, l.appropriated_fen, l.available_fen, l.committed_fen, l.paid_fen, l.returned_fen, l.surrendered_fen,
      -coalesce(sum(e.amount_fen) filter (where e.account = 'source'), 0)::bigint as source,
      coalesce(sum(e.amount_fen) filter (where e.account = 'available'), 0)::bigint as available,
      coalesce(sum(e.amount_fen) filter (where e.account = 'committed'), 0)::bigint as committed,
      coalesce(sum(e.amount_fen) filter (where e.account = 'paid'), 0)::bigint as paid,
      -coalesce(sum(e.amount_fen) filter (where e.account = 'returned'), 0)::bigint as returned,
      coalesce(sum(e.amount_fen) filter (where e.account = 'treasury'), 0)::bigint as treasury
    from funds.line l
    left join funds.posting p on p.district = l.district and p.fund = l.fund and p.year = l.year
    left join funds.entry e on e.district = l.district and e.posting_id = p.id and e.item = l.item
    where l.fund = ${fund} group by l.district, l.fund, l.year, l.item`.execute(ctx.db);
  return rows;
}

async function checkBooks(ctx: Ctx, fund: string, rule: ReturnRule): Promise<void> {
  const uneven = await sql`select e.posting_id, e.item, sum(e.amount_fen) from funds.entry e
    join funds.posting p on p.district = e.district and p.id = e.posting_id where p.fund = ${fund}
    group by 1, 2 having sum(e.amount_fen) <> 0`.execute(ctx.db);
  expect(uneven.rows).toEqual([]);
  for (const row of await compare(ctx, fund)) {
    expect(row).toMatchObject({
      source: row.appropriated_fen,
      available: row.available_fen,
      committed: row.committed_fen,
      paid: row.paid_fen,
      returned: row.returned_fen,
      treasury: row.surrendered_fen,
    });
    expect(Object.values(row).filter((value) => typeof value === 'number' && value < 0)).toEqual([]);
    expect(row.surrendered_fen).toBe(rule === 'treasury' ? row.returned_fen : 0);
  }
  for (const line of (await readBudget(ctx, { fund, year: YEAR })).lines) {
    const again = rule === 'available' ? line.returnedFen : 0;
    expect(line.availableFen).toBe(line.appropriatedFen - line.committedFen - line.paidFen + again);
  }
}

/** Commitments as they stand are what the lines hold: no money without an owner. */
async function checkOwners(ctx: Ctx, fund: string): Promise<void> {
  const { rows } = await sql<{ committed: number; paid: number; held: number; spent: number }>`
    select coalesce((select sum(amount_fen) from funds.commitment where fund = ${fund} and state = 'open'), 0)::bigint as committed,
      coalesce((select sum(amount_fen) from funds.commitment where fund = ${fund} and state = 'paid'), 0)::bigint as paid,
      coalesce((select committed_fen from funds.line where fund = ${fund} and item = ''), 0)::bigint as held,
      coalesce((select paid_fen from funds.line where fund = ${fund} and item = ''), 0)::bigint as spent`.execute(
    ctx.db,
  );
  expect(rows[0]).toMatchObject({ committed: rows[0]?.held, paid: rows[0]?.spent });
}

describe.each(['treasury', 'available'] as const)('any sequence of movements, returned money going to %s', (rule) => {
  it('sums to nought, equals its projection, never falls below nought and leaves no money without an owner', async () => {
    const { services } = desk.test;
    const { jurisdiction } = services;
    const returnedMoney = { ...jurisdiction.fundRules.returnedMoney, rule };
    const fundRules = { ...jurisdiction.fundRules, returnedMoney };
    const ctx = { ...desk.director, services: { ...services, jurisdiction: { ...jurisdiction, fundRules } } };
    const taken: Record<string, number> = {};
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60, size: 'max' }), async (steps) => {
        const fund = uuidv7();
        const deals: Deal[] = [];
        await desk.give(3000, null, { fund, year: YEAR });
        for (const one of steps) {
          try {
            if (await take(ctx, fund, deals, one)) taken[one.do] = (taken[one.do] ?? 0) + 1;
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            refused++;
          }
        }
        await checkBooks(ctx, fund, rule);
        await checkOwners(ctx, fund);
      }),
      { numRuns: 25, examples: [[EVERY_MOVEMENT]] },
    );
    // The game is worth its name only if every movement happens and some are refused.
    expect(Object.keys(taken).toSorted()).toEqual([
      'appropriate',
      'cancel',
      'commit',
      'pay',
      'release',
      'return',
      'take-back',
    ]);
    expect(refused).toBeGreaterThan(10);
  }, 120_000);
});
