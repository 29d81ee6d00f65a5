import { KEYS, listKeys } from './keys.ts';

/** All marks in a few flat arrays, so that they can be written to one file and read back without work. */
export interface MarkStore {
  readonly size: number;
  /** Signs of mark i: units[offsets[i]] … units[offsets[i + 1] − 1]. */
  readonly offsets: Uint32Array;
  readonly units: Uint16Array;
  /** How weak each sign is (WEAKNESS). */
  readonly weak: Uint8Array;
  /** What the keys of a mark are worth together, in halves. */
  readonly worths: Uint8Array;
  /** Marks of key k: posted[starts[k]] … posted[starts[k + 1] − 1], in order. */
  readonly starts: Uint32Array;
  readonly posted: Uint32Array;
  /** Hashes of how whole marks are read, ascending, and the mark of each. */
  readonly readings: Uint32Array;
  readonly readMarks: Uint32Array;
}

/** Marks on their way into a store. */
export interface RawMarks {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly units: Uint16Array;
  readonly weak: Uint8Array;
  /** Hash of how each mark is read; 0 = none. */
  readonly readings: Uint32Array;
}

export function buildStore(raw: RawMarks): MarkStore {
  const { size, offsets, units } = raw;
  const worths = new Uint8Array(size);
  const starts = new Uint32Array(KEYS + 1);
  const keys: number[] = [];
  for (let mark = 0; mark < size; mark++) {
    const found = listKeys(units, offsets[mark] as number, offsets[mark + 1] as number, keys);
    worths[mark] = Math.min(255, Math.round(found.worth * 2));
    for (let at = 0; at < found.keys; at++) starts[(keys[at] as number) + 1]!++;
  }
  for (let key = 1; key <= KEYS; key++) starts[key]! += starts[key - 1] as number;
  const places = starts.slice();
  const posted = new Uint32Array(starts[KEYS] as number);
  for (let mark = 0; mark < size; mark++) {
    const found = listKeys(units, offsets[mark] as number, offsets[mark + 1] as number, keys);
    for (let at = 0; at < found.keys; at++) posted[places[keys[at] as number]!++] = mark;
  }
  return { ...raw, worths, starts, posted, ...sortReadings(raw.readings) };
}

function sortReadings(hashes: Uint32Array): { readings: Uint32Array; readMarks: Uint32Array } {
  const pairs = new Float64Array(hashes.length);
  let count = 0;
  // One number holds hash and mark: exact up to two million marks (32 + 21 bits).
  const span = Math.max(1, hashes.length);
  for (let mark = 0; mark < hashes.length; mark++)
    if (hashes[mark] !== 0) pairs[count++] = (hashes[mark] as number) * span + mark;
  const sorted = pairs.subarray(0, count).sort();
  return {
    readings: Uint32Array.from(sorted, (pair) => Math.floor(pair / span)),
    readMarks: Uint32Array.from(sorted, (pair) => pair % span),
  };
}
