import type { Bilingual } from '../../../platform/i18n/language.ts';
import { isSameName } from './account-number.ts';
import { yuanText } from './money.ts';

export interface AnsweredRow {
  readonly line: number;
  readonly reference: string;
  readonly name: string;
  readonly amountFen: number;
  readonly result: 'paid' | 'failed';
  readonly paidOn: string | null;
  readonly voucherNo: string | null;
  readonly failReason: string | null;
}

/** What is wrong, as a sentence that names the line. */
export interface ResultProblem extends Bilingual {
  readonly code: string;
  /** Line of the file; null when it concerns the whole. */
  readonly line: number | null;
}

/** One row of a treasury's answer as read; what could not be read is undefined with a sentence in `faults`. */
export interface GivenRow {
  readonly line: number;
  readonly reference: string;
  readonly name: string | undefined;
  /** Digits of the account, where the file gives any; never kept. */
  readonly account: string | undefined;
  readonly amountFen: number | undefined;
  readonly result: 'paid' | 'failed' | undefined;
  readonly reason: string | undefined;
  readonly paidOn: string | undefined;
  readonly voucherNo: string | undefined;
  readonly faults: readonly ({ readonly code: string } & Bilingual)[];
}

/** A line of a batch as it was sent. */
export interface SentLine {
  readonly batch_id: string;
  readonly batch_number: string;
  readonly reference: string;
  readonly account_name: string;
  readonly last4: string;
  readonly amount_fen: number;
  readonly result: 'paid' | 'failed' | null;
}

export interface ResultBatch {
  readonly id: string;
  readonly number: string;
  /** Day its file went out. */
  readonly sentOn: string;
}

export interface GivenTable {
  readonly rows: readonly GivenRow[];
  /** Control row of the file. */
  readonly control:
    | { readonly line: number; readonly sumFen: number | undefined; readonly count: number | undefined }
    | undefined;
  /** Sheets that were not read, and damaged lines. */
  readonly faults: readonly ResultProblem[];
}

/** The sentence with the line in front. */
export const onLine = (line: number, zh: string, en: string): Bilingual => ({
  zh: `第 ${line} 行：${zh}`,
  en: `Line ${line}: ${en}`,
});

type Say = (code: string, zh: string, en: string) => void;

function judgeIdentity(row: GivenRow, sent: SentLine, say: Say): void {
  if (row.name !== undefined && !isSameName(row.name, sent.account_name))
    say(
      'name',
      `户名“${row.name}”与批次中的“${sent.account_name}”不一致`,
      `the name “${row.name}” is not “${sent.account_name}” as in the batch`,
    );
  // A masked number tells its end alone.
  const end = row.account === undefined ? undefined : /(\d{4})$/.exec(row.account)?.[1];
  if (end !== undefined && end !== sent.last4)
    say(
      'account',
      `账号尾号 ${end} 与批次中的 ${sent.last4} 不一致`,
      `the account ends in ${end}, in the batch in ${sent.last4}`,
    );
  if (row.amountFen !== undefined && row.amountFen !== sent.amount_fen)
    say(
      'amount',
      `金额 ${yuanText(row.amountFen)} 与批次中的 ${yuanText(sent.amount_fen)} 不一致`,
      `the amount ${yuanText(row.amountFen)} is ${yuanText(sent.amount_fen)} in the batch`,
    );
}

function judgeAnswer(row: GivenRow, batch: ResultBatch, today: string, say: Say): void {
  if (row.result === 'failed' && row.reason === undefined)
    say('reason', '支付失败而没有写明原因', 'failed without a reason');
  if (row.result !== 'paid') return;
  if (row.paidOn === undefined) {
    if (!row.faults.some((fault) => fault.code === 'paid-on'))
      say('paid-on', '支付成功而没有支付日期', 'paid without a day');
  } else if (row.paidOn > today)
    say('paid-on', `支付日期 ${row.paidOn} 晚于今天`, `the day ${row.paidOn} is in the future`);
  else if (row.paidOn < batch.sentOn)
    say(
      'paid-on',
      `支付日期 ${row.paidOn} 早于支付文件送出的日期 ${batch.sentOn}`,
      `the day ${row.paidOn} is before the file was sent on ${batch.sentOn}`,
    );
}

function place(row: GivenRow, batch: ResultBatch, sent: SentLine | undefined, say: Say): SentLine | undefined {
  if (row.reference === '') say('reference', '没有支付明细号', 'no reference');
  else if (sent === undefined)
    say('unknown', `支付明细号“${row.reference}”不在任何批次中`, `“${row.reference}” is in no batch`);
  else if (sent.batch_id !== batch.id)
    say(
      'other-batch',
      `支付明细号“${row.reference}”属于批次 ${sent.batch_number}，不属于 ${batch.number}`,
      `“${row.reference}” belongs to batch ${sent.batch_number}, not to ${batch.number}`,
    );
  else if (sent.result === 'paid')
    say(
      'paid-before',
      `“${row.reference}”此前已登记为支付成功，不能重复入账`,
      `“${row.reference}” is booked as paid already`,
    );
  else if (sent.result === 'failed')
    say(
      'answered-before',
      `“${row.reference}”此前已登记为支付失败，须重新列入批次后再支付`,
      `“${row.reference}” is booked as failed; it has to go into another batch first`,
    );
  else return sent;
  return undefined;
}

function judgeControl(table: GivenTable, problems: ResultProblem[]): void {
  const { control, rows } = table;
  if (control === undefined) return;
  const { line } = control;
  const sum = rows.reduce((total, row) => total + (row.amountFen ?? 0), 0);
  if (control.sumFen !== undefined && control.sumFen !== sum)
    problems.push({
      code: 'sum',
      line,
      ...onLine(
        line,
        `合计 ${yuanText(control.sumFen)} 与各行之和 ${yuanText(sum)} 不符`,
        `the total ${yuanText(control.sumFen)} is not the sum of the rows, ${yuanText(sum)}`,
      ),
    });
  if (control.count !== undefined && control.count !== rows.length)
    problems.push({
      code: 'count',
      line,
      ...onLine(
        line,
        `合计写明 ${control.count} 笔，实有 ${rows.length} 笔`,
        `${control.count} payments are stated, ${rows.length} are there`,
      ),
    });
}

/**
 * Compares an answer of the treasury with its batch. Each problem is a sentence that names the line; any of them keeps
 * the whole answer from being booked.
 * @param sent lines of any batch, by the references the answer names
 */
export function judgeResult(
  table: GivenTable,
  batch: ResultBatch,
  sent: ReadonlyMap<string, SentLine>,
  today: string,
): { readonly rows: readonly AnsweredRow[]; readonly problems: readonly ResultProblem[] } {
  const problems: ResultProblem[] = [...table.faults];
  const rows: AnsweredRow[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const say: Say = (code, zh, en) => problems.push({ code, line: row.line, ...onLine(row.line, zh, en) });
    for (const fault of row.faults) problems.push({ ...fault, line: row.line });
    const line = place(row, batch, sent.get(row.reference), say);
    const first = seen.get(row.reference);
    if (first !== undefined && row.reference !== '')
      say(
        'repeated',
        `支付明细号“${row.reference}”与第 ${first} 行重复`,
        `“${row.reference}” stands in line ${first} already`,
      );
    else seen.set(row.reference, row.line);
    if (line === undefined) continue;
    judgeIdentity(row, line, say);
    judgeAnswer(row, batch, today, say);
    if (row.result === undefined) continue;
    rows.push({
      line: row.line,
      reference: row.reference,
      name: line.account_name,
      amountFen: row.amountFen ?? 0,
      result: row.result,
      paidOn: row.result === 'paid' ? (row.paidOn ?? null) : null,
      voucherNo: row.voucherNo ?? null,
      failReason: row.result === 'failed' ? (row.reason ?? null) : null,
    });
  }
  if (table.rows.length === 0 && problems.length === 0)
    problems.push({ code: 'empty', line: null, zh: '回执中没有任何明细', en: 'The answer has no rows' });
  judgeControl(table, problems);
  return { rows, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
