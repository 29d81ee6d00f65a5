import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const COLOUR = 2;
const PALETTE = 3;
const CHANNELS: Readonly<Record<number, number>> = { [GREY]: 1, [COLOUR]: 3, [PALETTE]: 1 };
/** What a reader would have to work into the colours: such pictures are left to the layout. */
const COLOUR_CHUNKS = new Set(['tRNS', 'iCCP', 'acTL']);
/** Longest side of a page by the format. */
const MOST_POINTS = 14_400;

interface Png {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly palette: Buffer;
  readonly data: Buffer;
}

/** Chunks of a PNG, each with its sum checked; undefined where one is wrong. */
function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly body: Buffer }[] | undefined {
  const chunks: { type: string; body: Buffer }[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined;
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, body: bytes.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

/** Whether the packed rows are all there. */
function isWhole({ width, height, bits, type, data }: Png): boolean {
  const length = (Math.ceil((width * bits * (CHANNELS[type] as number)) / 8) + 1) * height;
  try {
    return inflateSync(data, { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

function readPng(bytes: Buffer): Png | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (chunks === undefined || head?.type !== 'IHDR' || head.body.length !== 13) return undefined;
  const [bits, type, interlaced] = [head.body.readUInt8(8), head.body.readUInt8(9), head.body.readUInt8(12)];
  if (CHANNELS[type] === undefined || interlaced !== 0 || chunks.some((one) => COLOUR_CHUNKS.has(one.type)))
    return undefined;
  const of = (wanted: string) => Buffer.concat(chunks.filter((one) => one.type === wanted).map(({ body }) => body));
  const png = {
    width: head.body.readUInt32BE(0),
    height: head.body.readUInt32BE(4),
    bits,
    type,
    palette: of('PLTE'),
    data: of('IDAT'),
  };
  if (png.width === 0 || png.height === 0 || (type === PALETTE && png.palette.length === 0)) return undefined;
  return png;
}

const colourSpace = ({ type, palette }: Png): string =>
  type === PALETTE
    ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
    : type === COLOUR
      ? '/DeviceRGB'
      : '/DeviceGray';

/** Whether {@link pngAsPage} takes the picture, and all its rows are there. */
export function isPlainPng(bytes: Buffer): boolean {
  const png = readPng(bytes);
  return png !== undefined && isWhole(png);
}

/**
 * A plain PNG as a PDF of one page that holds its packed rows as they are (ISO 32000-1, 7.4.4.4: predictors of PNG), so that
 * binding neither unpacks nor packs it again. Undefined for pictures with transparency, profiles or interlacing, and for damaged ones.
 * That every row is there is {@link isPlainPng}'s to say.
 */
export function pngAsPage(bytes: Buffer): Buffer | undefined {
  const png = readPng(bytes);
  if (png === undefined) return undefined;
  const { width, height, bits, data } = png;
  const scale = Math.min(1, MOST_POINTS / Math.max(width, height));
  const [w, h] = [(width * scale).toFixed(3), (height * scale).toFixed(3)];
  const drawing = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
  const parms = `<</Predictor 15/Colors ${CHANNELS[png.type]}/BitsPerComponent ${bits}/Columns ${width}>>`;
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace ${colourSpace(png)}/BitsPerComponent ${bits}/Filter/FlateDecode/DecodeParms ${parms}/Length ${data.length}>>`;
  const objects: readonly (string | readonly [string, Buffer])[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>`,
    [`<</Length ${drawing.length}>>`, Buffer.from(drawing, 'latin1')],
    [image, data],
  ];
  return writePdf(objects);
}

function writePdf(objects: readonly (string | readonly [string, Buffer])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const starts: number[] = [];
  let length = (parts[0] as Buffer).length;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, object] of objects.entries()) {
    starts.push(length);
    const [dictionary, stream] = typeof object === 'string' ? [object, undefined] : object;
    add(Buffer.from(`${at + 1} 0 obj\n${dictionary}\n`, 'latin1'));
    if (stream !== undefined)
      for (const part of [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]) add(part);
    add(Buffer.from('endobj\n'));
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(tail, 'latin1'));
  return Buffer.concat(parts);
}
