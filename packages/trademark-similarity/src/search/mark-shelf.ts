import type { MarkSpan } from '../compare/features.ts';
import { hashOf, lettersOf } from '../signs/latin-sound.ts';
import { normaliseMark } from '../text/normalise-mark.ts';
import { WEAKNESS, type WeakWordList } from '../weak/weak-words.ts';
import { listKeys } from './keys.ts';
import { buildStore, type MarkStore, type RawMarks } from './store.ts';

interface LaterMark extends MarkSpan {
  readonly reading: number;
  readonly worth: number;
}

/** Marks of an index: a store that is built once, and what was added or removed since. */
export class MarkShelf {
  store: MarkStore;
  #later: LaterMark[] = [];
  /** Places of later marks by key. */
  readonly laterByKey = new Map<number, number[]>();
  readonly #removed = new Set<number>();
  readonly #span = { units: new Uint16Array(0), weak: new Uint8Array(0), start: 0, end: 0 };

  constructor(store: MarkStore) {
    this.store = store;
  }

  static of(names: Iterable<string>, weakWords: WeakWordList): MarkShelf {
    return new MarkShelf(buildStore(shelve(names, weakWords)));
  }

  /** Places given so far, those of removed marks included. */
  get places(): number {
    return this.store.size + this.#later.length;
  }
  get size(): number {
    return this.places - this.#removed.size;
  }
  get unmerged(): number {
    return this.#later.length;
  }

  add(name: string, weakWords: WeakWordList): number {
    const at = this.places;
    const { units } = normaliseMark(name);
    const weak = new Uint8Array(units.length);
    weakWords.mark(units, 0, units.length, weak);
    const keys: number[] = [];
    const found = listKeys(units, 0, units.length, keys);
    for (const key of keys.slice(0, found.keys)) {
      const known = this.laterByKey.get(key);
      if (known === undefined) this.laterByKey.set(key, [at]);
      else known.push(at);
    }
    const worth = Math.min(255, Math.round(found.worth * 2));
    this.#later.push({ units, weak, start: 0, end: units.length, worth, reading: hashOf(lettersOf(units)) });
    return at;
  }

  remove(at: number): void {
    if (at >= 0 && at < this.places) this.#removed.add(at);
  }
  isRemoved(at: number): boolean {
    return this.#removed.has(at);
  }
  get removed(): Iterable<number> {
    return this.#removed;
  }

  /** Signs of a mark; the object is the same on each call. */
  span(at: number): MarkSpan {
    const later = this.#later[at - this.store.size];
    if (later !== undefined) return later;
    const span = this.#span;
    span.units = this.store.units as Uint16Array<ArrayBuffer>;
    span.weak = this.store.weak as Uint8Array<ArrayBuffer>;
    span.start = this.store.offsets[at] as number;
    span.end = this.store.offsets[at + 1] as number;
    return span;
  }

  /** What all keys of a mark are worth, in halves. */
  worth(at: number): number {
    return at < this.store.size ? (this.store.worths[at] as number) : (this.#later[at - this.store.size]?.worth ?? 0);
  }

  /** Places of the marks that are read like this in letters. */
  readAs(reading: number): number[] {
    const { readings, readMarks } = this.store;
    let [low, high] = [0, readings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((readings[middle] as number) < reading) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; readings[low] === reading; low++) found.push(readMarks[low] as number);
    for (const [n, later] of this.#later.entries()) if (later.reading === reading) found.push(this.store.size + n);
    return found;
  }

  /** Places of the marks that are these signs, or these signs between weak words. */
  equal(signs: Uint16Array): number[] {
    const keys: number[] = [];
    const found = listKeys(signs, 0, signs.length, keys);
    const { starts, posted } = this.store;
    const count = (key: number): number => (starts[key + 1] as number) - (starts[key] as number);
    let rarest = keys[0];
    for (const key of keys.slice(0, found.keys)) if (count(key) < count(rarest as number)) rarest = key;
    if (rarest === undefined || found.keys === 0) return [];
    const places = [...posted.subarray(starts[rarest], starts[rarest + 1]), ...(this.laterByKey.get(rarest) ?? [])];
    return places.filter((at) => isCore(this.span(at), signs));
  }

  merge(): void {
    if (this.#later.length === 0) return;
    const { store } = this;
    const raw = makeRaw(this.places, store.units.length + this.#later.reduce((sum, { end }) => sum + end, 0));
    raw.offsets.set(store.offsets);
    raw.units.set(store.units);
    raw.weak.set(store.weak);
    for (const [at, mark] of store.readMarks.entries()) raw.readings[mark] = store.readings[at] as number;
    let place = store.units.length;
    for (const [n, later] of this.#later.entries()) {
      raw.units.set(later.units, place);
      raw.weak.set(later.weak, place);
      place += later.end;
      raw.offsets[store.size + n + 1] = place;
      raw.readings[store.size + n] = later.reading;
    }
    this.store = buildStore(raw);
    this.#later = [];
    this.laterByKey.clear();
  }
}

/** Whether a mark is these signs, with weak words before or after them at most. */
function isCore({ units, weak, start, end }: MarkSpan, signs: Uint16Array): boolean {
  let [from, to] = [start, end];
  if (to - from > signs.length) {
    while (from < to && weak[from] !== WEAKNESS.none) from++;
    while (to > from && weak[to - 1] !== WEAKNESS.none) to--;
  }
  if (to - from !== signs.length) return false;
  for (let at = 0; at < signs.length; at++) if (units[from + at] !== signs[at]) return false;
  return true;
}

const makeRaw = (size: number, signs: number): RawMarks => ({
  size,
  offsets: new Uint32Array(size + 1),
  units: new Uint16Array(signs),
  weak: new Uint8Array(signs),
  readings: new Uint32Array(size),
});

function shelve(names: Iterable<string>, weakWords: WeakWordList): RawMarks {
  const all = Array.isArray(names) ? (names as string[]) : [...names];
  const offsets = new Uint32Array(all.length + 1);
  const readings = new Uint32Array(all.length);
  let units = new Uint16Array(all.length * 4 + 64);
  for (const [at, name] of all.entries()) {
    const signs = normaliseMark(name).units;
    const start = offsets[at] as number;
    if (start + signs.length > units.length) {
      const larger = new Uint16Array(units.length * 2);
      larger.set(units);
      units = larger;
    }
    units.set(signs, start);
    offsets[at + 1] = start + signs.length;
    readings[at] = hashOf(lettersOf(signs));
  }
  units = units.slice(0, offsets[all.length] as number);
  const weak = new Uint8Array(units.length);
  for (let at = 0; at < all.length; at++) weakWords.mark(units, offsets[at] as number, offsets[at + 1] as number, weak);
  return { size: all.length, offsets, units, weak, readings };
}
