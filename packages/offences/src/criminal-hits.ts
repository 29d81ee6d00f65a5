import { moneyEn, moneyZh, type Reason } from './reason.ts';

export type CrimeMeasure = 'gain' | 'business' | 'sales' | 'labels' | 'loss';

export interface Threshold {
  readonly measure: CrimeMeasure;
  /** Fen; pieces for labels. */
  readonly base: number;
  /** With several marks (patents) or a penalty within two years; null where neither lowers it. */
  readonly lowered: number | null;
}

export interface Crime {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly article: string;
  readonly thresholds: readonly Threshold[];
  /** What lowers them. */
  readonly lowersOn: readonly ('several' | 'prior')[];
  /** Goods (labels) not sold count from this multiple of a threshold on, alone or with what was sold. */
  readonly unsold: { readonly of: CrimeMeasure; readonly times: number } | null;
  /** Especially serious from this multiple on. */
  readonly aggravatedTimes: number | null;
}

export interface CrimeFacts {
  readonly gainFen: number;
  readonly soldFen: number;
  readonly unsoldFen: number;
  /** Labels made or sold, and labels not sold, in pieces. */
  readonly labels: number;
  readonly unsoldLabels: number;
  readonly lossFen: number;
  /** Different registered marks (patents) infringed. */
  readonly rights: number;
  /** Punished for the same within two years, criminally or administratively. */
  readonly prior: boolean;
}

export interface CrimeHit {
  readonly crime: string;
  readonly measure: CrimeMeasure;
  readonly value: number;
  readonly threshold: number;
  readonly lowered: boolean;
  readonly withUnsold: boolean;
  readonly aggravated: boolean;
  readonly reason: Reason;
}

export interface CrimeReading {
  readonly crime: string;
  readonly hits: readonly CrimeHit[];
  /** The measure that comes nearest when none is reached: its share of the threshold, in percent. */
  readonly nearest: { readonly measure: CrimeMeasure; readonly percent: number } | null;
}

const WORDS: Readonly<Record<CrimeMeasure, { readonly zh: string; readonly en: string }>> = {
  gain: { zh: '违法所得', en: 'illegal gain' },
  business: { zh: '非法经营数额', en: 'illegal business amount' },
  sales: { zh: '销售金额', en: 'sales' },
  labels: { zh: '标识数量', en: 'labels' },
  loss: { zh: '直接经济损失', en: 'direct loss' },
};

function measureOf(measure: CrimeMeasure, facts: CrimeFacts): number {
  switch (measure) {
    case 'gain':
      return facts.gainFen;
    case 'business':
      return facts.soldFen + facts.unsoldFen;
    case 'sales':
      return facts.soldFen;
    case 'labels':
      return facts.labels;
    case 'loss':
      return facts.lossFen;
  }
}

const said = (measure: CrimeMeasure, value: number) =>
  measure === 'labels' ? { zh: `${value}件`, en: `${value} pieces` } : { zh: moneyZh(value), en: moneyEn(value) };

function hitOf(
  crime: Crime,
  threshold: Threshold,
  asked: { value: number; times: number; lowered: boolean; withUnsold: boolean },
): CrimeHit | undefined {
  const base = asked.lowered && threshold.lowered !== null ? threshold.lowered : threshold.base;
  const bound = base * asked.times;
  if (asked.value < bound) return undefined;
  const { measure } = threshold;
  const [name, have, need] = [WORDS[measure], said(measure, asked.value), said(measure, bound)];
  const lowered = asked.lowered && threshold.lowered !== null;
  return {
    crime: crime.id,
    measure,
    value: asked.value,
    threshold: bound,
    lowered,
    withUnsold: asked.withUnsold,
    aggravated: crime.aggravatedTimes !== null && asked.value >= bound * crime.aggravatedTimes,
    reason: {
      zh: `${asked.withUnsold ? `${name.zh}与未销售部分合计` : name.zh}${have.zh}，达到${lowered ? '（多项权利或者二年内受过处罚）' : ''}${need.zh}：涉嫌${crime.name.zh}，应当移送`,
      en: `${name.en}${asked.withUnsold ? ' with what was not sold' : ''} of ${have.en} reaches ${need.en}: suspected ${crime.name.en}, to be transferred`,
      article: crime.article,
    },
  };
}

function unsoldHit(crime: Crime, facts: CrimeFacts, lowered: boolean): CrimeHit | undefined {
  if (crime.unsold === null) return undefined;
  const { of, times } = crime.unsold;
  const threshold = crime.thresholds.find(({ measure }) => measure === of);
  const rest = of === 'labels' ? facts.unsoldLabels : facts.unsoldFen;
  if (threshold === undefined || rest === 0) return undefined;
  return hitOf(crime, threshold, { value: measureOf(of, facts) + rest, times, lowered, withUnsold: true });
}

/** Which thresholds of a crime the facts of a case reach; whoever edits an amount reads this again. */
export function criminalHits(crime: Crime, facts: CrimeFacts): CrimeReading {
  const lowered =
    (crime.lowersOn.includes('several') && facts.rights >= 2) || (crime.lowersOn.includes('prior') && facts.prior);
  const plain = crime.thresholds.map((threshold) => ({
    threshold,
    hit: hitOf(crime, threshold, {
      value: measureOf(threshold.measure, facts),
      times: 1,
      lowered,
      withUnsold: false,
    }),
  }));
  const withUnsold = unsoldHit(crime, facts, lowered);
  const hits = [...plain.flatMap(({ hit }) => (hit === undefined ? [] : [hit])), ...(withUnsold ? [withUnsold] : [])];
  if (hits.length > 0) return { crime: crime.id, hits, nearest: null };
  const near = crime.thresholds
    .map(({ measure, base, lowered: less }) => ({
      measure,
      percent: Math.floor((measureOf(measure, facts) * 100) / (lowered && less !== null ? less : base)),
    }))
    .toSorted((a, b) => b.percent - a.percent)[0];
  return { crime: crime.id, hits, nearest: near === undefined || near.percent === 0 ? null : near };
}
