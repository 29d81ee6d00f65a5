import type { FormGroup } from '../data/legal-forms.ts';
import type { NameKind } from '../types.ts';
import { findFormAtEnd, isCompanyGroup, isLiabilityNote, type LegalForm, repairForm } from './legal-forms.ts';
import { type CharacterFold, foldText, keyOfFolded } from './normalise-name.ts';
import { looksLikePerson } from './person.ts';
import {
  findPlaceAt,
  findWholePlace,
  getPlace,
  isWithin,
  mayEndWithPlace,
  NO_PLACE,
  townLengthAt,
  zoneLengthAt,
} from './places.ts';
import { splitBrandAndTrade, type TradeLexicon } from './trade-lexicon.ts';

/** The parts of a name as the matcher uses them; texts are normalised. */
export interface NameParts {
  key: string;
  /** the smallest division named, -1 when none is. */
  place: number;
  placeText: string;
  /** a county-level division the gazetteer does not hold (朝阳县). */
  unknownPlace: string;
  town: string;
  /** what is left between place and form: brand and trade. */
  core: string;
  form: LegalForm;
  /** For a branch: the head firm's name as written, and what follows it. */
  head: string;
  branch: string;
  bracketed: readonly string[];
  kind: NameKind;
}

/** A name taken apart: 苏州市 · 恒力 · 化纤 · 有限公司. `place` from large to small as written. */
export interface ParsedCompanyName {
  place: string[];
  brand: string;
  trade: string;
  form: string;
  branch: string;
  bracketed: string[];
  kind: NameKind;
}

const headEnd = /公司|总厂|厂|合作社|供销社|银行|集团|研究所|信用社|联社/g;

const NO_BRACKETS: readonly string[] = [];

export function takeNameApart(raw: string, fold?: CharacterFold): NameParts {
  const folded = foldText(raw, fold);
  const key = keyOfFolded(folded);
  const parts: NameParts = {
    key,
    place: NO_PLACE,
    placeText: '',
    unknownPlace: '',
    town: '',
    core: '',
    form: findFormAtEnd(''),
    head: '',
    branch: '',
    bracketed: NO_BRACKETS,
    kind: 'unknown',
  };
  let text = key;
  if (folded.includes('(')) text = readBrackets(folded, parts);
  parts.form = findFormAtEnd(text);
  let written = parts.form.text.length;
  if (parts.form.group === 'none' || parts.form.text === '公司') {
    const repaired = repairForm(text);
    if (repaired) {
      parts.form = repaired.form;
      written = repaired.length;
    }
  }
  let rest = text.slice(0, text.length - written);
  readBranch(text, rest, parts);
  rest = readLeadingPlace(rest, parts);
  if (parts.branch === '') rest = readTrailingPlace(rest, parts);
  parts.core = rest;
  parts.kind = kindOf(raw, parts);
  return parts;
}

/** Takes place and liability notes out of the brackets; other bracketed text stays in line. */
function readBrackets(folded: string, parts: NameParts): string {
  const bracketed: string[] = [];
  parts.bracketed = bracketed;
  const text = folded.replace(/\(([^()]*)\)?/g, (_, inner: string) => {
    if (inner === '') return '';
    bracketed.push(inner);
    if (isLiabilityNote(inner)) return '';
    const place = findWholePlace(inner);
    if (place === NO_PLACE) return inner;
    if (parts.place === NO_PLACE) {
      parts.place = place;
      parts.placeText = inner;
    }
    return '';
  });
  return keyOfFolded(text);
}

/** 苏州第一建筑集团有限公司｜一分公司: the last head ending before a branch or shop form splits the name. */
function readBranch(text: string, rest: string, parts: NameParts): void {
  const outlet = parts.form.group === 'branch' || parts.form.group === 'shop';
  if (!outlet && (isCompanyGroup(parts.form.group) || parts.form.group === 'works' || !rest.includes('公司'))) return;
  let cut = -1;
  for (const found of rest.matchAll(headEnd)) {
    const end = found.index + found[0].length;
    if (end >= 4) cut = end;
  }
  if (cut < 0) return;
  parts.head = text.slice(0, cut);
  parts.branch = text.slice(cut);
}

function readLeadingPlace(rest: string, parts: NameParts): string {
  let start = 0;
  let inside = parts.place;
  const bracketed = parts.place;
  for (let step = 0; step < 3; step++) {
    const hit = findPlaceAt(rest, start, start === 0 ? NO_PLACE : inside);
    if (hit?.bare && bracketed >= 0 && !isWithin(bracketed, hit.id)) break;
    if (!hit) {
      const unknown = unknownDivisionLength(rest, start);
      if (unknown === 0) break;
      parts.unknownPlace = rest.slice(start, start + unknown);
      start += unknown;
      continue;
    }
    const left = rest.length - start - hit.length;
    if (left < 2 && (hit.bare || left === 1)) break;
    inside = hit.id;
    start += hit.length;
    const zone = zoneLengthAt(rest, start);
    if (zone > 0 && rest.length - start - zone >= 2) start += zone;
  }
  if (start === 0) return rest;
  // A bracketed place inside the leading one says more: 江苏…（苏州）有限公司.
  parts.place = bracketed >= 0 && isWithin(bracketed, inside) ? bracketed : inside;
  const town = townLengthAt(rest, start);
  if (town > 0 && rest.length - start - town >= 2) {
    parts.town = rest.slice(start, start + town);
    start += town;
  }
  parts.placeText = rest.slice(0, start);
  return rest.slice(start);
}

const notDivision = new Set('超夜集门股都园小社景新厂地特片矿校库开');

/** Length of a county-level division the gazetteer does not hold, told by its ending alone: 朝阳县, 天河区. */
function unknownDivisionLength(text: string, start: number): number {
  for (let stem = start > 0 && text[start + 1] === '县' ? 1 : 2; stem <= 3; stem++) {
    const ending = text[start + stem];
    if (ending !== '县' && ending !== '区' && ending !== '市') continue;
    if (ending === '市' && text[start + stem - 1] === '城') return 0;
    const fits = !notDivision.has(text[start + stem - 1]!) && !'场政容民'.includes(text[start + stem + 1] ?? ' ');
    return fits && text.length - start - stem - 1 >= 2 ? stem + 1 : 0;
  }
  return 0;
}

/** 力赛佳管道支架技术｜上海｜有限公司: a division just before the form, if it does not contradict the leading one. */
function readTrailingPlace(rest: string, parts: NameParts): string {
  for (let length = 4; length >= 2; length--) {
    if (rest.length - length < 3) continue;
    if (!mayEndWithPlace(rest, length)) continue;
    const place = findWholePlace(rest.slice(-length));
    if (place === NO_PLACE || getPlace(place).level === 'county') continue;
    if (parts.place !== NO_PLACE && !isWithin(place, parts.place)) continue;
    parts.place = place;
    parts.placeText ||= rest.slice(-length);
    return rest.slice(0, -length);
  }
  return rest;
}

const kindByGroup: Partial<Record<FormGroup, NameKind>> = {
  limited: 'company',
  stock: 'company',
  group: 'company',
  company: 'company',
  works: 'company',
  factory: 'factory',
  cooperative: 'cooperative',
  supply: 'cooperative',
  office: 'office',
  shop: 'shop',
  branch: 'branch',
  institution: 'institution',
  government: 'government',
};

function kindOf(raw: string, parts: NameParts): NameKind {
  if (parts.branch !== '') return 'branch';
  const kind = kindByGroup[parts.form.group];
  if (kind) return kind;
  return looksLikePerson(raw, parts.key) ? 'person' : 'unknown';
}

/**
 * Place–brand–trade–form parsing. Never throws; what cannot be told is the empty string.
 * `parseCompanyName('吴江市恒力纺织有限公司')` → place ['吴江市'], brand '恒力', trade '纺织', form '有限公司'.
 * A branch keeps its head's parts: brand and trade are those of the head firm.
 */
export function parseCompanyName(
  raw: string,
  options: { lexicon?: TradeLexicon; fold?: CharacterFold } = {},
): ParsedCompanyName {
  const parts = takeNameApart(raw, options.fold);
  const source = parts.branch === '' ? parts : takeNameApart(parts.head);
  const brandLength = splitBrandAndTrade(source.core, options.lexicon);
  return {
    place: placeWords(source),
    brand: source.core.slice(0, brandLength),
    trade: source.core.slice(brandLength),
    form: source.form.text,
    branch: parts.branch,
    bracketed: [...parts.bracketed],
    kind: parts.kind,
  };
}

function placeWords(parts: NameParts): string[] {
  const words: string[] = [];
  let start = 0;
  let inside: number = NO_PLACE;
  const text = parts.placeText;
  while (start < text.length) {
    const hit = findPlaceAt(text, start, inside);
    if (!hit) break;
    words.push(text.slice(start, start + hit.length));
    inside = hit.id;
    start += hit.length;
  }
  if (start < text.length) words.push(text.slice(start));
  return words;
}
