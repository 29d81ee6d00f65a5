import data from '../data/gazetteer.json' with { type: 'json' };
import { district } from './district.ts';
import { towns, zones } from './places.ts';
import { readFields, readList, readOneOf, readText, requireUnique } from './shape.ts';

export type TownEvidence = { word: string; kind: 'name' | 'short-name' | 'former' | 'merged' | 'misspelt' | 'place' };
export type TownLocation = { townCode: string; evidence: TownEvidence[] };

type Entry = TownEvidence & { townCode: string };
type Hit = Entry & { at: number };

const townCodes = towns.map((town) => town.code);
const root = readFields(data, 'gazetteer');

const places = readList(root.places, 'gazetteer.places', (one, at): Entry => {
  const place = readFields(one, at);
  return {
    word: readText(place.name, `${at}.name`),
    kind: 'place',
    townCode: readOneOf(place.townCode, `${at}.townCode`, townCodes),
  };
});
requireUnique(places, 'gazetteer.places', (place) => place.word);

/** Markets, roads and villages of the gazetteer that lie in a town. */
export function gazetteerPlaces(townCode: string): string[] {
  return places.filter((place) => place.townCode === townCode).map((place) => place.word);
}

const carvedFrom = new Set(
  readList(root.carvedFrom, 'gazetteer.carvedFrom', (one, at) => {
    const pair = readFields(one, at);
    return `${readOneOf(pair.from, `${at}.from`, townCodes)}>${readOneOf(pair.to, `${at}.to`, townCodes)}`;
  }),
);

const entries: Entry[] = [
  ...towns.flatMap((town): Entry[] => [
    { word: town.name, kind: 'name', townCode: town.code },
    { word: town.shortName, kind: 'short-name', townCode: town.code },
    ...town.aliases.map((alias): Entry => ({ word: alias.name, kind: alias.kind, townCode: town.code })),
  ]),
  ...places,
].sort((a, b) => b.word.length - a.word.length);

const prefixes = [...district.addressPrefixes].sort((a, b) => b.length - a.length);
const OTHER_PLACE =
  /^(?:北京|上海|天津|重庆|南京|无锡|常州|南通|浙江|安徽|广东|福建|山东|湖北|湖南|江西|河南|河北|四川|昆山|常熟|张家港|太仓|(?:姑苏|虎丘|吴中|相城|高新|工业园)区)/;
/** A bare town name is often a street of another town: 平望镇震泽路, 松陵镇江陵西路. A town's own 大街 is not. */
const STREET_AFTER = /^(?:[东西南北中]{0,2}(?:路|街(?!道)|大道|公路)|桥|河)/;

function normalise(address: string): string {
  return address.normalize('NFKC').replace(/[\s,，。;；:：]/g, '');
}

/** Cuts province, city and district; undefined when the address names another city or district. */
function stripPrefix(address: string): string | undefined {
  const prefix = prefixes.find((one) => address.startsWith(one));
  if (prefix !== undefined) return address.slice(prefix.length);
  return OTHER_PLACE.test(address.replace(/^江苏省?/, '').replace(/^苏州市?/, '')) ? undefined : address;
}

function findHits(text: string): Hit[] {
  const taken = new Array<boolean>(text.length).fill(false);
  const hits: Hit[] = [];
  for (const entry of entries) {
    for (let at = text.indexOf(entry.word); at >= 0; at = text.indexOf(entry.word, at + 1)) {
      const end = at + entry.word.length;
      if (taken.slice(at, end).some(Boolean)) continue;
      const bare = entry.kind !== 'place' && entry.kind !== 'name' && !/[镇道]$/.test(entry.word);
      if (bare && STREET_AFTER.test(text.slice(end))) continue;
      taken.fill(true, at, end);
      hits.push({ ...entry, at });
    }
  }
  return hits.sort((a, b) => a.at - b.at);
}

/**
 * The town of an address, from the names of towns (current, former, merged), then from markets, roads and villages that lie in
 * one town only. Old prefixes (江苏省吴江市…) and full-width characters are understood.
 * @returns undefined when nothing certain is found or the address names another district; `evidence` lists the words that decided.
 */
export function locateTown(address: string): TownLocation | undefined {
  const text = stripPrefix(normalise(address));
  if (text === undefined) return undefined;
  const hits = findHits(text);
  const named = hits.filter((hit) => hit.kind !== 'place');
  const first = named[0];
  let chosen = first ?? hits[0];
  if (!chosen) return undefined;
  if (first) {
    const carved = hits.find((hit) => carvedFrom.has(`${first.townCode}>${hit.townCode}`));
    if (carved) chosen = carved;
  } else if (hits.some((hit) => hit.townCode !== chosen?.townCode)) return undefined;
  const townCode = chosen.townCode;
  const evidence = hits.filter((hit) => hit.townCode === townCode).map(({ word, kind }) => ({ word, kind }));
  return { townCode, evidence };
}

/** The zone an address names itself (吴江经济技术开发区…), whatever its town. */
export function locateZone(address: string): { zoneCode: string; word: string } | undefined {
  const text = normalise(address);
  for (const zone of zones) {
    const word = zone.aliases.find((alias) => text.includes(alias));
    if (word !== undefined) return { zoneCode: zone.code, word };
  }
  return undefined;
}
