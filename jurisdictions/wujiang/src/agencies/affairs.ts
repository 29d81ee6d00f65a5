import data from '../../data/agencies/affairs.json' with { type: 'json' };
import {
  type Fields,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';

const TYPES = ['text', 'long', 'date', 'number', 'money', 'kinds', 'town', 'phone', 'uscc', 'code', 'yes-no'] as const;

export type AgencyField = {
  code: string;
  label: string;
  type: (typeof TYPES)[number];
  unit: string | null;
  required: boolean;
  help: string | null;
  /** Name of the register's value it is compared with; null: the register knows nothing of it. */
  register: string | null;
};
export type AgencyTerm = {
  term: string;
  label: string;
  count: number;
  unit: 'day' | 'working-day' | 'month';
  article: string | null;
};
/** What an officer looks at on the spot; with `field` it is compared with the register. */
export type CensusPoint = { code: string; label: string; field: string | null; help: string | null };
export type AgencyAffairPack = {
  note: string;
  /** Days before its due day from which a matter is marked as soon due. */
  soonDays: number;
  terms: AgencyTerm[];
  /** Fields of a registration; a change touches some of them. */
  request: AgencyField[];
  report: { code: string; label: string; fields: AgencyField[] }[];
  census: CensusPoint[];
  /** Services that are proposed for disclosure. */
  services: { name: string; basis: string }[];
  /** Words a disclosure may not promise with. */
  promises: { words: string[]; text: string; article: string };
};

const CODE = /^[a-z][A-Za-z-]*$/;
const byCode = (one: { code: string }) => one.code;

function readField(value: unknown, at: string): AgencyField {
  const fields: Fields = readFields(value, at);
  return {
    code: readText(fields.code, `${at}.code`, CODE),
    label: readText(fields.label, `${at}.label`),
    type: readOneOf(fields.type, `${at}.type`, TYPES),
    unit: readOptionalText(fields.unit, `${at}.unit`) ?? null,
    required: fields.required === true,
    help: readOptionalText(fields.help, `${at}.help`) ?? null,
    register: readOptionalText(fields.register, `${at}.register`) ?? null,
  };
}

function readTerm(value: unknown, at: string): AgencyTerm {
  const fields = readFields(value, at);
  return {
    term: readText(fields.term, `${at}.term`, CODE),
    label: readText(fields.label, `${at}.label`),
    count: readNumber(fields.count, `${at}.count`),
    unit: readOneOf(fields.unit, `${at}.unit`, ['day', 'working-day', 'month'] as const),
    article: readOptionalText(fields.article, `${at}.article`) ?? null,
  };
}

function readPoint(value: unknown, at: string): CensusPoint {
  const fields = readFields(value, at);
  return {
    code: readText(fields.code, `${at}.code`, CODE),
    label: readText(fields.label, `${at}.label`),
    field: readOptionalText(fields.field, `${at}.field`) ?? null,
    help: readOptionalText(fields.help, `${at}.help`) ?? null,
  };
}

/** Throws PackDataError with the place of the first fault. */
export function readAgencyAffairs(value: unknown): AgencyAffairPack {
  const root = readFields(value, 'affairs');
  const promises = readFields(root.promises, 'affairs.promises');
  const pack: AgencyAffairPack = {
    note: readText(root.note, 'affairs.note'),
    soonDays: readNumber(root.soonDays, 'affairs.soonDays'),
    terms: readList(root.terms, 'affairs.terms', readTerm),
    request: readList(root.request, 'affairs.request', readField),
    report: readList(root.report, 'affairs.report', (one, at) => {
      const fields = readFields(one, at);
      return {
        code: readText(fields.code, `${at}.code`, CODE),
        label: readText(fields.label, `${at}.label`),
        fields: readList(fields.fields, `${at}.fields`, readField),
      };
    }),
    census: readList(root.census, 'affairs.census', readPoint),
    services: readList(root.services, 'affairs.services', (one, at) => {
      const fields = readFields(one, at);
      return { name: readText(fields.name, `${at}.name`), basis: readText(fields.basis, `${at}.basis`) };
    }),
    promises: {
      words: readTexts(promises.words, 'affairs.promises.words'),
      text: readText(promises.text, 'affairs.promises.text'),
      article: readText(promises.article, 'affairs.promises.article'),
    },
  };
  requireUnique<AgencyTerm>(pack.terms, 'affairs.terms', (one) => one.term);
  requireUnique<AgencyField>(pack.request, 'affairs.request', byCode);
  requireUnique<AgencyField>(
    pack.report.flatMap((group) => group.fields),
    'affairs.report',
    byCode,
  );
  requireUnique<CensusPoint>(pack.census, 'affairs.census', byCode);
  return pack;
}

/** Forms, terms and checklists of matters between agencies and the office. */
export const agencyAffairs: AgencyAffairPack = readAgencyAffairs(data);
