import { describe, expect, it } from 'vitest';
import acceptance from '../../documents/acceptance-notice.json' with { type: 'json' };
import { PackDataError } from '../shape.ts';
import { readDocumentTemplate } from './read-template.ts';
import { documentTemplates } from './templates.ts';

const minimal = {
  code: 'trial',
  label: '试行',
  group: '试行',
  use: '试行',
  basis: '试行',
  head: 'none',
  issuers: ['WJ-MSB'],
  fields: [
    { path: 'party.name', label: '单位', type: 'text', sample: '某公司' },
    { path: 'amountFen', label: '金额', type: 'fen', sample: 100 },
    { path: 'on', label: '日期', type: 'date', sample: '2026-11-22' },
    { path: 'done', label: '完成', type: 'flag', sample: true },
    { path: 'rows', label: '行', type: 'list', sample: [], fields: [{ path: 'name', label: '名称', type: 'text' }] },
  ],
  title: ['试行'],
  body: [{ kind: 'paragraph', text: '{{party.name}}' }],
};
const withBody =
  (...body: object[]) =>
  () =>
    readDocumentTemplate({ ...minimal, body }, 'trial.json');
const text = (value: string) => withBody({ kind: 'paragraph', text: value });

it('brings the papers of the work, each code once', () => {
  const papers = documentTemplates.filter(
    (template) => !/^(case|adjudication|complaint|inspection|coordination|aid|watch)-/.test(template.code),
  );
  expect(papers.map((template) => template.label)).toEqual([
    '受理通知书',
    '补正通知书',
    '不予受理通知书',
    '审核表',
    '拟扶持名单公示',
    '异议答复书',
    '扶持资金下达通知',
    '不予扶持决定书',
    '追回决定书',
    '项目立项通知书',
    '项目任务书',
    '项目验收意见书',
    '信用评价初评结果告知书',
    '信用评价异议答复书',
    '信用评价结果通知书',
    '信用修复决定书',
  ]);
});

it('publishes exactly the columns of the public list', () => {
  const list = documentTemplates.find((template) => template.code === 'public-list');
  const table = list?.annexes[0]?.body[0];
  expect(table?.kind === 'table' && table.columns.map((column) => column.title)).toEqual([
    '序号',
    '单位名称',
    '统一社会信用代码',
    '项目类别',
    '依据条款',
    '事项（号）',
    '拟奖补金额（万元）',
    '备注',
  ]);
  const row = list?.fields.find((field) => field.path === 'rows')?.fields ?? [];
  expect(row.slice(0, 2).map((field) => field.type)).toEqual(['public-name', 'public-code']);
});

it('tells the remedies of every decision against a party, and that example amounts are examples', () => {
  for (const template of documentTemplates) {
    const words = JSON.stringify(template);
    if (['non-acceptance-notice', 'rejection-decision', 'clawback-decision'].includes(template.code))
      expect(words).toMatch(
        /六十日内向苏州市吴江区人民政府申请行政复议，也可以.*六个月内依法向有管辖权的人民法院提起行政诉讼/,
      );
    if (template.fields.some((field) => field.path === 'example')) expect(words).toContain('示例：');
    const money = template.fields.some((field) => field.type === 'fen');
    expect(
      template.fields.some((field) => field.path === 'example'),
      template.code,
    ).toBe(money || template.code === 'project-approval');
  }
});

describe('a template is refused with its place', () => {
  it.each([
    ['an unknown placeholder', text('{{party.nam}}'), 'trial.json.body[0].text: 未登记的占位符「party.nam」'],
    ['a row outside a repeated part', text('{{row.name}}'), 'trial.json.body[0].text: 「row.name」只能用于'],
    ['a number outside a repeated part', text('{{no}}'), 'trial.json.body[0].text: {{no}} 只能用于'],
    ['a date without a format', text('{{on}}'), '「on」须写明格式'],
    ['a format that does not fit', text('{{on | yuan}}'), '格式「yuan」不适用于「on」（date）'],
    ['an unknown format', text('{{on | shell}}'), '没有格式「shell」'],
    ['a flag as text', text('{{done}}'), '「done」是 flag'],
    ['anything else between braces', text('{{ 1 + 1 }}'), '占位符写法有误'],
    ['an open brace', text('{{on | date}'), '占位符写法有误'],
    [
      'an unknown list',
      withBody({ kind: 'items', each: 'none', numbering: '1.', text: 'x' }),
      'body[0].each: 没有列表「none」',
    ],
    [
      'an unknown field of a row',
      withBody({ kind: 'items', each: 'rows', numbering: '1.', text: '{{row.x}}' }),
      '未登记的占位符「row.x」',
    ],
    [
      'an unknown condition',
      withBody({ kind: 'note', when: 'nothing', text: 'x' }),
      'body[0].when: 未登记的「nothing」',
    ],
    [
      'a row of the wrong width',
      withBody({ kind: 'form', columns: [1, 1], rows: [[{ label: '甲' }]] }),
      'body[0].rows[0]: 各格共 1 列，应为 2 列',
    ],
  ])('%s', (_what, read, place) => {
    expect(read).toThrow(PackDataError);
    expect(read).toThrow(place);
  });

  it('a sample that does not fit, an unknown body, a field named twice', () => {
    const read = (change: object) => () => readDocumentTemplate({ ...minimal, ...change }, 'trial.json');
    expect(read({ fields: [{ path: 'a', label: '甲', type: 'fen', sample: 1.5 }] })).toThrow(
      'fields[0].sample: 样例值不是 fen',
    );
    expect(read({ issuers: ['NOBODY'] })).toThrow('issuers[0]: 没有机构「NOBODY」');
    const twice = { path: 'a', label: '甲', type: 'text', sample: 'x' };
    expect(read({ fields: [twice, twice] })).toThrow('「a」重复');
    expect(() => readDocumentTemplate({ ...acceptance, fields: [] }, 'a.json')).toThrow('a.json.number');
  });
});
