import { createHash, webcrypto } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
/** Up to this size a file is read once and written from memory; a larger one is read again. */
const WHOLE_BYTES = 16 * 1024 * 1024;

const changed = (name: string) => new SourceChanged(`“${name}”在文件库中的内容与登记时的哈希值不一致`);

async function readWhole(path: string, file: PackedFile): Promise<ZipSource> {
  const content = await readFile(path);
  // In the thread pool: the archive's own hash is worked out beside it.
  const found = Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
  if (found !== file.sha256 || content.length !== file.size) throw changed(file.name);
  return sourceOf(file.name, content);
}

async function readTwice(path: string, file: PackedFile): Promise<ZipSource> {
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  const open = () => createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>;
  for await (const part of open()) {
    hash.update(part);
    crc = crc32(part, crc);
    size += part.length;
  }
  if (hash.digest('hex') !== file.sha256 || size !== file.size) throw changed(file.name);
  return { name: file.name, size, crc, open };
}

async function read(ctx: Ctx, file: PackedFile): Promise<ZipSource> {
  if (file.content !== undefined) return sourceOf(file.name, file.content);
  const path = await ctx.services.files.localPath(file.sha256);
  if (!existsSync(path)) throw new SourceChanged(`文件库中没有“${file.name}”的内容`);
  return file.size > WHOLE_BYTES ? readTwice(path, file) : readWhole(path, file);
}

/** An entry of bytes that are in memory. */
export function sourceOf(name: string, content: Buffer): ZipSource {
  return {
    name,
    size: content.length,
    crc: crc32(content),
    async *open() {
      for (let at = 0; at < content.length; at += PIECE_BYTES) yield content.subarray(at, at + PIECE_BYTES);
    },
  };
}

/**
 * The files one after the other, each with its hash proven and the checksum the archive needs; the next is read while one is written.
 * @throws SourceChanged naming the file
 */
export async function* readSources(ctx: Ctx, files: readonly PackedFile[]): AsyncGenerator<ZipSource> {
  const begin = (at: number) => {
    const file = files[at];
    if (file === undefined) return undefined;
    const reading = read(ctx, file);
    // Whoever takes it is told; that nobody takes it any more is no failure of its own.
    reading.catch(() => undefined);
    return reading;
  };
  let next = begin(0);
  for (let at = 1; next !== undefined; at++) {
    const source = await next;
    next = begin(at);
    yield source;
  }
}
