import { jiangsuCounties, neighbourCounties, provinces } from '../data/places.ts';

export type PlaceLevel = 'province' | 'prefecture' | 'county';

export interface Place {
  id: number;
  name: string;
  level: PlaceLevel;
  /** id of the division above; -1 for a province. */
  parent: number;
}

/** How two places of names relate; `sibling` = same prefecture, different counties. */
export type PlaceRelation = 'same' | 'within' | 'contains' | 'sibling' | 'apart';

export const NO_PLACE = -1;

const places: Place[] = [];
const spellings = new Map<string, number[]>();
/** Spellings by their first two characters, longest first. */
const spellingsByHead = new Map<number, { text: string; ids: number[]; bare: boolean }[]>();
/** 1 for characters a spelling begins with; bit n for characters that end a spelling of n characters. */
const startsPlace = new Uint8Array(65536);
const startsBare = new Uint8Array(65536);
const endsPlace = new Uint16Array(65536);
const wholeNames = new Set<string>();
/** Counties whose bare name only counts straight after their prefecture: 南通如东, but a brand elsewhere. */
const bareAfterParent = new Map<string, number>();
const endings: Record<PlaceLevel, string[]> = {
  province: ['省', '市', '自治区', '壮族自治区', '回族自治区', '维吾尔自治区', '特别行政区'],
  prefecture: ['市', '地区', '州', '盟', '自治州'],
  county: ['市', '县', '区'],
};
const zoneEndings =
  '经济技术开发区 高新技术产业开发区 高新技术产业园区 高新技术开发区 出口加工区 经济开发区 综合保税区 工业园区 产业园区 高新区 保税区 度假区 开发区 新区'.split(
    ' ',
  );

const startsZone = new Uint8Array(65536);
for (const ending of zoneEndings) startsZone[ending.charCodeAt(0)] = 1;

const countiesNotDistricts = new Set('通州 如东 海安 东海 金湖 大丰 响水 滨海 兴化'.split(' '));

function addSpelling(text: string, id: number): void {
  const known = spellings.get(text);
  if (known) {
    if (!known.includes(id)) known.push(id);
    return;
  }
  spellings.set(text, [id]);
}

function addPlace(word: string, level: PlaceLevel, parent: number): number {
  const [spelled = '', target] = word.split('>');
  const [written = ''] = spelled.split('=');
  const endingOnly = written.endsWith('!');
  const name = endingOnly ? written.slice(0, -1) : written;
  let id = target ? places.findIndex((place) => place.name === target && place.parent === parent) : -1;
  if (id < 0) {
    id = places.length;
    places.push({ id, name: target ?? name, level, parent });
  }
  if (!endingOnly) addSpelling(name, id);
  if (/(区|县|南州)$/.test(name) && endingOnly) addSpelling(name, id);
  else for (const ending of endings[level]) addSpelling(name + ending, id);
  wholeNames.add(name);
  if (endingOnly && level === 'county' && countiesNotDistricts.has(name)) {
    bareAfterParent.set(name, id);
    startsBare[name.charCodeAt(0)] = 1;
  }
  return id;
}

function load(table: string, parentLevel: PlaceLevel, level: PlaceLevel): void {
  for (const line of table.split(/[\n;]/)) {
    const [parentName = '', list = ''] = line.split(':').map((part) => part.trim());
    if (parentName === '') continue;
    const found = places.find((place) => place.name === parentName && place.level !== 'county');
    const parent = found ? found.id : addPlace(parentName, parentLevel, NO_PLACE);
    // Current names first, so that a former name finds what it became.
    const words = list
      .split(/\s+/)
      .filter(Boolean)
      .sort((a, b) => Number(a.includes('>')) - Number(b.includes('>')));
    for (const word of words) addPlace(word, level, parent);
  }
}

const jiangsuPrefectures = jiangsuCounties
  .split('\n')
  .map((line) => line.split(':')[0])
  .join(' ');
load(`江苏: ${jiangsuPrefectures}`, 'province', 'prefecture');
load(jiangsuCounties, 'prefecture', 'county');
load(provinces, 'province', 'prefecture');
load(neighbourCounties, 'prefecture', 'county');

for (const [text, ids] of spellings) {
  startsPlace[text.charCodeAt(0)] = 1;
  endsPlace[text.charCodeAt(text.length - 1)]! |= 1 << Math.min(15, text.length);
  const head = headOf(text, 0);
  const list = spellingsByHead.get(head) ?? [];
  list.push({ text, ids, bare: wholeNames.has(text) });
  spellingsByHead.set(
    head,
    list.sort((a, b) => b.text.length - a.text.length),
  );
}

/** A small integer for the two characters at `at`; two pairs may share one, so what is found must still be compared. */
function headOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}

const parents = Int16Array.from(places, (place) => place.parent);

/** Throws RangeError for an id that `findPlaceAt` did not give. */
export function getPlace(id: number): Place {
  const place = places[id];
  if (!place) throw new RangeError(`no place has the id ${id}`);
  return place;
}

/** The prefecture a division is or lies in; -1 for none, for a province and for what lies straight under one. */
export function prefectureOf(id: number): number {
  for (let at = id; at >= 0; at = parents[at]!) if (places[at]!.level === 'prefecture') return at;
  return NO_PLACE;
}

/** Is `inner` the same division as `outer` or inside it? */
export function isWithin(inner: number, outer: number): boolean {
  for (let at = inner; at >= 0; at = parents[at]!) if (at === outer) return true;
  return false;
}

export function relatePlaces(a: number, b: number): PlaceRelation {
  if (a === b) return 'same';
  if (isWithin(a, b)) return 'within';
  if (isWithin(b, a)) return 'contains';
  const sameParent = parents[a] === parents[b] && parents[a]! >= 0;
  return sameParent && places[a]!.level === 'county' ? 'sibling' : 'apart';
}

export interface PlaceHit {
  id: number;
  length: number;
  /** written without 省/市/区/县. */
  bare: boolean;
}

/** The longest division spelled at `start` of `text` and lying inside `inside` (or anywhere when that is -1). */
export function findPlaceAt(text: string, start: number, inside: number): PlaceHit | undefined {
  if (start + 1 >= text.length || startsPlace[text.charCodeAt(start)] === 0) return undefined;
  if (inside >= 0 && startsBare[text.charCodeAt(start)] === 1) {
    const id = bareAfterParent.get(text.slice(start, start + 2));
    const bare = !'市县区'.includes(text[start + 2] ?? ' ');
    if (id !== undefined && bare && parents[id] === inside) return { id, length: 2, bare: true };
  }
  const candidates = spellingsByHead.get(headOf(text, start));
  if (!candidates) return undefined;
  for (const { text: spelled, ids, bare } of candidates) {
    if (!text.startsWith(spelled, start)) continue;
    const id = inside < 0 ? ids[0] : ids.find((candidate) => candidate !== inside && isWithin(candidate, inside));
    if (id !== undefined) return { id, length: spelled.length, bare };
  }
  return undefined;
}

/** The division that the whole of `text` spells, if any: 苏州, 苏州市, 吴江区. */
export function findWholePlace(text: string, inside: number = NO_PLACE): number {
  if (!mayEndWithPlace(text, text.length)) return NO_PLACE;
  const ids = spellings.get(text);
  if (!ids) return NO_PLACE;
  return (inside < 0 ? ids[0] : ids.find((id) => isWithin(id, inside))) ?? NO_PLACE;
}

/** Can a division spelled in `length` characters end with the last character of `text`? A cheap look before slicing. */
export function mayEndWithPlace(text: string, length: number): boolean {
  return text !== '' && ((endsPlace[text.charCodeAt(text.length - 1)]! >> Math.min(15, length)) & 1) === 1;
}

/** Length of a zone word (开发区, 工业园区, 保税区 …) at `start`, 0 when there is none. */
export function zoneLengthAt(text: string, start: number): number {
  if (startsZone[text.charCodeAt(start)] !== 1) return 0;
  for (const ending of zoneEndings) if (text.startsWith(ending, start)) return ending.length;
  return 0;
}

/** Length of a town (盛泽镇, 松陵街道) at `start`, 0 when there is none. */
export function townLengthAt(text: string, start: number): number {
  for (let stem = 2; stem <= 3; stem++) {
    const ending = text[start + stem];
    if (ending === '镇' || (ending === '乡' && text[start + stem + 1] !== '镇')) return stem + 1;
    if (ending === '街' && text[start + stem + 1] === '道') return stem + 2;
  }
  return 0;
}
