import data from '../data/district.json' with { type: 'json' };
import { type Fields, readFields, readList, readNumber, readOneOf, readText, readTexts } from './shape.ts';

export type NamedCode = { code: string; name: string };
export type FormerDistrict = NamedCode & { until: string; note: string };
export type PopulationFigure = { on: string; persons: number; kind: '人口普查' | '年末常住'; source: string };
export type District = NamedCode & {
  shortName: string;
  province: NamedCode;
  city: NamedCode;
  former: FormerDistrict[];
  /** Spellings of province, city and district that may stand before the town in an address. */
  addressPrefixes: string[];
  /** Persons, oldest first. An office adds its own years. */
  population: PopulationFigure[];
};

const CODE = /^\d{6}$/;

function readNamedCode(fields: Fields, path: string): NamedCode {
  return { code: readText(fields.code, `${path}.code`, CODE), name: readText(fields.name, `${path}.name`) };
}

export function readDistrict(value: unknown, path = 'district'): District {
  const fields = readFields(value, path);
  return {
    ...readNamedCode(fields, path),
    shortName: readText(fields.shortName, `${path}.shortName`),
    province: readNamedCode(readFields(fields.province, `${path}.province`), `${path}.province`),
    city: readNamedCode(readFields(fields.city, `${path}.city`), `${path}.city`),
    former: readList(fields.former, `${path}.former`, (one, at) => {
      const former = readFields(one, at);
      return {
        ...readNamedCode(former, at),
        until: readText(former.until, `${at}.until`, /^\d{4}-\d{2}$/),
        note: readText(former.note, `${at}.note`),
      };
    }),
    addressPrefixes: readTexts(fields.addressPrefixes, `${path}.addressPrefixes`),
    population: readList(fields.population, `${path}.population`, (one, at) => {
      const figure = readFields(one, at);
      return {
        on: readText(figure.on, `${at}.on`, /^\d{4}-\d{2}-\d{2}$/),
        persons: readNumber(figure.persons, `${at}.persons`),
        kind: readOneOf(figure.kind, `${at}.kind`, ['人口普查', '年末常住']),
        source: readText(figure.source, `${at}.source`),
      };
    }),
  };
}

/** 苏州市吴江区 (GB/T 2260 320509; 吴江市 320584 until 2012-10). */
export const district: District = readDistrict(data);
