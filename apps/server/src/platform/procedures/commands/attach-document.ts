import { open } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { DEFAULT_READ_LIMITS, openArchive } from '../../imports/readers/index.ts';
import type { UploadedFile } from '../../module.ts';
import { judgePaper } from '../domain/refuse-document.ts';
import { definitionOf } from '../file-standing.ts';
import { loadFile } from '../load-file.ts';
import { insertDocument } from '../repositories/file-repository.ts';

const HEAD_BYTES = 8192;

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function entryNames(path: string, fileName: string, head: Buffer): Promise<string[]> {
  if (head.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [];
  const archive = await openArchive(path, fileName, DEFAULT_READ_LIMITS);
  archive.close();
  return archive.entries.map((entry) => entry.name);
}

/** Keeps a paper in a file: judged by its content before the file names it. Returns the document's id. */
export async function attachDocument(ctx: Ctx, fileId: string, upload: UploadedFile): Promise<string> {
  const file = await loadFile(ctx, fileId);
  const definition = definitionOf(ctx, file.procedure);
  const kind = upload.fields.kind ?? '';
  if (!definition.documents.some((one) => one.kind === kind)) throw new AppError('procedures.document.kind', { kind });
  if (file.closedAt !== null) throw new AppError('procedures.file.closed');
  const fileName = upload.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || '未命名';
  const stored = await ctx.services.files.put(upload.content, ctx.services.config.maxDocumentBytes);
  if (stored.size === 0) throw new AppError('procedures.document.empty', { fileName });
  const path = await ctx.services.files.localPath(stored.sha256);
  const head = await readHead(path);
  const verdict = judgePaper(fileName, head, await entryNames(path, fileName, head));
  if (!verdict.ok) throw new AppError('procedures.document.refused', { fileName, reason: verdict.why[ctx.language] });
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertDocument(tx, ctx.district, file.id, {
      id,
      kind,
      title: (upload.fields.title ?? fileName).slice(0, 200),
      fileName,
      mediaType: verdict.mediaType,
      sha256: stored.sha256,
      size: stored.size,
      madeFrom: null,
      addedBy: ctx.actor.userId,
      addedByName: ctx.actor.displayName,
      addedAt: ctx.now,
    });
    await writeAudit(tx, ctx, {
      action: 'procedures.document.attach',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { document: id, kind, fileName, sha256: stored.sha256, size: stored.size },
    });
  });
  return id;
}
