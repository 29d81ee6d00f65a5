import { markQuestion, type PictureAnswerView } from '@jince/contract';
import { currentLogoModel, describeAsked, EmptyPictureError, type LogoHit } from '@jince/trademark-similarity/images';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { DecodedPicture } from '../../../platform/files/decode-picture.ts';
import { readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { registersChangedAt } from '../../../platform/register-index/index.ts';
import { listTrademarkIds, type TrademarkIndexData, trademarkIndex } from '../../ip-rights/index.ts';
import { readPicture } from '../commands/read-picture.ts';
import type { MarkQuestion } from '../domain/mark-question.ts';
import { PICTURES } from '../domain/picture-register.ts';
import { getMarkPictures, type KeptPicture } from '../search/mark-pictures.ts';
import { describeMarks, type FoundRows, type Reader } from './describe-marks.ts';
import { rowsInQuestion } from './rows-in-question.ts';
import { type LEVELS, verdictOf } from './search-marks.ts';

const MOST = 40;
const rows = new WeakMap<TrademarkIndexData, ReadonlyMap<string, number>>();

function rowsById(data: TrademarkIndexData): ReadonlyMap<string, number> {
  const known = rows.get(data) ?? new Map(data.rights.ids.map((id, row) => [id, row]));
  rows.set(data, known);
  return known;
}

function askedOf(picture: DecodedPicture) {
  try {
    return describeAsked(picture);
  } catch (error) {
    if (error instanceof EmptyPictureError) throw new AppError('trademark-search.picture.blank');
    throw error;
  }
}

/** Rows in question of each registration whose picture was found. */
async function rowsOf(ctx: Ctx, data: TrademarkIndexData, question: MarkQuestion, pictures: readonly KeptPicture[]) {
  const ids = await listTrademarkIds(ctx.db, ctx.district, pictures);
  const inQuestion = rowsInQuestion(ctx, data, question);
  const byRegistration = Map.groupBy(ids, ({ registration }) => registration);
  return pictures.map(({ country, registrationNo }, found): FoundRows => {
    const own = byRegistration.get(`${country} ${registrationNo}`) ?? [];
    return { found, rows: own.flatMap(({ id }) => rowsById(data).get(id) ?? []).filter(inQuestion) };
  });
}

export interface PictureQuestion extends MarkQuestion {
  readonly picture: DecodedPicture;
}

/** Marks of the register whose pictures are like a given one, with the regions in which they are. */
export async function searchPictures(
  ctx: Ctx,
  { picture, ...question }: PictureQuestion,
  reader: Reader = 'module',
): Promise<PictureAnswerView> {
  const asked = askedOf(picture);
  const { index, kept } = await getMarkPictures(ctx);
  const data = await trademarkIndex.get(ctx);
  const found = index.searchFeatures(asked, MOST);
  const pictures = found.map(({ id }) => kept.get(id) as KeptPicture);
  const describing = { data, question, reader };
  const described = await describeMarks(ctx, describing, await rowsOf(ctx, data, question, pictures));
  const hits = described.map(({ found: at, mark }) => {
    const { score, level, turn, mirrored, regions, reasons } = found[at] as LogoHit;
    const { width, height } = pictures[at] as KeptPicture;
    return {
      ...mark,
      score,
      level,
      turn,
      mirrored,
      reasons: [...reasons[ctx.language]],
      regions: regions.map(({ by, asked: one, found: two }) => ({ by, asked: { ...one }, found: { ...two } })),
      hasPicture: true,
      found: { width, height },
    };
  });
  const count = (level: (typeof LEVELS)[number]) => hits.filter((hit) => hit.level === level).length;
  const counts = { identical: count('identical'), near: count('near'), arguable: count('arguable') };
  return {
    verdict: verdictOf(counts, true),
    asked: { width: asked.width, height: asked.height },
    hits,
    register: {
      marks: kept.size,
      changedAt: await registersChangedAt(ctx.db, ctx.district, [PICTURES]),
      asOf: ctx.today,
    },
    model: currentLogoModel.version,
  };
}

/** The same for an upload, which is read and let go: its other fields say what is asked. @throws AppError 422 for what is no picture */
export async function searchUploadedPicture(ctx: Ctx, file: UploadedFile): Promise<PictureAnswerView> {
  const bytes = await readPhoto(file.content);
  const question = markQuestion.safeParse(file.fields);
  if (!question.success) {
    const problems = question.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new AppError('platform.invalid-input', {}, problems);
  }
  return searchPictures(ctx, { ...question.data, picture: await readPicture(bytes) }, 'actor');
}
