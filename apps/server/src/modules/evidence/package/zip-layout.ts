/**
 * Headers of a zip whose entries are stored as they are (APPNOTE 6.3.10). Every byte of the archive follows from the
 * entries' names and contents: one date, no comments, zip64 fields exactly where a number does not fit. So an outsider can
 * make the headers again and compare (docs/verify-package.mjs).
 */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly at: number;
}

const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;
/** 1980-01-01 00:00: the date says nothing, the manifest does. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x0800;
const ZIP64 = 45;
const PLAIN = 20;

function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at);
    else if (bytes === 4) out.writeUInt32LE(value, at);
    else out.writeUInt16LE(value, at);
    at += bytes;
  }
  return out;
}

const fit = (value: number) => Math.min(value, MOST_32);

export function localHeader({ name, size, crc }: Omit<ZipEntry, 'at'>): Buffer {
  const text = Buffer.from(name, 'utf8');
  const large = size >= MOST_32;
  const extra = large ? numbers([2, 1], [2, 16], [8, size], [8, size]) : Buffer.alloc(0);
  const head = numbers(
    [4, 0x04034b50],
    [2, large ? ZIP64 : PLAIN],
    [2, UTF8_NAMES],
    [2, 0],
    [2, 0],
    [2, DOS_DATE],
    [4, crc],
    [4, fit(size)],
    [4, fit(size)],
    [2, text.length],
    [2, extra.length],
  );
  return Buffer.concat([head, text, extra]);
}

function centralHeader({ name, size, crc, at }: ZipEntry): Buffer {
  const text = Buffer.from(name, 'utf8');
  const wide: (readonly [8, number])[] = [];
  if (size >= MOST_32) wide.push([8, size], [8, size]);
  if (at >= MOST_32) wide.push([8, at]);
  const extra = wide.length === 0 ? Buffer.alloc(0) : numbers([2, 1], [2, wide.length * 8], ...wide);
  const head = numbers(
    [4, 0x02014b50],
    [2, ZIP64],
    [2, wide.length === 0 ? PLAIN : ZIP64],
    [2, UTF8_NAMES],
    [2, 0],
    [2, 0],
    [2, DOS_DATE],
    [4, crc],
    [4, fit(size)],
    [4, fit(size)],
    [2, text.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, fit(at)],
  );
  return Buffer.concat([head, text, extra]);
}

/** Central directory and end of an archive whose entries end at `at`. */
export function archiveEnd(entries: readonly ZipEntry[], at: number): Buffer {
  const directory = Buffer.concat(entries.map(centralHeader));
  const count = entries.length;
  const wide = count >= MOST_16 || at >= MOST_32 || directory.length >= MOST_32;
  const after = at + directory.length;
  const wideEnd = wide
    ? [
        numbers(
          [4, 0x06064b50],
          [8, 44],
          [2, ZIP64],
          [2, ZIP64],
          [4, 0],
          [4, 0],
          [8, count],
          [8, count],
          [8, directory.length],
          [8, at],
        ),
        numbers([4, 0x07064b50], [4, 0], [8, after], [4, 1]),
      ]
    : [];
  const short = Math.min(count, MOST_16);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, short],
    [2, short],
    [4, fit(directory.length)],
    [4, fit(at)],
    [2, 0],
  );
  return Buffer.concat([directory, ...wideEnd, end]);
}
