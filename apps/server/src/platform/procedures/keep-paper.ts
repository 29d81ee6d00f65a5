import { open } from 'node:fs/promises';
import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { DEFAULT_READ_LIMITS, openArchive } from '../imports/readers/index.ts';
import type { UploadedFile } from '../module.ts';
import { judgePaper } from './domain/refuse-document.ts';

const HEAD_BYTES = 8192;

export interface KeptPaper {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

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

/**
 * Stores an uploaded paper once it was judged by its content; nothing names it yet.
 * @throws AppError procedures.document.empty, procedures.document.refused with the reason; FileTooLarge
 */
export async function keepPaper(ctx: Ctx, upload: UploadedFile): Promise<KeptPaper> {
  const fileName = upload.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || '未命名';
  const stored = await ctx.services.files.put(upload.content, ctx.services.config.maxDocumentBytes);
  if (stored.size === 0) throw new AppError('procedures.document.empty', { fileName });
  const path = await ctx.services.files.localPath(stored.sha256);
  const head = await readHead(path);
  const verdict = judgePaper(fileName, head, await entryNames(path, fileName, head));
  if (!verdict.ok) throw new AppError('procedures.document.refused', { fileName, reason: verdict.why[ctx.language] });
  return { fileName, mediaType: verdict.mediaType, sha256: stored.sha256, size: stored.size };
}
