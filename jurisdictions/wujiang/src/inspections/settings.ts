import data from '../../data/inspections/settings.json' with { type: 'json' };
import { readFields, readList, readNumber, readOneOf, readText, readTexts, requireUnique } from '../shape.ts';

type InspectionTerm = {
  term: string;
  label: string;
  count: number;
  unit: 'day' | 'working-day' | 'month';
  article: string;
};
type RiskWeight = { grade: string; label: string; tickets: number };
type CampaignKind = { code: string; label: string; figures: string[] };
type CampaignFigure = { code: string; label: string; unit: string };
export type PledgeLevel = 'district' | 'city' | 'province';
export type PledgeKind = {
  code: string;
  label: string;
  term: string;
  levels: PledgeLevel[];
  /** Conditions that must hold, and those that put an applicant first. */
  conditions: string[];
  preferences: string[];
  fields: string[];
};
type PledgeCondition = { code: string; label: string; rule: string; article: string };
type PledgeField = { code: string; label: string; type: 'text' | 'number' };
export type InspectionSettings = {
  note: string;
  terms: InspectionTerm[];
  /** Tickets of an object in a draw by its credit: more tickets, more chances. */
  draw: { officersPerObject: number; note: string; weights: RiskWeight[] };
  campaignKinds: CampaignKind[];
  figures: CampaignFigure[];
  printerPapers: { code: string; label: string; article: string }[];
  commitments: { code: string; text: string }[];
  pledgeKinds: PledgeKind[];
  conditions: PledgeCondition[];
  pledgeFields: PledgeField[];
  /** Prefix of the numbers of orders to correct. */
  orderPrefix: string;
  /** Body that inspects where no branch stands for the town. */
  enforcementBody: string;
};

const CODE = /^[a-z][A-Za-z-]*$/;
const LEVELS = ['district', 'city', 'province'] as const;
const byCode = (one: { code: string }) => one.code;

const readTerm = (value: unknown, at: string): InspectionTerm => {
  const term = readFields(value, at);
  return {
    term: readText(term.term, `${at}.term`, CODE),
    label: readText(term.label, `${at}.label`),
    count: readNumber(term.count, `${at}.count`),
    unit: readOneOf(term.unit, `${at}.unit`, ['day', 'working-day', 'month'] as const),
    article: readText(term.article, `${at}.article`),
  };
};

function readPledgeKind(value: unknown, at: string): PledgeKind {
  const kind = readFields(value, at);
  return {
    code: readText(kind.code, `${at}.code`, CODE),
    label: readText(kind.label, `${at}.label`),
    term: readText(kind.term, `${at}.term`),
    levels: readList(kind.levels, `${at}.levels`, (one, place) => readOneOf(one, place, LEVELS)),
    conditions: readTexts(kind.conditions, `${at}.conditions`),
    preferences: readTexts(kind.preferences, `${at}.preferences`),
    fields: readTexts(kind.fields, `${at}.fields`),
  };
}

const readNamed =
  (...names: readonly string[]) =>
  (value: unknown, at: string) => {
    const fields = readFields(value, at);
    return Object.fromEntries(names.map((name) => [name, readText(fields[name], `${at}.${name}`)]));
  };

/** Throws PackDataError with the place of the first fault. */
export function readInspectionSettings(value: unknown): InspectionSettings {
  const root = readFields(value, 'inspections');
  const draw = readFields(root.draw, 'draw');
  const settings: InspectionSettings = {
    note: readText(root.note, 'note'),
    terms: readList(root.terms, 'terms', readTerm),
    draw: {
      officersPerObject: readNumber(draw.officersPerObject, 'draw.officersPerObject'),
      note: readText(draw.note, 'draw.note'),
      weights: readList(draw.weights, 'draw.weights', (one, at) => {
        const weight = readFields(one, at);
        return {
          grade: readText(weight.grade, `${at}.grade`),
          label: readText(weight.label, `${at}.label`),
          tickets: readNumber(weight.tickets, `${at}.tickets`),
        };
      }),
    },
    campaignKinds: readList(root.campaignKinds, 'campaignKinds', (one, at) => {
      const kind = readFields(one, at);
      return {
        code: readText(kind.code, `${at}.code`, CODE),
        label: readText(kind.label, `${at}.label`),
        figures: readTexts(kind.figures, `${at}.figures`),
      };
    }),
    figures: readList(root.figures, 'figures', readNamed('code', 'label', 'unit')) as CampaignFigure[],
    printerPapers: readList(
      root.printerPapers,
      'printerPapers',
      readNamed('code', 'label', 'article'),
    ) as InspectionSettings['printerPapers'],
    commitments: readList(
      root.commitments,
      'commitments',
      readNamed('code', 'text'),
    ) as InspectionSettings['commitments'],
    pledgeKinds: readList(root.pledgeKinds, 'pledgeKinds', readPledgeKind),
    conditions: readList(
      root.conditions,
      'conditions',
      readNamed('code', 'label', 'rule', 'article'),
    ) as PledgeCondition[],
    pledgeFields: readList(root.pledgeFields, 'pledgeFields', readNamed('code', 'label', 'type')) as PledgeField[],
    orderPrefix: readText(readFields(root.numbering, 'numbering').order, 'numbering.order'),
    enforcementBody: readText(root.enforcementBody, 'enforcementBody'),
  };
  requireUnique(settings.terms, 'terms', (one) => one.term);
  requireUnique(settings.draw.weights, 'draw.weights', (one) => one.grade);
  for (const list of ['campaignKinds', 'figures', 'pledgeKinds', 'conditions', 'pledgeFields'] as const)
    requireUnique<{ code: string }>(settings[list], list, byCode);
  for (const [at, kind] of settings.pledgeKinds.entries()) {
    readOneOf(
      kind.term,
      `pledgeKinds[${at}].term`,
      settings.terms.map((one) => one.term),
    );
    for (const code of [...kind.conditions, ...kind.preferences])
      readOneOf(code, `pledgeKinds[${at}].conditions`, settings.conditions.map(byCode));
  }
  return settings;
}

/** Terms, weights of draws, kinds of campaigns and pledges with their conditions. */
export const inspectionSettings: InspectionSettings = readInspectionSettings(data);
