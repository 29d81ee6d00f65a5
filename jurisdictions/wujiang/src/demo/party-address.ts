import { gazetteerPlaces } from '../locate-town.ts';
import { getTown, towns } from '../places.ts';
import type { Rng } from './random.ts';
import { nameWords } from './words.ts';

/** The town as addresses before 2012 call it; undefined where the town did not exist then. */
function oldTownName(townCode: string, rng: Rng): string | undefined {
  const town = getTown(townCode);
  const merged = town.aliases.filter((alias) => alias.kind === 'merged' && alias.name.endsWith('镇'));
  if (merged.length > 0 && rng.chance(0.5)) return rng.pick(merged).name;
  if (town.kind === '镇') return town.name;
  return town.aliases.find((alias) => alias.kind === 'former')?.name;
}

const localPlaces = new Map(
  towns.map((town) => [town.code, gazetteerPlaces(town.code).filter((place) => /[路村道]$/.test(place))]),
);

function street(townCode: string, rng: Rng): string {
  const local = localPlaces.get(townCode) ?? [];
  const place = local.length > 0 && rng.chance(0.3) ? rng.pick(local) : rng.pick(nameWords.roads);
  return place.endsWith('村') ? `${place}${rng.between(1, 30)}组` : `${place}${rng.between(1, 1999)}号`;
}

/** @param old written before the district replaced the city of 吴江 */
export function addressIn(townCode: string, old: boolean, rng: Rng): string {
  const place = street(townCode, rng);
  const before = old ? oldTownName(townCode, rng) : undefined;
  if (before === undefined) return `苏州市吴江区${getTown(townCode).name}${place}`;
  return `${rng.pick(['江苏省吴江市', '吴江市', '江苏省苏州市吴江市'])}${before}${place}`;
}
