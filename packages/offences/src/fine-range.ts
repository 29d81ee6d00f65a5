import { moneyEn, moneyZh, type Reason } from './reason.ts';

export type FineBase = 'business' | 'gain';

/** How a fine is set by an article; amounts in fen, shares in parts per million. */
export type FineSpec =
  | { readonly type: 'none' }
  | { readonly type: 'fixed'; readonly fen: number }
  | { readonly type: 'range'; readonly minFen: number; readonly maxFen: number }
  | {
      /** Above the bound a multiple (in ppm: 5000000 is five times) of the amount, else a ceiling. */
      readonly type: 'by-amount';
      readonly base: FineBase;
      readonly boundFen: number;
      /** Whether an amount of exactly the bound is above it ("五万元以上") or not ("五万元以下"). */
      readonly boundIsAbove: boolean;
      readonly abovePpm: number;
      readonly belowMaxFen: number;
    }
  | {
      /** A multiple of the gain with a ceiling of its own; another ceiling where there is none. */
      readonly type: 'multiple';
      readonly base: FineBase;
      readonly minPpm: number;
      readonly maxPpm: number;
      readonly maxFen: number | null;
      readonly withoutMaxFen: number;
    };

export interface Penalty {
  readonly article: string;
  readonly fine: FineSpec;
  /** What applies where the circumstances are serious. */
  readonly serious: FineSpec | null;
  /** Whether there is a fine only after an order to correct was not followed. */
  readonly onlyAfterOrder: boolean;
}

export interface FineAmounts {
  readonly businessFen: number | null;
  readonly gainFen: number | null;
  readonly serious?: boolean | undefined;
  readonly orderIgnored?: boolean | undefined;
}

export interface FineRange {
  readonly minFen: number;
  readonly maxFen: number;
  readonly steps: readonly Reason[];
}

const BASES: Readonly<Record<FineBase, { readonly zh: string; readonly en: string }>> = {
  business: { zh: '违法经营额', en: 'Illegal business amount' },
  gain: { zh: '违法所得', en: 'Illegal gain' },
};
const share = (fen: number, ppm: number): number => Math.floor((fen * ppm) / 1_000_000);
const timesZh = (ppm: number): string => (ppm >= 1_000_000 ? `${ppm / 1_000_000}倍` : `${ppm / 10_000}%`);
const timesEn = (ppm: number): string => (ppm >= 1_000_000 ? `${ppm / 1_000_000} times` : `${ppm / 10_000} %`);

interface Bounds {
  readonly minFen: number;
  readonly maxFen: number;
  readonly zh: string;
  readonly en: string;
}

function byAmount(spec: FineSpec & { type: 'by-amount' }, amounts: FineAmounts): Bounds {
  const amount = (spec.base === 'business' ? amounts.businessFen : amounts.gainFen) ?? 0;
  const { zh, en } = BASES[spec.base];
  const above = spec.boundIsAbove ? amount >= spec.boundFen : amount > spec.boundFen;
  const said = { zh: amount === 0 ? `没有${zh}` : `${zh}${moneyZh(amount)}`, en: `${en} ${moneyEn(amount)}` };
  if (!above) {
    const { belowMaxFen: maxFen } = spec;
    return {
      minFen: 0,
      maxFen,
      zh: `${said.zh}，未达到${moneyZh(spec.boundFen)}${spec.boundIsAbove ? '' : '以上'}的，可以处${moneyZh(maxFen)}以下罚款`,
      en: `${said.en}: a fine up to ${moneyEn(maxFen)}`,
    };
  }
  const maxFen = share(amount, spec.abovePpm);
  return {
    minFen: 0,
    maxFen,
    zh: `${said.zh}，可以处其${timesZh(spec.abovePpm)}以下罚款，即${moneyZh(maxFen)}以下`,
    en: `${said.en}: a fine up to ${timesEn(spec.abovePpm)}, ${moneyEn(maxFen)}`,
  };
}

function byMultiple(spec: FineSpec & { type: 'multiple' }, amounts: FineAmounts): Bounds {
  const amount = (spec.base === 'business' ? amounts.businessFen : amounts.gainFen) ?? 0;
  const { zh, en } = BASES[spec.base];
  if (amount === 0)
    return {
      minFen: 0,
      maxFen: spec.withoutMaxFen,
      zh: `没有${zh}，处${moneyZh(spec.withoutMaxFen)}以下罚款`,
      en: `No ${en.toLowerCase()}: a fine up to ${moneyEn(spec.withoutMaxFen)}`,
    };
  const most = share(amount, spec.maxPpm);
  const maxFen = spec.maxFen === null ? most : Math.min(most, spec.maxFen);
  const minFen = Math.min(share(amount, spec.minPpm), maxFen);
  return {
    minFen,
    maxFen,
    zh: `${zh}${moneyZh(amount)}的${spec.minPpm > 0 ? `${timesZh(spec.minPpm)}以上` : ''}${timesZh(spec.maxPpm)}以下${maxFen < most ? `，最高${moneyZh(maxFen)}` : ''}，即${minFen > 0 ? `${moneyZh(minFen)}至` : ''}${moneyZh(maxFen)}`,
    en: `${en} ${moneyEn(amount)}, up to ${timesEn(spec.maxPpm)}: ${moneyEn(minFen)} to ${moneyEn(maxFen)}`,
  };
}

function boundsOf(spec: FineSpec, amounts: FineAmounts): Bounds {
  switch (spec.type) {
    case 'none':
      return { minFen: 0, maxFen: 0, zh: '法律没有规定罚款', en: 'The law sets no fine' };
    case 'fixed':
      return {
        minFen: spec.fen,
        maxFen: spec.fen,
        zh: `处${moneyZh(spec.fen)}罚款`,
        en: `A fine of ${moneyEn(spec.fen)}`,
      };
    case 'range':
      return {
        ...spec,
        zh:
          spec.minFen === 0
            ? `处${moneyZh(spec.maxFen)}以下罚款`
            : `处${moneyZh(spec.minFen)}以上${moneyZh(spec.maxFen)}以下罚款`,
        en: `A fine of ${moneyEn(spec.minFen)} to ${moneyEn(spec.maxFen)}`,
      };
    case 'by-amount':
      return byAmount(spec, amounts);
    case 'multiple':
      return byMultiple(spec, amounts);
  }
}

/** Least and most fine an article allows for the amounts of a case, in fen, with reasons. */
export function fineRange(penalty: Penalty, amounts: FineAmounts): FineRange {
  const { article } = penalty;
  if (penalty.onlyAfterOrder && amounts.orderIgnored !== true)
    return {
      minFen: 0,
      maxFen: 0,
      steps: [
        {
          zh: '先责令限期改正；逾期不改正的才处罚款',
          en: 'First an order to correct; a fine only when it is ignored',
          article,
        },
      ],
    };
  const serious = amounts.serious === true && penalty.serious !== null;
  const { minFen, maxFen, zh, en } = boundsOf(serious ? (penalty.serious as FineSpec) : penalty.fine, amounts);
  return {
    minFen,
    maxFen,
    steps: [{ zh: `${serious ? '情节严重：' : ''}${zh}`, en: `${serious ? 'Serious: ' : ''}${en}`, article }],
  };
}
