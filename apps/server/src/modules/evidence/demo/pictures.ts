import { crc32, deflateSync } from 'node:zlib';

export interface PictureWords {
  readonly takenAt?: string;
  readonly writtenAt?: string;
  readonly software?: string;
  readonly camera?: readonly [string, string];
  readonly satellite?: { day: string; hour: number; minute: number; second: number };
  readonly place?: { latitude: number; longitude: number };
}

type Entry = readonly [tag: number, type: 2 | 4 | 5, value: string | number | readonly number[]];

/** A directory of TIFF at an offset, its longer values behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  let rest = Buffer.alloc(0);
  for (const [n, [tag, type, value]] of entries.entries()) {
    const bytes =
      type === 2
        ? Buffer.from(`${value as string}\0`)
        : Buffer.concat(
            (typeof value === 'number' ? [value] : (value as number[])).map((one) => {
              const out = Buffer.alloc(type === 5 ? 8 : 4);
              out.writeUInt32LE(type === 5 ? Math.round(one * 10_000) : one, 0);
              if (type === 5) out.writeUInt32LE(10_000, 4);
              return out;
            }),
          );
    const entry = 2 + n * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(type === 2 ? bytes.length : bytes.length / (type === 5 ? 8 : 4), entry + 4);
    if (bytes.length <= 4) bytes.copy(head, entry + 8);
    else {
      head.writeUInt32LE(at + head.length + rest.length, entry + 8);
      rest = Buffer.concat([rest, bytes]);
    }
  }
  return Buffer.concat([head, rest]);
}

const sexagesimal = (degrees: number) => {
  const minutes = (degrees % 1) * 60;
  return [Math.floor(degrees), Math.floor(minutes), (minutes % 1) * 60];
};

function tiff(words: PictureWords): Buffer {
  const exif: Entry[] = words.takenAt === undefined ? [] : [[0x9003, 2, words.takenAt]];
  const gps: Entry[] = [
    ...(words.place === undefined
      ? []
      : ([
          [1, 2, 'N'],
          [2, 5, sexagesimal(words.place.latitude)],
          [3, 2, 'E'],
          [4, 5, sexagesimal(words.place.longitude)],
        ] as const)),
    ...(words.satellite === undefined
      ? []
      : ([
          [7, 5, [words.satellite.hour, words.satellite.minute, words.satellite.second]],
          [0x1d, 2, words.satellite.day],
        ] as const)),
  ];
  const first = (exifAt: number, gpsAt: number): Entry[] => [
    ...(words.camera === undefined
      ? []
      : ([
          [0x10f, 2, words.camera[0]],
          [0x110, 2, words.camera[1]],
        ] as const)),
    ...(words.software === undefined ? [] : ([[0x131, 2, words.software]] as const)),
    ...(words.writtenAt === undefined ? [] : ([[0x132, 2, words.writtenAt]] as const)),
    [0x8769, 4, exifAt],
    [0x8825, 4, gpsAt],
  ];
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
  const size = directory(first(0, 0), 8).length;
  const exifAt = 8 + size;
  const exifPart = directory(exif, exifAt);
  const gpsAt = exifAt + exifPart.length;
  return Buffer.concat([head, directory(first(exifAt, gpsAt), 8), exifPart, directory(gps, gpsAt)]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of these rows of RGB with EXIF of its own. */
export function pngOf(width: number, rows: readonly Buffer[], words: PictureWords | undefined): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.concat(rows.flatMap((row) => [Buffer.from([0]), row]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    ...(words === undefined ? [] : [pngChunk('eXIf', tiff(words))]),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The smallest picture of a form that holds these words; not all of them can be shown. */
export function pictureWith(form: 'jpeg' | 'png' | 'webp', words: PictureWords | undefined): Buffer {
  if (form === 'png') return pngOf(1, [Buffer.from([1, 2, 3])], words);
  const block = words === undefined ? undefined : tiff(words);
  if (form === 'webp') {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(block?.length ?? 0, 0);
    const chunk = block === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.from('EXIF'), length, block]);
    return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), chunk]);
  }
  const exif = block === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]);
  const marker = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(block === undefined ? [] : [marker, exif]),
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}
