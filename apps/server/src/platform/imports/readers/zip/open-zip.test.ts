import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAll } from '../testing/read-all.ts';
import { inlineRows, workbookParts } from '../testing/workbooks.ts';
import { writeZip, type ZipPart } from '../testing/zip-writer.ts';
import type { OpenOptions } from '../types.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-ziptest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function zip(parts: readonly ZipPart[] | Record<string, string | Buffer>): string {
  const path = join(folder, `${++files}.zip`);
  writeZip(path, parts);
  return path;
}

const read = (parts: readonly ZipPart[] | Record<string, string | Buffer>, options: Partial<OpenOptions> = {}) =>
  readAll(zip(parts), options);
const CSV = '企业名称,镇\n甲公司,平望\n';
const workbook = () =>
  readFile(
    zip(
      workbookParts(
        inlineRows([
          ['企业名称', '镇'],
          ['乙公司', '震泽'],
        ]),
      ),
    ),
  );
const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jince-zip-')).length;

describe('archives', () => {
  it('reads csv, tsv, xlsx and html tables inside, and cleans up', async () => {
    const before = temporary();
    const { table, sheets, notes } = await read({
      'a/甲.csv': CSV,
      'b.txt': '企业名称\t镇\n丙公司\t盛泽\n',
      'c.xlsx': await workbook(),
      'd.xls': '<table><tr><td>企业名称</td><td>镇</td></tr><tr><td>丁公司</td><td>桃源</td></tr></table>',
      '__MACOSX/a/._甲.csv': Buffer.from([0, 5, 22, 7]),
      '说明.pdf': '%PDF-1.4',
      'e.csv': '1,2\n3,4\n',
    });
    expect(table.kind).toBe('zip');
    expect(sheets.map((s) => [s.sheet.name, s.cells[0]![0]])).toEqual([
      ['a/甲.csv', '甲公司'],
      ['b.txt', '丙公司'],
      ['c.xlsx › 表一', '乙公司'],
      ['d.xls › Sheet1', '丁公司'],
    ]);
    expect(notes.map((n) => [n.code, n.name])).toEqual([
      ['entry.ignored', '说明.pdf'],
      ['entry.unreadable', 'e.csv'],
    ]);
    expect(temporary()).toBe(before);
  });

  it('reads names in GBK', async () => {
    const { sheets } = await read([
      { name: Buffer.from([0xce, 0xe2, 0xbd, 0xad, 0x2e, 0x63, 0x73, 0x76]), content: CSV },
    ]);
    expect(sheets[0]!.sheet.name).toBe('吴江.csv');
  });

  it('takes path tricks out of names', async () => {
    const { sheets } = await read([
      { name: '../../etc/x.csv', content: CSV },
      { name: 'C:\\temp\\y.csv', content: CSV },
    ]);
    expect(sheets.map((s) => s.sheet.name)).toEqual(['etc/x.csv', 'temp/y.csv']);
  });

  it('joins XML documents of one kind to one sheet and says which file a row is from', async () => {
    const xml = (n: number) =>
      `<?xml version="1.0"?><cn-patent-document><application-reference><document-id><doc-number>${n}</doc-number></document-id></application-reference></cn-patent-document>`;
    const { sheets } = await read({ 'x/1.xml': xml(1), 'x/2.xml': xml(2), '3.csv': CSV, '4.xml': '<rss/>' });
    expect(sheets.map((s) => s.sheet.name)).toEqual(['3.csv', 'XML（2）']);
    expect(sheets[1]!.rows.map((row) => [row.part, row.cells[0]])).toEqual([
      ['x/1.xml', '1'],
      ['x/2.xml', '2'],
    ]);
  });
});

describe('refusals', () => {
  it('a zip inside a zip', async () => {
    const inner = await readFile(zip({ 'a.csv': CSV }));
    const error = await read({ 'inner.zip': inner }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'file.nested-zip', params: { entry: 'inner.zip' } });
  });

  it('a password', async () => {
    await expect(read([{ name: 'a.csv', content: CSV, encrypted: true }])).rejects.toMatchObject({
      code: 'file.password',
    });
  });

  it('a bomb by its ratio, by its declared size, by a size that lies, by its number of entries', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024, 'a');
    await expect(read({ 'a.csv': zeros })).rejects.toMatchObject({ code: 'file.zip-bomb' });
    await expect(read({ 'a.csv': CSV.repeat(1000) }, { limits: { maxUncompressedBytes: 1000 } })).rejects.toMatchObject(
      { code: 'file.zip-bomb' },
    );
    await expect(read([{ name: 'a.csv', content: CSV.repeat(1000), declaredBytes: 100 }])).rejects.toMatchObject({
      code: 'file.zip-bomb',
    });
    const many = Array.from({ length: 50 }, (_, i) => ({ name: `${i}.csv`, content: CSV }));
    await expect(read(many, { limits: { maxEntries: 20 } })).rejects.toMatchObject({ code: 'file.zip-bomb' });
  });

  it('a bomb inside a workbook', async () => {
    const parts = workbookParts(`<sheetData>${' '.repeat(60 * 1024 * 1024)}</sheetData>`);
    await expect(read(parts)).rejects.toMatchObject({ code: 'file.zip-bomb' });
  });

  it('damage: a cut file, a flipped byte', async () => {
    const path = zip([{ name: 'a.csv', content: `${CSV}${'乙公司,震泽\n'.repeat(3000)}`, store: true }]);
    const bytes = await readFile(path);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path, bytes.subarray(0, bytes.length - 30));
    await expect(readAll(path)).rejects.toMatchObject({ code: 'file.corrupt' });
    bytes[20_000] = bytes[20_000]! ^ 0x20;
    writeFileSync(path, bytes);
    await expect(readAll(path)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('documents that are zip files too', async () => {
    const error = await read({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<t/>' }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'file.unknown-format', params: { found: 'Word 文档' } });
    await expect(
      read({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
    ).rejects.toMatchObject({ code: 'file.unknown-format' });
    await expect(read({ 'a.pdf': '%PDF-1.4' })).rejects.toMatchObject({ code: 'file.no-header' });
  });
});
