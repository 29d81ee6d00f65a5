import { getPlace, isWithin, NO_PLACE, relatePlaces } from '../normalise/places.ts';
import type { MatchWeights } from '../score/weights.ts';

export type PlaceLevelOfAgreement =
  | 'same'
  | 'missing'
  | 'coarser'
  | 'finer'
  | 'narrower'
  | 'added'
  | 'address'
  | 'sibling'
  | 'apart'
  | 'town-apart';

export interface PlaceEvidence {
  level: PlaceLevelOfAgreement;
  bits: number;
}

export interface PlaceInput {
  /** place named by the mention, and its town. */
  mention: number;
  mentionTown: string;
  /** place in the registered name, its town, and the place of the registered address. */
  entry: number;
  entryTown: string;
  address: number;
}

/** How often the names of the register begin with each division (or none). */
export class PlaceFrequencies {
  private readonly counts = new Map<number, number>();
  private total = 0;

  change(place: number, by: 1 | -1): void {
    this.counts.set(place, (this.counts.get(place) ?? 0) + by);
    this.total += by;
  }

  probability(place: number): number {
    return ((this.counts.get(place) ?? 0) + 0.5) / (this.total + 50);
  }
}

/** log2 P(mention's place | same party) / P(mention's place | any party). */
export function placeEvidence(input: PlaceInput, weights: MatchWeights, frequencies: PlaceFrequencies): PlaceEvidence {
  const { mention, entry, address } = input;
  const { place } = weights;
  const usual = frequencies.probability(mention);
  const at = (level: PlaceLevelOfAgreement, probability: number): PlaceEvidence => ({
    level,
    bits: Math.log2(probability / usual),
  });
  if (input.mentionTown !== '' && input.entryTown !== '' && input.mentionTown !== input.entryTown) {
    return { level: 'town-apart', bits: Math.log2(place.apart * 4) };
  }
  if (mention === entry) return at('same', place.same);
  if (mention === NO_PLACE) return at('missing', place.missing);
  const addressAgrees = address !== NO_PLACE && (isWithin(address, mention) || isWithin(mention, address));
  if (entry === NO_PLACE) {
    if (addressAgrees) return at('added', place.finer * (getPlace(mention).level === 'county' ? 0.5 : 0.4));
    if (address !== NO_PLACE) return { level: 'apart', bits: Math.log2(place.apart) };
    return { level: 'added', bits: Math.log2(place.finer) };
  }
  const relation = relatePlaces(mention, entry);
  if (relation === 'contains') return at('coarser', place.coarser / 2);
  if (relation === 'within') {
    if (addressAgrees && address !== entry) return at('finer', place.finer);
    return { level: 'narrower', bits: Math.log2(place.finer * 2) };
  }
  if (addressAgrees) return at('address', Math.min(place.finer / 2, usual));
  if (relation === 'sibling') return { level: 'sibling', bits: Math.log2(place.apart * 3) };
  return { level: 'apart', bits: Math.log2(place.apart) };
}

const placeTexts: Record<PlaceLevelOfAgreement, string> = {
  same: '地名一致',
  missing: '名单未写地名',
  coarser: '名单地名范围更大',
  finer: '名单地名更细，属于登记地名',
  narrower: '名单地名更细，登记地址不能印证',
  added: '登记名称无地名，名单加了地名',
  address: '地名与登记地址一致，与登记名称不同',
  sibling: '同市不同区县',
  apart: '地名矛盾',
  'town-apart': '乡镇不同',
};

export function describePlace(level: PlaceLevelOfAgreement, mention: number, entry: number): string {
  const names = [mention, entry].map((id) => (id === NO_PLACE ? '无' : getPlace(id).name));
  if (level === 'same') return mention === NO_PLACE ? '都未写地名' : `地名一致（${names[0]}）`;
  return `${placeTexts[level]}（${names[0]}／${names[1]}）`;
}
