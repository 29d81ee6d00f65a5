/** What a picture says of itself; times as they stand there. */
export interface PictureFacts {
  /** `2026-03-02T14:05:09`, with `+08:00` where the picture states the offset. */
  readonly takenAt?: string;
  /** When the file was last written by a camera or a program. */
  readonly writtenAt?: string;
  /** Time of the satellites, which the camera's own clock cannot move; UTC. */
  readonly satelliteAt?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly camera?: string;
  readonly software?: string;
  /** A small JPEG some cameras put in. */
  readonly thumbnail?: Buffer;
}

const TAG = {
  make: 0x10f,
  model: 0x110,
  software: 0x131,
  writtenAt: 0x132,
  exif: 0x8769,
  gps: 0x8825,
  takenAt: 0x9003,
  offset: 0x9011,
  thumbAt: 0x201,
  thumbSize: 0x202,
} as const;
const GPS = { latRef: 1, lat: 2, lonRef: 3, lon: 4, time: 7, date: 0x1d } as const;
const SIZE_OF: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
/** More than any camera writes; a damaged file may claim anything. */
const MOST_TAGS = 400;

/** TIFF structure of EXIF 2.32; offsets count from its own start. */
class Tiff {
  readonly bytes: Buffer;
  readonly little: boolean;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.little = bytes.toString('latin1', 0, 2) === 'II';
    if (!this.little && bytes.toString('latin1', 0, 2) !== 'MM') throw new RangeError('no TIFF');
  }

  u16(at: number): number {
    return this.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  u32(at: number): number {
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  /** Tag → where its value stands; `next` is the offset of the directory after it. */
  directory(at: number): { tags: Map<number, { type: number; count: number; at: number }>; next: number } {
    const tags = new Map<number, { type: number; count: number; at: number }>();
    const count = Math.min(this.u16(at), MOST_TAGS);
    for (let n = 0; n < count; n++) {
      const entry = at + 2 + n * 12;
      const type = this.u16(entry + 2);
      const length = this.u32(entry + 4);
      const inside = (SIZE_OF[type] ?? 1) * length <= 4;
      tags.set(this.u16(entry), { type, count: length, at: inside ? entry + 8 : this.u32(entry + 8) });
    }
    return { tags, next: this.u32(at + 2 + count * 12) };
  }

  text(value: { count: number; at: number } | undefined): string | undefined {
    if (value === undefined || value.count > 1000) return undefined;
    const text = this.bytes
      .toString('utf8', value.at, value.at + value.count)
      .replace(/\0.*$/s, '')
      .trim();
    return text === '' ? undefined : text.toWellFormed();
  }

  rationals(value: { count: number; at: number } | undefined): number[] {
    if (value === undefined || value.count > 10) return [];
    return Array.from({ length: value.count }, (_, n) => {
      const below = this.u32(value.at + n * 8 + 4);
      return below === 0 ? Number.NaN : this.u32(value.at + n * 8) / below;
    });
  }
}

/** `2026:03:02 14:05:09` → `2026-03-02T14:05:09`; what is no time is left out. */
function timeOf(text: string | undefined, offset?: string): string | undefined {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const plain = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number.isNaN(Date.parse(`${plain}Z`))) return undefined;
  return /^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? `${plain}${offset}` : plain;
}

function satelliteTime(tiff: Tiff, gps: ReturnType<Tiff['directory']>['tags']): string | undefined {
  const day = tiff.text(gps.get(GPS.date));
  const clock = tiff.rationals(gps.get(GPS.time));
  if (day === undefined || clock.length !== 3 || clock.some((part) => !Number.isFinite(part))) return undefined;
  const [hour, minute, second] = clock.map((part) => String(Math.floor(part)).padStart(2, '0'));
  const time = timeOf(`${day} ${hour}:${minute}:${second}`);
  return time === undefined ? undefined : `${time}Z`;
}

function degrees(tiff: Tiff, value: { count: number; at: number } | undefined, ref: string | undefined) {
  const [whole, minutes, seconds] = tiff.rationals(value);
  if (whole === undefined || minutes === undefined || seconds === undefined) return undefined;
  const sum = whole + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(sum)) return undefined;
  return Number((ref === 'S' || ref === 'W' ? -sum : sum).toFixed(6));
}

function readTiff(bytes: Buffer): PictureFacts {
  const tiff = new Tiff(bytes);
  const { tags, next } = tiff.directory(tiff.u32(4));
  const directoryOf = (tag: number) => {
    const pointer = tags.get(tag);
    return pointer === undefined ? new Map() : tiff.directory(tiff.u32(pointer.at)).tags;
  };
  const exif = directoryOf(TAG.exif);
  const gps = directoryOf(TAG.gps);
  const takenAt = timeOf(tiff.text(exif.get(TAG.takenAt)), tiff.text(exif.get(TAG.offset)));
  const writtenAt = timeOf(tiff.text(tags.get(TAG.writtenAt)));
  const satelliteAt = satelliteTime(tiff, gps);
  const latitude = degrees(tiff, gps.get(GPS.lat), tiff.text(gps.get(GPS.latRef)));
  const longitude = degrees(tiff, gps.get(GPS.lon), tiff.text(gps.get(GPS.lonRef)));
  const camera = [tiff.text(tags.get(TAG.make)), tiff.text(tags.get(TAG.model))].filter(Boolean).join(' ');
  const software = tiff.text(tags.get(TAG.software));
  const thumbnail = next === 0 ? undefined : readThumbnail(tiff, next);
  return {
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    ...(satelliteAt === undefined ? {} : { satelliteAt }),
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    ...(camera === '' ? {} : { camera }),
    ...(software === undefined ? {} : { software }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

function readThumbnail(tiff: Tiff, at: number): Buffer | undefined {
  const { tags } = tiff.directory(at);
  const from = tags.get(TAG.thumbAt);
  const size = tags.get(TAG.thumbSize);
  if (from === undefined || size === undefined) return undefined;
  const start = tiff.u32(from.at);
  const thumbnail = tiff.bytes.subarray(start, start + tiff.u32(size.at));
  return thumbnail[0] === 0xff && thumbnail[1] === 0xd8 ? thumbnail : undefined;
}

function tiffOfJpeg(head: Buffer): Buffer | undefined {
  for (let at = 2; at + 4 <= head.length && head[at] === 0xff; ) {
    const marker = head[at + 1] as number;
    const length = head.readUInt16BE(at + 2);
    if (marker === 0xe1 && head.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return head.subarray(at + 10, at + 2 + length);
    // The picture itself begins: no more of its own words.
    if (marker === 0xda) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function tiffOfPng(head: Buffer): Buffer | undefined {
  for (let at = 8; at + 12 <= head.length; ) {
    const length = head.readUInt32BE(at);
    if (head.toString('latin1', at + 4, at + 8) === 'eXIf') return head.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return undefined;
}

function tiffOfWebp(head: Buffer): Buffer | undefined {
  for (let at = 12; at + 8 <= head.length; ) {
    const length = head.readUInt32LE(at + 4);
    if (head.toString('latin1', at, at + 4) === 'EXIF') return head.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/**
 * Reads EXIF of a JPEG, PNG or WebP from its first bytes (256 KB hold what cameras write). Undefined where there is none
 * or it cannot be read: a damaged block says nothing.
 */
export function readExif(head: Buffer): PictureFacts | undefined {
  try {
    const tiff = head[0] === 0xff ? tiffOfJpeg(head) : head[0] === 0x89 ? tiffOfPng(head) : tiffOfWebp(head);
    if (tiff === undefined) return undefined;
    const start = tiff.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
    return readTiff(tiff.subarray(start));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
