import { moneyEn, moneyZh, type Reason } from './reason.ts';

/** How a price was established, in the order the law takes them (商标法实施条例 78). */
export const PRICE_BASES = ['sold', 'marked', 'average-sold', 'market-middle', 'revenue'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

export interface GoodsLine {
  readonly name: string;
  readonly quantity: number;
  readonly sold: boolean;
  /** Price of one, in fen; null where none is known. For `revenue` the whole income of the line. */
  readonly priceFen: number | null;
  readonly basis: PriceBasis | null;
}

export interface BusinessAmount {
  readonly totalFen: number;
  readonly soldFen: number;
  readonly unsoldFen: number;
  readonly lines: readonly { readonly name: string; readonly fen: number; readonly basis: PriceBasis }[];
  readonly steps: readonly Reason[];
}

/** A line that cannot be counted: the sentence says what is missing. */
export class GoodsError extends Error {
  readonly line: number;
  readonly words: { readonly zh: string; readonly en: string };

  constructor(line: number, words: { zh: string; en: string }) {
    super(`${words.zh} / ${words.en}`);
    this.name = 'GoodsError';
    this.line = line;
    this.words = words;
  }
}

const WORDS: Readonly<Record<PriceBasis, { readonly zh: string; readonly en: string }>> = {
  sold: { zh: '实际销售价格', en: 'price of sale' },
  marked: { zh: '标价', en: 'marked price' },
  'average-sold': { zh: '已查清的实际销售平均价格', en: 'average price of what was sold' },
  'market-middle': { zh: '被侵权商品的市场中间价格', en: 'middle market price of the genuine goods' },
  revenue: { zh: '侵权人因侵权所产生的营业收入', en: 'income from the infringement' },
};
const SOLD_ONLY: ReadonlySet<PriceBasis> = new Set(['sold', 'revenue']);

function check(line: GoodsLine, at: number): asserts line is GoodsLine & { priceFen: number; basis: PriceBasis } {
  const no = at + 1;
  if (!Number.isFinite(line.quantity) || line.quantity < 0)
    throw new GoodsError(at, {
      zh: `第${no}项“${line.name}”的数量不是有效数字`,
      en: `Line ${no} has no valid quantity`,
    });
  if (line.basis === null || line.priceFen === null)
    throw new GoodsError(at, {
      zh: `第${no}项“${line.name}”没有价格或者价格依据：须写明实际销售价、标价、销售平均价或者市场中间价`,
      en: `Line ${no} has no price or no basis for it`,
    });
  if (!Number.isSafeInteger(line.priceFen) || line.priceFen < 0)
    throw new GoodsError(at, {
      zh: `第${no}项“${line.name}”的价格应为不小于零的整数分`,
      en: `Line ${no} has no valid price`,
    });
  if (!line.sold && SOLD_ONLY.has(line.basis))
    throw new GoodsError(at, {
      zh: `第${no}项“${line.name}”尚未售出，不能以${WORDS[line.basis].zh}计算`,
      en: `Line ${no} was not sold and has no ${WORDS[line.basis].en}`,
    });
}

/** Warns where a later basis of the order is used although an earlier one is at hand for the same goods. */
function outOfOrder(goods: readonly GoodsLine[], line: GoodsLine, article: string): Reason[] {
  if (line.basis !== 'market-middle') return [];
  const better = goods.find((one) => one.name === line.name && one.basis !== null && one.basis !== 'market-middle');
  if (better?.basis == null) return [];
  const known = WORDS[better.basis];
  return [
    {
      zh: `“${line.name}”已有${known.zh}，依次应先于市场中间价格，请核对`,
      en: `"${line.name}" has a ${known.en}, which comes before the market price`,
      article,
    },
  ];
}

/**
 * Illegal business amount of goods made, sold or kept, in fen; each line rounded to whole fen.
 * @throws GoodsError for a line without quantity, price or basis, or with a price of sale for what was not sold
 */
export function businessAmount(goods: readonly GoodsLine[], article = '商标法实施条例第78条'): BusinessAmount {
  const steps: Reason[] = [];
  let soldFen = 0;
  let unsoldFen = 0;
  const lines = goods.map((line, at) => {
    check(line, at);
    const { name, basis, priceFen, quantity } = line;
    const fen = basis === 'revenue' ? priceFen : Math.round(quantity * priceFen);
    if (line.sold) soldFen += fen;
    else unsoldFen += fen;
    const sum = basis === 'revenue' ? moneyZh(fen) : `${quantity}×${moneyZh(priceFen)}＝${moneyZh(fen)}`;
    const sumEn = basis === 'revenue' ? moneyEn(fen) : `${quantity} × ${moneyEn(priceFen)} = ${moneyEn(fen)}`;
    steps.push({
      zh: `${name}（${line.sold ? '已售' : '未售'}）按${WORDS[basis].zh}：${sum}`,
      en: `${name} (${line.sold ? 'sold' : 'not sold'}) by ${WORDS[basis].en}: ${sumEn}`,
      article,
    });
    steps.push(...outOfOrder(goods, line, article));
    return { name, fen, basis };
  });
  const totalFen = soldFen + unsoldFen;
  if (lines.length > 1)
    steps.push({ zh: `合计${moneyZh(totalFen)}`, en: `Together ${moneyEn(totalFen)}`, article: null });
  return { totalFen, soldFen, unsoldFen, lines, steps };
}
