import type { Readable } from 'node:stream';
import { FileTooLarge } from './file-store.ts';
import { MOST_PHOTO_BYTES } from './photo-type.ts';

/** A photo as it comes in. @throws FileTooLarge beyond what a photo may hold; the rest is read and let go */
export async function readPhoto(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MOST_PHOTO_BYTES) parts.push(part);
  }
  if (size > MOST_PHOTO_BYTES) throw new FileTooLarge(MOST_PHOTO_BYTES);
  return Buffer.concat(parts);
}

/** What a photo is called, without folders. */
export const photoName = (fileName: string): string =>
  fileName
    .replace(/^.*[\\/]/, '')
    .replaceAll('\0', '')
    .slice(0, 120) || '照片';
