import sharp from 'sharp';
import type { DecodedPicture } from './decode-picture.ts';

/** Points as a PNG: nothing of the file they came from is left but what is seen. */
export const encodePicture = ({ data, width, height }: DecodedPicture): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
