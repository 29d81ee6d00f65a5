import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderOfficialPdf } from '../official/render-official-pdf.ts';
import { bindVolumeApart } from './bind-apart.ts';
import { bindVolume, inspectPart, type VolumePart } from './bind-volume.ts';
import { isPlainPng, pngAsPage } from './png-page.ts';
import { picture } from './testing/picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'volume-'));
const keep = (name: string, content: Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const paper = keep(
  'paper.pdf',
  renderOfficialPdf({
    paper: {
      template: 'x',
      title: '行政处罚决定书',
      head: 'none',
      mark: null,
      blocks: [{ kind: 'paragraph', text: '吴江区知识产权案件的中文字形应当保留。'.repeat(120) }],
    },
    createdAtSeconds: 1,
  }),
);

/** Text objects of a PDF that survive as glyph names in its ToUnicode maps. */
function unicodeMaps(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  let all = '';
  for (let at = text.indexOf('stream\n'); at >= 0; at = text.indexOf('stream\n', at + 7)) {
    const end = text.indexOf('endstream', at);
    try {
      all += inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
    } catch {
      all += text.slice(at + 7, end);
    }
  }
  return all;
}

describe('a volume', () => {
  it('counts the pages of a part', () => {
    expect(inspectPart(paper, 'application/pdf')).toEqual({ pages: expect.any(Number) });
    expect(inspectPart(keep('dot.png', PNG), 'image/png')).toEqual({ pages: 1 });
  });

  it('names a damaged and an encrypted part instead of failing', () => {
    expect(inspectPart(keep('bad.pdf', Buffer.from('%PDF-1.7 nothing')), 'application/pdf')).toEqual({
      refused: 'damaged',
    });
    expect(inspectPart(keep('bad.png', Buffer.from('no picture')), 'image/png')).toEqual({ refused: 'damaged' });
    const locked = Buffer.from(
      [
        '%PDF-1.4',
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
        '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
        `4 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj`,
        'trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>',
        'startxref',
        '0',
        '%%EOF',
      ].join('\n'),
    );
    expect(inspectPart(keep('locked.pdf', locked), 'application/pdf')).toEqual({ refused: 'encrypted' });
  });

  it('binds papers and pictures in order with all their pages, and keeps the Chinese glyphs', () => {
    const verdict = inspectPart(paper, 'application/pdf');
    const pages = 'pages' in verdict ? verdict.pages : 0;
    const parts: VolumePart[] = [
      { kind: 'pdf', path: paper, mediaType: 'application/pdf', title: '决定书', pages, first: 1 },
      {
        kind: 'image',
        path: keep('p.png', PNG),
        mediaType: 'image/png',
        title: '现场照片',
        pages: 1,
        first: pages + 1,
      },
    ];
    const bound = bindVolume({ title: '案卷', parts, createdAtSeconds: 1 });
    expect(bound.pages).toBe(pages + 1);
    expect(inspectPart(keep('volume.pdf', bound.content), 'application/pdf')).toEqual({ pages: pages + 1 });
    // U+77E5 知 and U+6848 案 are mapped back to text by the embedded fonts.
    expect(unicodeMaps(bound.content).toUpperCase()).toContain('77E5');
    // The outline of a reader names each part: U+51B3 U+5B9A U+4E66 决定书.
    const raw = bound.content.toString('latin1');
    expect([raw.includes('/Outlines'), raw.includes('<FEFF51B35B9A4E66>')]).toEqual([true, true]);
    expect(bindVolume({ title: '案卷', parts, createdAtSeconds: 1 }).content.equals(bound.content)).toBe(true);
  });

  it('takes a plain picture as it is packed, and leaves others to the layout', () => {
    const noise = picture({ width: 60, height: 40 });
    expect(isPlainPng(noise)).toBe(true);
    const page = keep('noise.pdf', pngAsPage(noise) as Buffer);
    expect(inspectPart(page, 'application/pdf')).toEqual({ pages: 1 });
    // The dot has an alpha channel; rows are missing; a sum is wrong.
    expect(isPlainPng(PNG)).toBe(false);
    expect(isPlainPng(picture({ width: 60, height: 40, rows: 39 }))).toBe(false);
    const broken = Buffer.from(noise);
    broken.writeUInt8(broken.readUInt8(60) ^ 1, 60);
    expect(pngAsPage(broken)).toBeUndefined();
    expect(inspectPart(keep('broken.png', broken), 'image/png')).toEqual({ refused: 'damaged' });
    const part = { kind: 'image', path: keep('noise.png', noise), mediaType: 'image/png', pages: 1, first: 1 } as const;
    const bound = bindVolume({ title: '案卷', parts: [{ ...part, title: '照片' }], createdAtSeconds: 1 });
    const rows = noise.subarray(noise.indexOf('IDAT') + 4, noise.indexOf('IEND') - 8);
    expect(bound.content.includes(rows)).toBe(true);
  });

  it('is the same from a thread of its own, and says what went wrong there', async () => {
    const part: VolumePart = { kind: 'pdf', path: paper, mediaType: 'application/pdf', title: '', pages: 1, first: 1 };
    const volume = { title: '案卷', parts: [part], createdAtSeconds: 1 };
    const apart = await bindVolumeApart(volume);
    expect(apart.pages).toBe(1);
    expect(apart.content.equals(bindVolume(volume).content)).toBe(true);
    await expect(bindVolumeApart({ ...volume, parts: [{ ...part, pages: 99 }] })).rejects.toThrow('does not exist');
  });
});
