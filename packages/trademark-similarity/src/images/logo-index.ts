import { coarseLikeness, compareLogos, type LikeRegion, type LogoLikeness } from './compare-logos.ts';
import { type AskedLogo, describeAsked, describeLogo, type LogoFeatures } from './describe-logo.ts';
import { WORDS } from './keypoints.ts';
import { coarseScore, currentLogoModel, fineScore, type LogoLevel, type LogoModel, levelOf } from './logo-model.ts';
import { logoReasons, type Words } from './logo-reasons.ts';
import type { Raster } from './raster.ts';

export interface LogoHit {
  readonly id: string;
  /** Calibrated, 0 to 1: how often a pair with these likenesses is a confusing one among the pairs the model was learned on. */
  readonly score: number;
  readonly level: LogoLevel;
  readonly likeness: LogoLikeness;
  /** Degrees by which the found logo is turned against the asked one. */
  readonly turn: number;
  readonly mirrored: boolean;
  readonly regions: readonly LikeRegion[];
  readonly reasons: Words;
}

const FINE = 160;
const BY_CORNERS = 60;
/** Places of 16 bits by which corners that may be alike are found. */
const KEYS = [0, 2, 4, 6, 9, 11, 13, 15] as const;
const COMMON = 400;

const keyOf = (bits: Uint32Array, point: number, key: number): number => {
  const word = bits[point * WORDS + (key >>> 1)] as number;
  return ((key & 1) === 0 ? word & 0xffff : word >>> 16) * 16 + key;
};

/** Logos to be searched in: every one is compared coarsely, the likest by everything. */
export class LogoIndex {
  readonly #logos = new Map<string, LogoFeatures>();
  readonly #numbers: string[] = [];
  readonly #corners = new Map<number, number[]>();
  readonly #model: LogoModel;

  constructor(model: LogoModel = currentLogoModel) {
    this.#model = model;
  }

  get size(): number {
    return this.#logos.size;
  }

  /** Adds a logo, or puts it in the place of the one with this id. @throws EmptyPictureError for a picture that shows nothing */
  add(id: string, raster: Raster, vienna: readonly string[] = []): void {
    this.addFeatures(id, describeLogo(raster, vienna));
  }

  addFeatures(id: string, features: LogoFeatures): void {
    this.#logos.set(id, features);
    const number = this.#numbers.push(id) - 1;
    for (const { keypoints } of features.readings)
      for (let point = 0; point < keypoints.count; point++)
        for (const key of KEYS) {
          const place = keyOf(keypoints.bits, point, key);
          const there = this.#corners.get(place);
          if (there === undefined) this.#corners.set(place, [number]);
          else there.push(number);
        }
  }

  /** Takes a logo out; it is no longer found. */
  remove(id: string): boolean {
    return this.#logos.delete(id);
  }

  /** Logos many of whose corners look like some of the asked one's, rare looks counting more. */
  #byCorners(asked: AskedLogo): readonly string[] {
    const votes = new Map<number, number>();
    for (const keypoints of [...asked.readings.map((one) => one.keypoints), ...asked.mirrored])
      for (let point = 0; point < keypoints.count; point++)
        for (const key of KEYS) {
          const there = this.#corners.get(keyOf(keypoints.bits, point, key));
          if (there === undefined || there.length > COMMON) continue;
          const weight = 1 / Math.log2(2 + there.length);
          for (const number of there) votes.set(number, (votes.get(number) ?? 0) + weight);
        }
    return [...votes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, BY_CORNERS)
      .map(([number]) => this.#numbers[number] as string);
  }

  /**
   * The likest logos, best first, with where and why. A logo whose score is below the model's lowest level is left out
   * unless `all` is given.
   * @throws EmptyPictureError
   */
  search(
    raster: Raster,
    k: number,
    options: { readonly vienna?: readonly string[]; readonly all?: boolean } = {},
  ): LogoHit[] {
    return this.searchFeatures(describeAsked(raster, options.vienna ?? []), k, options.all ?? false);
  }

  searchFeatures(asked: AskedLogo, k: number, all = false): LogoHit[] {
    const coarse = [...this.#logos]
      .map(([id, found]) => ({ id, score: coarseScore(this.#model, coarseLikeness(asked, found)) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, FINE)
      .map(({ id }) => id);
    const hits: LogoHit[] = [];
    for (const id of new Set([...coarse, ...this.#byCorners(asked)])) {
      const found = this.#logos.get(id);
      if (found === undefined) continue;
      const { likeness, turn, mirrored, regions } = compareLogos(asked, found);
      const score = fineScore(this.#model, likeness);
      const level = levelOf(this.#model, score);
      if (level === 'far' && !all) continue;
      hits.push({
        id,
        score,
        level,
        likeness,
        turn,
        mirrored,
        regions,
        reasons: logoReasons({ likeness, turn, mirrored }),
      });
    }
    return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
  }
}
