import { describe, expect, it } from 'vitest';
import { checkCells } from '../testing/check-cells.ts';
import { annuitiesKind } from './annuities.ts';
import { giKind } from './gi.ts';
import { madridKind } from './madrid.ts';
import { readPatentStatus } from './read-patent-status.ts';
import { readTrademarkStatus } from './read-trademark-status.ts';
import { trademarksKind } from './trademarks.ts';

describe('trademarks', () => {
  const base = {
    商标名称: '丝语',
    '申请/注册号': '10142531',
    国际分类: '第24类',
    '申请人名称（中文）': '甲公司',
    专用权期限: '2013年05月21日至2023年05月20日',
    商标状态: '商标已注册',
  };
  const check = (over: Record<string, string> = {}) => checkCells(trademarksKind, { ...base, ...over });

  it('is keyed by number and class, with its term', () => {
    expect(check()).toMatchObject({
      recordKey: '10142531/24',
      issues: [],
      values: { termFrom: '2013-05-21', expiresOn: '2023-05-20', standing: 'registered', niceClass: 24 },
    });
    expect(check({ '申请/注册号': '第0123456号', 国际分类: '09' }).recordKey).toBe('123456/9');
    expect(check({ '申请/注册号': 'G1234567', 国际分类: '25' }).recordKey).toBe('G1234567/25');
  });

  it.each([
    [{ 国际分类: '9、25' }, 'trademark.several-classes'],
    [{ 国际分类: '46' }, 'trademark.class'],
    [{ 国际分类: '' }, 'trademark.class-missing'],
    [{ '申请/注册号': '无' }, 'trademark.number-missing'],
    [{ 商标名称: '' }, 'trademark.name-missing'],
    [{ 专用权期限: '2023年05月21日至2013年05月20日' }, 'date-range.reversed'],
  ])('refuses %j', (over, code) => {
    const row = check(over);
    expect(row.recordKey).toBeUndefined();
    expect(row.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('offers a number in which letters stand for digits', () => {
    const row = check({ '申请/注册号': '1O142531' });
    expect(row.issues[0]).toMatchObject({ severity: 'doubtful', suggestion: '10142531' });
  });

  it.each([
    ['商标已注册', 'registered', undefined],
    ['注册申请中', 'applied', undefined],
    ['初审公告', 'preliminary', undefined],
    ['等待驳回复审', 'applied', undefined],
    ['驳回', 'ended', 'refused'],
    ['商标无效', 'ended', 'ceased'],
    ['宣告无效', 'ended', 'invalidated'],
    ['撤销', 'ended', 'revoked'],
    ['状态不明', undefined, undefined],
  ])('understands %s', (text, standing, ending) => {
    expect(readTrademarkStatus(text)).toEqual({ standing, ending });
  });
});

describe('words of patent status', () => {
  it.each([
    [['有效', '授权'], 'in-force', undefined],
    [['失效', '未缴年费'], 'ended', 'lapsed'],
    [['失效', '期限届满'], 'ended', 'expired'],
    [['失效', undefined, undefined], 'ended', 'ceased'],
    [[undefined, '发明专利申请公布后的视为撤回'], 'ended', 'withdrawn'],
    [[undefined, '专利权的视为放弃'], 'ended', 'withdrawn'],
    [[undefined, '专利权的主动放弃'], 'ended', 'abandoned'],
    [[undefined, '专利权的全部无效'], 'ended', 'invalidated'],
    [['有效', '部分无效'], 'in-force', undefined],
    [['审中', '实质审查'], 'pending', undefined],
    [['有效', '专利权的恢复'], 'in-force', undefined],
  ])('%j', (texts, standing, ending) => {
    expect(readPatentStatus(texts as (string | undefined)[])).toMatchObject({ standing, ending, unknown: [] });
  });
});

describe('annual fees, Madrid registrations, indications', () => {
  it('keys a fee by patent and year, money in fen', () => {
    const row = checkCells(annuitiesKind, {
      '申请号/专利号': 'ZL202110123456.7',
      应缴年度: '第7年度',
      应缴年费: '300',
      滞纳金: '100.5',
      费减比例: '85%',
      缴费截止日: '2027-01-29',
      缴费状态: '未缴',
    });
    expect(row).toMatchObject({
      recordKey: '2021101234567|7',
      issues: [],
      values: { patentYear: 7, amountFen: 30000, lateFeeFen: 10050, reductionPercent: 85, dueOn: '2027-01-29' },
    });
  });

  it('refuses a calendar year in place of a patent year', () => {
    const row = checkCells(annuitiesKind, { '申请号/专利号': 'ZL202110123456.7', 应缴年度: '2026' });
    expect(row.issues).toMatchObject([{ code: 'annuity.year', severity: 'refused' }]);
  });

  it('reads one member per row and several in a list', () => {
    const base = { 国际注册号: 'IR 1524000', 商标名称: '丝语', 持有人: '甲公司' };
    const one = checkCells(madridKind, { ...base, 指定成员代码: 'US', 指定日期: '2024-01-02', 保护状态: '指定中' });
    expect(one).toMatchObject({
      recordKey: '1524000',
      values: { 'designation:US': { on: '2024-01-02', status: '指定中' } },
    });
    const several = checkCells(madridKind, { ...base, 指定成员: '美国、欧盟；火星' });
    expect(Object.keys(several.values).filter((key) => key.startsWith('designation:'))).toEqual([
      'designation:US',
      'designation:EM',
      'designation:火星',
    ]);
    expect(several.issues).toMatchObject([{ code: 'madrid.member', severity: 'warning' }]);
  });

  it('keys an indication by name and channel with its user as a field', () => {
    const row = checkCells(giKind, {
      地理标志名称: '吴江香青菜',
      类别: '地理标志产品（跨区）',
      核准使用企业: '甲合作社',
      统一社会信用代码: '91320509MA1ABCDE8U',
      核准使用日期: '2025-01-01',
      停用日期: '',
    });
    expect(row.recordKey).toBe('吴江香青菜|product');
    expect(row.values['user:91320509MA1ABCDE8U']).toMatchObject({ name: '甲合作社', from: '2025-01-01' });
    expect(checkCells(giKind, { 地理标志名称: 'x', 类别: '老字号' }).issues).toMatchObject([
      { code: 'gi.channel', severity: 'refused' },
    ]);
  });
});
