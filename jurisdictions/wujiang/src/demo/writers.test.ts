import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCsv } from './csv-writer.ts';
import { addMonths, addYears, chineseDate, dayOf, isoOf, slashDate } from './days.ts';
import { encodeGbk } from './gbk-encoder.ts';
import { permutation, Rng } from './random.ts';
import { interpolate, Timeline } from './timeline.ts';
import { columnName, openXlsx, type TextStyle } from './xlsx-writer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jince-demo-writers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each<TextStyle>(['shared', 'inline'])('a workbook with %s texts reads back as it was written', async (style) => {
  const path = join(folder, `${style}.xlsx`);
  const book = await openXlsx(path, style);
  const first = await book.sheet('名单', ['A1:C1']);
  await first.row(['标题 <演示> & "引号"']);
  await first.row(['名称', '数量', '日期']);
  await first.row([' 前后空格 ', 12.5, { day: dayOf('2026-11-20') }]);
  await first.row([null, '', undefined, '第四列']);
  await first.close();
  const second = await book.sheet('第二页');
  for (let i = 0; i < 20_000; i++) {
    const waiting = second.row([`第 ${i} 行`, i, '重复的文字'.repeat(8)]);
    if (waiting) await waiting;
  }
  await second.close();
  await book.close();

  const read = new exceljs.Workbook();
  await read.xlsx.readFile(path);
  expect(read.worksheets.map((sheet) => sheet.name)).toEqual(['名单', '第二页']);
  const sheet = read.getWorksheet('名单');
  expect(sheet?.getCell('A1').value).toBe('标题 <演示> & "引号"');
  expect(sheet?.getCell('B1').isMerged).toBe(true);
  expect(sheet?.getCell('A3').value).toBe(' 前后空格 ');
  expect(sheet?.getCell('B3').value).toBe(12.5);
  expect(sheet?.getCell('C3').value).toEqual(new Date('2026-11-20T00:00:00Z'));
  expect(sheet?.getCell('D4').value).toBe('第四列');
  expect(read.getWorksheet('第二页')?.rowCount).toBe(20_000);
  expect(read.getWorksheet('第二页')?.getCell('A20000').value).toBe('第 19999 行');
});

test('column names run on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('csv: quotes, byte order mark, GBK', async () => {
  const bom = join(folder, 'bom.csv');
  const out = await openCsv(bom, 'utf-8-bom');
  await out.row(['含,逗号', '含"引号"', '换\n行', 7, null, { day: 0 }]);
  await out.close();
  expect(await readFile(bom, 'utf8')).toBe('\uFEFF"含,逗号","含""引号""","换\n行",7,,1970-01-01\r\n');

  const text = '北厍，八坼，莘塔　全角空格（盛泽）ABC';
  const bytes = encodeGbk(text);
  expect(new TextDecoder('gb18030').decode(bytes)).toBe(text);
  expect([...encodeGbk('　')]).toEqual([0xa1, 0xa1]);
  expect(() => encodeGbk('🧵')).toThrow(RangeError);
});

test('random numbers repeat for the same record and differ between records', () => {
  const draw = (index: number) =>
    Array.from(
      { length: 5 },
      (
        (rng) => () =>
          rng.next()
      )(new Rng(1, 'x', index)),
    );
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
  const many = Array.from({ length: 20_000 }, (_, i) => new Rng(9, 'mean', i).next());
  expect(many.reduce((a, b) => a + b, 0) / many.length).toBeCloseTo(0.5, 1);
});

test.each([1, 2, 5, 1000, 4097])('a permutation of %i numbers hits each once', (size) => {
  const shuffle = permutation(7, 'test', size);
  const seen = new Set(Array.from({ length: size }, (_, i) => shuffle(i)));
  expect(seen.size).toBe(size);
  expect(Math.max(...seen)).toBe(size - 1);
  expect(() => shuffle(size)).toThrow(RangeError);
});

test('moments increase strictly up to the end', () => {
  const end = dayOf('2026-09-01');
  const line = new Timeline(5000, end);
  let before = 0;
  for (let i = 0; i < 5000; i++) {
    const moment = line.momentOf(i);
    expect(moment).toBeGreaterThan(before);
    before = moment;
  }
  expect(before).toBeLessThan(end);
});

test('dates', () => {
  expect(isoOf(addMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29');
  expect(isoOf(addMonths(dayOf('2023-11-30'), 3))).toBe('2024-02-29');
  expect(isoOf(addYears(dayOf('2024-02-29'), 1))).toBe('2025-02-28');
  expect(isoOf(addMonths(dayOf('2024-03-15'), -3))).toBe('2023-12-15');
  expect(chineseDate(dayOf('2013-05-21'))).toBe('2013年05月21日');
  expect(slashDate(dayOf('2013-05-01'))).toBe('2013/5/1');
  expect(
    interpolate(
      [
        [0, 0],
        [10, 100],
      ],
      12,
    ),
  ).toBe(120);
});
