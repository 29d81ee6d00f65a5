import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { createBatch } from './commands/create-batch.ts';
import { enterReceipt } from './commands/enter-receipt.ts';
import { dissolveBatch, downloadBatchFile } from './commands/send-batch.ts';
import { setPartyAccount } from './commands/set-party-account.ts';
import {
  cancelCommitment,
  cancelPayable,
  isPaidAchievement,
  openReceivable,
  readBudget,
  readPaidKeys,
} from './index.ts';
import { getPartyAccount } from './queries/account-view.ts';
import { listPayables } from './queries/list-payables.ts';
import { listPostings } from './queries/list-postings.ts';
import { getReceivable, listReceivables } from './queries/list-receivables.ts';
import { getBudget } from './queries/show-budget.ts';
import { type Firm, FUND, type FundsDesk, numberOf, openFundsDesk, YEAR } from './testing/funds-desk.ts';
import { answer, book, send } from './testing/treasury.ts';

let desk: FundsDesk;
let firm: Firm;
let finance: Ctx;
beforeAll(async () => {
  desk = await openFundsDesk();
  finance = desk.finance;
  await desk.give(1_000_000_000);
  firm = await desk.firm('苏州甲丝绸有限公司');
});
afterAll(() => desk.close());

const accountOf = (over: object = {}) => ({
  accountName: firm.name,
  number: '6222 0211-0000 0001 234',
  bankName: '苏州银行吴江支行',
  reason: null,
  ...over,
});
const waiting = async (origin: Awaited<ReturnType<FundsDesk['release']>>) => (await desk.payableOf(origin)).id;
const batchOf = async (...ids: string[]) => createBatch(finance, { payables: ids, note: null });
const auditOf = async (action: string) => {
  const { rows } = await sql<{
    details: Record<string, unknown>;
    result: string;
  }>`select details::jsonb as details, result from platform.audit_entry
    where action = ${action} order by seq`.execute(finance.db);
  return rows;
};

describe('the account of a party', () => {
  it('must be in its own name and have digits', async () => {
    const set = (over: object) => setPartyAccount(finance, firm.id, accountOf(over));
    await expect(set({ accountName: '苏州甲丝绸' })).rejects.toMatchObject({ code: 'funds.account.name' });
    await expect(set({ number: '62220211O0001234' })).rejects.toMatchObject({ code: 'funds.account.number' });
    await expect(set({ number: '1234' })).rejects.toMatchObject({ code: 'funds.account.number' });
    await setPartyAccount(finance, firm.id, accountOf());
    await expect(set({ number: '6222021100000001234' })).rejects.toMatchObject({ code: 'funds.account.unchanged' });
    await expect(set({ number: numberOf(1) })).rejects.toMatchObject({ code: 'funds.account.reason' });
  });

  it('keeps its history; nobody is ever shown more than four digits, and the database holds none of them in plain', async () => {
    await setPartyAccount(finance, firm.id, accountOf({ number: numberOf(77), reason: '开户行变更' }));
    const shown = await getPartyAccount(finance, firm.id);
    expect([shown.current?.last4, shown.history.map((one) => one.last4)]).toEqual(['0077', ['1234']]);
    expect(shown.current).toMatchObject({ enteredAs: 'finance', reason: '开户行变更', nameMatches: true });
    for (const number of [numberOf(77), '6222021100000001234']) {
      expect(JSON.stringify(shown)).not.toContain(number);
      expect(JSON.stringify(shown)).not.toContain(number.slice(0, -4));
    }
    const stored = await sql<{ row: string }>`select to_jsonb(a)::text as row from funds.bank_account a`.execute(
      finance.db,
    );
    for (const { row } of stored.rows)
      for (const number of [numberOf(77), '6222021100000001234']) expect(row).not.toContain(number);
    for (const { details } of await auditOf('funds.account.set'))
      expect(JSON.stringify(details)).not.toContain('62220211');
  });

  it('may be entered by the enterprise for itself, and for nobody else', async () => {
    const other = await desk.firm('苏州乙机械有限公司');
    const own = await desk.test.as('enterprise', 'party', other.id);
    await setPartyAccount(own, other.id, { ...accountOf(), accountName: '苏州乙机械有限公司', number: numberOf(5) });
    expect((await getPartyAccount(own, other.id)).current).toMatchObject({ enteredAs: 'enterprise', last4: '0005' });
    for (const act of [() => getPartyAccount(own, firm.id), () => setPartyAccount(own, firm.id, accountOf())])
      await expect(act()).rejects.toMatchObject({ code: 'platform.not-found' });
  });
});

describe('a batch', () => {
  it('takes only what waits, has an account in the right name, and was released by somebody else', async () => {
    const bare = await desk.firm('苏州无户电子有限公司');
    const [none, fine] = [await desk.release(bare, 100), await desk.release(firm, 100)];
    await expect(batchOf(await waiting(none))).rejects.toMatchObject({ code: 'funds.batch.no-account' });
    const both = { ...desk.director, actor: { ...desk.director.actor, permissions: finance.actor.permissions } };
    await expect(createBatch(both, { payables: [await waiting(fine)], note: null })).rejects.toMatchObject({
      code: 'funds.batch.apart',
    });
    const renamed = await desk.firm('苏州旧名纺织有限公司');
    await desk.account(renamed);
    const late = await desk.release(renamed, 100);
    await sql`update parties.party set name = '苏州新名纺织有限公司' where id = ${renamed.id}`.execute(finance.db);
    await expect(batchOf(await waiting(fine), await waiting(late))).rejects.toMatchObject({
      code: 'funds.batch.name-differs',
    });
    const { items } = await listPayables(finance, { page: 1, pageSize: 50, state: 'waiting' });
    expect(items.filter((one) => one.obstacle !== null).map((one) => one.obstacle)).toEqual([
      '苏州无户电子有限公司尚未登记收款账户，不能列入批次。',
      '苏州新名纺织有限公司的收款账户户名为“苏州旧名纺织有限公司”，与单位现名不一致，请先更正账户。',
    ]);
    const id = await batchOf(await waiting(fine));
    await expect(batchOf((await desk.payableOf(fine)).id)).rejects.toMatchObject({ code: 'funds.batch.not-waiting' });
    await dissolveBatch(finance, id, '重新组批');
    expect((await desk.payableOf(fine)).state).toBe('waiting');
  });

  it('is a file with a mark, digits kept as text, no formula, a control row; the same bytes each time; each download logged', async () => {
    const odd = await desk.firm('=HYPERLINK("http://x")科技"有限公司');
    await desk.account(odd, '6230520110012345678');
    const id = await batchOf(await waiting(await desk.release(odd, 1_234_567)));
    const before = (await auditOf('funds.payment.download')).length;
    const text = await send(finance, id);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [, line, control] = text.slice(1).split('\r\n');
    expect(line).toMatch(
      /^1,"P2026-\d{3}-0001","'=HYPERLINK\(""http:\/\/x""\)科技""有限公司","\t6230520110012345678","吴江农村商业银行",12345\.67,"奖补资金","吴市监〔2026〕9号"$/,
    );
    expect(control).toBe('"合计","共 1 笔",,,,12345.67,,');
    expect(await send(finance, id)).toBe(text);
    const log = (await auditOf('funds.payment.download')).slice(before);
    expect(log.map((one) => [one.result, one.details.first])).toEqual([
      ['ok', true],
      ['ok', false],
    ]);
    await expect(dissolveBatch(finance, id, '不送了')).rejects.toMatchObject({ code: 'funds.batch.not-made' });
  });

  it('whose account was touched in the database hands out nothing, and the attempt is on record', async () => {
    const target = await desk.firm('苏州被改材料有限公司');
    await desk.account(target);
    const id = await batchOf(await waiting(await desk.release(target, 100)));
    await sql`update funds.batch_line set account_name = '苏州他人材料有限公司' where batch_id = ${id}`.execute(
      finance.db,
    );
    await expect(downloadBatchFile(finance, id)).rejects.toMatchObject({ code: 'funds.batch.file-differs' });
    expect((await auditOf('funds.payment.download')).at(-1)).toMatchObject({ result: 'refused' });
    const stolen = sql`update funds.bank_account set number_sealed = (select number_sealed from funds.bank_account where party_key = ${firm.uscc}
      and replaced_at is null) where party_key = ${target.uscc}`;
    await stolen.execute(finance.db);
    await expect(downloadBatchFile(finance, id)).rejects.toMatchObject({ code: 'funds.account.sealed' });
  });
});

describe('an achievement', () => {
  it('is due once, under whatever claim, until its payable is taken back', async () => {
    const key = 'madrid:1234567:madrid-registration';
    const first = await desk.release(firm, 300, { key });
    await expect(desk.release(firm, 300, { key: 'madrid:1234567:madrid-registration' })).rejects.toMatchObject({
      code: 'funds.achievement.paid-before',
      params: { what: first.label, who: firm.name, when: '2026', key },
    });
    expect((await readPaidKeys(finance)).get(key)).toMatchObject({ amountFen: 300, paidOn: null, by: first.label });
    await inTransaction(desk.director, (tx) => cancelPayable(tx, desk.director, { origin: first, reason: '撤回' }));
    await inTransaction(desk.director, (tx) => cancelCommitment(tx, desk.director, { origin: first, reason: '撤回' }));
    expect(await isPaidAchievement(finance, key)).toBe(false);
    await desk.release(firm, 300, { key });
  });

  it('that a national notice bars is never due', async () => {
    await expect(desk.release(firm, 300, { key: 'claim:202310000001X:patent-granted' })).rejects.toMatchObject({
      code: 'funds.payable.prohibited',
      params: { notice: expect.stringContaining('国知发保字') },
    });
  });
});

describe('money that must come back', () => {
  it('comes by instalments with vouchers, is overdue, settled, and goes where the rule says', async () => {
    const origin = await desk.release(firm, 90_000);
    await book(finance, await batchOf(await waiting(origin)), answer());
    const input = {
      origin,
      partyId: firm.id,
      amountFen: 90_000,
      decisionNo: '吴市监追〔2026〕1号',
      reason: '虚报材料',
    };
    const instalments = [
      { dueOn: '2026-12-31', amountFen: 40_000 },
      { dueOn: '2026-11-01', amountFen: 50_000 },
    ];
    const open = (over: object) =>
      inTransaction(desk.director, (tx) => openReceivable(tx, desk.director, { ...input, instalments, ...over }));
    await expect(open({ instalments: instalments.slice(1) })).rejects.toMatchObject({
      code: 'funds.receivable.instalments',
    });
    await expect(
      open({ amountFen: 90_001, instalments: [{ dueOn: '2026-12-31', amountFen: 90_001 }] }),
    ).rejects.toMatchObject({ code: 'funds.receivable.above-paid' });
    const { id } = await open({});
    await expect(open({})).rejects.toMatchObject({ code: 'funds.receivable.above-paid' });
    expect(await getReceivable(finance, id)).toMatchObject({
      state: 'overdue',
      overdueFen: 50_000,
      nextDueOn: '2026-11-01',
    });
    const before = await readBudget(finance, { fund: FUND, year: YEAR });
    const receive = (amountFen: number, voucherNo: string, receivedOn = '2026-11-20') =>
      enterReceipt(finance, id, { amountFen, voucherNo, receivedOn, note: null });
    await receive(60_000, 'SK-1');
    await expect(receive(1, 'SK-1')).rejects.toMatchObject({ code: 'funds.receipt.voucher-used' });
    await expect(receive(30_001, 'SK-2')).rejects.toMatchObject({ code: 'funds.receipt.above-open' });
    await expect(receive(1, 'SK-2', '2026-12-01')).rejects.toMatchObject({ code: 'funds.receipt.in-future' });
    await expect(receive(1, 'SK-2', '2026-02-30')).rejects.toMatchObject({ code: 'platform.invalid-input' });
    const half = await getReceivable(finance, id);
    expect(half).toMatchObject({ state: 'open', openFen: 30_000, overdueFen: 0, nextDueOn: '2026-12-31' });
    expect(half.instalments.map((one) => [one.receivedFen, one.state])).toEqual([
      [50_000, 'settled'],
      [10_000, 'open'],
    ]);
    await receive(30_000, 'SK-2');
    expect(await getReceivable(finance, id)).toMatchObject({ state: 'settled', settledOn: '2026-11-20' });
    expect((await listReceivables(finance, { page: 1, pageSize: 10 })).openFen).toBe(0);
    const after = await readBudget(finance, { fund: FUND, year: YEAR });
    const changed = (field: 'returnedFen' | 'availableFen') =>
      (after.lines[0]?.[field] ?? 0) - (before.lines[0]?.[field] ?? 0);
    expect([changed('returnedFen'), changed('availableFen')]).toEqual([90_000, 0]);
    await desk.settle();
    expect(desk.told.at(-1)).toEqual({ event: 'settled', payload: { originKind: origin.kind, originId: origin.id } });
  });

  it('is entered once and never changed', async () => {
    await expect(sql`update funds.receipt set amount_fen = 1`.execute(finance.db)).rejects.toThrow('never changed');
    await expect(sql`delete from funds.receipt`.execute(finance.db)).rejects.toThrow('never changed');
  });
});

describe('what the pages show', () => {
  it('the ledger says who, when, why and for what, with what was left; the curve ends at the balances', async () => {
    const { items, total } = await listPostings(finance, { fund: FUND, year: YEAR, page: 1, pageSize: 500 });
    expect(items).toHaveLength(total);
    expect(items.at(-1)).toMatchObject({
      kind: 'appropriate',
      amountFen: 1_000_000_000,
      availableFen: 1_000_000_000,
      origin: null,
    });
    const pay = items.find((one) => one.kind === 'pay');
    expect(pay).toMatchObject({
      kindLabel: '拨付',
      actor: '测试finance-officer',
      origin: { kindLabel: '奖补申请', href: '/incentives/applications' },
    });
    const budget = await getBudget(finance, { fund: FUND, year: YEAR });
    expect(items[0]?.availableFen).toBe(budget.whole.availableFen);
    const { month, ...last } = budget.months.at(-1) as (typeof budget.months)[0];
    const { item, label, ...whole } = budget.whole;
    expect([month, item, label]).toEqual(['2026-11', null, null]);
    expect(last).toEqual(whole);
  });
});
