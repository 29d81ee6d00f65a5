import townData from '../data/towns.json' with { type: 'json' };
import zoneData from '../data/zones.json' with { type: 'json' };
import {
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from './shape.ts';

export type Zone = {
  code: string;
  name: string;
  /** As the plan addresses it. */
  planName: string;
  /** 9-digit code of the statistical area, where one exists. */
  statisticalCode: string | undefined;
  aliases: string[];
};

export type TownAlias = { name: string; kind: 'former' | 'merged' | 'misspelt' };

export type Town = {
  /** 9-digit code of the National Bureau of Statistics. */
  code: string;
  name: string;
  shortName: string;
  kind: '街道' | '镇';
  zoneCode: string | undefined;
  /** True while an office has not confirmed the zone of this town. */
  zoneVerify: boolean;
  /** Tile of the schematic map: column and row from the north-west corner, starting at 0. */
  cartogram: { column: number; row: number };
  aliases: TownAlias[];
};

const TOWN_CODE = /^320509\d{3}$/;

export function readZones(value: unknown): Zone[] {
  const zones = readList(readFields(value, 'zones').zones, 'zones', (one, at) => {
    const zone = readFields(one, at);
    return {
      code: readText(zone.code, `${at}.code`, /^[a-z-]+$/),
      name: readText(zone.name, `${at}.name`),
      planName: readText(zone.planName, `${at}.planName`),
      statisticalCode: readOptionalText(zone.statisticalCode, `${at}.statisticalCode`, TOWN_CODE),
      aliases: readTexts(zone.aliases, `${at}.aliases`),
    };
  });
  requireUnique(zones, 'zones', (zone) => zone.code);
  return zones;
}

export function readTowns(value: unknown, zoneCodes: readonly string[]): Town[] {
  const towns = readList(readFields(value, 'towns').towns, 'towns', (one, at): Town => {
    const town = readFields(one, at);
    const tile = readFields(town.cartogram, `${at}.cartogram`);
    return {
      code: readText(town.code, `${at}.code`, TOWN_CODE),
      name: readText(town.name, `${at}.name`),
      shortName: readText(town.shortName, `${at}.shortName`),
      kind: readOneOf(town.kind, `${at}.kind`, ['街道', '镇']),
      zoneCode: town.zoneCode === null ? undefined : readOneOf(town.zoneCode, `${at}.zoneCode`, zoneCodes),
      zoneVerify: town.zoneVerify === true,
      cartogram: {
        column: readNumber(tile.column, `${at}.cartogram.column`),
        row: readNumber(tile.row, `${at}.cartogram.row`),
      },
      aliases: readList(town.aliases, `${at}.aliases`, (entry, aliasAt) => {
        const alias = readFields(entry, aliasAt);
        return {
          name: readText(alias.name, `${aliasAt}.name`),
          kind: readOneOf(alias.kind, `${aliasAt}.kind`, ['former', 'merged', 'misspelt']),
        };
      }),
    };
  });
  requireUnique(towns, 'towns', (town) => town.code);
  requireUnique(towns, 'towns.cartogram', (town) => `${town.cartogram.column},${town.cartogram.row}`);
  requireUnique(
    towns.flatMap((town) => [town.name, ...town.aliases.map((alias) => alias.name)]),
    'towns.aliases',
    (name) => name,
  );
  return towns;
}

/** The four zones the plan is addressed to. */
export const zones: readonly Zone[] = readZones(zoneData);

/** The eleven towns and sub-districts. Several towns share a zone; some have none. */
export const towns: readonly Town[] = readTowns(
  townData,
  zones.map((zone) => zone.code),
);

const townByCode = new Map(towns.map((town) => [town.code, town]));
const zoneByCode = new Map(zones.map((zone) => [zone.code, zone]));

export function findTown(code: string): Town | undefined {
  return townByCode.get(code);
}

/** Throws a RangeError for a code outside the district. */
export function getTown(code: string): Town {
  const town = townByCode.get(code);
  if (!town) throw new RangeError(`没有代码为 ${code} 的镇或街道`);
  return town;
}

/** The zone that manages a town; undefined when the town has none or the code is unknown. */
export function findZoneOfTown(townCode: string): Zone | undefined {
  const zoneCode = townByCode.get(townCode)?.zoneCode;
  return zoneCode === undefined ? undefined : zoneByCode.get(zoneCode);
}
