import type { Bilingual, Catalogue } from '../catalogue.ts';
import type { Expr } from '../expression.ts';
import type { Rule } from '../rule.ts';
import { ChineseWriter } from './chinese.ts';
import { EnglishWriter } from './english.ts';

const described = new WeakMap<Expr, Bilingual>();

/** Sentence of a part of a rule: a clause for what is yes or no, else a noun. Written once per part. */
export function describeExpression(expr: Expr, catalogue: Catalogue): Bilingual {
  const known = described.get(expr);
  if (known !== undefined) return known;
  const [zh, en] = [new ChineseWriter(catalogue), new EnglishWriter(catalogue)];
  const isClause = expr.type.kind === 'bool';
  const sentence = isClause ? { zh: zh.clause(expr), en: en.clause(expr) } : { zh: zh.noun(expr), en: en.noun(expr) };
  described.set(expr, sentence);
  return sentence;
}

/**
 * One sentence in each language, made of labels, words of enumerations and units: `enterprise.highTech &&
 * enterprise.patents.valid == 0` → 高新技术企业，且有效专利为 0 件.
 */
export function describeRule(rule: Rule): Bilingual {
  return describeExpression(rule.body, rule.catalogue);
}
