import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { answerTable, rowsOfPages } from './answer-table.ts';

const rows = Array.from({ length: 501 }, (_, at) => ({ no: at + 1, name: at === 0 ? '=1+1,"x"\n' : `甲${at}` }));
const order = () => ({
  fileName: '名单',
  sheet: '名单',
  heading: ['不在 csv 中'],
  headers: ['序号', '名称'],
  batches: rowsOfPages(
    async ({ page, pageSize }) => ({ items: rows.slice((page - 1) * pageSize, page * pageSize) }),
    (row) => [row.no, row.name],
  ),
});

it('writes csv row by row, quoted, and no text as a formula', async () => {
  const { fileName, content } = answerTable(order(), 'csv');
  // As bytes: a text reader drops the mark of order.
  const whole = (await buffer(content as NodeJS.ReadableStream & AsyncIterable<Buffer>)).toString('utf8');
  expect(fileName).toBe('名单.csv');
  expect(whole.startsWith('\uFEFF序号,名称\r\n1,"\'=1+1,""x""\n"\r\n2,甲1\r\n')).toBe(true);
  expect(whole.endsWith('\r\n501,甲500\r\n')).toBe(true);
});

it('writes a workbook under its own name', () => {
  expect(answerTable(order(), 'xlsx')).toMatchObject({
    fileName: '名单.xlsx',
    mediaType: expect.stringContaining('sheet'),
  });
});
