import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { DEFAULT_READ_LIMITS, openArchive, ReadError } from '../../../platform/imports/readers/index.ts';
import { judgePaper } from '../../../platform/procedures/domain/refuse-document.ts';
import { refuseContainer, refusePdf } from '../domain/judge-attachment.ts';
import { addressKeyOf } from '../domain/report-keys.ts';
import { countForAddress } from '../repositories/limit-repository.ts';

/** A paper that was judged and stored; it is no part of a report yet. */
export interface KeptPaper {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

const MB = 1024 * 1024;

const refused = (ctx: Ctx, fileName: string, why: Bilingual) =>
  new AppError('reports.attachment.refused', { fileName, reason: why[ctx.language] });

/** Unpacks a container without keeping anything: sizes that lie are caught, and each part is looked at as well. */
async function namesInside(ctx: Ctx, fileName: string, content: Buffer): Promise<string[]> {
  if (content.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [];
  const { unpackedMegabytes, archiveEntries } = ctx.services.jurisdiction.reportSettings.limits;
  const path = join(tmpdir(), `jince-report-${randomUUID()}`);
  await writeFile(path, content, { mode: 0o600 });
  try {
    const archive = await openArchive(path, fileName, {
      ...DEFAULT_READ_LIMITS,
      maxUncompressedBytes: unpackedMegabytes * MB,
      maxEntries: archiveEntries,
    });
    try {
      for (const entry of archive.entries) {
        let head: Buffer | undefined;
        for await (const part of entry.read()) head ??= Buffer.from(part);
        const verdict = head === undefined ? undefined : judgePaper(entry.name, head, []);
        if (verdict?.ok === false && /病毒|可执行/.test(verdict.why.zh)) throw refused(ctx, fileName, verdict.why);
      }
      return archive.entries.map((entry) => entry.name);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof ReadError && error.code === 'file.zip-bomb')
      throw refused(ctx, fileName, { zh: '解压后的内容异常庞大', en: 'it unpacks to an abnormal size' });
    throw refused(ctx, fileName, {
      zh: '文件已损坏或加密，无法检查',
      en: 'it is damaged or encrypted and cannot be checked',
    });
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Judges a paper by its content and stores it if nothing speaks against it; what is refused is not kept. `truncated`: more
 * came than was read.
 * @throws AppError 413 reports.attachment.too-large, 422 .refused, 429 .too-much-today
 */
export async function takeAttachment(
  ctx: Ctx,
  file: { readonly fileName: string; readonly content: Buffer; readonly truncated?: boolean },
): Promise<KeptPaper> {
  const fileName =
    file.fileName
      .replace(/^.*[\\/]/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069<>"]/g, '')
      .toWellFormed()
      .slice(-120) || '附件';
  const { limits } = ctx.services.jurisdiction.reportSettings;
  const { content } = file;
  if (file.truncated === true || content.length > limits.attachmentMegabytes * MB)
    throw new AppError('reports.attachment.too-large', { fileName, limit: limits.attachmentMegabytes });
  if (content.length === 0) throw refused(ctx, fileName, { zh: '文件是空的', en: 'it is empty' });
  const names = await namesInside(ctx, fileName, content);
  const verdict = judgePaper(fileName, content, names);
  if (!verdict.ok) throw refused(ctx, fileName, verdict.why);
  const against = refuseContainer(fileName, names) ?? refusePdf(content);
  if (against !== undefined) throw refused(ctx, fileName, against);
  const limit = limits.attachmentMegabytesPerAddressAndDay;
  const addressKey = addressKeyOf(ctx.services.config.secret, ctx.source, ctx.today);
  await inTransaction(ctx, async (tx) => {
    const { attachmentBytes } = await countForAddress(tx, ctx, addressKey, { attachmentBytes: content.length });
    if (attachmentBytes > limit * MB) throw new AppError('reports.attachment.too-much-today', { limit });
  });
  const stored = await ctx.services.files.put(Readable.from([content]), content.length);
  return { fileName, mediaType: verdict.mediaType, sha256: stored.sha256, size: stored.size };
}
