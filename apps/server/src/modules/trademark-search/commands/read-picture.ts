import { AppError } from '../../../platform/errors/errors.ts';
import {
  type DecodedPicture,
  decodePicture,
  PictureError,
  type PictureProblem,
} from '../../../platform/files/decode-picture.ts';

const CODES: Readonly<Record<PictureProblem, string>> = {
  empty: 'trademark-search.picture.empty',
  'too-large': 'trademark-search.picture.too-large',
  'not-a-picture': 'trademark-search.picture.not-a-picture',
  'active-content': 'trademark-search.picture.active-content',
};

/** Whatever was uploaded as points, or a refusal that says what is wrong with it. */
export async function readPicture(bytes: Buffer): Promise<DecodedPicture> {
  try {
    return await decodePicture(bytes);
  } catch (error) {
    if (error instanceof PictureError) throw new AppError(CODES[error.problem]);
    throw error;
  }
}
