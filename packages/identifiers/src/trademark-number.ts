import { failure, type IdentifierResult, looksLikeSpreadsheetNumber } from './result.ts';
import { compactCode } from './text.ts';

export type TrademarkNumberDetails = {
  /** national = 申请/注册号, madrid-extension = G + international number (territorial extension to China). */
  route: 'national' | 'madrid-extension';
  digits: string;
  /** Letter after a division or a partial transfer. */
  suffix: string | undefined;
  /** International registration behind a G number. */
  madridNumber?: string;
};

/**
 * Parses a Chinese trademark application or registration number. Accepts 第…号, No., leading zeros. Together with the
 * Nice class it is the key of a mark; see {@link trademarkKey}.
 */
export function parseTrademarkNumber(input: string): IdentifierResult<TrademarkNumberDetails> {
  const value = compactCode(input).replace(/^(?:第|NO\.?|注册号[::]?)|号$/g, '');
  if (value === '') return failure(value, 'empty');
  if (looksLikeSpreadsheetNumber(value)) return failure(value, 'spreadsheet-number');
  const national = /^0*([1-9]\d{0,7})([A-Z]?)$/.exec(value);
  if (national) {
    const [, digits, suffix] = national as unknown as [string, string, string];
    return { ok: true, value: digits + suffix, route: 'national', digits, suffix: suffix || undefined };
  }
  const extension = /^G(\d{6,7})([A-Z]?)$/.exec(value);
  if (!extension) return failure(value, /^G?\d+[A-Z]?$/.test(value) ? 'length' : 'format', withoutLetters(value));
  const [, digits, suffix] = extension as unknown as [string, string, string];
  return {
    ok: true,
    value,
    route: 'madrid-extension',
    digits,
    suffix: suffix || undefined,
    madridNumber: digits + suffix,
  };
}

function withoutLetters(value: string): string | undefined {
  const replaced = value.replace(/O/g, '0').replace(/[IL]/g, '1');
  return replaced !== value && /^[1-9]\d{4,7}$/.test(replaced) ? replaced : undefined;
}

/** Unique key of a mark in one class: `12345678:25`. One registration may cover several classes. */
export function trademarkKey(registrationNumber: string, niceClass: number): string {
  return `${registrationNumber}:${niceClass}`;
}
