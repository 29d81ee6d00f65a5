import data from '../../data/protection/watch.json' with { type: 'json' };
import { bodies } from '../organisation.ts';
import {
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';

export type ProtectionCriterion = {
  code: string;
  label: { zh: string; en: string };
  basis: string;
  /** Written for the demonstration; nobody has adopted it. */
  example: boolean;
  /** Rule over facts of the trademark; null: judged by people. */
  rule: string | null;
};

export type WatchSettings = {
  note: string;
  /** Body that keeps the directory and the notices. */
  body: string;
  /** How long a mark stays in the directory until it is looked at again. */
  term: { count: number; unit: 'month' | 'year'; verify: string };
  criteria: ProtectionCriterion[];
  platforms: string[];
  /** Words of titles that say nothing of the goods: sizes, praise. */
  titleNoise: string[];
  /** Words of titles that point to a class of goods. */
  titleGoods: { niceClass: number; words: string[] }[];
  /** Weights of the ranking before anybody has judged. */
  ranking: Record<string, number>;
  /** Row of the statistics form a clue of the watch starts with. */
  behaviourRow: number;
};

/** Throws PackDataError with the place of the first fault. */
function readWatchSettings(value: unknown): WatchSettings {
  const root = readFields(value, 'watch');
  const term = readFields(root.term, 'watch.term');
  const criteria = readList(root.criteria, 'watch.criteria', (one, at): ProtectionCriterion => {
    const fields = readFields(one, at);
    const label = readFields(fields.label, `${at}.label`);
    return {
      code: readText(fields.code, `${at}.code`, /^[a-z][a-z-]*$/),
      label: { zh: readText(label.zh, `${at}.label.zh`), en: readText(label.en, `${at}.label.en`) },
      basis: readText(fields.basis, `${at}.basis`),
      example: fields.example === true,
      rule: readOptionalText(fields.rule, `${at}.rule`) ?? null,
    };
  });
  requireUnique(criteria, 'watch.criteria', (one) => one.code);
  const ranking = readFields(root.ranking, 'watch.ranking');
  return {
    note: readText(root.note, 'watch.note'),
    body: readOneOf(
      root.body,
      'watch.body',
      bodies.map((one) => one.code),
    ),
    term: {
      count: readNumber(term.count, 'watch.term.count'),
      unit: readOneOf(term.unit, 'watch.term.unit', ['month', 'year']),
      verify: readText(term.verify, 'watch.term.verify'),
    },
    criteria,
    platforms: readTexts(root.platforms, 'watch.platforms'),
    titleNoise: readTexts(root.titleNoise, 'watch.titleNoise'),
    titleGoods: readList(root.titleGoods, 'watch.titleGoods', (one, at) => {
      const fields = readFields(one, at);
      return {
        niceClass: readNumber(fields.niceClass, `${at}.niceClass`),
        words: readTexts(fields.words, `${at}.words`),
      };
    }),
    ranking: Object.fromEntries(
      Object.keys(ranking).map((name) => [name, readNumber(ranking[name], `watch.ranking.${name}`)]),
    ),
    behaviourRow: readNumber(root.behaviourRow, 'watch.behaviourRow'),
  };
}

/** Criteria of the directory of protected marks and settings of the watch. */
export const watchSettings: WatchSettings = readWatchSettings(data);
