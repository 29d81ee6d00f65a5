import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFonts } from './fonts.ts';
import { renderOfficialPdf } from './official/render-official-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads the faces an office puts into its folder beside the shipped ones', () => {
  const shipped = readFonts().length;
  expect(readFonts(join(folder, 'none'))).toHaveLength(shipped);
  const require = createRequire(import.meta.url);
  copyFileSync(
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    join(folder, 'office.TTF'),
  );
  writeFileSync(join(folder, 'readme.txt'), 'x');
  expect(readFonts(folder)).toHaveLength(shipped + 1);
});

it('lays out a paper even when a file of the folder is no font', () => {
  writeFileSync(join(folder, 'broken.ttf'), 'not a font');
  const paper = {
    template: 'x',
    title: 'x',
    head: 'none' as const,
    mark: null,
    blocks: [{ kind: 'paragraph' as const, text: '正文' }],
  };
  const pdf = renderOfficialPdf({ paper, fontsFolder: folder, createdAtSeconds: 1 });
  expect(pdf.toString('latin1')).toContain('NotoSerifSC');
});
