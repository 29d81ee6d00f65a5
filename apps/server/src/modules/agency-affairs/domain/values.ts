import { isLocalDate } from '@jince/calendar';
import type { AffairValue } from '@jince/contract';
import { checkAgencyCode, checkUscc } from '@jince/identifiers';
import type { AgencyField } from '@jince/wujiang';
import type { Language } from '../../../platform/i18n/language.ts';
import { type AgencyKind, agencyKindLabels } from '../../ip-agencies/index.ts';

export type Values = Readonly<Record<string, AffairValue>>;

const PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})$/;
/** C0 controls but tab and line ends, and what PostgreSQL text cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as it is kept: without control characters, otherwise as typed. Markup stays text; pages never read it as HTML. */
export const cleanText = (text: string): string => text.replace(CONTROLS, '').toWellFormed().trim();

/** A value as it is kept for a field: trimmed, codes normalised, empty becomes null. */
export function cleanValue(field: Pick<AgencyField, 'type'>, value: AffairValue): AffairValue {
  if (value === null) return null;
  if (field.type === 'kinds') return Array.isArray(value) ? [...new Set(value)].sort() : null;
  if (Array.isArray(value)) return null;
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (text === '') return null;
  if (field.type === 'uscc') return checkUscc(text).value;
  if (field.type === 'code') return checkAgencyCode(text).value;
  return text;
}

const both = (language: Language, zh: string, en: string) => (language === 'zh' ? zh : en);

interface Known {
  readonly kinds: readonly string[];
  readonly towns: readonly string[];
}

/** What is wrong with a value of a field, as a sentence; undefined when nothing is. */
export function problemOf(
  field: Pick<AgencyField, 'type'>,
  value: AffairValue,
  known: Known,
  language: Language,
): string | undefined {
  if (value === null) return undefined;
  switch (field.type) {
    case 'date':
      return typeof value === 'string' && isLocalDate(value)
        ? undefined
        : both(language, '日期应写成 2026-11-22', 'Write the date as 2026-11-22');
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e13
        ? undefined
        : both(language, '应为不小于 0 的整数', 'A whole number of at least 0 is wanted');
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : both(language, '请选择是或否', 'Choose yes or no');
    case 'kinds':
      return Array.isArray(value) && value.length > 0 && value.every((kind) => known.kinds.includes(kind))
        ? undefined
        : both(language, '请从列出的业务类型中选择', 'Choose of the listed kinds');
    case 'town':
      return typeof value === 'string' && known.towns.includes(value)
        ? undefined
        : both(language, '请从列出的镇（街道）中选择', 'Choose of the listed towns');
    case 'uscc':
      return typeof value === 'string' && checkUscc(value).ok
        ? undefined
        : both(language, '不是有效的统一社会信用代码', 'This is no valid unified social credit code');
    case 'code':
      return typeof value === 'string' && checkAgencyCode(value).ok
        ? undefined
        : both(language, '应为 5 位数字', 'Five digits are wanted');
    case 'phone':
      return typeof value === 'string' && PHONE.test(value.replaceAll(' ', ''))
        ? undefined
        : both(language, '请填写 11 位手机号或带区号的固定电话', 'Give a mobile number or a fixed line with area code');
    default:
      return typeof value === 'string' && value.length <= 500
        ? undefined
        : both(language, '应为不超过 500 字的文字', 'Text of up to 500 characters is wanted');
  }
}

/** Whether two values say the same: width, blanks and brackets of names do not count. */
export function sameValue(one: AffairValue, other: AffairValue): boolean {
  const fold = (value: AffairValue): string => {
    if (value === null || value === '') return '';
    if (Array.isArray(value)) return [...value].sort().join(',');
    return String(value).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  };
  return fold(one) === fold(other);
}

interface Shown {
  readonly language: Language;
  readonly townName: (code: string | null) => string | null;
}

/** A value as it is read by people. */
export function showValue(field: Pick<AgencyField, 'type' | 'unit'>, value: AffairValue, shown: Shown): string {
  if (value === null || value === '') return '';
  if (Array.isArray(value))
    return value.map((kind) => agencyKindLabels[kind as AgencyKind]?.[shown.language] ?? kind).join('、');
  if (typeof value === 'boolean') return both(shown.language, value ? '是' : '否', value ? 'yes' : 'no');
  if (field.type === 'town') return shown.townName(String(value)) ?? String(value);
  if (field.type === 'money' && typeof value === 'number')
    return `${(value / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} ${both(shown.language, '元', 'yuan')}`;
  if (typeof value === 'number')
    return `${value.toLocaleString('en-US')}${field.unit === null ? '' : ` ${field.unit}`}`;
  return value;
}
