import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { loadFile } from '../load-file.ts';

/** Takes a paper back that oneself added; it stays in the file as withdrawn. */
export async function withdrawDocument(ctx: Ctx, fileId: string, documentId: string): Promise<void> {
  const file = await loadFile(ctx, fileId);
  if (file.closedAt !== null) throw new AppError('procedures.file.closed');
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ file_name: string }>`update procedures.document set withdrawn_at = ${ctx.now}
      where district = ${ctx.district} and file_id = ${file.id} and id = ${documentId} and withdrawn_at is null
        and made_from is null and (added_by = ${ctx.actor.userId} or ${ctx.actor.userId}::uuid is null)
      returning file_name`.execute(tx);
    if (rows[0] === undefined) throw new AppError('platform.not-found');
    await writeAudit(tx, ctx, {
      action: 'procedures.document.withdraw',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { document: documentId, fileName: rows[0].file_name },
    });
  });
}
