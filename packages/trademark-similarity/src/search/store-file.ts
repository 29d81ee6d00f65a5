import type { MarkStore } from './store.ts';

/**
 * One file: magic, format, number of sections, then for each its bytes and place; sections begin at multiples of eight, so they
 * are read where they lie. Numbers are little-endian, as on every machine Node runs on.
 */
const MAGIC = 0x4d4b4a31;
const FORMAT = 2;
const SECTIONS = ['offsets', 'units', 'weak', 'worths', 'starts', 'posted', 'readings', 'readMarks'] as const;
const KINDS = {
  offsets: Uint32Array,
  units: Uint16Array,
  weak: Uint8Array,
  worths: Uint8Array,
  starts: Uint32Array,
  posted: Uint32Array,
  readings: Uint32Array,
  readMarks: Uint32Array,
} as const;
const HEADER = 8 * (3 + 2 * (SECTIONS.length + 1));
const round = (bytes: number): number => Math.ceil(bytes / 8) * 8;

export function writeStore(store: MarkStore, removed: Iterable<number>): ArrayBuffer {
  const parts = [...SECTIONS.map((name) => store[name]), Uint32Array.from(removed)];
  const header = new Float64Array(HEADER / 8);
  header.set([MAGIC, FORMAT, parts.length]);
  let place = HEADER;
  for (const [at, part] of parts.entries()) {
    header.set([place, part.byteLength], 3 + 2 * at);
    place += round(part.byteLength);
  }
  const bytes = new Uint8Array(place);
  bytes.set(new Uint8Array(header.buffer));
  for (const [at, part] of parts.entries())
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), header[3 + 2 * at]);
  return bytes.buffer;
}

/** @throws RangeError for bytes that are no saved index or of another format */
export function readStore(bytes: ArrayBuffer | SharedArrayBuffer): { store: MarkStore; removed: Uint32Array } {
  const broken = () => new RangeError('not a saved index of marks, or of another format');
  if (bytes.byteLength < HEADER) throw broken();
  const header = new Float64Array(bytes, 0, HEADER / 8);
  if (header[0] !== MAGIC || header[1] !== FORMAT || header[2] !== SECTIONS.length + 1) throw broken();
  const section = (at: number): { place: number; length: number } => {
    const [place, length] = [header[3 + 2 * at] as number, header[4 + 2 * at] as number];
    if (place % 8 !== 0 || place + length > bytes.byteLength) throw broken();
    return { place, length };
  };
  const parts = Object.fromEntries(
    SECTIONS.map((name, at) => {
      const { place, length } = section(at);
      // Typed arrays take either kind of memory; their constructors' types do not.
      return [name, new KINDS[name](bytes as ArrayBuffer, place, length / KINDS[name].BYTES_PER_ELEMENT)];
    }),
  ) as unknown as Omit<MarkStore, 'size'>;
  const { place, length } = section(SECTIONS.length);
  return { store: { ...parts, size: parts.offsets.length - 1 }, removed: new Uint32Array(bytes, place, length / 4) };
}
