import { isLocalDate } from '@jince/calendar';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import type { UploadedFile } from '../../module.ts';
import { sayIfSameFile } from '../queries/same-file.ts';
import { insertImport, updateImport } from '../repositories/import-repository.ts';

/** Stores the file by content, notes whether the same bytes came before, and orders its reading. Returns the import's id. */
export async function uploadImport(ctx: Ctx, file: UploadedFile): Promise<string> {
  const kind = file.fields.kind || null;
  if (kind !== null && !ctx.services.importKinds.has(kind)) throw new AppError('imports.import.unknown-kind', { kind });
  const asOf = file.fields.asOf || null;
  if (asOf !== null && !isLocalDate(asOf))
    throw new AppError('platform.invalid-input', {}, [{ path: 'asOf', message: '日期应写成 2026-11-22' }]);
  const fileName = file.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || '未命名';
  const stored = await ctx.services.files.put(file.content, ctx.services.config.maxUploadBytes);
  if (stored.size === 0) throw new AppError('imports.file.empty', { fileName });
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const notice = (await sayIfSameFile({ ...ctx, db: tx }, { id, sha256: stored.sha256 })) ?? null;
    await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${stored.sha256}, ${stored.size}) on conflict do nothing`.execute(
      tx,
    );
    await insertImport(tx, {
      district: ctx.district,
      id,
      fileName,
      sha256: stored.sha256,
      fileSize: stored.size,
      kind,
      sender: file.fields.sender || null,
      asOf,
      uploadedBy: ctx.actor.userId,
      uploadedByName: ctx.actor.displayName,
      notice,
    });
    const jobId = await enqueueJob(tx, ctx, {
      task: 'imports.read-import',
      payload: { importId: id },
      subject: { kind: 'import', id },
    });
    await updateImport(tx, ctx.district, id, { jobId });
    await writeAudit(tx, ctx, {
      action: 'imports.import.create',
      subject: { kind: 'import', id, label: fileName },
      details: { sha256: stored.sha256, size: stored.size, kind },
    });
  });
  return id;
}
