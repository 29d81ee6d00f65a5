import { describe, expect, it } from 'vitest';
import { checkCells } from '../testing/check-cells.ts';
import { P1 } from '../testing/small-district.ts';
import { abnormalFilingsKind, abnormalState } from './abnormal-filings.ts';
import { awardOf, patentAwardsKind, sessionOf } from './patent-awards.ts';
import { patentPledgesKind } from './patent-pledges.ts';
import { strategicIndustriesKind } from './strategic-industries.ts';
import { evidenceKind, trademarkUseKind } from './trademark-use.ts';

const codes = (checked: ReturnType<typeof checkCells>) =>
  checked.issues.map((issue) => `${issue.severity} ${issue.code}`);

describe('pledges', () => {
  const row = {
    专利号: `ZL${P1}`,
    出质人: '甲公司',
    质权人: '乙银行',
    质押登记号: 'Y2024980001234',
    '质押金额（万元）': '1,200',
    登记日: '2024-05-10',
    解除日: '',
  };
  it('are kept per registration and patent with the amount of the registration', () => {
    expect(checkCells(patentPledgesKind, row)).toMatchObject({
      recordKey: `${P1}|Y2024980001234`,
      values: { registrationNo: 'Y2024980001234', pledgor: '甲公司', pledgee: '乙银行', registeredOn: '2024-05-10' },
      issues: [],
    });
    expect(checkCells(patentPledgesKind, { ...row, '质押金额（万元）': '1200万元' }).values.amountFen).toBe(
      1_200_000_000,
    );
  });
  it('need a number, a patent and a day', () => {
    expect(codes(checkCells(patentPledgesKind, { ...row, 专利号: '', 质押登记号: '', 登记日: '' }))).toEqual([
      'refused patent.number-missing',
      'refused pledge.registration',
      'refused pledge.registered-on',
    ]);
    const several = checkCells(patentPledgesKind, { ...row, 专利号: `${P1}；202310000001.5` });
    expect(several.recordKey).toBeUndefined();
    expect(several.issues[0]?.zh).toContain('一行只写一件');
  });
  it('wait when released before they were registered; foreign money does not count', () => {
    expect(codes(checkCells(patentPledgesKind, { ...row, 解除日: '2024-01-01' }))).toEqual([
      'doubtful pledge.released-before',
    ]);
    const dollars = checkCells(patentPledgesKind, { ...row, '质押金额（万元）': '100万美元' });
    expect(codes(dollars)).toEqual(['warning pledge.currency']);
    expect(dollars.values.amountFen).toBeUndefined();
  });
});

describe('awards', () => {
  const row = {
    专利号: P1,
    奖项: '第二十五届中国专利奖',
    等级: '优秀奖',
    '届/年': '第二十五届（2024年）',
    公布日期: '',
  };
  it('know their rank, session and year', () => {
    expect(checkCells(patentAwardsKind, row)).toMatchObject({
      recordKey: `${P1}|china-patent|2024|优秀奖`,
      values: { award: 'china-patent', awardText: '第二十五届中国专利奖', grade: '优秀奖', session: 25, year: 2024 },
    });
    expect(codes(checkCells(patentAwardsKind, { ...row, '届/年': '第二十五届' }))).toEqual(['refused award.year']);
    expect(checkCells(patentAwardsKind, { ...row, '届/年': '', 公布日期: '2024-11-01' }).values).toMatchObject({
      year: 2024,
      awardedOn: '2024-11-01',
    });
  });
  it.each([
    ['国家科学技术进步奖', 'national-science'],
    ['国家技术发明奖', 'national-science'],
    ['中国外观设计奖', 'china-patent'],
    ['江苏省专利奖', 'provincial'],
    ['苏州市优秀专利奖', 'other'],
  ])('take %s for %s', (text, award) => expect(awardOf(text)).toBe(award));
  it.each([
    ['第二十五届', 25],
    ['第十届', 10],
    ['第三届', 3],
    ['第24届', 24],
    ['2024年', undefined],
  ])('read %s as session %s', (text, session) => expect(sessionOf(text)).toBe(session));
});

describe('notices of abnormal applications', () => {
  it('are records of their own with day and batch', () => {
    const row = {
      申请号: P1,
      发明名称: '一种丝绸',
      申请人: '甲公司；乙公司',
      通报批次: '2026年第二批',
      通报日期: '2026-05-20',
      状态: '未撤回',
    };
    expect(checkCells(abnormalFilingsKind, row)).toMatchObject({
      recordKey: `${P1}|2026年第二批`,
      values: {
        flaggedOn: '2026-05-20',
        batch: '2026年第二批',
        state: 'standing',
        holders: [{ name: '甲公司' }, { name: '乙公司' }],
      },
      issues: [],
    });
    const undated = checkCells(abnormalFilingsKind, { ...row, 通报日期: '' });
    expect(codes(undated)).toEqual(['warning abnormal.no-day']);
    expect(undated.values.flaggedOn).toBe('2026-11-22');
  });
  it.each([
    ['已撤回', 'withdrawn'],
    ['未撤回', 'standing'],
    ['申诉中', 'appealed'],
    ['申诉成立，移出清单', 'cleared'],
    ['拒不撤回', 'standing'],
    [undefined, 'standing'],
  ])('read the state %s as %s', (text, state) => expect(abnormalState(text)).toBe(state));
});

describe('evidence of use', () => {
  const row = {
    注册号: '10142531',
    类别: '第24类',
    证据类型: '销售合同及发票',
    使用日期: '2026-03-01',
    说明: '与某商场的年度合同',
  };
  it('is kept per number, class, kind and day', () => {
    expect(checkCells(trademarkUseKind, row)).toMatchObject({
      recordKey: '10142531/24|contract|2026-03-01|与某商场的年度合同',
      values: { registrationNo: '10142531', niceClass: 24, kind: 'contract', usedOn: '2026-03-01' },
    });
  });
  it('needs one class and a day that has passed', () => {
    expect(codes(checkCells(trademarkUseKind, { ...row, 类别: '24;25' }))).toEqual(['refused trademark-use.class']);
    expect(codes(checkCells(trademarkUseKind, { ...row, 使用日期: '2027-01-01' }))).toEqual([
      'refused trademark-use.day',
    ]);
    expect(codes(checkCells(trademarkUseKind, { ...row, 注册号: '' }))).toEqual(['refused trademark-use.number']);
  });
  it.each([
    ['商品包装', 'packaging'],
    ['展会照片', 'exhibition'],
    ['网店截图', 'online'],
    ['广告画册', 'advertisement'],
    ['证人证言', 'other'],
  ])('takes %s for %s', (text, kind) => expect(evidenceKind(text)).toBe(kind));
});

describe('conditions of strategic industries', () => {
  const row = {
    产业代码: '1.1',
    产业名称: '下一代信息网络产业',
    IPC分类号: 'H04L1*; G06F11/14',
    排除IPC: 'H04L1/02',
    限定关键词: '光纤宽带；移动电信',
  };
  it('are patterns, exceptions and keywords', () => {
    expect(checkCells(strategicIndustriesKind, row)).toMatchObject({
      values: {
        code: '1.1',
        include: ['H04L1*', 'G06F11/14'],
        exclude: ['H04L1/02'],
        keywords: ['光纤宽带', '移动电信'],
      },
      issues: [],
    });
    expect(
      checkCells(strategicIndustriesKind, { ...row, IPC分类号: 'H04L*，-H04L12*', 排除IPC: '' }).values,
    ).toMatchObject({ include: ['H04L*'], exclude: ['H04L12*'] });
  });
  it('refuse what is no IPC', () => {
    expect(codes(checkCells(strategicIndustriesKind, { ...row, IPC分类号: 'H04L1/0*' }))).toEqual([
      'refused strategic.pattern',
      'refused strategic.no-pattern',
    ]);
    expect(codes(checkCells(strategicIndustriesKind, { ...row, 产业代码: '一' }))).toEqual(['refused strategic.code']);
  });
});
