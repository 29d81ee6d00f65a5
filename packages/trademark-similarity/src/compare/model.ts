import { relationsOfEdition } from '../signs/editions.ts';
import { RELATIONS, type SignRelations } from '../signs/relations.ts';
import type { AlignPrices } from './align.ts';
import { FEATURE_COUNT, FEATURES, LENGTHS, lengthClass, OLDER_FEATURES } from './features.ts';

/** A model as it is kept in a file: what was learned, when, and on what. Never changed once published. */
export interface ModelFile {
  readonly version: string;
  readonly learned: string;
  /** Prices of the alignment: per relation, of a sign more or less, of a swap. */
  readonly alignment: { readonly relations: readonly number[]; readonly gap: number; readonly swap: number };
  readonly features: readonly string[];
  /** Weight of each feature by the length of the query. */
  readonly weights: readonly (readonly number[])[];
  /** Score = 1 ÷ (1 + e^−(a × utility + b)), by the length of the query. */
  readonly calibration: readonly { readonly a: number; readonly b: number }[];
  /** Least score of the level arguable. */
  readonly arguable: number;
  /** Edition of the tables of characters it was learned with. */
  readonly tables: string;
  /** Whether lengths are those of the query without place names, goods and legal forms (林氏企业 is two signs long). */
  readonly withoutGeneric?: boolean;
  /** Whether signs more before or after the rest count as one change, with so many signs. */
  readonly countsRuns?: boolean;
  /** What each feature takes off a mark's being near; together at most 1 for two signs, more for longer marks. */
  readonly distance: readonly number[];
}

export interface Model {
  readonly version: string;
  readonly signs: SignRelations;
  readonly withoutGeneric: boolean;
  readonly countsRuns: boolean;
  readonly prices: AlignPrices;
  /** LENGTHS × FEATURE_COUNT. */
  readonly weights: Float64Array;
  readonly calibration: readonly { readonly a: number; readonly b: number }[];
  readonly arguable: number;
  readonly distance: Float64Array;
}

/** @throws RangeError for a file that was made for other features or tables */
export function openModel(file: ModelFile): Model {
  const fits =
    file.weights.length === LENGTHS &&
    file.calibration.length === LENGTHS &&
    file.alignment.relations.length === RELATIONS &&
    file.features.every((name, at) => FEATURES[at] === name) &&
    [file.distance, ...file.weights].every((row) => row.length === file.features.length);
  if (!fits) throw new RangeError(`model ${file.version} was made for other features`);
  /** Features that came later weigh what the model weighed them as. */
  const widen = (row: readonly number[]): number[] =>
    FEATURES.map(
      (name, at) => row[at] ?? row[(FEATURES as readonly string[]).indexOf(OLDER_FEATURES[name] ?? '')] ?? 0,
    );
  return {
    version: file.version,
    signs: relationsOfEdition(file.tables),
    withoutGeneric: file.withoutGeneric ?? false,
    countsRuns: file.countsRuns ?? false,
    prices: {
      relations: Float64Array.from(file.alignment.relations),
      gap: file.alignment.gap,
      swap: file.alignment.swap,
    },
    weights: Float64Array.from(file.weights.flatMap(widen)),
    calibration: file.calibration,
    arguable: file.arguable,
    distance: Float64Array.from(widen(file.distance)),
  };
}

/** How well a mark fits a query; 0 is the same signs, what was done to them lowers it. */
export function utilityOf(model: Model, features: Float64Array, signs: number): number {
  const base = lengthClass(signs) * FEATURE_COUNT;
  let sum = 0;
  for (let at = 0; at < FEATURE_COUNT; at++) {
    const value = features[at] as number;
    if (value !== 0) sum += value * (model.weights[base + at] as number);
  }
  // The same change matters less in a longer mark.
  return signs > LENGTHS ? (sum * LENGTHS) / signs : sum;
}

/** Share of such comparisons that the standard calls near or arguable, 0–1. */
export function scoreOf(model: Model, utility: number, signs: number): number {
  const { a, b } = model.calibration[lengthClass(signs)] as { a: number; b: number };
  return Math.min(0.9999, 1 / (1 + Math.exp(-(a * utility + b))));
}

export type Level = 'identical' | 'near' | 'arguable' | 'far';

/**
 * identical: the same signs; near: confusingly alike in the eyes of the guidelines; arguable: to be looked at by a person; far.
 * @param features what was done to the query, by {@link FEATURES}
 */
export function levelOf(model: Model, score: number, features: Float64Array, signs: number): Level {
  if (score >= 1) return 'identical';
  if (score < model.arguable) return 'far';
  let distance = 0;
  for (let at = 0; at < FEATURE_COUNT; at++) distance += (features[at] as number) * (model.distance[at] as number);
  return (distance * 2) / Math.max(2, signs) <= 1 ? 'near' : 'arguable';
}
