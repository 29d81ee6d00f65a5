import type { MarkIndex } from '@jince/trademark-similarity';
import type { TrademarkIndexData } from '../../ip-rights/index.ts';
import { buildIndex } from './build-index.ts';

/** Names of a register as they are searched: each name once, with the rows of the register that bear it. */
export interface MarkNames {
  /** The state of the register it is of. */
  readonly data: TrademarkIndexData;
  readonly index: MarkIndex;
  /** By place of the index; shared with later states, which only add to it. */
  readonly names: readonly string[];
  /** Registrations that bear a name. */
  readonly marks: number;
  /** Rows of the name at a place; none where the name has left the register. */
  rowsAt(place: number): Uint32Array;
}

/** Between so many rows other work of the process gets its turn. */
const SLICE = 10_000;
/** More new names than this, or as many that are gone, and the index is built anew beside the old one. */
const MOST_ADDED = 2000;
const NONE = 0xffff_ffff;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Which place each row's name has; a name without a place gets one from `placeOf`. */
async function placeRows(data: TrademarkIndexData, placeOf: (name: string) => number): Promise<Uint32Array> {
  const places = new Uint32Array(data.size);
  for (let row = 0; row < data.size; row++) {
    const name = data.rights.names[row] as string;
    places[row] = name.trim() === '' ? NONE : placeOf(name);
    if (row % SLICE === SLICE - 1) await nextTurn();
  }
  return places;
}

/** Rows by place, in two flat arrays. */
function shelve(places: Uint32Array, size: number): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(size + 1);
  for (const place of places) if (place !== NONE) starts[place + 1]!++;
  for (let place = 1; place <= size; place++) starts[place]! += starts[place - 1] as number;
  const next = starts.slice();
  const rows = new Uint32Array(starts[size] as number);
  for (const [row, place] of places.entries()) if (place !== NONE) rows[next[place]!++] = row;
  return { starts, rows };
}

const EMPTY = new Uint32Array(0);

/**
 * Names of one district's register, brought up to date from one state of the register to the next: a name that came is added in
 * well under a millisecond, and the index is built anew only after large imports, in a thread of its own.
 */
export class MarkNamesKeeper {
  #places = new Map<string, number>();
  #names: string[] = [];
  #index: MarkIndex | undefined;

  async bringTo(data: TrademarkIndexData): Promise<MarkNames> {
    const added: string[] = [];
    const known = this.#index === undefined ? new Map<string, number>() : this.#places;
    const coming = new Map<string, number>();
    let places = await placeRows(data, (name) => {
      const place = known.get(name) ?? coming.get(name);
      if (place !== undefined) return place;
      const next = known.size + coming.size;
      coming.set(name, next);
      added.push(name);
      return next;
    });
    const living = new Set(places).size;
    const stale =
      this.#index === undefined || added.length + this.#index.unmerged > MOST_ADDED || known.size > 2 * living;
    if (stale) {
      const all = new Map<string, number>();
      places = await placeRows(data, (name) => {
        const place = all.get(name) ?? all.size;
        all.set(name, place);
        return place;
      });
      const names = [...all.keys()];
      this.#index = await buildIndex(names);
      this.#names = names;
      this.#places = all;
    } else {
      for (const name of added) {
        this.#places.set(name, (this.#index as MarkIndex).add(name));
        this.#names.push(name);
      }
    }
    const { starts, rows } = shelve(places, this.#names.length);
    const size = this.#names.length;
    return {
      data,
      index: this.#index as MarkIndex,
      names: this.#names,
      marks: rows.length,
      rowsAt: (place) => (place < size ? rows.subarray(starts[place], starts[place + 1]) : EMPTY),
    };
  }
}
