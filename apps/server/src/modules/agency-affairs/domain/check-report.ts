import type { AffairFinding, AffairValue } from '@jince/contract';
import type { AgencyField } from '@jince/wujiang';
import type { Language } from '../../../platform/i18n/language.ts';
import { problemOf, sameValue, showValue, type Values } from './values.ts';

export interface Registered {
  readonly value: AffairValue;
  /** Where the register has it from, in words. */
  readonly source: string;
}

interface Shown {
  readonly language: Language;
  readonly townName: (code: string | null) => string | null;
}

/** The sentence that says how a reported value differs from the register; null when it does not. */
export function contradictionOf(
  field: AgencyField,
  given: AffairValue,
  registered: Registered | undefined,
  shown: Shown,
): string | null {
  if (given === null || registered === undefined || registered.value === null) return null;
  if (sameValue(given, registered.value)) return null;
  const said = showValue(field, given, shown);
  const known = showValue(field, registered.value, shown);
  const by =
    typeof given === 'number' && typeof registered.value === 'number' ? Math.abs(given - registered.value) : null;
  if (shown.language === 'en')
    return `Reported: ${said}; the register says ${known} (${registered.source})${by === null ? '' : `, a difference of ${by}`}.`;
  const more =
    by === null
      ? ''
      : `，${(given as number) > (registered.value as number) ? '多报' : '少报'} ${by}${field.unit === null ? '' : ` ${field.unit}`}`;
  return `填报为“${said}”，登记为“${known}”（${registered.source}）${more}。`;
}

/** What still hinders the filing: missing, invalid, or contradicting the register without a reason. */
export function reportHindrances(
  fields: readonly AgencyField[],
  report: {
    readonly given: Values;
    readonly explanations: Readonly<Record<string, string>>;
    readonly registered: Readonly<Record<string, Registered>>;
  },
  shown: Shown,
): AffairFinding[] {
  const zh = shown.language === 'zh';
  return fields.flatMap((field): AffairFinding[] => {
    const value = report.given[field.code] ?? null;
    const hindrance = (code: string, text: string): AffairFinding[] => [
      { code, level: 'block', field: field.code, text, article: null },
    ];
    if (value === null)
      return field.required ? hindrance('missing', zh ? `请填写“${field.label}”` : `"${field.label}" is missing`) : [];
    const problem = problemOf(field, value, { kinds: [], towns: [] }, shown.language);
    if (problem !== undefined)
      return hindrance('invalid', zh ? `“${field.label}”：${problem}` : `"${field.label}": ${problem}`);
    const contradiction = contradictionOf(field, value, report.registered[field.code], shown);
    if (contradiction === null || (report.explanations[field.code] ?? '').trim().length >= 2) return [];
    return hindrance(
      'unexplained',
      zh
        ? `“${field.label}”与登记不一致，请说明原因：${contradiction}`
        : `"${field.label}" differs from the register; give the reason: ${contradiction}`,
    );
  });
}
