import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { UploadedFile } from '../../module.ts';
import { definitionOf } from '../file-standing.ts';
import { keepPaper } from '../keep-paper.ts';
import { loadFile } from '../load-file.ts';
import { insertDocument } from '../repositories/file-repository.ts';

/** Keeps a paper in a file: judged by its content before the file names it. Returns the document's id. */
export async function attachDocument(ctx: Ctx, fileId: string, upload: UploadedFile): Promise<string> {
  const file = await loadFile(ctx, fileId);
  const definition = definitionOf(ctx, file.procedure);
  const kind = upload.fields.kind ?? '';
  if (!definition.documents.some((one) => one.kind === kind)) throw new AppError('procedures.document.kind', { kind });
  if (file.closedAt !== null) throw new AppError('procedures.file.closed');
  const { fileName, mediaType, sha256, size } = await keepPaper(ctx, upload);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertDocument(tx, ctx.district, file.id, {
      id,
      kind,
      title: (upload.fields.title ?? fileName).slice(0, 200),
      fileName,
      mediaType,
      sha256,
      size,
      madeFrom: null,
      addedBy: ctx.actor.userId,
      addedByName: ctx.actor.displayName,
      addedAt: ctx.now,
    });
    await writeAudit(tx, ctx, {
      action: 'procedures.document.attach',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { document: id, kind, fileName, sha256, size },
    });
  });
  return id;
}
