import { describe, expect, it } from 'vitest';
import { checkRow } from '../../../platform/imports/testing/check-row.ts';
import { membershipKinds } from './membership-kinds.ts';

const CODE = '91320509MA1ABCDE8U';
const NAME = '苏州甲纺织有限公司';
const kindOf = (name: string) => membershipKinds.find((kind) => kind.kind === name) as (typeof membershipKinds)[number];
const check = (kind: string, row: Record<string, string>, over: Parameters<typeof checkRow>[2] = {}) =>
  checkRow(kindOf(kind), { 企业名称: NAME, 统一社会信用代码: CODE, ...row }, over);
const holders = [{ name: NAME, key: NAME, locality: '', uscc: CODE }];

describe('the firm a list names', () => {
  const row = { 证书编号: 'GR202432001234' };
  it('is known by code, with the town the list gives', () => {
    const { values, recordKey } = check('high-tech', { ...row, '所属镇(区)': '盛泽' });
    expect(values.holders).toEqual([{ name: NAME, key: NAME, locality: '盛泽镇', uscc: CODE }]);
    expect(recordKey).toBe(`high-tech|${CODE}|GR202432001234`);
  });
  it('is known by name when the code fails its check, which is said with the probable code', () => {
    const wrong = `${CODE.slice(0, 17)}X`;
    const { values, issues, recordKey } = check('high-tech', { ...row, 统一社会信用代码: wrong });
    expect(values.holders).toEqual([{ name: NAME, key: NAME, locality: '', uscc: '' }]);
    expect(recordKey).toBe(`high-tech|${NAME}|GR202432001234`);
    expect(issues).toMatchObject([{ code: 'uscc.check', severity: 'warning', suggestion: CODE }]);
    expect(issues[0]?.zh).toContain('改按名称匹配');
  });
  it('must be named', () => {
    expect(check('high-tech', { ...row, 企业名称: '—' })).toMatchObject({
      recordKey: undefined,
      issues: [{ severity: 'refused', zh: '没有企业名称' }],
    });
  });
});

describe('high-tech certificates', () => {
  it('keep number, period and field', () => {
    expect(
      check('high-tech', {
        证书编号: 'gr202432001234',
        发证日期: '2024/11/6',
        有效期至: '2027年11月5日',
        技术领域: '新材料',
      }),
    ).toEqual({
      recordKey: `high-tech|${CODE}|GR202432001234`,
      issues: [],
      values: {
        kind: 'high-tech',
        certificateNo: 'GR202432001234',
        from: '2024-11-06',
        to: '2027-11-05',
        field: '新材料',
        holders,
      },
    });
  });
  it('are refused without a number and warned of with a strange one', () => {
    expect(check('high-tech', { 证书编号: '无' }).issues.map((issue) => issue.zh)).toEqual(['没有证书编号']);
    expect(check('high-tech', { 证书编号: '12345' }).issues).toMatchObject([
      { code: 'certificate.format', severity: 'warning' },
    ]);
  });
});

describe('above-scale lists', () => {
  it.each([
    [{ 年度: '2024年' }, {}, 2024],
    [{}, { asOf: '2025-12-31' }, 2025],
    [{}, {}, 2026],
  ])('are of the year in the column, else of the file, else of today', (row, over, year) => {
    const { values, recordKey } = check(
      'above-scale',
      { '主营业务收入(万元)': '2500.5', 从业人数: '120人', ...row },
      over,
    );
    expect(values).toMatchObject({
      year,
      from: `${year}-01-01`,
      revenue: { amountFen: 2_500_500_000, currency: 'CNY' },
    });
    expect(recordKey).toBe(`above-scale|${CODE}|${year}`);
  });
});

describe('standard certificates', () => {
  const row = {
    证书编号: '18123IP0001R0M',
    认证机构: '中知',
    颁证日: '2023-08-02',
    证书状态: '有效',
    覆盖范围: '研发',
  };
  it('keep the edition, and warn of a last day that outlives it', () => {
    const old = check('standard-certificates', { ...row, 认证标准: 'GB/T 29490-2013', 有效期至: '2026-08-01' });
    expect(old.values).toMatchObject({ kind: 'standard-certified', standard: 'GB/T 29490-2013', to: '2026-08-01' });
    expect(old.issues).toMatchObject([{ code: 'certificate.dead-edition', severity: 'warning' }]);
    expect(old.issues[0]?.zh).toContain('2026-08-01');
    const now = check('standard-certificates', { ...row, 认证标准: 'GB/T 29490-2023', 有效期至: '2026-08-01' });
    expect(now.issues).toEqual([]);
  });
});

describe('lists of enterprises', () => {
  it.each([
    ['the column', { 名录: '国家知识产权示范企业' }, {}, 'demonstration'],
    ['the level', { 级别: '国家知识产权优势企业' }, { sheet: '优势示范企业' }, 'advantage'],
    ['the level', { 级别: '国家示范' }, { sheet: '优势示范企业' }, 'demonstration'],
    ['the sheet', { 级别: '省级' }, { sheet: '专精特新' }, 'specialised'],
    ['the sheet', { 上市板块: '科创板', 证券代码: '688001' }, { sheet: '上市企业' }, 'listed'],
    ['the title', { 主要市场: '美国、德国' }, { titleLines: ['二〇二五年吴江区出口企业名单'] }, 'exporter'],
  ])('say by %s which list it is: %j', (_, row, over, kind) => {
    expect(check('memberships', row, over).values.kind).toBe(kind);
  });
  it('refuse a row of a list nobody named, and say where the name should stand', () => {
    const { recordKey, issues } = check('memberships', { 级别: '省级' });
    expect(recordKey).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'list.unknown', severity: 'refused' }]);
    expect(issues[0]?.zh).toContain('工作表名');
  });
  it('keep two years of one list apart', () => {
    const of = (year: string) => check('memberships', { 级别: '省级', 认定年度: year }, { sheet: '专精特新' });
    expect(of('2024').recordKey).not.toBe(of('2025').recordKey);
    expect(of('2024').values).toMatchObject({ year: 2024, from: '2024-01-01' });
  });
});

describe('discipline lists', () => {
  const entry = { 名单类别: '严重违法失信名单', 决定文书号: '市监失信〔2025〕7号', 列入日期: '2025-03-01' };
  it('keep list, decision and days; the day of removal no longer counts', () => {
    const { values, recordKey } = check('discipline-lists', {
      ...entry,
      移出日期: '2025-09-10',
      列入原因: '拒不履行行政处罚决定',
      决定机关: '区市场监督管理局',
    });
    expect(recordKey).toBe(`dishonesty|${CODE}|市监失信〔2025〕7号`);
    expect(values).toMatchObject({
      kind: 'dishonesty',
      from: '2025-03-01',
      to: '2025-09-09',
      certificateNo: '市监失信〔2025〕7号',
      field: '拒不履行行政处罚决定',
      certifier: '区市场监督管理局',
    });
  });
  it('take penalties about intellectual property only', () => {
    const penalty = { ...entry, 名单类别: '行政处罚' };
    expect(check('discipline-lists', { ...penalty, 列入原因: '销售侵犯注册商标专用权的商品' }).values.kind).toBe(
      'ip-penalty',
    );
    expect(check('discipline-lists', { ...penalty, 列入原因: '超范围经营食品' }).issues).toMatchObject([
      { code: 'penalty.not-ip', severity: 'refused' },
    ]);
  });
  it.each([
    [{ 名单类别: '红名单' }, 'list.unknown'],
    [{ 决定文书号: '' }, 'document.missing'],
    [{ 列入日期: '' }, 'from.missing'],
    [{ 移出日期: '2024-01-01' }, 'to.before-from'],
  ])('refuse %o with %s', (over, code) => {
    expect(check('discipline-lists', { ...entry, ...over }).issues).toMatchObject([{ code, severity: 'refused' }]);
  });
});
