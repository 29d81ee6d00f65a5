import { detectEncoding } from './text/detect-encoding.ts';

export type ContentKind = 'zip' | 'cfb' | 'xml' | 'html' | 'text';

export type DetectedKind = { kind: ContentKind } | { kind: 'empty' } | { kind: 'foreign'; zh: string; en: string };

const FOREIGN: { magic: Buffer; zh: string; en: string }[] = [
  { magic: Buffer.from('%PDF'), zh: 'PDF 文件', en: 'a PDF' },
  { magic: Buffer.from([0x89, 0x50, 0x4e, 0x47]), zh: '图片（PNG）', en: 'a picture (PNG)' },
  { magic: Buffer.from([0xff, 0xd8, 0xff]), zh: '图片（JPEG）', en: 'a picture (JPEG)' },
  { magic: Buffer.from('GIF8'), zh: '图片（GIF）', en: 'a picture (GIF)' },
  { magic: Buffer.from('Rar!'), zh: 'RAR 压缩包（请改用 zip）', en: 'a RAR archive (use zip)' },
  {
    magic: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    zh: '7z 压缩包（请改用 zip）',
    en: 'a 7z archive (use zip)',
  },
  { magic: Buffer.from([0x1f, 0x8b]), zh: 'gzip 压缩包（请改用 zip）', en: 'a gzip archive (use zip)' },
  { magic: Buffer.from('{\\rtf'), zh: 'RTF 文档', en: 'an RTF document' },
  { magic: Buffer.from('SQLite format 3'), zh: 'SQLite 数据库', en: 'an SQLite database' },
  { magic: Buffer.from('MZ'), zh: '可执行程序', en: 'a program' },
  { magic: Buffer.from([0x7f, 0x45, 0x4c, 0x46]), zh: '可执行程序', en: 'a program' },
  { magic: Buffer.from('PAR1'), zh: 'Parquet 文件', en: 'a Parquet file' },
];

/** What the first bytes (a few kilobytes) of a file say it is, whatever its name. */
export function detectKind(sample: Buffer): DetectedKind {
  if (sample.length === 0) return { kind: 'empty' };
  if (
    sample.length >= 4 &&
    sample[0] === 0x50 &&
    sample[1] === 0x4b &&
    (sample[2] === 3 || sample[2] === 5 || sample[2] === 7)
  )
    return { kind: 'zip' };
  if (sample.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))
    return { kind: 'cfb' };
  for (const { magic, zh, en } of FOREIGN) {
    if (sample.subarray(0, magic.length).equals(magic)) return { kind: 'foreign', zh, en };
  }
  return detectText(sample);
}

function detectText(sample: Buffer): DetectedKind {
  const detected = detectEncoding(sample);
  if (detected === undefined) return { kind: 'foreign', zh: '二进制文件', en: 'a binary file' };
  const text = new TextDecoder(detected.encoding).decode(sample).trimStart();
  if (text === '' || /^[\s\0]*$/.test(text)) return sample.length < 4096 ? { kind: 'empty' } : { kind: 'text' };
  if (/^<(?:!doctype html|html|table|head|body|meta|style)\b/i.test(text)) return { kind: 'html' };
  if (/^<\?xml/i.test(text) || /^<[a-z_][\w.:-]*[\s/>]/i.test(text) || /^<!(?:--|DOCTYPE)/i.test(text)) {
    return { kind: /<html\b/i.test(text.slice(0, 2000)) ? 'html' : 'xml' };
  }
  if (/^\{\s*"/.test(text) || /^\[\s*[{[]/.test(text)) return { kind: 'foreign', zh: 'JSON 文件', en: 'a JSON file' };
  if (/^MIME-Version:/i.test(text))
    return {
      kind: 'foreign',
      zh: '单个文件网页（MHT），请在 Excel/WPS 中另存为 xlsx',
      en: 'a web archive (MHT), save it as xlsx',
    };
  return { kind: 'text' };
}
