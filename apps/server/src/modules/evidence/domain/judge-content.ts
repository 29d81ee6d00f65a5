import { judgePaper, type PaperVerdict } from '../../../platform/procedures/domain/refuse-document.ts';

/** What is read of a file to judge it: EXIF of cameras stands within. */
export const HEAD_BYTES = 256 * 1024;

const ascii = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to);

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** Sound and moving pictures by their first bytes. */
function recordingType(head: Buffer): string | undefined {
  if (ascii(head, 4, 8) === 'ftyp') {
    const brand = ascii(head, 8, 12);
    if (/^qt/.test(brand)) return 'video/quicktime';
    if (/^M4A/.test(brand)) return 'audio/mp4';
    if (/^(heic|heix|mif1|avif)/.test(brand)) return undefined;
    return 'video/mp4';
  }
  if (head.subarray(0, 4).equals(EBML)) return 'video/webm';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'AVI ') return 'video/x-msvideo';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WAVE') return 'audio/wav';
  if (ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf2)) return 'audio/mpeg';
  if (ascii(head, 0, 5) === '#!AMR') return 'audio/amr';
  return undefined;
}

const TEXTS: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  log: 'text/plain',
  json: 'application/json',
  eml: 'message/rfc822',
  // Kept as text: a snapshot of a page is evidence, and it is never shown as a page.
  html: 'text/plain',
  htm: 'text/plain',
  mht: 'text/plain',
  mhtml: 'text/plain',
};

/** Plain text has no bytes that text never has. */
const looksLikeText = (head: Buffer) =>
  !head.subarray(0, 8192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

const refuse = (zh: string, en: string): PaperVerdict => ({ ok: false, why: { zh, en } });

/**
 * Whether a file may be kept as evidence, and its media type, by its content; what it is called only decides between kinds
 * of plain text.
 * @param head the first {@link HEAD_BYTES}
 * @param names names of the entries when it is a zip container
 */
export function judgeContent(fileName: string, head: Buffer, names: readonly string[]): PaperVerdict {
  const recording = recordingType(head);
  if (recording !== undefined) return { ok: true, mediaType: recording };
  if (ascii(head, 4, 8) === 'ftyp')
    return refuse('HEIC 照片请在手机设置中改用兼容格式（JPEG）拍摄后上传', 'set the phone to JPEG; HEIC is not taken');
  const paper = judgePaper(fileName, head, names);
  if (paper.ok) return paper;
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const text = TEXTS[ending];
  // A program or a virus test was refused for what it is, whatever its name.
  const harmful = /病毒|可执行|宏/.test(paper.why.zh);
  if (!harmful && text !== undefined && looksLikeText(head)) return { ok: true, mediaType: text };
  if (harmful || names.length > 0 || ascii(head, 0, 4) === 'PK\u0003\u0004') return paper;
  return refuse(
    '只收图片（JPEG、PNG、WebP）、音视频、PDF、docx、xlsx、OFD 和文本',
    'only pictures, recordings, PDF, docx, xlsx, OFD and text are taken',
  );
}
