import type { Bilingual } from '../../../platform/i18n/language.ts';
import { normaliseHeader, openTable } from '../../../platform/imports/readers/index.ts';
import { parseDateCell, parseMoneyCell } from '../../../platform/imports/values/index.ts';
import { type GivenRow, type GivenTable, onLine, type ResultProblem } from '../domain/judge-result.ts';

/** Columns of a treasury's answer as banks and the treasury name them. */
const COLUMNS = {
  reference: ['支付明细号', '明细号', '付款明细号', '业务流水号', '业务参考号', '支付编号'],
  name: ['收款人户名', '户名', '收款人', '收款单位', '收款人名称', '收款人全称', '收款单位名称'],
  account: ['收款人账号', '账号', '收款账号', '银行账号'],
  amount: ['金额', '支付金额', '实付金额', '拨付金额', '付款金额'],
  result: ['支付结果', '结果', '处理结果', '支付状态', '状态', '交易状态'],
  reason: ['失败原因', '退回原因', '原因', '退票原因', '处理信息'],
  paidOn: ['支付日期', '入账日期', '拨付日期', '付款日期', '到账日期', '交易日期'],
  voucher: ['凭证号', '支付凭证号', '凭证编号', '支付令号', '回单号'],
} as const;
type Column = keyof typeof COLUMNS;

const REQUIRED: readonly Column[] = ['reference', 'amount', 'result'];
const PAID = /^(?:支付|拨付|付款|交易|处理)?(?:成功|完成)$|^已(?:支付|拨付|付款|付|入账)$|^success$|^paid$/i;
const FAILED = /失败|退回|退票|未成功|拒绝|^failed?$|^rejected$/i;
const TOTAL = /^(?:合计|总计|总额|小计)/;
const COUNT = /(\d+)\s*笔/;

export interface ResultTable extends GivenTable {
  /** Columns that are not there. */
  readonly missing: readonly string[];
}

const plain = (cell: string | undefined): string => (cell ?? '').replace(/^[\s']+|\s+$/g, '');

function columnsOf(cells: readonly string[], units: readonly (string | undefined)[]) {
  const at = new Map<Column, number>();
  const keys = cells.map((cell) => normaliseHeader(cell).key);
  for (const [column, aliases] of Object.entries(COLUMNS) as [Column, readonly string[]][])
    for (const alias of aliases) {
      const index = keys.indexOf(normaliseHeader(alias).key);
      if (index >= 0 && !at.has(column)) at.set(column, index);
    }
  const amount = at.get('amount');
  return { at, unit: amount === undefined ? undefined : units[amount] };
}

function readRow(line: number, cellOf: (column: Column) => string, unit: string | undefined): GivenRow {
  const faults: ({ code: string } & Bilingual)[] = [];
  const say = (code: string, { zh, en }: Bilingual) => faults.push({ code, ...onLine(line, zh, en) });
  const money = parseMoneyCell(cellOf('amount'), unit === undefined ? {} : { unit });
  if (money.kind === 'problem') say('amount', money.problem.message);
  if (money.kind === 'empty') say('amount', { zh: '没有金额', en: 'no amount' });
  const words = cellOf('result');
  const result = PAID.test(words) ? 'paid' : FAILED.test(words) ? 'failed' : undefined;
  if (result === undefined)
    say(
      'result',
      words === ''
        ? { zh: '没有支付结果', en: 'no result' }
        : {
            zh: `支付结果“${words}”无法识别，应为成功或失败`,
            en: `the result “${words}” is neither success nor failure`,
          },
    );
  const day = parseDateCell(cellOf('paidOn'));
  if (day.kind === 'problem') say('paid-on', day.problem.message);
  const text = (column: Column) => cellOf(column) || undefined;
  return {
    line,
    reference: cellOf('reference'),
    name: text('name'),
    account: cellOf('account').replace(/[\s-]/g, '') || undefined,
    amountFen: money.kind === 'value' ? money.value.amountFen : undefined,
    result,
    reason: text('reason'),
    paidOn: day.kind === 'value' ? day.value.date : undefined,
    voucherNo: text('voucher'),
    faults,
  };
}

const isControl = (cells: readonly string[]): boolean => TOTAL.test(cells.map(plain).find((cell) => cell !== '') ?? '');

function readControl(
  row: { readonly line: number; readonly cells: readonly string[] },
  amount: string,
  unit: string | undefined,
): NonNullable<ResultTable['control']> {
  const sum = parseMoneyCell(amount, unit === undefined ? {} : { unit });
  const count = COUNT.exec(row.cells.join(' '))?.[1];
  return {
    line: row.line,
    sumFen: sum.kind === 'value' ? sum.value.amountFen : undefined,
    count: count === undefined ? undefined : Number(count),
  };
}

/**
 * Reads an answer of the treasury: csv in UTF-8 or GBK, or a workbook. Nothing is judged against the batch yet.
 * @param most rows past which it is no answer to a batch
 * @throws ReadError with a sentence when the file cannot be read at all
 */
export async function readResultFile(path: string, fileName: string, most: number): Promise<ResultTable> {
  const known = new Set(Object.values(COLUMNS).flatMap((list) => list.map((alias) => normaliseHeader(alias).key)));
  const source = await openTable(path, { fileName, knownHeaders: known, limits: { maxRows: most } });
  const rows: GivenRow[] = [];
  const faults: ResultProblem[] = [];
  let control: ResultTable['control'];
  let missing: readonly string[] = REQUIRED.map((column) => COLUMNS[column][0]);
  try {
    for await (const sheet of source.sheets()) {
      const { at, unit } = columnsOf(sheet.header.cells, sheet.header.units);
      const lacking = REQUIRED.filter((column) => !at.has(column)).map((column) => COLUMNS[column][0]);
      if (lacking.length < missing.length) missing = lacking;
      if (lacking.length > 0) continue;
      for await (const batch of sheet.rows())
        for (const row of batch) {
          if (row.problem?.severity === 'error')
            faults.push({
              code: 'damaged',
              line: row.line,
              ...onLine(row.line, row.problem.message.zh, row.problem.message.en),
            });
          const cellOf = (column: Column) => plain(row.cells[at.get(column) ?? -1]);
          if (isControl(row.cells)) control = readControl(row, cellOf('amount'), unit);
          else rows.push(readRow(row.line, cellOf, unit));
        }
    }
  } finally {
    await source.close();
  }
  return { rows, control, missing, faults };
}
