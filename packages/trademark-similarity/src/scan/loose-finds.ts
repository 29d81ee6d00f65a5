import { isHan } from '../text/normalise-mark.ts';
import type { ScanForm } from './form-postings.ts';

/** How the signs of a mark stand in a text where they do not stand in a row. */
export type LooseWay = 'strewn' | 'reordered';

/** Signs of a mark within a short stretch, with foreign signs between them or in another order. */
interface LooseFind {
  readonly form: number;
  readonly from: number;
  /** After the last sign. */
  readonly to: number;
  readonly way: LooseWay;
  /** Foreign characters between; letters and digits between are noise and do not count. */
  readonly foreign: number;
}

/** Letters and digits in a row that count as noise between two characters; longer ones are words. */
const MOST_NOISE = 2;
const MOST_FOREIGN = 2;

/** Signs of a text without short runs of letters and digits between characters, and where each stood; undefined where there are none. */
export function squeeze(
  units: Uint16Array,
): { readonly units: Uint16Array; readonly places: readonly number[] } | undefined {
  const places: number[] = [];
  for (let at = 0; at < units.length; ) {
    let end = at;
    while (end < units.length && !isHan(units[end] as number)) end++;
    const noise = at > 0 && end < units.length && end - at <= MOST_NOISE;
    if (!noise) for (let place = at; place < end; place++) places.push(place);
    if (end < units.length) places.push(end);
    at = end + 1;
  }
  return places.length === units.length
    ? undefined
    : { units: Uint16Array.from(places, (at) => units[at] as number), places };
}

/** Finds marks whose own signs are all in a short stretch. Memory: two numbers for each sign of a mark. */
export class LooseFinder {
  readonly #forms: readonly ScanForm[];
  readonly #byCode = new Map<number, { readonly form: number; readonly places: number[] }[]>();
  /** Where each sign of each form was last seen; −1 before. */
  readonly #seen: Int16Array;
  readonly #stamps: Uint32Array;
  readonly #starts: Uint32Array;
  #stamp = 0;

  /** @param forms those of other spellings are passed over */
  constructor(forms: readonly ScanForm[]) {
    this.#forms = forms;
    this.#starts = new Uint32Array(forms.length);
    let size = 0;
    for (const [form, { units, exact }] of forms.entries()) {
      this.#starts[form] = size;
      size += units.length;
      if (exact) continue;
      for (const [place, code] of units.entries()) {
        const known = this.#byCode.get(code) ?? [];
        this.#byCode.set(code, known);
        const own = known.find((one) => one.form === form);
        if (own === undefined) known.push({ form, places: [place] });
        else own.places.push(place);
      }
    }
    this.#seen = new Int16Array(size);
    this.#stamps = new Uint32Array(forms.length);
  }

  /** Each stretch once, as soon as its last sign is met; signs in a row and in order are left to others. */
  find(units: Uint16Array, met: (find: LooseFind) => void): void {
    if (++this.#stamp > 0xffff_fff0) {
      this.#stamps.fill(0);
      this.#stamp = 1;
    }
    for (let at = 0; at < units.length; at++)
      for (const { form, places } of this.#byCode.get(units[at] as number) ?? []) {
        this.#note(form, places, at);
        const find = this.#complete(form, at);
        if (find !== undefined) met(find);
      }
  }

  #note(form: number, places: readonly number[], at: number): void {
    const start = this.#starts[form] as number;
    if (this.#stamps[form] !== this.#stamp) {
      this.#stamps[form] = this.#stamp;
      this.#seen.fill(-1, start, start + (this.#forms[form] as ScanForm).units.length);
    }
    // Of a sign that stands twice in a mark the last two are kept, in their order.
    for (const [index, place] of places.entries())
      this.#seen[start + place] = (
        index + 1 < places.length ? this.#seen[start + (places[index + 1] as number)] : at
      ) as number;
  }

  #complete(form: number, at: number): LooseFind | undefined {
    const start = this.#starts[form] as number;
    const length = (this.#forms[form] as ScanForm).units.length;
    let [from, inOrder] = [at, true];
    for (let place = 0; place < length; place++) {
      const seen = this.#seen[start + place] as number;
      if (seen < 0) return undefined;
      from = Math.min(from, seen);
      if (place > 0 && seen <= (this.#seen[start + place - 1] as number)) inOrder = false;
    }
    const foreign = at + 1 - from - length;
    if (foreign === 0 && !inOrder) return { form, from, to: at + 1, way: 'reordered', foreign };
    const few = foreign <= Math.min(MOST_FOREIGN, length - 1);
    return inOrder && foreign > 0 && few ? { form, from, to: at + 1, way: 'strewn', foreign } : undefined;
  }
}

const BREAK = /[^\p{L}\p{Nd}]+/u;

/** Parts of a text as its writer set them apart by blanks and signs. */
export const partsOf = (text: string): readonly string[] => text.split(BREAK).filter((part) => part !== '');
