import { isUtf8 } from 'node:buffer';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ByteSource } from '../byte-source.ts';
import { ReadError } from '../read-error.ts';
import type { ReadLimits } from '../types.ts';

const RATIO_FROM_BYTES = 32 * 1024 * 1024;
const INFLATE_CHUNK_BYTES = 1 << 17;
const UNICODE_PATH_FIELD = 0x7075;
const STORED = 0;
const DEFLATED = 8;

export interface ArchiveEntry {
  /** Path inside the archive: '/' as separator, without '..', drive letters and control characters. */
  name: string;
  compressedBytes: number;
  bytes: number;
  encrypted: boolean;
  read: ByteSource;
}

export interface Archive {
  entries: ArchiveEntry[];
  close(): void;
}

/**
 * Lists a zip file. Sizes are checked here by what the directory declares and again while inflating; an entry that
 * inflates to more than declared, or at an absurd ratio, ends with 'file.zip-bomb'; a wrong checksum with 'file.corrupt'.
 */
export async function openArchive(path: string, fileName: string, limits: ReadLimits): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  try {
    const entries: ArchiveEntry[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (name.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (entries.length >= limits.maxEntries) throw bomb(fileName, `> ${limits.maxEntries}`);
      if (total > limits.maxUncompressedBytes) throw bomb(fileName, megabytes(total));
      if (absurd(entry.uncompressedSize, entry.compressedSize, limits.maxRatio)) throw bomb(fileName, ratioText(entry));
      entries.push({
        name,
        compressedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        read: (signal) => inflate(zip, entry, { fileName, maxRatio: limits.maxRatio, ...(signal ? { signal } : {}) }),
      });
    }
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    if (error instanceof Error && error.message.includes('strong encryption'))
      throw new ReadError('file.password', { fileName });
    throw error;
  }
}

function bomb(fileName: string, detail: string): ReadError {
  return new ReadError('file.zip-bomb', { fileName, detail });
}

function absurd(bytes: number, compressedBytes: number, maxRatio: number): boolean {
  return bytes > RATIO_FROM_BYTES && bytes > compressedBytes * maxRatio;
}

function ratioText(entry: Entry): string {
  return `${megabytes(entry.uncompressedSize)} : ${Math.ceil(entry.compressedSize / 1024)} KB`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1048576)} MB`;
}

async function* inflate(
  zip: ZipFile,
  entry: Entry,
  options: { fileName: string; maxRatio: number; signal?: AbortSignal },
): AsyncGenerator<Buffer> {
  const { fileName, signal } = options;
  if (entry.isEncrypted()) throw new ReadError('file.password', { fileName });
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new ReadError('file.corrupt', { fileName, detail: `compression method ${entry.compressionMethod}` });
  }
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const output =
    entry.compressionMethod === DEFLATED ? raw.pipe(createInflateRaw({ chunkSize: INFLATE_CHUNK_BYTES })) : raw;
  raw.on('error', (error: Error) => output.destroy(error));
  let bytes = 0;
  let checksum = 0;
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw bomb(fileName, `> ${entry.uncompressedSize} B`);
      if (absurd(bytes, entry.compressedSize, options.maxRatio)) throw bomb(fileName, ratioText(entry));
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw new ReadError('file.corrupt', { fileName, detail: 'CRC' });
    }
  } finally {
    raw.destroy();
    output.destroy();
  }
}

/** Names are UTF-8 when marked so or when valid as such, else GBK (Windows in Chinese writes no mark). */
function entryName(entry: Entry): string {
  const unicode = entry.extraFields.find((field) => field.id === UNICODE_PATH_FIELD);
  const raw = entry.fileNameRaw;
  if (unicode && unicode.data.length > 5 && unicode.data.readUInt32LE(1) === crc32(raw))
    return sanitise(unicode.data.subarray(5).toString('utf8'));
  const marked = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return sanitise(marked || isUtf8(raw) ? raw.toString('utf8') : new TextDecoder('gb18030').decode(raw));
}

function sanitise(name: string): string {
  const folder = /[\\/]$/.test(name) ? '/' : '';
  const parts = name
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.join('/') + folder;
}
