import type { FormGroup } from '../data/legal-forms.ts';
import { isCompanyGroup, type LegalForm, NO_FORM } from '../normalise/legal-forms.ts';
import type { MatchWeights } from '../score/weights.ts';

export type FormLevel = 'same' | 'variant' | 'missing' | 'other';

export interface FormEvidence {
  level: FormLevel;
  bits: number;
}

/** How often each legal form ends a registered name. */
export class FormFrequencies {
  private readonly counts = new Float64Array(512);
  private total = 0;

  change(form: number, by: 1 | -1): void {
    this.counts[form]! += by;
    this.total += by;
  }

  probability(form: number): number {
    return (this.counts[form]! + 1) / (this.total + 100);
  }
}

/** A works (厂) that became a company keeps its 厂 in lists, and the other way round. */
function isWorksOrCompany(group: FormGroup): boolean {
  return group === 'works' || group === 'factory' || isCompanyGroup(group);
}

export function formLevel(mention: LegalForm, entry: LegalForm): FormLevel {
  if (mention.id === entry.id) return 'same';
  if (mention.id === NO_FORM) return 'missing';
  if (isCompanyGroup(mention.group) && (isCompanyGroup(entry.group) || entry.id === NO_FORM)) return 'variant';
  if (mention.group === 'works' && isWorksOrCompany(entry.group)) return 'variant';
  if (entry.group === 'works' && isWorksOrCompany(mention.group)) return 'variant';
  if (mention.group === entry.group && mention.group !== 'shop' && mention.group !== 'branch') return 'variant';
  return 'other';
}

/** log2 P(mention's form | same party) / P(mention's form | any party). */
export function formEvidence(
  mention: LegalForm,
  entry: LegalForm,
  weights: MatchWeights,
  frequencies: FormFrequencies,
): FormEvidence {
  const level = formLevel(mention, entry);
  const usual = frequencies.probability(mention.id);
  const { form } = weights;
  if (level === 'same') return { level, bits: Math.log2(form.same / usual) };
  // Four or five spellings of the company form share the rate of variants.
  if (level === 'variant') return { level, bits: Math.log2(form.variant / 4 / usual) };
  if (level === 'missing') return { level, bits: Math.log2(form.missing / usual) };
  return { level, bits: Math.log2(form.other) };
}

export function describeForm(level: FormLevel, mention: LegalForm, entry: LegalForm): string {
  const written = mention.text || '无';
  const registered = entry.text || '无';
  if (level === 'same') return entry.text === '' ? '都未写组织形式' : `组织形式一致（${entry.text}）`;
  if (level === 'variant') return `组织形式写法不同（${written}／${registered}）`;
  if (level === 'missing') return `名单省略组织形式（登记为${registered}）`;
  return `组织形式不同类（${written}／${registered}）`;
}
