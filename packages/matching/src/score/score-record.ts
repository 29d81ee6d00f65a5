import { editBits } from '../compare/edit-channel.ts';
import { type FormFrequencies, type FormLevel, formEvidence } from '../compare/form-evidence.ts';
import {
  type PlaceEvidence,
  type PlaceFrequencies,
  type PlaceLevelOfAgreement,
  placeEvidence,
} from '../compare/place-evidence.ts';
import type { NameRecords } from '../match/name-records.ts';
import type { NameParts } from '../normalise/parse-company-name.ts';
import { NO_PLACE } from '../normalise/places.ts';
import type { NameModel } from './name-model.ts';
import type { MatchWeights } from './weights.ts';

/** How the cores of the two names relate. `tail`: one is the beginning of the other (trade words left out or added). */
export type CoreLevel = 'equal' | 'edited' | 'tail' | 'whole' | 'different';

/** What the name alone says about one record. All `…Bits` are log2 Bayes factors. */
export interface NameScore {
  record: number;
  exact: boolean;
  core: CoreLevel;
  place: PlaceLevelOfAgreement;
  placeBits: number;
  form: FormLevel;
  formBits: number;
  /** cost of the slips, ≤ 0. */
  editBits: number;
  /** log2 odds against "a firm that is not in the register", without address and industry. */
  total: number;
}

/** The mention's side, computed once per mention. */
export interface MentionName {
  parts: NameParts;
  brandLength: number;
  /** bits[i] = −log2 P(first i characters of the core); `coreBits` with the end. */
  bits: Float64Array;
  coreBits: number;
}

export interface RegisterStatistics {
  model: NameModel;
  places: PlaceFrequencies;
  forms: FormFrequencies;
  /** living entries. */
  size: number;
}

/** log2 odds that the mention is a given entry before anything is compared. */
export function priorBits(size: number, weights: MatchWeights): number {
  return Math.log2((1 - weights.unseen) / weights.unseen / Math.max(1, size));
}

/** Below these log2 odds a candidate is not worth showing. */
const LEAST_ODDS = -10;
/** No place and form agree on more than this together. */
const MOST_PLACE_AND_FORM = 22;

/** Weighs one record, undefined when it is hopeless. `addressPlace` gives the division of the registered address. */
export function scoreRecord(
  mention: MentionName,
  records: NameRecords,
  id: number,
  addressPlace: (entry: number) => number,
  statistics: RegisterStatistics,
  weights: MatchWeights,
): NameScore | undefined {
  const x = mention.parts;
  const y = records.partsOf(id);
  const channel = coreChannel(mention, y, weights);
  const prior = priorBits(statistics.size, weights) + (records.isFormer(id) ? Math.log2(weights.former) : 0);
  const gained = prior + mention.coreBits - channel.bits;
  const hopeless = gained + MOST_PLACE_AND_FORM < LEAST_ODDS;
  // A slip inside the place hides it from the parser, so a far core may still be the same name as a whole.
  if (hopeless && y.placeText === x.placeText) return undefined;
  const asked = x.place !== NO_PLACE && x.place !== y.place;
  const place = comparePlaces(x, y, asked ? addressPlace(records.entryOf(id)) : NO_PLACE, statistics, weights);
  const form = formEvidence(x.form, y.form, weights, statistics.forms);
  const score: NameScore = {
    record: id,
    exact: x.key === y.key,
    core: channel.level,
    place: place.level,
    placeBits: place.bits,
    form: form.level,
    formBits: form.bits,
    editBits: -channel.bits,
    total: gained + place.bits + form.bits,
  };
  const misread = x.unknownPlace !== '' || (channel.level !== 'equal' && mayHidePlace(x, y, place.level, channel.bits));
  if (misread) considerWhole(mention, y, score, prior, statistics, weights);
  return score.total < LEAST_ODDS ? undefined : score;
}

/** Could a slip have kept the parser from seeing the place, on either side? */
function mayHidePlace(x: NameParts, y: NameParts, level: PlaceLevelOfAgreement, bits: number): boolean {
  if (Math.abs(x.placeText.length + x.core.length - y.placeText.length - y.core.length) > 3) return false;
  if (x.place === NO_PLACE || y.place === NO_PLACE) return true;
  return bits > 24 && level !== 'apart' && level !== 'sibling';
}

function comparePlaces(
  x: NameParts,
  y: NameParts,
  address: number,
  statistics: RegisterStatistics,
  weights: MatchWeights,
): PlaceEvidence {
  const strange = x.place === NO_PLACE && x.unknownPlace !== y.unknownPlace && x.unknownPlace !== '';
  if (strange) return { level: 'apart', bits: Math.log2(weights.place.apart) };
  const input = { mention: x.place, mentionTown: x.town, entry: y.place, entryTown: y.town, address };
  return placeEvidence(input, weights, statistics.places);
}

/** −log2 P(mention's core | registered core), by the cheaper of a few slips or a tail of trade words left out or added. */
function coreChannel(mention: MentionName, y: NameParts, weights: MatchWeights): { level: CoreLevel; bits: number } {
  const x = mention.parts.core;
  if (x === y.core) return { level: 'equal', bits: -Math.log2(weights.edit.none) };
  const edit = editBits(y.core, x, weights);
  let tail = Number.POSITIVE_INFINITY;
  if (x.length >= 2 && y.core.length >= 2) {
    const apart = Math.abs(x.length - y.core.length);
    if (apart < 2) tail = Number.POSITIVE_INFINITY;
    else if (y.core.startsWith(x) || y.core.endsWith(x)) tail = -Math.log2(weights.edit.tail);
    else if (x.startsWith(y.core)) {
      tail =
        -Math.log2(weights.edit.tail) +
        mention.coreBits -
        mention.bits[Math.min(y.core.length, mention.bits.length - 1)]!;
    }
  }
  if (tail < edit) return { level: 'tail', bits: tail };
  return { level: edit === Number.POSITIVE_INFINITY ? 'different' : 'edited', bits: edit };
}

const UNKNOWN_PLACE_BITS = 11;

/** A slip inside the place (昊江市 for 吴江市) hides it from the parser: compare place and core as one text. */
function considerWhole(
  mention: MentionName,
  y: NameParts,
  score: NameScore,
  prior: number,
  statistics: RegisterStatistics,
  weights: MatchWeights,
): void {
  const x = mention.parts;
  const bits = editBits(y.placeText + y.core, x.placeText + x.core, weights);
  if (bits === Number.POSITIVE_INFINITY) return;
  // A division nobody has heard of is itself improbable.
  const strange = x.unknownPlace !== '' && x.unknownPlace !== y.unknownPlace ? UNKNOWN_PLACE_BITS : 0;
  const usualPlace = strange - Math.log2(statistics.places.probability(x.place));
  const total = prior - 1 + usualPlace + score.formBits + mention.coreBits - bits;
  if (total <= score.total) return;
  score.core = 'whole';
  score.placeBits = usualPlace;
  score.place = 'same';
  score.editBits = -bits - 1;
  score.total = total;
}
