import data from '../../data/class-advice.json' with { type: 'json' };
import {
  type Fields,
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';
import { type DatedText, readDatedTexts } from './dated-article.ts';

export type ClassHint = { niceClass: number; strength: 'core' | 'related'; reason: string };
export type ClassAdvicePack = {
  source: string;
  note: string;
  limits: { withoutUseEvidence: number; filingsLast12Months: number; unrelatedClasses: number; yearsForUse: number };
  /** Short name of each Nice class. */
  labels: ReadonlyMap<number, string>;
  /** By prefix of the GB/T 4754 code without its letter; the longest prefix speaks. */
  industries: { code: string; classes: ClassHint[] }[];
  /** By words of the business scope. */
  keywords: ({ words: string[] } & ClassHint)[];
  /** Classes that stand close to a core class. */
  neighbours: { of: number; niceClass: number; reason: string }[];
  /** Sentences with `{placeholders}` and the articles behind them. */
  warnings: ReadonlyMap<string, { text: string; articles: DatedText[] }>;
};

function readHint(fields: Fields, path: string): ClassHint {
  return {
    niceClass: readClass(fields.niceClass, `${path}.niceClass`),
    strength: readOneOf(fields.strength, `${path}.strength`, ['core', 'related']),
    reason: readText(fields.reason, `${path}.reason`),
  };
}

function readClass(value: unknown, path: string): number {
  const number = readNumber(value, path);
  if (!Number.isInteger(number) || number < 1 || number > 45) throw new PackDataError(`${path}: 应为 1 到 45 的类别`);
  return number;
}

/** Throws PackDataError with the place of the first fault. */
export function readClassAdvice(value: unknown): ClassAdvicePack {
  const root = readFields(value, 'class-advice');
  const limits = readFields(root.limits, 'limits');
  const classes = readList(root.classes, 'classes', (one, at) => {
    const fields = readFields(one, at);
    return { niceClass: readClass(fields.niceClass, `${at}.niceClass`), label: readText(fields.label, `${at}.label`) };
  });
  requireUnique(classes, 'classes', (one) => String(one.niceClass));
  const industries = readList(root.industries, 'industries', (one, at) => {
    const fields = readFields(one, at);
    return {
      code: readText(fields.code, `${at}.code`, /^\d{2,4}$/),
      classes: readList(fields.classes, `${at}.classes`, (hint, hintAt) => readHint(readFields(hint, hintAt), hintAt)),
    };
  });
  requireUnique(industries, 'industries', (one) => one.code);
  const warnings = readList(root.warnings, 'warnings', (one, at) => {
    const fields = readFields(one, at);
    return {
      code: readText(fields.code, `${at}.code`),
      text: readText(fields.text, `${at}.text`),
      articles: readDatedTexts(fields.articles, `${at}.articles`, 'article'),
    };
  });
  requireUnique(warnings, 'warnings', (one) => one.code);
  return {
    source: readText(root.source, 'source'),
    note: readText(root.note, 'note'),
    limits: {
      withoutUseEvidence: readNumber(limits.withoutUseEvidence, 'limits.withoutUseEvidence'),
      filingsLast12Months: readNumber(limits.filingsLast12Months, 'limits.filingsLast12Months'),
      unrelatedClasses: readNumber(limits.unrelatedClasses, 'limits.unrelatedClasses'),
      yearsForUse: readNumber(limits.yearsForUse, 'limits.yearsForUse'),
    },
    labels: new Map(classes.map((one) => [one.niceClass, one.label])),
    industries,
    keywords: readList(root.keywords, 'keywords', (one, at) => {
      const fields = readFields(one, at);
      return { words: readTexts(fields.words, `${at}.words`), ...readHint(fields, at) };
    }),
    neighbours: readList(root.neighbours, 'neighbours', (one, at) => {
      const fields = readFields(one, at);
      return {
        of: readClass(fields.of, `${at}.of`),
        niceClass: readClass(fields.niceClass, `${at}.niceClass`),
        reason: readText(fields.reason, `${at}.reason`),
      };
    }),
    warnings: new Map(warnings.map(({ code, ...rest }) => [code, rest])),
  };
}

/** Which Nice classes a business points to, and what to be careful of. */
export const classAdvice: ClassAdvicePack = readClassAdvice(data);
