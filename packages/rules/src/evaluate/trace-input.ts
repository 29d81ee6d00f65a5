import type { Bilingual, Catalogue, FactSpec } from '../catalogue.ts';
import { describeExpression } from '../describe/describe-rule.ts';
import { dayZh, quantityEn, quantityZh } from '../describe/quantity.ts';
import { unitOf } from '../describe/words.ts';
import type { Expr } from '../expression.ts';
import type { FactValue } from './fact-row.ts';
import type { TraceInput } from './trace-node.ts';

const UNKNOWN: Bilingual = { zh: '不明', en: 'unknown' };
const TODAY: Bilingual = { zh: '统计日', en: 'as-of day' };

function wordsFor(value: FactValue, fact: Pick<FactSpec, 'type' | 'unit' | 'values'>): Bilingual {
  if (value === null || value === undefined) return UNKNOWN;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return { zh: quantityZh(value, fact.unit), en: quantityEn(value, fact.unit) };
  if (typeof value === 'string')
    return fact.type === 'date' ? { zh: dayZh(value), en: value } : (fact.values?.[value] ?? { zh: value, en: value });
  if (value.length === 0) return { zh: '无', en: 'none' };
  const all = value.map((one) => wordsFor(one as FactValue, { type: 'text', values: fact.values }));
  return { zh: all.map((one) => one.zh).join('、'), en: all.map((one) => one.en).join(', ') };
}

/** A fact as it was found. */
export function factInput(fact: FactSpec, value: FactValue): TraceInput {
  const input = {
    fact: fact.name,
    label: fact.label,
    value: (value ?? null) as TraceInput['value'],
    text: wordsFor(value, fact),
  };
  return fact.unit === undefined ? input : { ...input, unit: fact.unit };
}

export function todayInput(today: string): TraceInput {
  return { label: TODAY, value: today, text: { zh: dayZh(today), en: today } };
}

/** What was computed over the items of a collection. */
export function computedInput(expr: Expr, value: number | string | null, catalogue: Catalogue): TraceInput {
  const unit = unitOf(expr, catalogue);
  const type = expr.type.kind === 'date' ? 'date' : 'number';
  const input = { label: describeExpression(expr, catalogue), value, text: wordsFor(value, { type, unit }) };
  return unit === undefined ? input : { ...input, unit };
}
