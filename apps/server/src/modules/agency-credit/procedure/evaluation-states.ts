import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

/** From the preliminary result to the repair, in the order of the way. */
export const evaluationStates = {
  preliminary: state('初评待告知', 'Preliminary', 'open'),
  noticed: state('已告知，异议期内', 'Told, may be objected to', 'open'),
  objected: state('异议审核中', 'Objection under first review', 'waiting'),
  'objection-reviewed': state('异议复核中', 'Objection under second review', 'waiting'),
  settled: state('异议已复核，待确定', 'Objection decided', 'open'),
  final: state('结果已确定', 'Final', 'done'),
  'repair-requested': state('修复审核中', 'Repair under first review', 'waiting'),
  'repair-reviewed': state('修复复核中', 'Repair under second review', 'waiting'),
  repaired: state('已修复', 'Repaired', 'done'),
} as const;

export type EvaluationState = keyof typeof evaluationStates;
