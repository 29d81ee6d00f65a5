import { openDataSettings } from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { compareRows } from './compare-rows.ts';
import { type Dataset, inOrder } from './dataset.ts';
import { writeCsv, writeJson, writeSchema } from './write-formats.ts';

const both = (zh: string) => ({ zh, en: zh });
const dataset: Dataset = {
  code: 'sample',
  title: both('样例'),
  description: both('样例'),
  keywords: [],
  theme: 'GOVE',
  columns: [
    { name: 'no', title: both('序号'), type: 'integer', required: true },
    { name: 'name', title: both('名称'), type: 'string' },
    { name: 'on', title: both('日期'), type: 'date' },
    { name: 'state', title: both('状态'), type: 'string', values: { a: both('甲') } },
  ],
  key: ['no'],
  read: async () => [],
};
const row = (no: number, name: string | null = null) => ({ no, name, on: null, state: null });

describe('files of a version', () => {
  it('csv has a mark of UTF-8, ends lines as RFC 4180 says, quotes, and lets no cell be a formula', () => {
    const names = ['甲公司', 'a,b', '说"好"', '=1+1', '-2', '@x', '<script>'];
    const text = writeCsv(
      dataset.columns,
      names.map((name, at) => row(at, name)),
    ).toString('utf8');
    expect(text).toBe(
      '\uFEFFno,name,on,state\r\n0,甲公司,,\r\n1,"a,b",,\r\n2,"说""好""",,\r\n3,\'=1+1,,\r\n4,\'-2,,\r\n5,\'@x,,\r\n6,<script>,,\r\n',
    );
  });
  it('JSON holds the rows unchanged, a row a line', () => {
    const text = writeJson(dataset, { no: 3, asOf: '2026-11-22' }, [row(1, '=1+1'), row(2)]).toString('utf8');
    expect(JSON.parse(text)).toEqual({
      dataset: 'sample',
      version: 3,
      asOf: '2026-11-22',
      rows: [row(1, '=1+1'), row(2)],
    });
    expect(text.split('\n')).toHaveLength(5);
    expect(JSON.parse(writeJson(dataset, { no: 1, asOf: '2026-11-22' }, []).toString()).rows).toEqual([]);
  });
  it('the schema describes both', () => {
    const schema = JSON.parse(writeSchema(dataset, openDataSettings).toString());
    expect(schema.properties.rows.items.properties.state).toMatchObject({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    expect(schema.tableSchema).toMatchObject({
      primaryKey: ['no'],
      fields: [{ name: 'no', constraints: { required: true } }, {}, {}, {}],
    });
    expect(schema.csv.byteOrderMark).toBe(true);
  });
});

describe('rows', () => {
  it('are put in order of their keys, numbers by number, and hold nothing undeclared', () => {
    const rows = inOrder(dataset, [{ ...row(10), secret: 'x' }, row(9)]);
    expect(rows.map((one) => one.row)).toEqual([row(9), row(10)]);
  });
  it.each([
    ['two of one key', [row(1), row(1)]],
    ['an empty cell that must not be', [{ ...row(1), no: null }]],
    ['a day that is none', [{ ...row(1), on: '2026/1/1' }]],
    ['a value not in the list', [{ ...row(1), state: 'z' }]],
    ['half a number', [row(1.5)]],
  ])('refuse %s', (_what, rows) => expect(() => inOrder(dataset, rows)).toThrow(/dataset sample/));
  it('are compared by key', () => {
    const before = inOrder(dataset, [row(1, 'a'), row(2, 'b'), row(3)]);
    const after = inOrder(dataset, [row(2, 'B'), row(3), row(4)]);
    expect(compareRows(before, after).map((one) => [one.key.slice(-1), one.kind])).toEqual([
      ['1', 'removed'],
      ['2', 'changed'],
      ['4', 'added'],
    ]);
  });
});
