import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { openTable } from '../open-table.ts';
import { readAll } from '../testing/read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-xls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function save(bytes: string | Buffer): string {
  const path = join(folder, `${++files}.xls`);
  writeFileSync(path, bytes);
  return path;
}

function biff(sheets: Record<string, XLSX.WorkSheet>, hidden: string[] = []): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

describe('BIFF workbooks', () => {
  it('reads texts, numbers, dates, merges and several sheets', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['吴江区清单'],
      ['企业名称', '申请日', '金额', '代码'],
      ['甲公司', 44259, 12.5, '0123'],
      ['乙公司', 44260.5, 7, ''],
    ]);
    sheet['!merges'] = [XLSX.utils.decode_range('A1:D1')];
    for (const cell of ['B3', 'B4']) sheet[cell].z = 'yyyy-mm-dd';
    const path = save(
      biff({ 甲: sheet, 藏: XLSX.utils.aoa_to_sheet([['企业名称'], ['丙']]), 空: XLSX.utils.aoa_to_sheet([]) }, ['藏']),
    );
    const { table, sheets, notes } = await readAll(path);
    expect(table.kind).toBe('xls');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]!.sheet.titleLines).toEqual(['吴江区清单']);
    expect(sheets[0]!.rows).toEqual([
      { line: 3, cells: ['甲公司', '2021-03-04', '12.5', '0123'] },
      { line: 4, cells: ['乙公司', '2021-03-05 12:00:00', '7', ''] },
    ]);
    expect(notes.map((n) => n.code)).toEqual(['sheet.hidden', 'sheet.empty']);
  });

  it('streams rows twice over and in order', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`公司${i}`, `镇${i % 7}`]);
    const table = await openTable(save(biff({ 甲: XLSX.utils.aoa_to_sheet([['企业名称', '镇'], ...rows]) })), {
      fileName: 'x.xls',
    });
    for await (const sheet of table.sheets()) {
      for (const _ of [1, 2]) {
        const seen: string[][] = [];
        for await (const batch of sheet.rows()) seen.push(...batch.map((row) => row.cells));
        expect(seen).toEqual(rows);
      }
    }
    await table.close();
  });
});

describe('what is only called .xls', () => {
  it('HTML in GBK', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><head><meta charset="gbk"></head><table><tr><td>'),
      Buffer.from([0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6]),
      Buffer.from('</td><td>USCC</td></tr><tr><td>'),
      Buffer.from([0xce, 0xe2, 0xbd, 0xad]),
      Buffer.from('</td><td>913205091382596806</td></tr></table></html>'),
    ]);
    const { table, sheets } = await readAll(save(html));
    expect(table.kind).toBe('html');
    expect(sheets[0]!.rows).toEqual([{ line: 2, cells: ['吴江', '913205091382596806'] }]);
  });

  it('text separated by tabs', async () => {
    const { table, sheets } = await readAll(save('企业名称\t镇\n甲公司\t平望\n'));
    expect(table.kind).toBe('tsv');
    expect(sheets[0]!.cells).toEqual([['甲公司', '平望']]);
  });
});

describe('refusals', () => {
  const compound = (streams: Record<string, Buffer>): Buffer => {
    const container = XLSX.CFB.utils.cfb_new();
    for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(container, name, content);
    return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
  };

  it.each([
    ['file.password', compound({ '/EncryptionInfo': Buffer.alloc(200), '/EncryptedPackage': Buffer.alloc(5000) })],
    ['file.unknown-format', compound({ '/WordDocument': Buffer.alloc(5000) })],
    ['file.corrupt', compound({ '/Workbook': Buffer.alloc(5000, 7) })],
    [
      'file.corrupt',
      biff({
        甲: XLSX.utils.aoa_to_sheet([['企业名称', '镇'], ...Array.from({ length: 3000 }, () => ['甲', '乙'])]),
      }).subarray(0, 3000),
    ],
  ])('%s (%#)', async (code, bytes) => {
    await expect(readAll(save(bytes))).rejects.toMatchObject({ code });
  });

  it('a file above the limit of this format', async () => {
    const bytes = biff({ 甲: XLSX.utils.aoa_to_sheet([['企业名称'], ['甲']]) });
    await expect(readAll(save(bytes), { limits: { maxXlsBytes: 1000 } })).rejects.toMatchObject({
      code: 'file.too-large',
    });
  });

  it('a file that needs more memory than the worker may have', async () => {
    const row = `<tr>${'<td>很长的文字</td>'.repeat(10)}</tr>`;
    const path = save(`<table>${row.repeat(60_000)}</table>`);
    await expect(readAll(path, { limits: { xlsMemoryMb: 32 } })).rejects.toMatchObject({ code: 'file.memory' });
  });

  it('stops when aborted', async () => {
    const path = save(
      biff({
        甲: XLSX.utils.aoa_to_sheet([
          ['企业名称', '镇'],
          ['甲', '乙'],
        ]),
      }),
    );
    const controller = new AbortController();
    const table = await openTable(path, { fileName: 'x.xls', signal: controller.signal });
    controller.abort();
    await expect(table.sheets()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'AbortError' });
    await table.close();
  });
});

const raw = resolve(import.meta.dirname, '../../../../../../../../shared/data/patents/patentscope_raw');
const present = existsSync(raw);
if (!present) console.log(`SKIPPED: PATENTSCOPE exports are not at ${raw}`);

describe.skipIf(!present)('PATENTSCOPE exports', () => {
  it.each([
    ['patentscope_pizza_1940_2005_9659.xls', 9659],
    ['patentscope_pizza_2006_2011_8458.xls', 8458],
    ['patentscope_pizza_2012_2015_6177.xls', 6177],
  ])('%s', async (name, count) => {
    const { sheets } = await readAll(join(raw, name));
    const { sheet, rows } = sheets[0]!;
    expect(sheet.titleLines).toHaveLength(1);
    expect(sheet.titleLines[0]).toMatch(/^Query: DP:/);
    expect(sheet.header).toMatchObject({
      line: 3,
      cells: [
        'Publication Number',
        'Publication Date',
        'Title',
        'Priority Data',
        'IPC',
        'Applicants',
        'Inventors',
        'FP Image',
      ],
    });
    expect(rows).toHaveLength(count);
    expect(rows.every((row) => /^\d\d\.\d\d\.\d{4}$/.test(row.cells[1]!))).toBe(true);
  });
});
