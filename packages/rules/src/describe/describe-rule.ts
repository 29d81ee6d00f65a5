import type { Bilingual, Catalogue } from '../catalogue.ts';
import type { Expr } from '../expression.ts';
import type { Rule } from '../rule.ts';
import { ChineseWriter } from './chinese.ts';
import { EnglishWriter } from './english.ts';

/** Sentence of a part of a rule; `isOfItem` for what stands inside the condition of a collection. */
export function describeExpression(expr: Expr, catalogue: Catalogue): Bilingual {
  const [zh, en] = [new ChineseWriter(catalogue), new EnglishWriter(catalogue)];
  return expr.type.kind === 'bool'
    ? { zh: zh.clause(expr), en: en.clause(expr) }
    : { zh: zh.noun(expr), en: en.noun(expr) };
}

/**
 * One sentence in each language, made of labels, words of enumerations and units: `enterprise.highTech &&
 * enterprise.patents.valid == 0` → 高新技术企业，且有效专利为 0 件.
 */
export function describeRule(rule: Rule): Bilingual {
  return describeExpression(rule.body, rule.catalogue);
}
