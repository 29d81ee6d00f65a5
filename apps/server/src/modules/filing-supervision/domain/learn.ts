import { betaQuantile } from './beta.ts';

/** How judgements weigh: the belief before any of them, as counts, and how much of the belief its interval holds. */
export interface LearningSettings {
  readonly priorConfirmed: number;
  readonly priorExplained: number;
  readonly interval: number;
}

export interface JudgedCounts {
  readonly confirmed: number;
  readonly explained: number;
  readonly unsure: number;
}

export interface Precision {
  /** Share of confirmed ones to be expected among further signals of the kind. */
  readonly precision: number;
  readonly low: number;
  readonly high: number;
  /** Odds of that against the odds before any judgement: what a strength's odds are multiplied with. */
  readonly factor: number;
}

/** Beta posterior of the share of confirmed signals of a kind; what nobody could decide tells nothing. */
export function precisionOf(settings: LearningSettings, judged: JudgedCounts): Precision {
  const a = settings.priorConfirmed + judged.confirmed;
  const b = settings.priorExplained + judged.explained;
  const tail = (1 - settings.interval) / 2;
  return {
    precision: a / (a + b),
    low: betaQuantile(a, b, tail),
    high: betaQuantile(a, b, 1 - tail),
    factor: a / b / (settings.priorConfirmed / settings.priorExplained),
  };
}

/** A strength (0–1) in the light of the judgements of its kind: its odds times the factor. */
export function weigh(strength: number, factor: number): number {
  const scaled = strength * factor;
  const whole = scaled + (1 - strength);
  return whole === 0 ? 0 : scaled / whole;
}

const two = (value: number) => value.toFixed(2);
const share = (value: number) => `${Math.round(value * 100)}%`;

/** The reckoning of the precision as a sentence. */
export function tellPrecision(settings: LearningSettings, judged: JudgedCounts, found: Precision) {
  const { priorConfirmed: a, priorExplained: b } = settings;
  const none = judged.confirmed + judged.explained === 0;
  return {
    zh: none
      ? `尚无判定，按先验 Beta(${a}, ${b}) 计为 ${share(found.precision)}，强度不作调整。`
      : `已判定 ${judged.confirmed + judged.explained} 个，其中确认 ${judged.confirmed} 个、情况合理 ${judged.explained} 个；先验 Beta(${a}, ${b})，后验均值 (${a}+${judged.confirmed})/(${a + b}+${judged.confirmed + judged.explained}) = ${share(found.precision)}，${share(settings.interval)}可信区间 ${share(found.low)}–${share(found.high)}；强度的几率乘以 ${two(found.factor)}。`,
    en: none
      ? `Not judged yet: ${share(found.precision)} by the prior Beta(${a}, ${b}); strengths are left as they are.`
      : `${judged.confirmed + judged.explained} judged, ${judged.confirmed} confirmed and ${judged.explained} explained. Prior Beta(${a}, ${b}), posterior mean (${a}+${judged.confirmed})/(${a + b}+${judged.confirmed + judged.explained}) = ${share(found.precision)}, ${share(settings.interval)} credible interval ${share(found.low)}–${share(found.high)}. The odds of a strength are multiplied by ${two(found.factor)}.`,
  };
}

/** How one strength became its weight, as a sentence. */
export function tellWeight(strength: number, found: Precision) {
  const weight = weigh(strength, found.factor);
  return {
    zh: `证据强度 ${two(strength)}，按本类信号以往判定（系数 ${two(found.factor)}）调整为 ${two(weight)}。`,
    en: `Strength of the evidence ${two(strength)}, weighted to ${two(weight)} by what was judged of its kind before (factor ${two(found.factor)}).`,
  };
}
