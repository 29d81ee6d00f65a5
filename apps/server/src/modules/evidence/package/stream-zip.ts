import { crc32 } from 'node:zlib';
import { archiveEnd, localHeader, type ZipEntry } from './zip-layout.ts';

export interface ZipSource {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly open: () => AsyncIterable<Buffer>;
}

/** A source that no longer gives what was measured of it. */
export class ZipSourceChanged extends Error {
  override name = 'ZipSourceChanged';
}

/**
 * The bytes of an archive of stored entries, one piece at a time; size and checksum of each are known before its bytes.
 * `written` is told after each entry.
 * @throws ZipSourceChanged
 */
export async function* streamZip(
  sources: Iterable<ZipSource> | AsyncIterable<ZipSource>,
  written: (count: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  const entries: ZipEntry[] = [];
  let at = 0;
  for await (const source of sources) {
    const entry = { name: source.name, size: source.size, crc: source.crc, at };
    const head = localHeader(entry);
    yield head;
    let size = 0;
    let crc = 0;
    for await (const part of source.open()) {
      size += part.length;
      crc = crc32(part, crc);
      yield part;
    }
    if (size !== source.size || crc !== source.crc) throw new ZipSourceChanged(source.name);
    entries.push(entry);
    at += head.length + size;
    await written(entries.length);
  }
  yield archiveEnd(entries, at);
}
