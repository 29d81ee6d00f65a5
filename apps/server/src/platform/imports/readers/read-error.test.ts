import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTable } from './open-table.ts';
import { asReadError, READ_ERROR_CODES, ReadError } from './read-error.ts';
import { writeZip } from './testing/zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'jince-errors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ReadError', () => {
  it.each(READ_ERROR_CODES)('%s says in Chinese and English what happened and what to do', (code) => {
    const params = {
      fileName: '清单.xlsx',
      detail: 'd',
      actualMb: 600,
      limitMb: 512,
      limit: 5,
      actual: 9,
      entry: 'e.zip',
      root: 'r',
      sheet: '',
    };
    const { zh, en } = new ReadError(code, params).sentence;
    expect(zh).toMatch(/清单\.xlsx/);
    expect(en).toMatch(/清单\.xlsx/);
    expect(zh).toMatch(/请|可导入/);
    expect(`${zh}${en}`).not.toMatch(/undefined|NaN/);
  });

  it('lets aborts and failures of the system through', () => {
    const abort = new DOMException('stopped', 'AbortError');
    expect(asReadError(abort, 'x')).toBe(abort);
    const disk = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    expect(asReadError(disk, 'x')).toBe(disk);
    expect(asReadError(new Error('bad deflate'), 'x')).toMatchObject({
      code: 'file.corrupt',
      params: { detail: 'bad deflate' },
    });
  });
});

describe('openTable', () => {
  it('refuses a file of 2 GB before reading it', async () => {
    const path = join(folder, 'big.csv');
    writeFileSync(path, '');
    truncateSync(path, 2 * 1024 ** 3);
    const started = performance.now();
    await expect(openTable(path, { fileName: 'big.csv' })).rejects.toMatchObject({
      code: 'file.too-large',
      params: { actualMb: 2048, limitMb: 512 },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('says of a web page without a table that no header was found', async () => {
    const path = join(folder, 'page.xls');
    writeFileSync(path, '<html><body><h1>登录已过期</h1></body></html>');
    const table = await openTable(path, { fileName: 'page.xls' });
    await expect(table.sheets()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'file.no-header' });
    await table.close();
  });

  it('is not held up by a million merges over the header', async () => {
    const merges = '<mergeCell ref="A1:XFD20"/>'.repeat(200_000);
    const path = join(folder, 'merges.xlsx');
    const { workbookParts } = await import('./testing/workbooks.ts');
    writeZip(
      path,
      workbookParts(
        `<sheetData><row r="1"><c t="str"><v>企业名称</v></c><c t="str"><v>镇</v></c></row><row r="2"><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`,
      ),
    );
    const started = performance.now();
    const table = await openTable(path, { fileName: 'merges.xlsx' });
    await expect(table.sheets()[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ReadError);
    await table.close();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
