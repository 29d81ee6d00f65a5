import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readAll } from '../testing/read-all.ts';
import { inlineRows, workbookParts } from '../testing/workbooks.ts';
import { writeZip } from '../testing/zip-writer.ts';
import type { OpenOptions } from '../types.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

async function readBook(fill: (book: ExcelJS.Workbook) => void, options: Partial<OpenOptions> = {}) {
  const book = new ExcelJS.Workbook();
  fill(book);
  const path = join(folder, `${++files}.xlsx`);
  await book.xlsx.writeFile(path);
  return readAll(path, options);
}

async function readParts(parts: Record<string, string>, options: Partial<OpenOptions> = {}) {
  const path = join(folder, `${++files}.xlsx`);
  writeZip(path, parts);
  return readAll(path, options);
}

describe('cells', () => {
  it('reads texts, numbers, dates, booleans and results of formulas', async () => {
    const { sheets, table } = await readBook((book) => {
      const sheet = book.addWorksheet('甲');
      sheet.addRow(['申请号', '申请日', '金额', '比例', '是否', '公式', '代码', '文本']);
      const row = sheet.addRow([
        '0123',
        new Date(Date.UTC(2021, 2, 4)),
        1234.5,
        0.7,
        true,
        { formula: 'C2*2', result: 2469 },
        1234,
        { richText: [{ text: '吴' }, { text: '江' }] },
      ]);
      row.getCell(2).numFmt = 'yyyy"年"m"月"d"日"';
      row.getCell(4).numFmt = '0%';
      row.getCell(7).numFmt = '000000';
      const second = sheet.addRow([20211234567, new Date(Date.UTC(2021, 2, 4, 13, 5, 9)), 0.1 + 0.2, 12]);
      second.getCell(2).numFmt = 'yyyy-mm-dd hh:mm:ss';
    });
    expect(table.kind).toBe('xlsx');
    expect(sheets[0]!.rows).toEqual([
      { line: 2, cells: ['0123', '2021-03-04', '1234.5', '70%', 'TRUE', '2469', '001234', '吴江'] },
      { line: 3, cells: ['20211234567', '2021-03-04 13:05:09', '0.3', '12', '', '', '', ''] },
    ]);
  });

  it('reads dates of the 1904 system', async () => {
    const { sheets } = await readBook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('甲');
      sheet.addRow(['申请号', '申请日']);
      sheet.addRow(['1', new Date(Date.UTC(2021, 2, 4))]).getCell(2).numFmt = 'yyyy-mm-dd';
    });
    expect(sheets[0]!.cells).toEqual([['1', '2021-03-04']]);
  });

  it('leaves errors and formulas without result empty, with a problem', async () => {
    const { sheets } = await readBook((book) => {
      const sheet = book.addWorksheet('甲');
      sheet.addRow(['申请号', '申请人', '镇']);
      sheet.addRow(['1', { error: '#N/A' }, '平望']);
      sheet.addRow(['2', { formula: 'A1&A2' }, '震泽']);
      sheet.addRow(['3', { formula: 'A1&A2', result: { error: '#REF!' } }, '盛泽']);
    });
    const rows = sheets[0]!.rows;
    expect(rows.map((row) => row.cells[1])).toEqual(['', '', '']);
    expect(rows.map((row) => [row.problem?.code, row.problem?.severity, row.problem?.column])).toEqual([
      ['row.error-value', 'warning', 1],
      ['row.formula-without-value', 'error', 1],
      ['row.error-value', 'warning', 1],
    ]);
    expect(rows[1]!.problem!.message.zh).toContain('B3');
  });

  it('keeps long numbers and flags digits that Excel has lost', async () => {
    const cells = ['202110000001', '2.0211E+11', '913205091382596806', '9.1320509138259597E+17', '1.0', '-5', '1E-3'];
    const rows = cells
      .map((v, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${v}</v></c><c r="B${i + 2}" t="str"><v>甲</v></c></row>`)
      .join('');
    const header =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>申请号</t></is></c><c r="B1" t="inlineStr"><is><t>申请人</t></is></c></row>';
    const { sheets } = await readParts(workbookParts(`<sheetData>${header}${rows}</sheetData>`));
    expect(sheets[0]!.rows.map((row) => [row.cells[0], row.problem?.severity])).toEqual([
      ['202110000001', undefined],
      ['202110000000', undefined],
      ['913205091382596806', 'warning'],
      ['913205091382595968', 'error'],
      ['1', undefined],
      ['-5', undefined],
      ['0.001', undefined],
    ]);
  });

  it('leaves phonetic runs out, decodes escapes and reports missing shared strings', async () => {
    const strings =
      '<sst><si><r><t>吴</t></r><r><t xml:space="preserve">江 </t></r><rPh sb="0" eb="1"><t>wu</t></rPh></si><si><t>甲_x000D_\n乙</t></si></sst>';
    const data =
      '<row r="1"><c t="inlineStr"><is><t>申请号</t></is></c><c t="inlineStr"><is><t>申请人</t></is></c></row><row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="3"><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>';
    const { sheets } = await readParts(
      workbookParts(`<sheetData>${data}</sheetData>`, { 'xl/sharedStrings.xml': strings }),
    );
    expect(sheets[0]!.rows[0]).toEqual({ line: 2, cells: ['吴江 ', '甲\n乙'] });
    expect(sheets[0]!.rows[1]).toMatchObject({ cells: ['吴江 ', ''], problem: { code: 'row.bad-reference' } });
  });

  it('reads prefixed elements, missing references and gaps', async () => {
    const data =
      '<x:sheetData><x:row><x:c t="str"><x:v>申请号</x:v></x:c><x:c r="C1" t="str"><x:v>申请人</x:v></x:c></x:row><x:row r="5"><x:c r="C5"><x:v>7</x:v></x:c></x:row></x:sheetData>';
    const { sheets } = await readParts(workbookParts(data));
    expect(sheets[0]!.sheet.header.cells).toEqual(['申请号', '', '申请人']);
    expect(sheets[0]!.rows).toEqual([{ line: 5, cells: ['', '', '7'] }]);
  });
});

describe('sheets', () => {
  it('reads several in order and mentions hidden, empty and tableless ones', async () => {
    const { sheets, notes } = await readBook((book) => {
      book.addWorksheet('空');
      book.addWorksheet('乙').addRows([
        ['企业名称', '镇'],
        ['乙公司', '平望'],
      ]);
      book.addWorksheet('藏', { state: 'hidden' }).addRows([
        ['企业名称', '镇'],
        ['丙公司', '平望'],
      ]);
      book.addWorksheet('数').addRows([
        [1, 2],
        [3, 4],
      ]);
      book.addWorksheet('甲').addRows([
        ['企业名称', '镇'],
        ['甲公司', '震泽'],
      ]);
    });
    expect(sheets.map((s) => [s.sheet.name, s.cells[0]![0]])).toEqual([
      ['乙', '乙公司'],
      ['甲', '甲公司'],
    ]);
    expect(notes.map((n) => [n.code, n.name])).toEqual([
      ['sheet.empty', '空'],
      ['sheet.hidden', '藏'],
      ['sheet.no-table', '数'],
    ]);
  });

  it('refuses a workbook without any table', async () => {
    await expect(
      readBook(
        (book) =>
          void book.addWorksheet('数').addRows([
            [1, 2],
            [3, 4],
          ]),
      ),
    ).rejects.toMatchObject({ code: 'file.no-header' });
    await expect(readBook((book) => void book.addWorksheet('空'))).rejects.toMatchObject({ code: 'file.empty' });
  });

  it('spreads merged cells: over the header in both directions, in the body downwards', async () => {
    const { sheets } = await readBook((book) => {
      const sheet = book.addWorksheet('甲');
      sheet.addRows([
        ['吴江区清单'],
        ['镇', '申请人', null, '申请号'],
        [null, '名称', '地址', null],
        ['平望', '甲公司', '一号', '1'],
        [null, '乙公司', '二号', '2'],
        ['震泽', '丙公司', '三号', '3'],
        [null, null, '四号', '4'],
      ]);
      for (const range of ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'A4:A5', 'A6:B7']) sheet.mergeCells(range);
    });
    const { sheet, cells } = sheets[0]!;
    expect(sheet.titleLines).toEqual(['吴江区清单']);
    expect(sheet.header).toMatchObject({
      firstLine: 2,
      line: 3,
      cells: ['镇', '申请人 名称', '申请人 地址', '申请号'],
    });
    expect(cells).toEqual([
      ['平望', '甲公司', '一号', '1'],
      ['平望', '乙公司', '二号', '2'],
      ['震泽', '', '三号', '3'],
      ['震泽', '', '四号', '4'],
    ]);
  });

  it('takes remarks beside the table for a warning', async () => {
    const { sheets } = await readBook(
      (book) =>
        void book.addWorksheet('甲').addRows([
          ['企业名称', '镇'],
          ['甲公司', '平望', null, '待核实'],
        ]),
    );
    expect(sheets[0]!.rows[0]).toMatchObject({
      cells: ['甲公司', '平望'],
      problem: { code: 'row.too-many-cells', severity: 'warning', params: { extra: '待核实', actual: 4 } },
    });
  });

  it('reads 1,024 columns, refuses 16,000, and bears a lone cell in the last column', async () => {
    const wide = (n: number) =>
      inlineRows([Array.from({ length: n }, (_, i) => `列${i}`), Array.from({ length: n }, (_, i) => `值${i}`)]);
    const { sheets } = await readParts(workbookParts(wide(1024)));
    expect(sheets[0]!.cells[0]![1023]).toBe('值1023');
    await expect(readParts(workbookParts(wide(16_000)))).rejects.toMatchObject({
      code: 'file.too-many-columns',
      params: { actual: 16_000, sheet: '表一' },
    });
    const lone = workbookParts(
      '<sheetData><row r="1"><c t="str"><v>企业名称</v></c><c t="str"><v>镇</v></c></row><row r="2"><c t="str"><v>甲</v></c><c r="XFD2" t="str"><v>注</v></c></row></sheetData>',
    );
    expect((await readParts(lone)).sheets[0]!.rows[0]).toMatchObject({
      cells: ['甲', ''],
      problem: { params: { actual: 16_384 } },
    });
  });

  it('reads every sheet a second time', async () => {
    const path = join(folder, 'twice.xlsx');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('甲').addRows([
      ['企业名称', '镇'],
      ['甲公司', '平望'],
    ]);
    await book.xlsx.writeFile(path);
    const first = await readAll(path);
    const again = await readAll(path);
    expect(again.sheets[0]!.cells).toEqual(first.sheets[0]!.cells);
  });
});

describe('shared strings', () => {
  it('spill to a file above the limit and read the same', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => [`第${i}号${'长'.repeat(i % 50)}`, `镇${i % 7}`]);
    const fill = (book: ExcelJS.Workbook) => void book.addWorksheet('甲').addRows([['企业名称', '镇'], ...rows]);
    const { sheets } = await readBook(fill, { limits: { maxSharedStringChars: 1000 } });
    expect(sheets[0]!.cells).toEqual(rows);
  });
});

describe('refusals', () => {
  it('says that a workbook is damaged', async () => {
    await expect(readParts(workbookParts('<sheetData><row><c>'))).rejects.toMatchObject({ code: 'file.corrupt' });
    const rest = workbookParts('');
    delete rest['xl/workbook.xml'];
    await expect(readParts(rest)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('refuses entity definitions', async () => {
    const parts = workbookParts('');
    parts['xl/worksheets/sheet1.xml'] =
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>';
    await expect(readParts(parts)).rejects.toMatchObject({ code: 'file.xml-entities' });
  });
});

describe('round trip', () => {
  const text = fc
    .string({ unit: fc.constantFrom('吴', '江', 'a', ' ', '<', '&', '"', '1', '（', '𠮷'), minLength: 1, maxLength: 8 })
    .filter((t) => t.trim() !== '');
  const date = fc
    .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((d) => new Date(Math.floor(d.getTime() / 86_400_000) * 86_400_000));
  it('returns what exceljs wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.integer({ min: -1e12, max: 1e12 }), date, fc.boolean()), {
          minLength: 1,
          maxLength: 20,
        }),
        async (table) => {
          const { sheets } = await readBook((book) => {
            const sheet = book.addWorksheet('甲');
            sheet.addRow(['发明名称', '申请号', '申请日', '是否']);
            for (const row of table) sheet.addRow(row).getCell(3).numFmt = 'yyyy/m/d';
          });
          expect(sheets[0]!.cells).toEqual(
            table.map(([t, n, d, b]) => [t, String(n), d.toISOString().slice(0, 10), b ? 'TRUE' : 'FALSE']),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
