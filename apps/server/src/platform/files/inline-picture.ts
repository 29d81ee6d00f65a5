import sharp from 'sharp';
import type { DecodedPicture } from './decode-picture.ts';

const SIZE = 320;
const QUALITY = 80;

/** A small copy of a picture as an address that carries it, for pages that may ask for nothing else: see `inlinePictures`. */
export async function inlinePicture({ data, width, height }: DecodedPicture): Promise<string> {
  const small = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(SIZE, SIZE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return `data:image/jpeg;base64,${small.toString('base64')}`;
}
