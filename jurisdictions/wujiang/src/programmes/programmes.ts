import advantageLadder from '../../data/programmes/advantage-ladder.json' with { type: 'json' };
import cultivationCentre from '../../data/programmes/cultivation-centre.json' with { type: 'json' };
import demonstrationBase from '../../data/programmes/demonstration-base.json' with { type: 'json' };
import giSilk from '../../data/programmes/gi-silk.json' with { type: 'json' };
import landscapeProject from '../../data/programmes/landscape-project.json' with { type: 'json' };
import normalisedMarket from '../../data/programmes/normalised-market.json' with { type: 'json' };
import settingsData from '../../data/programmes/settings.json' with { type: 'json' };
import standardProject from '../../data/programmes/standard-project.json' with { type: 'json' };
import strategyProject from '../../data/programmes/strategy-project.json' with { type: 'json' };
import {
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';
import { INSTALMENT_STAGES, type InstalmentStage, type ProgramKind, readKind } from './read-kind.ts';

/** Length of a period of the procedure with where it stands. */
export type ProgramPeriod = { count: number; unit: 'working-day' | 'day' | 'month'; article: string };
const PERIODS = ['formalCheck', 'supplement', 'objection', 'agreement', 'clawBack'] as const;

export type ProgramSettings = {
  example: boolean;
  review: {
    /** Fewer experts give no score. */
    leastExperts: number;
    /** Points of 100 below which nothing is funded. */
    passMark: number;
    /** A total further than this from the median is shown as an outlier. */
    outlierPoints: number;
    /** From so many experts on, the highest and the lowest total are left out of the score. */
    trimFrom: number;
  };
  periods: Readonly<Record<(typeof PERIODS)[number], ProgramPeriod>>;
  /** Who answers questions, as papers name them. */
  contact: { name: string; phone: string };
  stages: { stage: InstalmentStage; label: string }[];
  /** What to agree on instead of counts of filings and grants. */
  instead: string[];
};

/** @throws PackDataError naming the place of the first fault */
export function readSettings(value: unknown): ProgramSettings {
  const root = readFields(value, 'settings');
  const review = readFields(root.review, 'settings.review');
  const periods = readFields(root.periods, 'settings.periods');
  const contact = readFields(root.contact, 'settings.contact');
  const period = (name: string): ProgramPeriod => {
    const at = `settings.periods.${name}`;
    const fields = readFields(periods[name], at);
    return {
      count: readNumber(fields.count, `${at}.count`),
      unit: readOneOf(fields.unit, `${at}.unit`, ['working-day', 'day', 'month'] as const),
      article: readText(fields.article, `${at}.article`),
    };
  };
  const settings: ProgramSettings = {
    example: root.example === true,
    review: {
      leastExperts: readNumber(review.leastExperts, 'settings.review.leastExperts'),
      passMark: readNumber(review.passMark, 'settings.review.passMark'),
      outlierPoints: readNumber(review.outlierPoints, 'settings.review.outlierPoints'),
      trimFrom: readNumber(review.trimFrom, 'settings.review.trimFrom'),
    },
    periods: Object.fromEntries(PERIODS.map((name) => [name, period(name)])) as ProgramSettings['periods'],
    contact: {
      name: readText(contact.name, 'settings.contact.name'),
      phone: readText(contact.phone, 'settings.contact.phone'),
    },
    stages: readList(root.stages, 'settings.stages', (one, at) => {
      const fields = readFields(one, at);
      return {
        stage: readOneOf(fields.stage, `${at}.stage`, INSTALMENT_STAGES),
        label: readText(fields.label, `${at}.label`),
      };
    }),
    instead: readTexts(root.instead, 'settings.instead'),
  };
  if (settings.review.leastExperts < 3) throw new PackDataError('settings.review.leastExperts: 评审专家不少于三人');
  if (settings.review.trimFrom < settings.review.leastExperts + 2)
    throw new PackDataError('settings.review.trimFrom: 去掉最高最低后仍应不少于最少专家人数');
  return settings;
}

const settings = readSettings(settingsData);
const kinds = [
  cultivationCentre,
  strategyProject,
  landscapeProject,
  standardProject,
  giSilk,
  advantageLadder,
  normalisedMarket,
  demonstrationBase,
].map((one) => readKind(one, one.code));
requireUnique(kinds, 'programmes', (kind) => kind.code);

/** Kinds of projects the district may call for, and how they are reviewed. Amounts are examples until the office confirms them. */
export const programmes: { readonly kinds: readonly ProgramKind[]; readonly settings: ProgramSettings } = {
  kinds,
  settings,
};
