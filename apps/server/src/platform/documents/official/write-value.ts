import { maskPersonalInformation } from '@jince/law';
import { amountInWords } from './amount-words.ts';
import { documentNumber } from './document-number.ts';
import type { TemplateField, TemplateText } from './template-types.ts';

type Format = Exclude<Extract<TemplateText[number], { path: string }>['format'], undefined>;

const grouped = (whole: number) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** 50000050 fen → 500,000.50元; whole yuan without decimals. */
function yuan(fen: number): string {
  const size = Math.abs(fen);
  const rest = size % 100;
  const tail = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`;
  return `${fen < 0 ? '-' : ''}${grouped(Math.floor(size / 100))}${tail}元`;
}

/** 1234500 fen → 1.2345: to the fen, no trailing zeros. */
function wan(fen: number): string {
  const size = Math.abs(fen);
  const tail = String(size % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 1_000_000)}${tail === '' ? '' : `.${tail}`}`;
}

/** 2026-01-05 → 2026年1月5日. Source: GB/T 9704-2012 7.3.5.4: Arabic digits, no padding zeros. */
function day(date: string): string {
  const [year, month, date1] = date.split('-').map(Number);
  return `${year}年${month}月${date1}日`;
}

const FORMATS: Readonly<Record<Format, (value: never) => string>> = {
  date: day,
  yuan,
  upper: amountInWords,
  wan,
};

interface Public {
  readonly text: string;
  readonly natural: boolean;
}

/**
 * A value that fits its field, as text.
 * @param on day whose rules of masking hold for what is made public
 * @returns undefined for a 发文字号 that is none
 */
export function writeValue(
  field: TemplateField,
  value: unknown,
  format: Format | undefined,
  on: string,
): string | undefined {
  if (format !== undefined) return FORMATS[format](value as never);
  switch (field.type) {
    case 'document-number':
      return documentNumber(value as string);
    case 'public-name':
    case 'public-code': {
      const { text, natural } = value as Public;
      return natural
        ? maskPersonalInformation(field.type === 'public-name' ? 'name' : 'resident-id-public', text, on)
        : text;
    }
    default:
      return String(value);
  }
}
