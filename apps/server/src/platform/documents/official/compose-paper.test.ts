import * as pack from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/errors.ts';
import { composePaper } from './compose-paper.ts';
import type { OfficialValues } from './fill-text.ts';
import { sampleValues } from './sample-values.ts';

const templateOf = (code: string) => {
  const template = pack.documentTemplates.find((one) => one.code === code);
  if (template === undefined) throw new Error(code);
  return template;
};
const compose = (code: string, change: OfficialValues = {}, mark: string | null = null) => {
  const template = templateOf(code);
  const values = { ...sampleValues(template), ...change };
  return composePaper({ template, values, today: '2026-11-22', reading: pack }, mark);
};
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
/** Kind and first words of every part. */
const outline = (code: string) =>
  compose(code).blocks.map((block) =>
    block.kind === 'table'
      ? `table ${block.columns.length}×${block.rows.length}`
      : block.kind === 'title'
        ? `title ${block.lines.join('/')}`
        : `${block.kind} ${'text' in block ? block.text.slice(0, 14) : ''}`.trim(),
  );

describe('a composed paper', () => {
  it('has the outline of its template', () => {
    expect(outline('award-order')).toEqual([
      'masthead',
      'number 吴市监知〔2026〕12号',
      'title 关于下达2026年度知识产权高质量发展/扶持资金的通知',
      'recipient 各有关单位：',
      'paragraph 根据《吴江区知识产权高质量发',
      'heading 一、下达金额',
      'paragraph 本次下达扶持资金共计542,',
      'heading 二、资金拨付',
      'paragraph 所需资金在2026年度知识产',
      'heading 三、使用和监督',
      'paragraph 各单位应当将扶持资金用于知识',
      'paragraph 虚报材料、重复申领或者有其他',
      'note 示例：本文书所列政策条款的金',
      'attachments',
      'signature',
      'remark （此件公开发布）',
      'annex',
      'table 8×4',
      'colophon',
    ]);
    expect(outline('rejection-decision')).toContain('heading 三、救济途径');
  });

  it('masks natural persons on the public list and nobody else', () => {
    const annex = compose('public-list').blocks.find((block) => block.kind === 'table');
    const rows = annex?.kind === 'table' ? annex.rows : [];
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '苏州示例电缆有限公司', '91320509MA00000000'],
      ['2', '吴江示例纺织科技有限公司', '91320509MA00000001'],
      ['3', '沈*', '3****************0'],
      ['', '合计', ''],
    ]);
    expect(rows.map((row) => row[6])).toEqual(['50', '3', '1.2345', '54.2345']);
    expect(JSON.stringify(compose('public-list'))).not.toContain('沈示例');
  });

  it('does not take a name for a public list without knowing whether it is a natural person', () => {
    const rows = [{ party: '沈示例', uscc: { text: 'x', natural: true } }];
    expect(refusal(() => compose('public-list', { rows }))).toMatchObject({
      code: 'documents.value.invalid',
      params: { template: '拟扶持名单公示', field: '名单（第1行）单位名称' },
      fieldErrors: [{ path: 'rows[0].party' }],
    });
  });

  it('leaves out what does not apply', () => {
    const has = (paper: unknown, words: string) => JSON.stringify(paper).includes(words);
    expect(has(compose('clawback-decision'), '自本决定作出之日起3年内')).toBe(true);
    expect(has(compose('clawback-decision', { banYears: null, example: false }), '自本决定作出之日起')).toBe(false);
    expect(has(compose('clawback-decision', { example: false }), '演示用示例值')).toBe(false);
  });

  it('prints a blank for a number that is not given yet, and corrects its brackets', () => {
    const number = (value: unknown) =>
      compose('acceptance-notice', { documentNumber: value }).blocks.find((block) => block.kind === 'number');
    expect(number(undefined)).toEqual({ kind: 'number', text: '吴市监知〔　　　　〕　　号' });
    expect(number('吴市监知[2026]第007号')).toEqual({ kind: 'number', text: '吴市监知〔2026〕7号' });
    expect(refusal(() => number('12'))).toMatchObject({
      code: 'documents.value.invalid',
      params: { field: '发文字号' },
    });
  });

  it.each([
    ['missing', { filedOn: undefined }, '提交日期'],
    ['missing', { party: { name: ' ' } }, '申报单位'],
    ['missing', { materials: [{}] }, '收到的材料（第1行）材料名称'],
    ['invalid', { filedOn: '2026年11月' }, '提交日期'],
    ['invalid', { reviewDays: 1.5 }, '审核期限（工作日）'],
    ['invalid', { materials: '申请表' }, '收到的材料'],
  ])('names a value that is %s', (how, change, field) => {
    const error = refusal(() => compose('acceptance-notice', change));
    expect(error).toMatchObject({ code: `documents.value.${how}`, params: { template: '受理通知书', field } });
  });

  it('reads no values of an object’s own machinery', () => {
    expect(refusal(() => compose('acceptance-notice', { party: [] })).params.field).toBe('申报单位');
    expect(refusal(() => compose('acceptance-notice', { party: '公司' })).params.field).toBe('申报单位');
  });
});
