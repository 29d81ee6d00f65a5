import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workbook } from '../../platform/imports/testing/import-desk.ts';
import { applyResult } from './commands/apply-result.ts';
import { createBatch } from './commands/create-batch.ts';
import { resendPayable } from './commands/resend-payable.ts';
import { readBudget } from './index.ts';
import { getBatch } from './queries/show-batch.ts';
import { getResult } from './queries/show-result.ts';
import { type Firm, FUND, type FundsDesk, openFundsDesk, YEAR } from './testing/funds-desk.ts';
import { type AnswerCells, answer, book, HEADERS, handIn, send, toCsv, toGbk } from './testing/treasury.ts';

let desk: FundsDesk;
let firms: Firm[];
beforeAll(async () => {
  desk = await openFundsDesk();
  await desk.give(1_000_000_000);
  firms = [
    await desk.firm('苏州甲丝绸有限公司'),
    await desk.firm('苏州乙机械有限公司'),
    await desk.firm('苏州丙电子有限公司'),
  ];
  for (const firm of firms) await desk.account(firm);
});
afterAll(() => desk.close());

let batch: string;
let origins: Awaited<ReturnType<FundsDesk['release']>>[];
/** Three payments on their way: 30,000.00, 30,000.01 and 30,000.02 yuan. */
beforeEach(async () => {
  origins = [];
  for (const [n, firm] of firms.entries()) origins.push(await desk.release(firm, 3_000_000 + n));
  const payables = await Promise.all(origins.map((origin) => desk.payableOf(origin)));
  batch = await createBatch(desk.finance, { payables: payables.map((one) => one.id), note: null });
  await send(desk.finance, batch);
  desk.told.length = 0;
});

const rowsOf = async (over?: AnswerCells | ((lineNo: number) => AnswerCells | null)) =>
  answer(over)(await getBatch(desk.finance, batch), desk.finance.today);
const give = async (rows: readonly (readonly string[])[]) => handIn(desk.finance, batch, toCsv(rows));
const states = () => Promise.all(origins.map(async (origin) => (await desk.payableOf(origin)).state));
const only = (lineNo: number, cells: AnswerCells) => (n: number) => (n === lineNo ? cells : {});
const available = async () => (await readBudget(desk.finance, { fund: FUND, year: YEAR })).lines[0]?.availableFen;

/** Nothing of the answer may have come in. */
async function expectRefused(result: Awaited<ReturnType<typeof give>>, text: string): Promise<void> {
  expect(result.applicable).toBe(false);
  expect(result.problems.map((one) => one.text)).toContain(text);
  await expect(applyResult(desk.finance, result.id)).rejects.toMatchObject({ code: 'funds.result.problems' });
  expect(await states()).toEqual(['batched', 'batched', 'batched']);
}

describe('an answer that fits', () => {
  it('is shown, then booked as a whole; those who asked are told', async () => {
    const preview = await give(await rowsOf(only(2, { result: '退票', reason: '账号户名不符' })));
    expect(preview).toMatchObject({
      applicable: true,
      problems: [],
      paidCount: 2,
      paidFen: 6_000_002,
      failedCount: 1,
      openCount: 0,
    });
    expect(await states()).toEqual(['batched', 'batched', 'batched']);
    const before = await readBudget(desk.finance, { fund: FUND, year: YEAR });
    await applyResult(desk.finance, preview.id);
    expect(await states()).toEqual(['paid', 'failed', 'paid']);
    const after = await readBudget(desk.finance, { fund: FUND, year: YEAR });
    expect((after.lines[0]?.paidFen ?? 0) - (before.lines[0]?.paidFen ?? 0)).toBe(6_000_002);
    expect(after.lines[0]?.availableFen).toBe(before.lines[0]?.availableFen);
    expect((await getBatch(desk.finance, batch)).state).toBe('settled');
    await desk.settle();
    const day = desk.finance.today;
    expect(desk.told).toHaveLength(3);
    expect(desk.told).toEqual(
      expect.arrayContaining([
        {
          event: 'paid',
          payload: { originKind: 'subsidies.claim-line', originId: origins[0]?.id, amountFen: 3_000_000, paidOn: day },
        },
        {
          event: 'failed',
          payload: {
            originKind: 'subsidies.claim-line',
            originId: origins[1]?.id,
            amountFen: 3_000_001,
            reason: '账号户名不符',
          },
        },
      ]),
    );
  });

  it('may come in parts: what is not answered stays open', async () => {
    const first = await give(await rowsOf((n) => (n === 1 ? {} : null)));
    expect(first).toMatchObject({ applicable: true, openCount: 2 });
    await applyResult(desk.finance, first.id);
    expect([await states(), (await getBatch(desk.finance, batch)).state]).toEqual([
      ['paid', 'batched', 'batched'],
      'sent',
    ]);
    const rest = await give(await rowsOf((n) => (n === 1 ? null : {})));
    await applyResult(desk.finance, rest.id);
    expect((await getBatch(desk.finance, batch)).state).toBe('settled');
  });

  it('is read from GBK, from a workbook with a title and a control row, with the payment file’s own tabs and marks', async () => {
    const rows = await rowsOf();
    const gbk = await handIn(desk.finance, batch, toGbk(toCsv(rows)));
    expect([gbk.applicable, gbk.rows.map((row) => row.name)]).toEqual([true, firms.map((firm) => firm.name)]);
    const sheet = [
      ['国库集中支付回执'],
      HEADERS,
      ...rows.map((row) => [`\t${row[0]}`, ...row.slice(1)]),
      ['合计', '共3笔', '', '90000.03'],
    ];
    const book = await handIn(desk.finance, batch, await workbook({ 回执: sheet }), '回执.xlsx');
    expect(book.problems).toEqual([]);
    expect(book).toMatchObject({ applicable: true, paidFen: 9_000_003 });
  });
});

describe('an answer that does not fit is refused as a whole, with a sentence that names the line', () => {
  it('an unknown number', async () => {
    await expectRefused(
      await give(await rowsOf(only(2, { reference: 'P2026-999-0001' }))),
      '第 3 行：支付明细号“P2026-999-0001”不在任何批次中',
    );
  });

  it('in the language of the reader', async () => {
    const { id } = await give(await rowsOf(only(2, { reference: 'P2026-999-0001' })));
    const { problems } = await getResult({ ...desk.finance, language: 'en' }, id);
    expect(problems.map((one) => one.text)).toEqual(['Line 3: “P2026-999-0001” is in no batch']);
  });

  it('a row of another batch', async () => {
    const other = batch;
    const origin = await desk.release(firms[0] as Firm, 100);
    batch = await createBatch(desk.finance, { payables: [(await desk.payableOf(origin)).id], note: null });
    await send(desk.finance, batch);
    const [row] = await rowsOf();
    const number = (await getBatch(desk.finance, batch)).number;
    batch = other;
    const own = (await getBatch(desk.finance, batch)).number;
    await expectRefused(
      await give([...(await rowsOf()), row as string[]]),
      `第 5 行：支付明细号“${row?.[0]}”属于批次 ${number}，不属于 ${own}`,
    );
  });

  it('an amount that is another', async () => {
    await expectRefused(
      await give(await rowsOf(only(1, { amount: '3,000.00' }))),
      '第 2 行：金额 3,000元 与批次中的 30,000元 不一致',
    );
  });

  it('a control row that does not add up, in sum and in number', async () => {
    const rows = [...(await rowsOf()), ['合计', '共 4 笔', '', '90000.00', '', '', '', '']];
    const result = await give(rows);
    await expectRefused(result, '第 5 行：合计 90,000元 与各行之和 90,000.03元 不符');
    expect(result.problems.map((one) => one.text)).toContain('第 5 行：合计写明 4 笔，实有 3 笔');
  });

  it('a row that stands there twice', async () => {
    const rows = await rowsOf();
    await expectRefused(
      await give([...rows, rows[0] as string[]]),
      `第 5 行：支付明细号“${rows[0]?.[0]}”与第 2 行重复`,
    );
  });

  it('a name or an account that is another’s', async () => {
    const result = await give(await rowsOf(only(1, { name: '苏州乙机械有限公司', account: '6222021100000009999' })));
    await expectRefused(result, '第 2 行：户名“苏州乙机械有限公司”与批次中的“苏州甲丝绸有限公司”不一致');
    expect(result.problems.map((one) => one.code)).toContain('account');
    expect(JSON.stringify(result)).not.toContain('6222021100000009999');
  });

  it.each([
    [{ result: '支付失败' }, '第 2 行：支付失败而没有写明原因'],
    [{ result: '在途' }, '第 2 行：支付结果“在途”无法识别，应为成功或失败'],
    [{ paidOn: ' ' }, '第 2 行：支付成功而没有支付日期'],
    [{ paidOn: '2026-12-01' }, '第 2 行：支付日期 2026-12-01 晚于今天'],
    [{ paidOn: '2026-01-05' }, '第 2 行：支付日期 2026-01-05 早于支付文件送出的日期 2026-11-22'],
    [{ amount: '三万' }, '第 2 行：“三万”不是可识别的金额。请写成如“100万元”。'],
    [{ reference: ' ' }, '第 2 行：没有支付明细号'],
  ])('%j', async (cells, text) => {
    await expectRefused(await give(await rowsOf(only(1, cells))), text);
  });

  it('nothing at all, other columns, other files', async () => {
    await expectRefused(await give([]), '回执中没有任何明细').catch((error: { code?: string }) =>
      expect(error.code).toBe('funds.result.unreadable'),
    );
    await expect(handIn(desk.finance, batch, toCsv([['1', '2', '3']], ['序号', '金额', '备注']))).rejects.toMatchObject(
      {
        code: 'funds.result.columns',
        params: { missing: '“支付明细号”、“支付结果”' },
      },
    );
    await expect(handIn(desk.finance, batch, Buffer.from('%PDF-1.7 no table'))).rejects.toMatchObject({
      code: 'funds.result.unreadable',
    });
  });
});

describe('an answer that comes again', () => {
  it('the same file', async () => {
    const rows = await rowsOf((n) => (n === 1 ? {} : null));
    await applyResult(desk.finance, (await give(rows)).id);
    const again = await give(rows);
    expect(again.problems.map((one) => one.code)).toEqual(['same-file', 'paid-before']);
    expect(again.problems[0]?.text).toMatch(
      /^内容相同的回执“支付回执.csv”已于 2026-11-22 入账（批次 P2026-\d{3}），不能重复入账$/,
    );
    await expect(applyResult(desk.finance, again.id)).rejects.toMatchObject({ code: 'funds.result.problems' });
  });

  it('another file with a row that is paid already', async () => {
    await applyResult(desk.finance, (await give(await rowsOf((n) => (n === 1 ? {} : null)))).id);
    const rows = await rowsOf();
    const again = await give(rows);
    expect(again.problems.map((one) => one.text)).toEqual([
      `第 2 行：“${rows[0]?.[0]}”此前已登记为支付成功，不能重复入账`,
    ]);
    expect((await getBatch(desk.finance, batch)).paidCount).toBe(1);
  });

  it('two previews of which one was booked: the other is judged again', async () => {
    const rows = await rowsOf();
    const [one, two] = [await give(rows), await give(rows)];
    expect([one.applicable, two.applicable]).toEqual([true, true]);
    await applyResult(desk.finance, one.id);
    expect((await getResult(desk.finance, two.id)).applicable).toBe(false);
    await expect(applyResult(desk.finance, two.id)).rejects.toMatchObject({ code: 'funds.result.batch-closed' });
    await expect(applyResult(desk.finance, one.id)).rejects.toMatchObject({ code: 'funds.result.applied' });
  });

  it('booked by two at once counts once', async () => {
    const before = await readBudget(desk.finance, { fund: FUND, year: YEAR });
    const preview = await give(await rowsOf());
    const both = await Promise.allSettled([
      applyResult(desk.finance, preview.id),
      applyResult(desk.finance, preview.id),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = await readBudget(desk.finance, { fund: FUND, year: YEAR });
    expect((after.lines[0]?.paidFen ?? 0) - (before.lines[0]?.paidFen ?? 0)).toBe(9_000_003);
  });
});

describe('a payment that failed', () => {
  it('waits until its account is corrected or checked, then goes with the next batch', async () => {
    await book(desk.finance, batch, answer(only(1, { result: '失败', reason: '账号不存在' })));
    batch = '';
    const origin = origins[0] as (typeof origins)[0];
    const { id } = await desk.payableOf(origin);
    const left = await available();
    const again = { reason: '企业已更正账户', accountChecked: false };
    await expect(resendPayable(desk.finance, id, again)).rejects.toMatchObject({
      code: 'funds.payable.account-unchanged',
    });
    await expect(createBatch(desk.finance, { payables: [id], note: null })).rejects.toMatchObject({
      code: 'funds.batch.not-waiting',
    });
    await desk.account(firms[0] as Firm);
    await resendPayable(desk.finance, id, again);
    const next = await createBatch(desk.finance, { payables: [id], note: null });
    await book(desk.finance, next, answer());
    expect(await desk.payableOf(origin)).toMatchObject({ state: 'paid', fail_reason: null });
    expect(await available()).toBe(left);
    await expect(resendPayable(desk.finance, id, again)).rejects.toMatchObject({ code: 'funds.payable.not-failed' });
  });
});
