import { describe, expect, it } from 'vitest';
import { findHeader, type HeadRow } from './find-header.ts';
import { findUnit, normaliseHeader } from './normalise-header.ts';

const KNOWN = new Set([
  '申请号',
  '申请日',
  '发明名称',
  '申请人',
  '申请人名称',
  '企业名称',
  '统一社会信用代码',
  '所属镇',
  '公开公告号',
]);

function rows(...cells: string[][]): HeadRow[] {
  return cells.map((row, i) => ({ line: i + 1, cells: row }));
}

const DATA = [
  ['202110000001.X', '2021-03-04', '一种织机', '甲公司'],
  ['202110000002.1', '2021-03-05', '一种光缆', '乙公司'],
  ['202110000003.2', '2021-03-06', '一种电梯', '丙公司'],
];
const NAMES = ['申请号', '申请日', '发明名称', '申请人'];

describe('findHeader', () => {
  it('takes the first row when it names the columns', () => {
    expect(findHeader(rows(NAMES, ...DATA), KNOWN)?.header).toMatchObject({ line: 1, firstLine: 1, cells: NAMES });
  });

  it('finds the header below titles and blank rows, with or without a vocabulary', () => {
    const head = rows(['吴江区2021年专利清单'], ['填报单位：知识产权科', '', '日期：2021-12-31'], [''], NAMES, ...DATA);
    for (const known of [KNOWN, new Set<string>()]) {
      const found = findHeader(head, known)!;
      expect(found.header.line).toBe(4);
      expect(found.titleLines).toEqual(['吴江区2021年专利清单', '填报单位：知识产权科 日期：2021-12-31']);
    }
  });

  it('finds a title merged over all columns', () => {
    const head = rows(Array(4).fill('吴江区专利清单') as string[], NAMES, ...DATA);
    head[0]!.merges = [[0, 3]];
    const found = findHeader(head, new Set())!;
    expect(found.header).toMatchObject({ line: 2, cells: NAMES });
    expect(found.titleLines).toEqual(['吴江区专利清单']);
  });

  it('finds a header in row 20 but not in row 21', () => {
    const titles = (n: number) => Array.from({ length: n }, (_, i) => [`说明${i}`]);
    expect(findHeader(rows(...titles(19), NAMES, ...DATA), KNOWN)?.header.line).toBe(20);
    expect(findHeader(rows(...titles(20), NAMES, ...DATA), KNOWN)).toBeUndefined();
  });

  it('joins two rows by merged cells', () => {
    const head = rows(
      ['序号', '申请人', '申请人', '申请号'],
      ['序号', '名称', '地址', '申请号'],
      ['1', '甲公司', '平望镇', '202110000001.X'],
      ['2', '乙公司', '震泽镇', '202110000002.1'],
    );
    head[0]!.merges = [[1, 2]];
    expect(findHeader(head, KNOWN)?.header).toMatchObject({
      firstLine: 1,
      line: 2,
      cells: ['序号', '申请人名称', '申请人 地址', '申请号'],
    });
  });

  it('joins two rows whose merges were lost', () => {
    const head = rows(
      ['序号', '申请人', '', '申请号'],
      ['', '名称', '地址', ''],
      ['1', '甲公司', '平望镇', '202110000001.X'],
      ['2', '乙公司', '震泽镇', '202110000002.1'],
    );
    expect(findHeader(head, KNOWN)?.header).toMatchObject({
      firstLine: 1,
      line: 2,
      cells: ['序号', '申请人名称', '申请人 地址', '申请号'],
    });
  });

  it('does not take a sparse data row for a second header row', () => {
    const head = rows(['申请号', '申请人', '所属镇'], ['', '', '甲', '甲'], ['1', '2', '3']);
    expect(findHeader(head, KNOWN)?.header).toMatchObject({ firstLine: 1, line: 1 });
  });

  it('reads a row of units and skips a row of column numbers', () => {
    const units = findHeader(
      rows(['企业名称', '营业收入', '税收'], ['', '万元', '（万元）'], ['甲公司', '100', '3'], ['乙公司', '50', '1']),
      KNOWN,
    )!;
    expect(units.header).toMatchObject({ line: 2, firstLine: 1, units: [undefined, '万元', '万元'] });
    const numbers = findHeader(
      rows(['企业名称', '营业收入', '税收'], ['甲', '1', '2'], ['甲公司', '100', '3'], ['乙公司', '50', '1']),
      KNOWN,
    )!;
    expect(numbers.header.line).toBe(2);
  });

  it('refuses a table without names', () => {
    expect(findHeader(rows(...DATA.map((row) => row.slice(0, 2))), KNOWN)).toBeUndefined();
    expect(findHeader(rows(['[1]王慧', '李晓光. 一种细胞[P].'], ['[2]崔哲熙', '一种载体[P].']), KNOWN)).toBeUndefined();
  });

  it('takes names nobody knows, with less confidence', () => {
    const unknown = findHeader(rows(['甲项', '乙项', '丙项', '丁项'], ...DATA), KNOWN)!.header;
    expect(unknown.line).toBe(1);
    expect(unknown.confidence).toBeLessThan(findHeader(rows(NAMES, ...DATA), KNOWN)!.header.confidence);
  });

  it('reads a list of one column', () => {
    expect(findHeader(rows(['2026年名单'], ['企业名称'], ['甲公司'], ['乙公司']), KNOWN)?.header).toMatchObject({
      line: 2,
      cells: ['企业名称'],
    });
  });
});

describe('normaliseHeader', () => {
  it.each([
    ['公开（公告）号', '公开公告号', undefined],
    ['公开(公告)号', '公开公告号', undefined],
    ['公开公告号', '公开公告号', undefined],
    ['\ufeff*企业 名称', '企业名称', undefined],
    ['企业名称（必填）', '企业名称', undefined],
    ['主营业务收入（万元）', '主营业务收入', '万元'],
    ['注册资本\n（单位：万元）', '注册资本', '万元'],
    ['占比（％）', '占比', '%'],
    ['Ｐｕｂｌｉｃａｔｉｏｎ Number', 'publicationnumber', undefined],
    ['商标类型(普通商标/集体/证明/特殊)', '商标类型', undefined],
    ['申请人名称（中文）', '申请人名称中文', undefined],
    ['[标]当前申请(专利权)人', '标当前申请专利权人', undefined],
    ['申请/注册号', '申请/注册号', undefined],
  ])('%j', (header, key, unit) => {
    expect(normaliseHeader(header)).toEqual(unit === undefined ? { key } : { key, unit });
  });

  it.each([
    ['（万元）', '万元'],
    ['单位：亿元', '亿元'],
    ['%', '%'],
    ['平望镇', undefined],
  ])('findUnit %j', (cell, unit) => {
    expect(findUnit(cell)).toBe(unit);
  });
});
