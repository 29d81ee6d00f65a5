import { sql } from 'kysely';
import { refuseOnRecord, writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findBatch, listBatchLines, setBatchState } from '../repositories/batch-repository.ts';
import { takeTurn } from '../repositories/ledger-repository.ts';
import { makeFile } from './create-batch.ts';

/**
 * The payment file, the only place where full account numbers are read. Each download is in the log; the first makes
 * the batch sent, after which only the treasury's answer ends it.
 * @throws AppError 404, 409 funds.batch.no-file, 500 funds.batch.file-differs when it is not what was made
 */
export async function downloadBatchFile(ctx: Ctx, id: string): Promise<FileAnswer> {
  const record = { action: 'funds.payment.download', subject: { kind: 'payment-batch', id } };
  return refuseOnRecord(ctx, record, () => takeFile(ctx, id));
}

async function takeFile(ctx: Ctx, id: string): Promise<FileAnswer> {
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const batch = await findBatch(tx, ctx, id);
    if (batch === undefined) throw new AppError('platform.not-found');
    if (batch.state === 'dissolved') throw new AppError('funds.batch.no-file', { number: batch.number });
    const rows = await listBatchLines(tx, ctx.district, id);
    const { content, sha256 } = await makeFile(
      tx,
      ctx,
      rows.map((row) => ({
        lineNo: row.line_no,
        reference: row.reference,
        payableId: row.payable_id,
        accountId: row.account_id,
        accountName: row.account_name,
        bankName: row.bank_name,
        amountFen: row.amount_fen,
      })),
    );
    if (sha256 !== batch.file_sha256) throw new AppError('funds.batch.file-differs', { number: batch.number });
    if (batch.state === 'made') await setBatchState(tx, ctx, id, 'sent');
    await writeAudit(tx, ctx, {
      action: 'funds.payment.download',
      subject: { kind: 'payment-batch', id, label: batch.number },
      details: { sha256, count: rows.length, first: batch.state === 'made' },
    });
    return { fileName: `支付文件-${batch.number}.csv`, mediaType: 'text/csv; charset=utf-8', content };
  });
}

/** Takes a batch apart while nobody has its file: its payables wait again. @throws AppError 404, 409 funds.batch.not-made */
export async function dissolveBatch(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const batch = await findBatch(tx, ctx, id);
    if (batch === undefined) throw new AppError('platform.not-found');
    if (batch.state !== 'made') throw new AppError('funds.batch.not-made', { number: batch.number });
    await sql`update funds.payable set state = 'waiting', batch_id = null, version = version + 1
      where district = ${ctx.district} and batch_id = ${id} and state = 'batched'`.execute(tx);
    await setBatchState(tx, ctx, id, 'dissolved');
    await writeAudit(tx, ctx, {
      action: 'funds.payment.dissolve',
      subject: { kind: 'payment-batch', id, label: batch.number },
      details: { reason },
    });
  });
}
