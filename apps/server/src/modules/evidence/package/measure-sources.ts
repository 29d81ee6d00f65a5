import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Ctx } from '../../../platform/context/context.ts';
import type { ZipSource } from './stream-zip.ts';

/** What goes into a package: a file of the store, or bytes made for it. */
export interface PackedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly content?: Buffer;
}

/** The stored bytes are no longer those of intake: nothing may be sealed. */
export class SourceChanged extends Error {
  override name = 'SourceChanged';
}

const PIECE_BYTES = 1024 * 1024;

async function measureStored(ctx: Ctx, file: PackedFile): Promise<ZipSource> {
  const path = await ctx.services.files.localPath(file.sha256);
  if (!existsSync(path)) throw new SourceChanged(`文件库中没有“${file.name}”的内容`);
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  for await (const part of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(part);
    crc = crc32(part, crc);
    size += part.length;
  }
  if (hash.digest('hex') !== file.sha256 || size !== file.size)
    throw new SourceChanged(`“${file.name}”在文件库中的内容与登记时的哈希值不一致`);
  return { name: file.name, size, crc, open: () => createReadStream(path, { highWaterMark: PIECE_BYTES }) };
}

/** An entry of bytes that are in memory. */
export function sourceOf(name: string, content: Buffer): ZipSource {
  return {
    name,
    size: content.length,
    crc: crc32(content),
    async *open() {
      yield content;
    },
  };
}

/**
 * Reads each file once: proves its hash and takes the checksum the archive needs.
 * @throws SourceChanged naming the file
 */
export async function measureSources(
  ctx: Ctx,
  files: readonly PackedFile[],
  told: (done: number) => Promise<void>,
): Promise<ZipSource[]> {
  const sources: ZipSource[] = [];
  for (const file of files) {
    sources.push(file.content === undefined ? await measureStored(ctx, file) : sourceOf(file.name, file.content));
    await told(sources.length);
  }
  return sources;
}
