import type { LikeRegion } from '@jince/trademark-similarity/images';
import type { HitLevel } from './watch-types.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture of a row is like the kept picture of a mark: as it is kept with the hit. */
export interface PictureFound {
  /** Of the row's picture, which is kept under this hash. */
  readonly sha256: string;
  readonly fileName: string;
  /** Of the mark's picture as it was compared. */
  readonly markSha256: string;
  readonly level: HitLevel;
  readonly score: number;
  readonly turn: number;
  readonly mirrored: boolean;
  /** Grids in which the regions are told: of the row's picture and of the mark's. */
  readonly asked: Size;
  readonly found: Size;
  readonly regions: readonly LikeRegion[];
  readonly zh: string;
  readonly en: string;
  readonly model: string;
}

const ORDER: readonly HitLevel[] = ['arguable', 'near', 'identical'];
export const closerLevel = (one: HitLevel, other: HitLevel): HitLevel =>
  ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
