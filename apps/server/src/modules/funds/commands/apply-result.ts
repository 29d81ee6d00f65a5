import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, chinaDay, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { sides } from '../domain/ledger.ts';
import { problemsNow } from '../queries/show-result.ts';
import { type BatchRow, findBatch, setBatchState } from '../repositories/batch-repository.ts';
import { post, takeTurn } from '../repositories/ledger-repository.ts';
import {
  type AnsweredPayable,
  countOpenLines,
  findResultFile,
  markApplied,
  writeAnswers,
} from '../repositories/result-repository.ts';
import { linesOf } from './commit-funds.ts';
import { markParty } from './open-receivable.ts';

async function bookPaid(tx: Tx, ctx: Ctx, one: AnsweredPayable, batch: BatchRow): Promise<void> {
  const short = await post(tx, ctx, {
    kind: 'pay',
    fund: one.fund,
    year: one.year,
    reason: `批次 ${batch.number} 支付成功（${one.reference}）`,
    documentNo: one.voucherNo,
    onDay: one.paidOn ?? undefined,
    origin: { kind: one.origin_kind, id: one.origin_id, label: one.origin_label },
    lines: linesOf(one).map((item) => ({ item, sides: sides.pay(one.amountFen) })),
  });
  if (short !== undefined) throw new Error(`payable ${one.payable_id} is larger than what its line has committed`);
}

function tell(tx: Tx, ctx: Ctx, one: AnsweredPayable): Promise<void> {
  const origin = { originKind: one.origin_kind, originId: one.origin_id, amountFen: one.amountFen };
  return one.result === 'paid'
    ? publishEvent(tx, ctx, 'funds.payable.paid', { ...origin, paidOn: one.paidOn })
    : publishEvent(tx, ctx, 'funds.payable.failed', { ...origin, reason: one.failReason });
}

/**
 * Books an answer of the treasury in one transaction: ledger, payables, events. It is judged again against the batch as
 * it is now, and any problem keeps all of it out.
 * @throws AppError 404; 409 funds.result.applied, funds.result.batch-closed, funds.result.problems (first and count)
 */
export async function applyResult(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const file = await findResultFile(tx, ctx.district, id);
    if (file === undefined) throw new AppError('platform.not-found');
    if (file.state !== 'previewed')
      throw new AppError('funds.result.applied', { at: chinaDay(new Date(file.applied_at ?? file.uploaded_at)) });
    const batch = (await findBatch(tx, ctx, file.batch_id)) as BatchRow;
    if (batch.state !== 'sent') throw new AppError('funds.result.batch-closed', { number: batch.number });
    const problems = await problemsNow(tx, ctx, file, batch);
    if (problems.length > 0)
      throw new AppError('funds.result.problems', { count: problems.length, first: problems[0]?.[ctx.language] ?? '' });
    const answered = await writeAnswers(tx, ctx, batch.id, file);
    if (answered.length !== file.rows.length)
      throw new Error('an answer names a line whose payable is not in the batch');
    for (const one of answered) {
      if (one.result === 'paid') await bookPaid(tx, ctx, one, batch);
      await tell(tx, ctx, one);
    }
    await markApplied(tx, ctx, id);
    if ((await countOpenLines(tx, ctx.district, batch.id)) === 0) await setBatchState(tx, ctx, batch.id, 'settled');
    const paid = answered.filter((one) => one.result === 'paid');
    await markParty(tx, ctx, [...new Set(paid.map((one) => one.party_key))]);
    await writeAudit(tx, ctx, {
      action: 'funds.payment.apply',
      subject: { kind: 'payment-batch', id: batch.id, label: batch.number },
      details: {
        result: id,
        sha256: file.sha256,
        paid: paid.length,
        paidFen: paid.reduce((sum, one) => sum + one.amountFen, 0),
        failed: answered.length - paid.length,
      },
    });
  });
}
