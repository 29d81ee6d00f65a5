import { describe, expect, it } from 'vitest';
import { checkRow } from '../../../platform/imports/testing/check-row.ts';
import { marketRegisterKind } from './market-register.ts';

const CODE = '91320509MA1ABCDE8U';
const check = (row: Record<string, string>) =>
  checkRow(marketRegisterKind, { 企业名称: '苏州甲纺织有限公司', 统一社会信用代码: CODE, ...row });
const codes = (row: Record<string, string>) => check(row).issues.map((issue) => issue.code);

describe('a line of the market register', () => {
  it('says everything it can', () => {
    expect(
      check({
        市场主体类型: '有限责任公司(自然人投资或控股)',
        登记状态: '存续（在营、开业、在册）',
        成立日期: '2010年1月2日',
        核准日期: '2020/3/4',
        法定代表人: '王小明',
        注册资本: '1000万元人民币',
        住所: '江苏省苏州市吴江区盛泽镇西二环路1号',
        '行业代码(GB/T 4754)': 'C1751',
        所属行业: '化纤织造加工',
        经营范围: '化纤织造',
        曾用名: '吴江市甲纺织厂；吴江甲纺织（集团）有限公司',
        登记机关: '苏州市吴江区市场监督管理局',
        联系电话: '0512-63000000',
      }),
    ).toEqual({
      recordKey: CODE,
      issues: [],
      values: {
        name: '苏州甲纺织有限公司',
        nameKey: '苏州甲纺织有限公司',
        uscc: CODE,
        kind: 'enterprise',
        partyType: '有限责任公司(自然人投资或控股)',
        status: 'active',
        statusText: '存续（在营、开业、在册）',
        establishedOn: '2010-01-02',
        approvedOn: '2020-03-04',
        legalRepresentative: '王小明',
        capital: { amountFen: 1_000_000_000, currency: 'CNY' },
        address: '江苏省苏州市吴江区盛泽镇西二环路1号',
        townCode: '320509105',
        townBasis: expect.stringMatching(/^地址中的“盛泽/),
        zoneCode: 'high-tech-zone',
        industryCode: 'C1751',
        industry: '化纤织造加工',
        scope: '化纤织造',
        formerNames: [
          { name: '吴江市甲纺织厂', key: '吴江市甲纺织厂' },
          { name: '吴江甲纺织(集团)有限公司', key: expect.stringContaining('集团') },
        ],
        registrationAuthority: '苏州市吴江区市场监督管理局',
        phone: '0512-63000000',
      },
    });
  });

  it.each([
    ['存续', 'active'],
    ['在业', 'active'],
    ['开业', 'active'],
    ['正常', 'active'],
    ['在营（开业）企业', 'active'],
    ['迁入', 'active'],
    ['注销', 'deregistered'],
    ['注销企业', 'deregistered'],
    ['清算', 'deregistered'],
    ['停业', 'deregistered'],
    ['撤销', 'deregistered'],
    ['吊销', 'revoked'],
    ['吊销，未注销', 'revoked'],
    ['吊销未注销', 'revoked'],
    ['迁出', 'moved-out'],
    ['非正常户', 'unknown'],
    ['不在营', 'unknown'],
    ['？', 'unknown'],
  ])('status %s is %s', (word, status) => {
    const row = check({ 登记状态: word });
    expect(row.values.status).toBe(status);
    expect(row.issues.map((issue) => issue.code)).toEqual(status === 'unknown' ? ['status.unknown'] : []);
  });

  it('says nothing of a status it is not told, unless it is told of an end', () => {
    expect(check({}).values).not.toHaveProperty('status');
    expect(check({ 注销日期: '2020-01-01' }).values).toMatchObject({
      status: 'deregistered',
      dissolvedOn: '2020-01-01',
    });
  });

  it.each([
    ['注册资本', '100万元人民币', 100_000_000, 'CNY'],
    ['注册资本', '1000.5万人民币', 1_000_500_000, 'CNY'],
    ['注册资金', '1.1000(万元人民币)', 1_100_000, 'CNY'],
    ['注册资金', '190.1万人民币', 190_100_000, 'CNY'],
    ['注册资本（万元）', '100', 100_000_000, 'CNY'],
    ['注册资本（万元）', '100万美元', 100_000_000, 'USD'],
    ['注册资本', '50万美元', 50_000_000, 'USD'],
    ['注册资本', '1,000万日元', 1_000_000_000, 'JPY'],
    ['注册资本', '5亿元', 50_000_000_000, 'CNY'],
  ])('capital %s %s', (header, text, amountFen, currency) => {
    expect(check({ [header]: text }).values.capital).toEqual({ amountFen, currency });
  });

  it.each([
    ['the column', { 所属镇: '黎里镇', 注册地址: '吴江区盛泽镇西二环路1号' }, '320509110', '所属镇列“黎里镇”'],
    ['the address', { 注册地址: '吴江区震泽镇大船港村' }, '320509108', '地址中的“震泽'],
    ['a former town in the address', { 注册地址: '横扇镇北大街东市' }, undefined, undefined],
    ['a merged town', { 住所: '吴江市北厍镇西鹤街1号' }, '320509110', '地址中的“北厍'],
    ['a zone', { 功能区: '汾湖高新区' }, undefined, undefined],
    ['nothing', { 注册地址: '苏州市姑苏区观前街1号' }, undefined, undefined],
  ] as [string, Record<string, string>, string | undefined, string | undefined][])(
    'town by %s',
    (_, row, townCode, basis) => {
      const { values } = check(row);
      if (townCode !== undefined) expect(values.townCode).toBe(townCode);
      if (basis !== undefined) expect(values.townBasis).toContain(basis);
      // A town never stands without the reason for it.
      expect(values.townCode === undefined).toBe(values.townBasis === undefined);
    },
  );

  it('keeps the zone a line names though the town is unknown, and says which town it does not know', () => {
    expect(check({ 功能区: '汾湖高新区' }).values.zoneCode).toBe('fenhu');
    const row = check({ 所属镇: '某某镇' });
    expect(row.values.townCode).toBeUndefined();
    expect(row.issues.map((issue) => issue.zh)).toEqual(['没有名为“某某镇”的镇或街道，所属镇留空']);
  });

  it('is known by its code, else its old number, else its name', () => {
    expect(check({}).recordKey).toBe(CODE);
    expect(check({ 统一社会信用代码: '９１３２０５０９ｍａ１ａｂｃｄｅ８ｕ' }).recordKey).toBe(CODE);
    const old = check({ 统一社会信用代码: '', 工商注册号: '320584000012345' });
    expect(old.recordKey).toBe('reg:320584000012345');
    expect(old.issues.map((issue) => issue.zh)).toEqual(['没有统一社会信用代码，按注册号识别']);
    expect(check({ 统一社会信用代码: '3202111102990' }).recordKey).toBe('reg:3202111102990');
    const bare = check({ 统一社会信用代码: '-' });
    expect(bare.recordKey).toBe('name:苏州甲纺织有限公司');
    expect(bare.issues.map((issue) => issue.zh)).toEqual(['没有统一社会信用代码，按名称识别']);
    expect(bare.values).not.toHaveProperty('uscc');
  });

  it('takes an old registration number in the column of codes for what it is', () => {
    const row = check({ 统一社会信用代码: '320584000000010' });
    expect(row.recordKey).toBe('reg:320584000000010');
    expect(row.values).toMatchObject({ registrationNo: '320584000000010' });
    expect(row.values).not.toHaveProperty('uscc');
  });

  it('warns and goes on where a cell makes no sense', () => {
    expect(codes({ 成立日期: '2030-01-01' })).toEqual(['date.future']);
    expect(codes({ 成立日期: '2023-02-30' })).toHaveLength(1);
    expect(check({ 成立日期: '2023-02-30' }).values).not.toHaveProperty('establishedOn');
    expect(codes({ 行业代码: 'ZZ99' })).toEqual(['industry.format']);
    expect(check({ 行业代码: 'ZZ99' }).issues.every((issue) => issue.severity === 'warning')).toBe(true);
  });

  it('is refused without a name and says so', () => {
    const row = check({ 企业名称: '/' });
    expect(row).toMatchObject({
      recordKey: undefined,
      issues: [{ code: 'name.missing', severity: 'refused', zh: '没有企业名称' }],
    });
  });
});
