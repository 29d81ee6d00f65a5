import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { drawLogo, NEAR_MARKS, randomOf, toSvg } from '@jince/trademark-similarity/drawings';
import type { Ctx } from '../../../platform/context/context.ts';
import { decodePicture } from '../../../platform/files/decode-picture.ts';
import { encodePicture } from '../../../platform/files/encode-picture.ts';
import { streamZip } from '../../evidence/index.ts';
import { keepMarkPicture } from '../../trademark-search/index.ts';
import type { DemoMark } from './demo-listings.ts';

const SEED = 31;

const pngOf = async (svg: string): Promise<Buffer> => encodePicture(await decodePicture(Buffer.from(svg)));

/** Invented logos of the marks, kept as their pictures, and a PNG that imitates each, by number. */
export async function keepDemoLogos(ctx: Ctx, marks: readonly DemoMark[]): Promise<Buffer[]> {
  const random = randomOf(SEED);
  const imitations: Buffer[] = [];
  for (const [at, { no }] of marks.entries()) {
    const logo = drawLogo(random);
    await keepMarkPicture(
      ctx,
      { country: 'CN', registrationNo: no },
      {
        fileName: `图样-${no}.svg`,
        mediaType: 'image/svg+xml',
        content: Readable.from([Buffer.from(toSvg(logo))]),
        fields: {},
      },
    );
    const way = at % 2 === 0 ? 'turned' : 'mirrored';
    imitations.push(await pngOf(NEAR_MARKS[way]?.(logo, random) ?? toSvg(logo)));
  }
  return imitations;
}

/** A list and what stands beside it as one archive. */
export async function writeArchive(path: string, parts: Readonly<Record<string, string | Buffer>>): Promise<void> {
  const sources = Object.entries(parts).map(([name, content]) => {
    const bytes = Buffer.from(content as string);
    return { name, size: bytes.length, crc: crc32(bytes), open: () => Readable.from([bytes]) };
  });
  await pipeline(Readable.from(streamZip(sources, () => Promise.resolve())), createWriteStream(path));
}
