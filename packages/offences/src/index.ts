/** Amounts, fines, crimes and the law that applies: pure, over law given as data. */
export {
  type BusinessAmount,
  businessAmount,
  GoodsError,
  type GoodsLine,
  PRICE_BASES,
  type PriceBasis,
} from './business-amount.ts';
export {
  type Crime,
  type CrimeFacts,
  type CrimeHit,
  type CrimeMeasure,
  type CrimeReading,
  criminalHits,
  type Threshold,
} from './criminal-hits.ts';
export {
  type FineAmounts,
  type FineBase,
  type FineRange,
  type FineSpec,
  fineRange,
  type Penalty,
} from './fine-range.ts';
export { type ChosenLaw, type LawVersion, lawInTime } from './law-in-time.ts';
export type { Reason } from './reason.ts';
