import type { Bilingual, Catalogue } from '../catalogue.ts';
import type { Expr } from '../expression.ts';
import { canonicalText } from '../parse/canonical-text.ts';
import type { Rule } from '../rule.ts';

export function describeExpression(expr: Expr, _catalogue: Catalogue): Bilingual {
  return { zh: canonicalText(expr), en: canonicalText(expr) };
}

/** One sentence in each language, made of labels, words of enumerations and units. */
export function describeRule(rule: Rule): Bilingual {
  return describeExpression(rule.body, rule.catalogue);
}
