import { foldText } from '../normalise/normalise-name.ts';
import { findPlaceAt, isWithin, NO_PLACE, relatePlaces, townLengthAt, zoneLengthAt } from '../normalise/places.ts';

export interface AddressParts {
  place: number;
  town: string;
  /** road and number without divisions, normalised. */
  detail: string;
}

/** Takes an address apart: divisions from the left, then a town or street office, then the rest. */
export function takeAddressApart(raw: string): AddressParts {
  const text = withoutCountry(foldText(raw));
  let start = 0;
  let place: number = NO_PLACE;
  for (let step = 0; step < 4; step++) {
    const hit = findPlaceAt(text, start, start === 0 ? NO_PLACE : place);
    if (!hit) break;
    place = hit.id;
    start += hit.length;
    start += zoneLengthAt(text, start);
  }
  const townLength = townLengthAt(text, start);
  const town = text.slice(start, start + townLength);
  return { place, town, detail: text.slice(start + townLength) };
}

function withoutCountry(text: string): string {
  return text.startsWith('中国') ? text.slice(2) : text;
}

export type AddressLevel = 'same' | 'near' | 'town' | 'place' | 'none' | 'apart';

/** Agreement of two addresses with its log2 Bayes factor; factors are fixed and modest, addresses change and lie. */
export function compareAddresses(a: AddressParts, b: AddressParts): { level: AddressLevel; bits: number } {
  const related = a.place !== NO_PLACE && b.place !== NO_PLACE ? relatePlaces(a.place, b.place) : undefined;
  const compatible = related === undefined || isWithin(a.place, b.place) || isWithin(b.place, a.place);
  if (compatible && a.detail.length >= 4) {
    const overlap = bigramOverlap(a.detail, b.detail);
    if (overlap >= 0.85) return { level: 'same', bits: 9 };
    if (overlap >= 0.5) return { level: 'near', bits: 6 };
  }
  if (compatible && a.town !== '' && a.town === b.town) return { level: 'town', bits: 4 };
  if (related === 'apart') return { level: 'apart', bits: -4 };
  if (related === 'sibling') return { level: 'apart', bits: -2.5 };
  if (a.town !== '' && b.town !== '' && a.town !== b.town) return { level: 'none', bits: -1 };
  if (related === 'same') return { level: 'place', bits: 2 };
  return { level: 'none', bits: 0 };
}

const left: number[] = [];
const right: number[] = [];

/** Dice overlap of different character bigrams, 0–1. */
function bigramOverlap(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  listBigrams(a, left);
  listBigrams(b, right);
  let shared = 0;
  for (const bigram of left) if (right.includes(bigram)) shared++;
  return (2 * shared) / (left.length + right.length);
}

/** The different bigrams of `text`, each as one number. */
function listBigrams(text: string, into: number[]): void {
  into.length = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);
    if (!into.includes(bigram)) into.push(bigram);
  }
}

const addressTexts: Record<AddressLevel, string> = {
  same: '地址一致',
  near: '地址相近',
  town: '同一乡镇街道',
  place: '同一区县',
  none: '地址不能说明',
  apart: '地址在不同地方',
};

export function describeAddress(level: AddressLevel): string {
  return addressTexts[level];
}
