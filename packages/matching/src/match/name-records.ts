import { BigramIndex, type BigramTables } from '../block/bigram-index.ts';
import { deletionHashes } from '../block/deletion-keys.ts';
import { HashIndex, type HashTables, hashText } from '../block/hash-index.ts';
import { areFarApart } from '../compare/edit-channel.ts';
import { nearnessOf } from '../compare/near-characters.ts';
import type { NameParts } from '../normalise/parse-company-name.ts';
import { NO_PLACE, prefectureOf } from '../normalise/places.ts';

/** One name of one entry: its current name or a former one. */
export interface NameRecord {
  parts: NameParts;
  entry: number;
  former: boolean;
  brandLength: number;
}

/** Which indexes to fill: those of slips, those of whole names, brands and bigrams, or all. */
export type IndexPart = 'all' | 'slips' | 'names';

export interface RecordTables {
  slips?: HashTables;
  names?: { keys: HashTables; brands: HashTables; bigrams: BigramTables };
}

const ENTRY = 0;
/** brand length · 2, + 1 for a former name. */
const DETAIL = 1;
const COLUMNS = 2;

const MOST_PER_KEY = 48;
/** Longest core whose one-character deletions are indexed; longer ones are found by bigrams. */
const DELETION_WIDTH = 16;

/** The name records of a register and the indexes that find them: whole name, core ± one character, brand, bigrams. */
export class NameRecords {
  private readonly taken: NameParts[] = [];
  /** entry and details of each record, side by side. */
  private table: Int32Array;
  private readonly byKey: HashIndex;
  private readonly byCore: HashIndex;
  private readonly byBrand: HashIndex;
  private readonly bigrams: BigramIndex;
  private readonly hashes = new Uint32Array(DELETION_WIDTH + 2);
  private seen = new Int32Array(0);
  private stamp = 0;
  /** prefecture of each record's place, -1 when its name does not tell. */
  private regions: Int16Array;
  /** characters of place and core side by side: reading them here spares a walk through four objects per candidate. */
  private codes: Uint16Array;
  /** where a record's core begins and ends in `codes`: [2·id], [2·id + 1]; its place begins where the record before ends. */
  private spans: Int32Array;

  private readonly part: IndexPart;

  /** With `part` only the indexes of that part are filled; the others come by `attach` from a matcher on another thread. */
  constructor(expected: number, part: IndexPart = 'all') {
    this.part = part;
    this.regions = new Int16Array(expected + 16);
    this.table = new Int32Array(COLUMNS * (expected + 16));
    this.codes = new Uint16Array(expected * 11 + 256);
    this.spans = new Int32Array(expected * 2 + 32);
    this.byKey = new HashIndex(expected);
    this.byCore = new HashIndex(part === 'names' ? 0 : expected * 9);
    this.byBrand = new HashIndex(expected);
    this.bigrams = new BigramIndex(part === 'slips' ? 0 : expected * 10);
  }

  /** Moves the indexes filled here into shared memory. */
  share(): RecordTables {
    if (this.part === 'slips') return { slips: this.byCore.share() };
    return { names: { keys: this.byKey.share(), brands: this.byBrand.share(), bigrams: this.bigrams.share() } };
  }

  attach({ slips, names }: RecordTables): void {
    if (slips) this.byCore.attach(slips);
    if (!names) return;
    this.byKey.attach(names.keys);
    this.byBrand.attach(names.brands);
    this.bigrams.attach(names.bigrams);
  }

  get count(): number {
    return this.taken.length;
  }

  partsOf(id: number): NameParts {
    return this.taken[id]!;
  }

  entryOf(id: number): number {
    return this.table[COLUMNS * id + ENTRY]!;
  }

  isFormer(id: number): boolean {
    return (this.table[COLUMNS * id + DETAIL]! & 1) === 1;
  }

  get(id: number): NameRecord {
    const brandLength = this.table[COLUMNS * id + DETAIL]! >> 1;
    return { parts: this.partsOf(id), entry: this.entryOf(id), former: this.isFormer(id), brandLength };
  }

  add(record: NameRecord): void {
    const id = this.taken.length;
    this.taken.push(record.parts);
    if (id === this.regions.length) {
      this.regions = grown(this.regions, new Int16Array(id * 2));
      this.spans = grown(this.spans, new Int32Array(id * 4));
      this.table = grown(this.table, new Int32Array(id * 2 * COLUMNS));
    }
    this.table[COLUMNS * id + ENTRY] = record.entry;
    this.table[COLUMNS * id + DETAIL] = record.brandLength * 2 + Number(record.former);
    const { core, placeText, place } = record.parts;
    this.storeText(id, placeText, core);
    this.regions[id] = prefectureOf(place);
    if (this.part !== 'slips') this.addName(id, record);
    if (this.part !== 'names') this.addSlips(id, core);
  }

  private addName(id: number, { parts, brandLength }: NameRecord): void {
    const { key, core, placeText } = parts;
    this.byKey.add(hashText(key), id);
    this.bigrams.add(placeText + core, id);
    if (brandLength >= 2) this.byBrand.add(hashText(core.slice(0, brandLength)), id);
  }

  private addSlips(id: number, core: string): void {
    if (core === '') return;
    const count = this.coreHashes(core);
    for (let i = 0; i < count; i++) this.byCore.add(this.hashes[i]!, id);
  }

  private storeText(id: number, placeText: string, core: string): void {
    let at = id === 0 ? 0 : this.spans[2 * id - 1]!;
    const needed = at + placeText.length + core.length;
    if (needed > this.codes.length) this.codes = grown(this.codes, new Uint16Array(this.codes.length + needed));
    for (let i = 0; i < placeText.length; i++) this.codes[at++] = placeText.charCodeAt(i);
    this.spans[2 * id] = at;
    for (let i = 0; i < core.length; i++) this.codes[at++] = core.charCodeAt(i);
    this.spans[2 * id + 1] = at;
  }

  /**
   * Could this record be more than a chance neighbour of a name with this core and with this place and core in one
   * (`whole`)? Says no only where `scoreRecord` finds neither slips nor a tail in common.
   */
  mayResemble(id: number, core: string, whole: string): boolean {
    const { codes } = this;
    const start = this.spans[2 * id]!;
    const end = this.spans[2 * id + 1]!;
    if (!areFarApart(codes, start, end, core)) return true;
    if (!areFarApart(codes, id === 0 ? 0 : this.spans[2 * id - 1]!, end, whole)) return true;
    const shorter = Math.min(core.length, end - start);
    if (shorter < 2) return false;
    let head = 0;
    while (head < shorter && codes[start + head] === core.charCodeAt(head)) head++;
    if (head === shorter) return true;
    let tail = 0;
    while (tail < shorter && codes[end - 1 - tail] === core.charCodeAt(core.length - 1 - tail)) tail++;
    return tail === shorter;
  }

  /** Is the core of this record one slip away from `core`, and not a plain substitution when those are not wanted? */
  private isOneSlip(id: number, core: string, plain: boolean): boolean {
    const { codes } = this;
    const start = this.spans[2 * id]!;
    const end = this.spans[2 * id + 1]!;
    let head = 0;
    const shorter = Math.min(core.length, end - start);
    while (head < shorter && codes[start + head] === core.charCodeAt(head)) head++;
    let tail = 0;
    while (tail < shorter - head && codes[end - 1 - tail] === core.charCodeAt(core.length - 1 - tail)) tail++;
    const rows = end - start - head - tail;
    const columns = core.length - head - tail;
    if (rows === 1 && columns === 1) return plain || nearnessOf(codes[start + head]!, core.charCodeAt(head)) !== 'none';
    if (rows + columns <= 1) return true;
    const [first, second] = [codes[start + head]!, codes[start + head + 1]!];
    return rows === 2 && columns === 2 && first === core.charCodeAt(head + 1) && second === core.charCodeAt(head);
  }

  private coreHashes(core: string): number {
    if (core.length <= DELETION_WIDTH && core.length >= 2) return deletionHashes(core, this.hashes);
    this.hashes[0] = hashText(core);
    return 1;
  }

  /** Records whose canonical key is exactly this. */
  findByKey(key: string): number[] {
    const found: number[] = [];
    const hash = hashText(key);
    for (let node = this.byKey.first(hash); node >= 0; node = this.byKey.after(node)) {
      const id = this.byKey.valueAt(node);
      if (this.taken[id]!.key === key) found.push(id);
    }
    return found;
  }

  /** Starts a new candidate set that already holds `found`; the `collect*` calls that follow add to `into` without repeats. */
  startCollecting(found: readonly number[]): void {
    if (this.seen.length < this.taken.length) this.seen = new Int32Array(this.taken.length * 2);
    this.stamp++;
    for (const id of found) this.seen[id] = this.stamp;
  }

  /** Records whose core is exactly this text. */
  collectByCore(core: string, into: number[]): void {
    if (core === '') return;
    this.coreHashes(core);
    this.collectHash(0, NO_PLACE, into);
  }

  /**
   * Records whose core is one slip away from this text and that are not known to be in another prefecture; without `plain`
   * only characters near in sound or shape may stand for one another.
   */
  collectBySlip(core: string, place: number, plain: boolean, into: number[]): void {
    if (core === '') return;
    const count = this.coreHashes(core);
    const region = prefectureOf(place);
    for (let i = 0; i < count; i++) this.collectHash(i, region, into, (id) => this.isOneSlip(id, core, plain));
  }

  private collectHash(position: number, region: number, into: number[], fits?: (id: number) => boolean): void {
    const hash = this.hashes[position]!;
    let taken = 0;
    for (let node = this.byCore.first(hash); node >= 0 && taken < MOST_PER_KEY; node = this.byCore.after(node)) {
      const id = this.byCore.valueAt(node);
      const elsewhere = region >= 0 && this.regions[id]! >= 0 && this.regions[id] !== region;
      if (!elsewhere && this.seen[id] !== this.stamp && (!fits || fits(id)) && this.take(id, into)) taken++;
    }
  }

  /** Records whose brand is exactly this text, at most `limit`. */
  collectByBrand(brand: string, limit: number, into: number[]): void {
    if (brand.length < 2) return;
    let taken = 0;
    const hash = hashText(brand);
    for (let node = this.byBrand.first(hash); node >= 0 && taken < limit; node = this.byBrand.after(node)) {
      if (this.take(this.byBrand.valueAt(node), into)) taken++;
    }
  }

  collectByBigrams(text: string, limit: number, budget: number, into: number[]): void {
    for (const id of this.bigrams.search(text, limit, budget)) this.take(id, into);
  }

  private take(id: number, into: number[]): boolean {
    if (this.seen[id] === this.stamp) return false;
    this.seen[id] = this.stamp;
    into.push(id);
    return true;
  }
}

function grown<T extends Int16Array | Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
