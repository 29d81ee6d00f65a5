import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { FileTooLarge } from '../../../platform/files/file-store.ts';
import { ReadError } from '../../../platform/imports/readers/index.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { readResultFile } from '../imports/read-result.ts';
import { judgeAgainst } from '../queries/show-result.ts';
import { findBatch } from '../repositories/batch-repository.ts';
import { insertResultFile } from '../repositories/result-repository.ts';

async function bytesOf(content: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new FileTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Readers need a file; it holds account numbers and is gone when it is read. */
async function readBytes(ctx: Ctx, bytes: Buffer, fileName: string, most: number) {
  const folder = await mkdtemp(join(tmpdir(), 'jince-result-'));
  try {
    const path = join(folder, 'answer');
    await writeFile(path, bytes, { mode: 0o600 });
    return await readResultFile(path, fileName, most);
  } catch (error) {
    if (error instanceof ReadError)
      throw new AppError('funds.result.unreadable', { reason: error.sentence[ctx.language] });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Reads an answer of the treasury and keeps what it says, without account numbers, for a person to look at and book.
 * Returns its id.
 * @throws AppError 404; 400 funds.result.unreadable, funds.result.columns; 413
 */
export async function uploadResult(ctx: Ctx, batchId: string, file: UploadedFile): Promise<string> {
  const batch = await findBatch(ctx.db, ctx, batchId);
  if (batch === undefined) throw new AppError('platform.not-found');
  const fileName = file.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || '未命名';
  const bytes = await bytesOf(file.content, ctx.services.config.maxDocumentBytes);
  // Rows beyond all lines twice over cannot be an answer; repeated ones below that are told one by one.
  const table = await readBytes(ctx, bytes, fileName, batch.count * 2 + 100);
  if (table.missing.length > 0)
    throw new AppError('funds.result.columns', {
      fileName,
      missing: table.missing.map((one) => `“${one}”`).join('、'),
    });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const { rows, problems } = await judgeAgainst(tx, ctx, sha256, batch, table);
    await insertResultFile(tx, ctx, { id, batch_id: batchId, sha256, file_name: fileName, rows, problems });
    await writeAudit(tx, ctx, {
      action: 'funds.payment.upload',
      subject: { kind: 'payment-batch', id: batchId, label: batch.number },
      details: { result: id, fileName, sha256, rows: rows.length, problems: problems.length },
    });
  });
  return id;
}
