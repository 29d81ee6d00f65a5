import file from '../data/logo-model.json' with { type: 'json' };
import type { LogoLikeness } from './compare-logos.ts';

export type LogoLevel = 'identical' | 'near' | 'arguable' | 'far';

/** Weights of a version: a line for each likeness (after `shape`), learned by `scripts/learn-logo-model.ts`. */
export interface LogoModel {
  readonly version: string;
  readonly bias: number;
  readonly weights: Readonly<Record<Measure, number>>;
  readonly levels: Readonly<Record<Exclude<LogoLevel, 'far'>, number>>;
}

export const MEASURES = ['area', 'outline', 'pieces', 'laidOn', 'lines', 'corners', 'vienna'] as const;
export type Measure = (typeof MEASURES)[number];

const models = file.models as readonly LogoModel[];

/** A version by its name; older ones stay, so that an old result can be made again. @throws RangeError */
export function logoModel(version: string): LogoModel {
  const model = models.find((one) => one.version === version);
  if (model === undefined) throw new RangeError(`no logo model ${version}`);
  return model;
}

export const currentLogoModel: LogoModel = models.at(-1) as LogoModel;

const CLOSEST = 0.001;
/** Likenesses near one differ in their distance from one: it is the logarithm that counts. */
const byDistance = (like: number) => -Math.log(Math.max(CLOSEST, 1 - like));

/** A likeness on the scale its weight is for. */
export const SHAPES: Readonly<Record<Measure, (value: number) => number>> = {
  area: byDistance,
  outline: byDistance,
  pieces: (value) => value,
  laidOn: (value) => byDistance(Math.max(0, value)),
  lines: (value) => byDistance(Math.max(0, value)),
  corners: (value) => Math.log1p(Math.max(0, value - 2)),
  vienna: (value) => value,
};

/** For an order of the cheap likenesses alone. */
export const coarseScore = (
  model: LogoModel,
  { area, outline, pieces }: Pick<LogoLikeness, 'area' | 'outline' | 'pieces'>,
): number => byDistance(area) + byDistance(outline) + Math.max(1, model.weights.pieces) * pieces;

/** Logistic of the weighted likenesses. */
export function fineScore(model: LogoModel, likeness: LogoLikeness): number {
  const sum = MEASURES.reduce((total, name) => total + model.weights[name] * SHAPES[name](likeness[name]), model.bias);
  return 1 / (1 + Math.exp(-sum));
}

export function levelOf(model: LogoModel, score: number): LogoLevel {
  if (score >= model.levels.identical) return 'identical';
  if (score >= model.levels.near) return 'near';
  return score >= model.levels.arguable ? 'arguable' : 'far';
}
