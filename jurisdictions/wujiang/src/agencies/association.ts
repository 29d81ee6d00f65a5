import data from '../../data/agencies/association.json' with { type: 'json' };
import { readFields, readList, readNumber, readOneOf, readOptionalText, readText, requireUnique } from '../shape.ts';

export type AssociationTerm = {
  term: 'answer' | 'ruling';
  label: string;
  count: number;
  unit: 'day' | 'working-day' | 'month';
  article: string | null;
};
export type BrandLevel = { code: string; label: string; years: number; rule: string; text: string };
/** How ratings count: shares in percent of a full rating. */
export type RatingSettings = {
  /** So many clients must count before a score is shown. */
  least: number;
  aspects: { code: string; label: string }[];
  linkedPercent: number;
  sameClientPercent: number;
  burst: { days: number; count: number; percent: number };
  topOnly: { least: number; percent: number };
  text: string;
};
type DemoText = { title: string; text: string };
export type AssociationPack = {
  note: string;
  /** Body of the organisation whose people act for the association. */
  body: string;
  terms: AssociationTerm[];
  penalties: { code: string; label: string; text: string }[];
  /** From the lowest to the highest. */
  brandLevels: BrandLevel[];
  ratings: RatingSettings;
  demo: { convention: DemoText; earlier: DemoText; standard: DemoText };
};

const CODE = /^[a-z][a-z-]*$/;

function readTerm(value: unknown, at: string): AssociationTerm {
  const fields = readFields(value, at);
  return {
    term: readOneOf(fields.term as string, `${at}.term`, ['answer', 'ruling'] as const),
    label: readText(fields.label, `${at}.label`),
    count: readNumber(fields.count, `${at}.count`),
    unit: readOneOf(fields.unit as string, `${at}.unit`, ['day', 'working-day', 'month'] as const),
    article: readOptionalText(fields.article, `${at}.article`) ?? null,
  };
}

function readLevel(value: unknown, at: string): BrandLevel {
  const fields = readFields(value, at);
  return {
    code: readText(fields.code, `${at}.code`, CODE),
    label: readText(fields.label, `${at}.label`),
    years: readNumber(fields.years, `${at}.years`),
    rule: readText(fields.rule, `${at}.rule`),
    text: readText(fields.text, `${at}.text`),
  };
}

function readRatings(value: unknown, at: string): RatingSettings {
  const fields = readFields(value, at);
  const burst = readFields(fields.burst, `${at}.burst`);
  const topOnly = readFields(fields.topOnly, `${at}.topOnly`);
  return {
    least: readNumber(fields.least, `${at}.least`),
    aspects: readList(fields.aspects, `${at}.aspects`, (one, path) => {
      const aspect = readFields(one, path);
      return { code: readText(aspect.code, `${path}.code`, CODE), label: readText(aspect.label, `${path}.label`) };
    }),
    linkedPercent: readNumber(fields.linkedPercent, `${at}.linkedPercent`),
    sameClientPercent: readNumber(fields.sameClientPercent, `${at}.sameClientPercent`),
    burst: {
      days: readNumber(burst.days, `${at}.burst.days`),
      count: readNumber(burst.count, `${at}.burst.count`),
      percent: readNumber(burst.percent, `${at}.burst.percent`),
    },
    topOnly: {
      least: readNumber(topOnly.least, `${at}.topOnly.least`),
      percent: readNumber(topOnly.percent, `${at}.topOnly.percent`),
    },
    text: readText(fields.text, `${at}.text`),
  };
}

function readDemoText(value: unknown, at: string): DemoText {
  const fields = readFields(value, at);
  return { title: readText(fields.title, `${at}.title`), text: readText(fields.text, `${at}.text`) };
}

function readAssociation(value: unknown): AssociationPack {
  const root = readFields(value, 'association');
  const brandLevels = readList(root.brandLevels, 'association.brandLevels', readLevel);
  requireUnique(brandLevels, 'association.brandLevels', (one) => one.code);
  const demo = readFields(root.demo, 'association.demo');
  return {
    note: readText(root.note, 'association.note'),
    body: readText(root.body, 'association.body'),
    terms: readList(root.terms, 'association.terms', readTerm),
    penalties: readList(root.penalties, 'association.penalties', (one, at) => {
      const fields = readFields(one, at);
      return {
        code: readText(fields.code, `${at}.code`, CODE),
        label: readText(fields.label, `${at}.label`),
        text: readText(fields.text, `${at}.text`),
      };
    }),
    brandLevels,
    ratings: readRatings(root.ratings, 'association.ratings'),
    demo: {
      convention: readDemoText(demo.convention, 'association.demo.convention'),
      earlier: readDemoText(demo.earlier, 'association.demo.earlier'),
      standard: readDemoText(demo.standard, 'association.demo.standard'),
    },
  };
}

/** The industry association of the district: terms, penalties, brand ladder and how ratings count. All of it an example. */
export const association: AssociationPack = readAssociation(data);
