import sharp from 'sharp';

/** Points of a picture, four bytes each (red, green, blue, alpha). */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type PictureProblem = 'empty' | 'too-large' | 'not-a-picture' | 'active-content';

/** Why a file cannot be taken as a picture. */
export class PictureError extends Error {
  override name = 'PictureError';
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem) {
    super(PROBLEMS[problem]);
    this.problem = problem;
  }
}

const PROBLEMS: Readonly<Record<PictureProblem, string>> = {
  empty: '文件是空的',
  'too-large': '图片过大（超过25 MB或者4000万像素），请缩小后再试',
  'not-a-picture': '不是能识别的图片（支持 PNG、JPEG、WebP、GIF、TIFF、SVG）',
  'active-content': 'SVG 含有脚本或者外部引用，不予读取',
};

export const MOST_PICTURE_BYTES = 25 * 1024 * 1024;
const MOST_POINTS = 40_000_000;
const READ_SIZE = 640;
const HEAD_BYTES = 200;
const FORMATS = new Set(['png', 'jpeg', 'webp', 'gif', 'tiff', 'svg', 'heif', 'jp2k']);
/** Parts of an SVG that run, read other files or grow without bound. */
const ACTIVE =
  /<\s*script|<!ENTITY|<\s*foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*["']\s*(?!#)|url\(\s*["']?(?!#)|@import/i;

/** A drawing as text, before anything reads it as one; packed drawings (svgz) hide what is in them and are not taken. */
function refuseActive(bytes: Buffer): void {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new PictureError('not-a-picture');
  if (
    !/^\s*(?:<\?xml|<!|<svg)/i.test(
      bytes
        .subarray(0, HEAD_BYTES)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  )
    return;
  if (ACTIVE.test(bytes.toString('utf8'))) throw new PictureError('active-content');
}

/**
 * Decodes a picture of whatever kind to at most 640 points on its longer side: the first of several frames, turned as the
 * camera said, in sRGB also from CMYK. Points are counted before they are unpacked.
 * @throws PictureError with a Chinese sentence
 */
export async function decodePicture(bytes: Buffer): Promise<DecodedPicture> {
  if (bytes.length === 0) throw new PictureError('empty');
  if (bytes.length > MOST_PICTURE_BYTES) throw new PictureError('too-large');
  refuseActive(bytes);
  try {
    const open = () => sharp(bytes, { limitInputPixels: MOST_POINTS, pages: 1, failOn: 'error' });
    const { format, width, height } = await open().metadata();
    if (format === undefined || !FORMATS.has(format)) throw new PictureError('not-a-picture');
    if ((width ?? 0) * (height ?? 0) > MOST_POINTS) throw new PictureError('too-large');
    if (format === 'svg' && ACTIVE.test(bytes.toString('utf8'))) throw new PictureError('active-content');
    const { data, info } = await open()
      .rotate()
      .toColourspace('srgb')
      .resize(READ_SIZE, READ_SIZE, { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch (error) {
    if (error instanceof PictureError) throw error;
    // libvips says in words only what stopped it.
    throw new PictureError(/pixel limit|too large|exceeds/i.test(String(error)) ? 'too-large' : 'not-a-picture');
  }
}
