import { buffer } from 'node:stream/consumers';
import type { PictureAnswerView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { decodePicture } from '../../../platform/files/decode-picture.ts';
import { inlinePicture } from '../../../platform/files/inline-picture.ts';
import { readPicture } from '../commands/read-picture.ts';
import type { MarkQuestion } from '../domain/mark-question.ts';
import { findPicture } from '../repositories/picture-repository.ts';
import type { Reader } from './describe-marks.ts';
import { searchPictures } from './search-picture.ts';

/** Pairs of pictures that are drawn: each weighs what a small photograph does. */
const MOST_DRAWN = 12;

type Hit = PictureAnswerView['hits'][number];
export interface DrawnHit extends Hit {
  /** The kept picture as an address that carries it; null where it is not drawn. */
  readonly picture: string | null;
}
export interface DrawnAnswer extends Omit<PictureAnswerView, 'hits'> {
  readonly hits: readonly DrawnHit[];
  /** The asked picture likewise. */
  readonly picture: string;
}

async function drawHit(ctx: Ctx, hit: Hit): Promise<DrawnHit> {
  const kept = await findPicture(ctx.db, ctx.district, hit);
  if (kept === undefined) return { ...hit, picture: null };
  const bytes = await buffer(await ctx.services.files.read(kept.sha256));
  return { ...hit, picture: await inlinePicture(await decodePicture(bytes)) };
}

/**
 * A search by picture for a page without script: the asked picture and those of the closest marks come with the answer, so that
 * the page can draw the regions over both and nothing has to be kept for it. @throws AppError 422 for what is no picture
 */
export async function showLikeness(
  ctx: Ctx,
  bytes: Buffer,
  question: MarkQuestion,
  reader: Reader,
): Promise<DrawnAnswer> {
  const picture = await readPicture(bytes);
  const answer = await searchPictures(ctx, { ...question, picture }, reader);
  const hits: DrawnHit[] = [];
  for (const [at, hit] of answer.hits.entries())
    hits.push(at < MOST_DRAWN ? await drawHit(ctx, hit) : { ...hit, picture: null });
  return { ...answer, hits, picture: await inlinePicture(picture) };
}
