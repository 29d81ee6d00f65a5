import { MOST_KEYS, type PreparedText, type TextUnits } from './prepare-text.ts';

/** Room for prepared texts in flat memory that several threads can see. Each text has its stretch in each array. */
export interface TextStore {
  /** Where the stretch of each text begins in the arrays of units; one more for the end. */
  places: Float64Array;
  titlePlaces: Float64Array;
  keyPlaces: Float64Array;
  units: Uint16Array;
  pairs: Uint32Array;
  weights: Uint8Array;
  titlePairs: Uint32Array;
  titleWeights: Uint8Array;
  keys: Uint32Array;
  clauses: Uint16Array;
  /** `FIELDS` numbers a text: lengths and sums. */
  numbers: Uint32Array;
}

const FIELDS = 8;

/** @param lengths characters of the title and of the abstract of each text */
export function makeTextStore(lengths: readonly { title: number; abstract: number }[]): TextStore {
  const places = new Float64Array(shared(8 * (lengths.length + 1)));
  const titlePlaces = new Float64Array(shared(8 * (lengths.length + 1)));
  const keyPlaces = new Float64Array(shared(8 * (lengths.length + 1)));
  for (const [at, { title, abstract }] of lengths.entries()) {
    const units = title + 1 + abstract;
    places[at + 1] = places[at]! + units;
    titlePlaces[at + 1] = titlePlaces[at]! + title;
    keyPlaces[at + 1] = keyPlaces[at]! + Math.min(units, Math.max(MOST_KEYS, title + MOST_KEYS / 2)) + 1;
  }
  const units = places[lengths.length]!;
  const titles = titlePlaces[lengths.length]!;
  return {
    places,
    titlePlaces,
    keyPlaces,
    units: new Uint16Array(shared(2 * units)),
    pairs: new Uint32Array(shared(4 * units)),
    weights: new Uint8Array(shared(units)),
    titlePairs: new Uint32Array(shared(4 * titles)),
    titleWeights: new Uint8Array(shared(titles)),
    keys: new Uint32Array(shared(4 * keyPlaces[lengths.length]!)),
    clauses: new Uint16Array(shared(2 * units)),
    numbers: new Uint32Array(shared(4 * FIELDS * lengths.length)),
  };
}

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

export function storeUnits(store: TextStore, at: number, { units, abstractAt }: TextUnits): void {
  store.units.set(units, store.places[at]!);
  store.numbers.set([units.length, abstractAt], FIELDS * at);
}

export function unitsAt(store: TextStore, at: number): TextUnits {
  const place = store.places[at]!;
  const [length, abstractAt] = store.numbers.subarray(FIELDS * at, FIELDS * at + 2) as unknown as [number, number];
  return { units: store.units.subarray(place, place + length), abstractAt };
}

export function storeText(store: TextStore, at: number, text: PreparedText): void {
  store.pairs.set(text.pairs, store.places[at]!);
  store.weights.set(text.weights, store.places[at]!);
  store.titlePairs.set(text.titlePairs, store.titlePlaces[at]!);
  store.titleWeights.set(text.titleWeights, store.titlePlaces[at]!);
  store.keys.set(text.keys, store.keyPlaces[at]!);
  store.clauses.set(text.clauses, store.places[at]!);
  const { pairs, weight, titlePairs, titleWeight, keys, clauses } = text;
  store.numbers.set(
    [pairs.length, weight, titlePairs.length, titleWeight, keys.length, clauses.length],
    FIELDS * at + 2,
  );
}

/** The text as views of the shared memory. */
export function textAt(store: TextStore, at: number): PreparedText {
  const place = store.places[at]!;
  const titlePlace = store.titlePlaces[at]!;
  const keyPlace = store.keyPlaces[at]!;
  const numbers = store.numbers.subarray(FIELDS * at + 2, FIELDS * (at + 1));
  const [pairs, weight, titlePairs, titleWeight, keys, clauses] = numbers as unknown as number[];
  return {
    ...unitsAt(store, at),
    pairs: store.pairs.subarray(place, place + pairs!),
    weights: store.weights.subarray(place, place + pairs!),
    weight: weight!,
    titlePairs: store.titlePairs.subarray(titlePlace, titlePlace + titlePairs!),
    titleWeights: store.titleWeights.subarray(titlePlace, titlePlace + titlePairs!),
    titleWeight: titleWeight!,
    keys: store.keys.subarray(keyPlace, keyPlace + keys!),
    clauses: store.clauses.subarray(place, place + clauses!),
  };
}
