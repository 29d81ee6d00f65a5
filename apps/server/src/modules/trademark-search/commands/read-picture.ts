import { AppError } from '../../../platform/errors/errors.ts';
import { type DecodedPicture, decodePicture, PictureError } from '../../../platform/files/decode-picture.ts';

/** Whatever was uploaded as points, or a refusal that says what is wrong with it. */
export async function readPicture(bytes: Buffer): Promise<DecodedPicture> {
  try {
    return await decodePicture(bytes);
  } catch (error) {
    if (error instanceof PictureError) throw new AppError(`trademark-search.picture.${error.problem}`);
    throw error;
  }
}
