import { readFile } from 'node:fs/promises';
import { currentLogoModel, describeAsked, EmptyPictureError, LogoIndex } from '@jince/trademark-similarity/images';
import type { Ctx } from '../../../platform/context/context.ts';
import { decodePicture, PictureError } from '../../../platform/files/decode-picture.ts';
import { type LogoOfMark, logosOfMarks } from '../../trademark-search/index.ts';
import type { WatchedMark } from '../domain/matcher.ts';
import type { PictureFound } from '../domain/picture-found.ts';
import type { HitLevel } from '../domain/watch-types.ts';

/** Marks met by one picture. */
const MOST = 8;
/** Pictures remembered: shops show the same one many times. */
const REMEMBERED = 2000;

interface Given {
  readonly sha256: string;
  readonly fileName: string;
}
type Met = Omit<PictureFound, 'fileName'> & { readonly registrationNo: string };

/** Compares pictures of rows with the kept pictures of the watched marks, which are read with the first picture. */
export class PictureMatcher {
  readonly #ctx: Ctx;
  readonly #byNo: ReadonlyMap<string, readonly WatchedMark[]>;
  #logos: Promise<{ index: LogoIndex; byNo: ReadonlyMap<string, LogoOfMark> }> | undefined;
  #known = new Map<string, readonly Met[]>();

  constructor(ctx: Ctx, marks: readonly WatchedMark[]) {
    this.#ctx = ctx;
    this.#byNo = Map.groupBy(marks, (mark) => mark.registration_no);
  }

  async #load() {
    const logos = await logosOfMarks(this.#ctx, [...this.#byNo.keys()]);
    const index = new LogoIndex();
    for (const { registrationNo, features } of logos) index.addFeatures(registrationNo, features);
    return { index, byNo: new Map(logos.map((one) => [one.registrationNo, one])) };
  }

  /** Marks whose picture one of these is like, the closest picture of each. */
  async match(pictures: readonly Given[]): Promise<ReadonlyMap<string, PictureFound>> {
    const best = new Map<string, PictureFound>();
    for (const { sha256, fileName } of pictures)
      for (const { registrationNo, ...met } of await this.#meet(sha256))
        for (const mark of this.#byNo.get(registrationNo) ?? []) {
          const known = best.get(mark.id);
          if (known === undefined || met.score > known.score) best.set(mark.id, { ...met, fileName });
        }
    return best;
  }

  async #meet(sha256: string): Promise<readonly Met[]> {
    const known = this.#known.get(sha256);
    if (known !== undefined) return known;
    this.#logos ??= this.#load();
    const { index, byNo } = await this.#logos;
    const met = index.size === 0 ? [] : await this.#compare(sha256, index, byNo);
    if (this.#known.size >= REMEMBERED) this.#known = new Map();
    this.#known.set(sha256, met);
    return met;
  }

  async #compare(sha256: string, index: LogoIndex, byNo: ReadonlyMap<string, LogoOfMark>): Promise<Met[]> {
    const { files, log } = this.#ctx.services;
    try {
      const asked = describeAsked(await decodePicture(await readFile(await files.localPath(sha256))));
      return index.searchFeatures(asked, MOST).map(({ id, level, score, turn, mirrored, regions, reasons }) => {
        const logo = byNo.get(id) as LogoOfMark;
        return {
          registrationNo: id,
          sha256,
          markSha256: logo.sha256,
          level: level as HitLevel,
          score,
          turn,
          mirrored,
          asked: { width: asked.width, height: asked.height },
          found: { width: logo.features.width, height: logo.features.height },
          regions,
          zh: reasons.zh.join('；'),
          en: reasons.en.join('; '),
          model: currentLogoModel.version,
        };
      });
    } catch (error) {
      if (!(error instanceof PictureError || error instanceof EmptyPictureError)) throw error;
      log.warn({ err: error, sha256 }, 'picture of a listing not compared');
      return [];
    }
  }
}
