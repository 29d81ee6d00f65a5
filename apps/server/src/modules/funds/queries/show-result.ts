import type { PaymentResultView } from '@jince/contract';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type GivenTable, judgeResult, type ResultProblem } from '../domain/judge-result.ts';
import { PAYMENT_READ } from '../funds.catalogue.ts';
import { type BatchRow, findBatch, findLinesByReference } from '../repositories/batch-repository.ts';
import { reachesAll } from '../repositories/party-scope.ts';
import {
  countOpenLines,
  findAppliedFile,
  findResultFile,
  listResultFiles,
  type ResultFileRow,
} from '../repositories/result-repository.ts';

/** What is wrong with the file as a whole: booked before, or no batch that waits for an answer. */
async function problemsOfFile(db: Db, ctx: Ctx, sha256: string, batch: BatchRow): Promise<ResultProblem[]> {
  const problems: ResultProblem[] = [];
  const before = await findAppliedFile(db, ctx.district, sha256);
  if (before !== undefined) {
    const on = chinaDay(new Date(before.applied_at as string));
    problems.push({
      code: 'same-file',
      line: null,
      zh: `内容相同的回执“${before.file_name}”已于 ${on} 入账（批次 ${before.batch_number}），不能重复入账`,
      en: `The same file, “${before.file_name}”, was booked on ${on} (batch ${before.batch_number})`,
    });
  }
  if (batch.state !== 'sent') {
    const made = batch.state === 'made';
    problems.push({
      code: 'batch-closed',
      line: null,
      zh: made ? `批次 ${batch.number} 的支付文件尚未下载，不应有回执` : `批次 ${batch.number} 已经结束，不再接收回执`,
      en: made ? `The file of batch ${batch.number} was not downloaded yet` : `Batch ${batch.number} has ended`,
    });
  }
  return problems;
}

/** Judges an answer against the batch as it stands now. */
export async function judgeAgainst(db: Db, ctx: Ctx, sha256: string, batch: BatchRow, table: GivenTable) {
  const references = table.rows.map((row) => row.reference);
  const sent = await findLinesByReference(db, ctx.district, references);
  const sentOn = chinaDay(new Date(batch.sent_at ?? batch.made_at));
  const judged = judgeResult(table, { id: batch.id, number: batch.number, sentOn }, sent, ctx.today);
  return { rows: judged.rows, problems: [...(await problemsOfFile(db, ctx, sha256, batch)), ...judged.problems] };
}

/** A file that was read without a fault is judged again each time: the batch may have moved on. */
export async function problemsNow(db: Db, ctx: Ctx, file: ResultFileRow, batch: BatchRow) {
  if (file.state !== 'previewed' || file.problems.length > 0) return file.problems;
  const rows = file.rows.map((row) => ({
    line: row.line,
    reference: row.reference,
    name: row.name,
    account: undefined,
    amountFen: row.amountFen,
    result: row.result,
    reason: row.failReason ?? undefined,
    paidOn: row.paidOn ?? undefined,
    voucherNo: row.voucherNo ?? undefined,
    faults: [],
  }));
  return (await judgeAgainst(db, ctx, file.sha256, batch, { rows, control: undefined, faults: [] })).problems;
}

const sumOf = (file: ResultFileRow, result: 'paid' | 'failed') => {
  const rows = file.rows.filter((row) => row.result === result);
  return { count: rows.length, fen: rows.reduce((sum, row) => sum + row.amountFen, 0) };
};

function toSummary(file: ResultFileRow, problems: readonly ResultProblem[], openBefore: number) {
  const [paid, failed] = [sumOf(file, 'paid'), sumOf(file, 'failed')];
  const answered = file.state === 'previewed' && problems.length === 0 ? file.rows.length : 0;
  return {
    id: file.id,
    batchId: file.batch_id,
    batchNumber: file.batch_number,
    fileName: file.file_name,
    sha256: file.sha256,
    state: file.state,
    uploadedBy: file.uploaded_by_name,
    uploadedAt: file.uploaded_at,
    appliedBy: file.applied_by_name,
    appliedAt: file.applied_at,
    paidCount: paid.count,
    paidFen: paid.fen,
    failedCount: failed.count,
    failedFen: failed.fen,
    openCount: openBefore - answered,
    applicable: file.state === 'previewed' && problems.length === 0,
  };
}

/** What an answer says and what is wrong with it now. @throws AppError platform.not-found */
export async function getResult(ctx: Ctx, id: string): Promise<PaymentResultView> {
  const file = await findResultFile(ctx.db, ctx.district, id);
  if (file === undefined || !reachesAll(ctx, PAYMENT_READ)) throw new AppError('platform.not-found');
  const batch = (await findBatch(ctx.db, ctx, file.batch_id)) as BatchRow;
  const problems = await problemsNow(ctx.db, ctx, file, batch);
  const open = await countOpenLines(ctx.db, ctx.district, file.batch_id);
  const said = ({ code, line, ...words }: ResultProblem) => ({ code, line, text: words[ctx.language] });
  return { ...toSummary(file, problems, open), rows: [...file.rows], problems: problems.map(said) };
}

/** Answers, newest first, as they were when read. */
export async function listResults(
  ctx: Ctx,
  page: { readonly page: number; readonly pageSize: number },
  filter: { readonly batchId?: string } = {},
) {
  const limit = { limit: page.pageSize, offset: (page.page - 1) * page.pageSize };
  const rows = reachesAll(ctx, PAYMENT_READ) ? await listResultFiles(ctx.db, ctx.district, filter, limit) : [];
  const open = new Map<string, number>();
  for (const { batch_id: id } of rows) if (!open.has(id)) open.set(id, await countOpenLines(ctx.db, ctx.district, id));
  return {
    items: rows.map((row) => ({
      ...toSummary(row, row.problems, open.get(row.batch_id) ?? 0),
      problemCount: row.problems.length,
    })),
    total: rows[0]?.total ?? 0,
    page: page.page,
    pageSize: page.pageSize,
  };
}
