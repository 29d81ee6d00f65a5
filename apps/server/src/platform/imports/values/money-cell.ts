import { isNullCell, plainText } from './cell-text.ts';
import { decimal } from './number-cell.ts';
import { EMPTY, type Parsed, parsedValue, problemOf } from './parsed.ts';

export interface MoneyValue {
  /** Hundredths of the currency's unit, an integer. */
  amountFen: number;
  /** ISO 4217. */
  currency: string;
  /** The cell as it stood. */
  original: string;
}

export interface MoneyOptions {
  /** Unit of bare numbers, from the header ('万元', '元', '亿元', '万美元'). Without it a bare number is in 元. */
  unit?: string;
}

const CURRENCIES: [RegExp, string][] = [
  [/人民币|rmb|cny|¥|元人民币/i, 'CNY'],
  [/港币|港元|港幣|hkd|hk\$/i, 'HKD'],
  [/新台币|台币|twd|nt\$/i, 'TWD'],
  // After the dollars that have a name.
  [/美元|美金|usd|us\$|\$/i, 'USD'],
  [/欧元|eur|€/i, 'EUR'],
  [/日元|日圆|jpy/i, 'JPY'],
  [/英镑|gbp|£/i, 'GBP'],
  [/韩元|韩圆|krw/i, 'KRW'],
  [/瑞士法郎|chf/i, 'CHF'],
  [/澳元|澳大利亚元|aud/i, 'AUD'],
  [/加元|加拿大元|cad/i, 'CAD'],
  [/新加坡元|新元|sgd/i, 'SGD'],
];
const SCALES: [RegExp, number][] = [
  [/万亿/, 1e12],
  [/亿/, 1e8],
  [/千万/, 1e7],
  [/百万|million/i, 1e6],
  [/十万/, 1e5],
  [/万/, 1e4],
  [/千|thousand/i, 1e3],
  [/百/, 100],
];
const AMOUNT = /[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d{1,2})?/i;
/** Everything that may stand beside the figure once currency and scale are taken away. */
const REST = /^[\s:()整元圆正约合计共,]*$/;

/**
 * Reads amounts: '100万人民币', '100.00万元', '3.4000(万元人民币)', '1,000.00', 'USD 50万', '50万美元', '￥1.5亿', with the unit of the
 * header for bare numbers. Fractions of a fen are a problem, not rounded; words that are not understood too.
 */
export function parseMoneyCell(cell: string, options: MoneyOptions = {}): Parsed<MoneyValue> {
  if (isNullCell(cell)) return EMPTY;
  const text = plainText(cell).replace(/,(?=\d{3}(?:\D|$))/g, ',');
  const figure = AMOUNT.exec(text);
  if (figure === null) return unreadable(cell);
  const words = `${text.slice(0, figure.index)} ${text.slice(figure.index + figure[0].length)}`;
  if (/\d/.test(words)) return unreadable(cell);
  const own = readUnit(words);
  if (!REST.test(own.rest)) {
    return problemOf(
      'money.unit-unknown',
      cell,
      `“${cell}”中的单位“${own.rest.trim()}”无法识别。请写成如“100万元”或“50万美元”。`,
      `The unit "${own.rest.trim()}" in "${cell}" is not known. Write for example "100万元" or "50万美元".`,
    );
  }
  const said = own.currency !== undefined || own.scale !== 1 || /[元圆]/.test(words);
  const header = said || options.unit === undefined ? undefined : readUnit(plainText(options.unit));
  const scale = header?.scale ?? own.scale;
  const currency = own.currency ?? header?.currency ?? 'CNY';
  return build(cell, figure[0], scale, currency);
}

function readUnit(words: string): { currency: string | undefined; scale: number; rest: string } {
  let rest = words;
  let currency: string | undefined;
  for (const [pattern, code] of CURRENCIES) {
    if (!pattern.test(rest)) continue;
    currency ??= code;
    rest = rest.replace(pattern, ' ');
    break;
  }
  const found = SCALES.find(([pattern]) => pattern.test(rest));
  if (found) rest = rest.replace(found[0], ' ');
  return { currency, scale: found?.[1] ?? 1, rest };
}

function build(cell: string, figure: string, scale: number, currency: string): Parsed<MoneyValue> {
  const [digits, exponent] = figure.replaceAll(',', '').toLowerCase().split('e');
  const amountFen = decimal(digits!, Number(exponent ?? 0), scale * 100);
  if (Math.abs(amountFen) > Number.MAX_SAFE_INTEGER) {
    return problemOf(
      'money.too-large',
      cell,
      `“${cell}”的金额超出可处理范围，请核对单位。`,
      `The amount "${cell}" is too large. Check its unit.`,
    );
  }
  if (!Number.isInteger(amountFen)) {
    return problemOf(
      'money.fraction-of-fen',
      cell,
      `“${cell}”精确到不足一分，请核对金额和单位。`,
      `"${cell}" goes below one fen. Check amount and unit.`,
    );
  }
  return parsedValue({ amountFen, currency, original: cell });
}

function unreadable(cell: string): Parsed<MoneyValue> {
  return problemOf(
    'money.unreadable',
    cell,
    `“${cell}”不是可识别的金额。请写成如“100万元”。`,
    `"${cell}" is not an amount that can be read. Write for example "100万元".`,
  );
}
