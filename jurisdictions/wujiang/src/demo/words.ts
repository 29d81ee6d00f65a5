import profileData from '../../data/demo/industry-profiles.json' with { type: 'json' };
import nameData from '../../data/demo/name-words.json' with { type: 'json' };
import patentData from '../../data/demo/patent-words.json' with { type: 'json' };
import { readFields, readList, readNumber, readOneOf, readText, readTexts } from '../shape.ts';

export const USES = [
  'enterprise',
  'cooperative',
  'agency',
  'bank',
  'insurer',
  'university',
  'institute',
  'school',
] as const;
export type Use = (typeof USES)[number];

/** How one industry is spread over the demo district. */
export type IndustryProfile = {
  industry: string;
  trades: string[];
  niceClasses: number[];
  exportShare: number;
  weight: number;
  townCodes: string[];
  townWeights: number[];
  use: Use;
};

export const profiles: readonly IndustryProfile[] = readList(profileData.profiles, 'profiles', (one, at) => {
  const profile = readFields(one, at);
  const towns = readFields(profile.towns, `${at}.towns`);
  return {
    industry: readText(profile.industry, `${at}.industry`, /^\d{4}$/),
    trades: readTexts(profile.trades, `${at}.trades`),
    niceClasses: readList(profile.niceClasses, `${at}.niceClasses`, readNumber),
    exportShare: readNumber(profile.exportShare, `${at}.exportShare`),
    weight: readNumber(profile.weight, `${at}.weight`),
    townCodes: Object.keys(towns),
    townWeights: Object.entries(towns).map(([code, share]) => readNumber(share, `${at}.${code}`)),
    use: readOneOf(profile.use, `${at}.use`, USES),
  };
});

export const nameWords = {
  first: [...readText(nameData.first, 'first')],
  second: [...readText(nameData.second, 'second')],
  third: [...readText(nameData.third, 'third')],
  surnames: [...readText(nameData.surnames, 'surnames')],
  given: [...readText(nameData.given, 'given')],
  latin: readTexts(nameData.latin, 'latin'),
  roads: readTexts(nameData.roads, 'roads'),
  typos: readList(nameData.typos, 'typos', (pair, at) => readTexts(pair, at)),
};

const terms = readFields(patentData.terms, 'terms');

export const patentWords = {
  /** By chain link; `X` stands for goods outside the chains. */
  terms: Object.fromEntries(Object.entries(terms).map(([link, list]) => [link, readTexts(list, `terms.${link}`)])),
  generalIpc: readTexts(patentData.generalIpc, 'generalIpc'),
  subclassExample: patentData.subclassExample as Record<string, string>,
  qualities: readTexts(patentData.qualities, 'qualities'),
  inventionTails: patentData.inventionTails,
  designStyles: readTexts(patentData.designStyles, 'designStyles'),
  locarno: patentData.locarno as Record<string, string>,
};
