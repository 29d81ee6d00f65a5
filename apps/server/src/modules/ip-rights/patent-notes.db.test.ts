import { afterAll, beforeAll, expect, it } from 'vitest';
import { number } from '../../platform/imports/testing/patent-file.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { getTrademark, listTrademarkSources } from './queries/show-trademark.ts';
import { factsBy, under } from './testing/read-facts.ts';
import { openSmallDistrict, P1, P2, P3, SILK } from './testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
});
afterAll(() => test?.close());

const dotted = (key: string) => `${key.slice(0, 12)}.${key.slice(12)}`;
const patent = async (key: string, asOf: string) => (await factsBy(test, 'patent', 'applicationNo', asOf))[dotted(key)];
const firm = async (asOf: string) => (await factsBy(test, 'enterprise', 'name', asOf))[SILK];

it('counts a pledge from its registration to its release, and its amount for high value ever after', async () => {
  const done = await runImport(test.system(), {
    name: '质押.csv',
    content: csv(
      ['专利号', '专利名称', '出质人', '质权人', '质押登记号', '质押金额', '登记日', '解除日'],
      [P1, '一种丝绸织造方法', SILK, '苏州银行', 'Y2024980000001', '1200万元', '2024-05-10', '2025-05-09'],
      [P2, '一种面料整理方法', SILK, '苏州银行', 'Y2026980000002', '300万元', '2026-02-01', ''],
    ),
  });
  expect(done.kind).toBe('patent-pledges');
  expect(await patent(P1, '2024-05-09')).toMatchObject({ pledged: false, pledgeFen: null, 'highValue.pledged': false });
  expect(await patent(P1, '2024-05-10')).toMatchObject({
    pledged: true,
    pledgeFen: 1_200_000_000,
    'highValue.pledged': true,
    'highValue.any': true,
  });
  expect(await patent(P1, '2025-05-09')).toMatchObject({ pledged: false, pledgeFen: null, 'highValue.pledged': true });
  // Below the amount of the parameter.
  expect(await patent(P2, '2026-11-22')).toMatchObject({
    pledged: true,
    pledgeFen: 300_000_000,
    'highValue.pledged': false,
  });
  expect(under(await firm('2024-12-31'), 'patents.')).toMatchObject({ pledged: 1 });
  expect(under(await firm('2026-11-22'), 'patents.')).toMatchObject({ pledged: 1 });
  expect(under(await firm('2026-11-22'), 'patents.highValue.')).toMatchObject({ pledged: 1, total: 2 });
  await runUndo(test.system(), done.id);
  expect(await patent(P2, '2026-11-22')).toMatchObject({ pledged: false });
});

it('counts awards of national rank for high value, others only as awards', async () => {
  await runImport(test.system(), {
    name: '获奖.csv',
    content: csv(
      ['专利号', '专利名称', '专利权人', '奖项', '等级', '届/年', '公布日期'],
      [P1, '一种丝绸织造方法', SILK, '江苏省专利奖', '银奖', '2023年', ''],
      [P2, '一种面料整理方法', SILK, '第二十三届中国专利奖', '优秀奖', '第二十三届', '2022-07-26'],
    ),
  });
  expect(await patent(P1, '2026-11-22')).toMatchObject({
    awarded: true,
    awardLevel: '江苏省专利奖 银奖',
    'highValue.awarded': false,
  });
  expect(await patent(P1, '2022-12-31')).toMatchObject({ awarded: false, awardLevel: null });
  expect(await patent(P1, '2023-01-01')).toMatchObject({ awarded: true });
  expect(await patent(P2, '2022-07-25')).toMatchObject({ 'highValue.awarded': false });
  expect(await patent(P2, '2022-07-26')).toMatchObject({
    'highValue.awarded': true,
    awardLevel: '第二十三届中国专利奖 优秀奖',
  });
  expect(under(await firm('2026-11-22'), 'patents.highValue.')).toMatchObject({ awarded: 1 });
});

it('flags a notified application from its day, whatever the register of patents says, until it is cleared', async () => {
  const unknown = number(2025, 2, 777);
  const header = ['申请号', '发明名称', '申请人', '代理机构', '通报批次', '通报日期', '状态'];
  const done = await runImport(test.system(), {
    name: '非正常申请清单.csv',
    content: csv(
      header,
      [P3, '一种卷取装置', SILK, '乙代理有限公司', '2026年第一批', '2026-03-01', '未撤回'],
      [unknown, '一种拼凑装置', SILK, '', '2026年第一批', '2026-03-01', '已撤回'],
    ),
  });
  expect(done.kind).toBe('abnormal-filings');
  expect(await patent(P3, '2026-02-28')).toMatchObject({ abnormal: false });
  expect(await patent(P3, '2026-03-01')).toMatchObject({ abnormal: true, valid: true, title: '一种卷取装置' });
  // The second is in no register and still counts for its applicant; a withdrawal clears nothing.
  expect(under(await firm('2026-11-22'), 'patents.')).toMatchObject({ abnormal: 2, valid: 3, clean: 2, total: 3 });
  expect(under(await firm('2026-02-28'), 'patents.')).toMatchObject({ abnormal: 0, clean: 3 });
  await runImport(test.system(), {
    name: '申诉.csv',
    kind: 'abnormal-filings',
    content: csv(
      [...header, '解除日期'],
      [P3, '一种卷取装置', SILK, '', '2026年第一批', '2026-03-01', '申诉成立', '2026-06-15'],
    ),
  });
  expect(await patent(P3, '2026-06-14')).toMatchObject({ abnormal: true });
  expect(await patent(P3, '2026-06-15')).toMatchObject({ abnormal: false });
  expect(under(await firm('2026-11-22'), 'patents.')).toMatchObject({ abnormal: 1, clean: 3 });
});

it('takes evidence of use into account from its day', async () => {
  const done = await runImport(test.system(), {
    name: '使用证据.csv',
    content: csv(
      ['注册号', '类别', '商标名称', '证据类型', '使用日期', '说明'],
      ['10142531', '25', '丝语', '销售合同及发票', '2025-01-20', '与商场的合同'],
      ['10142531', '25', '丝语', '展会照片', '2024-09-01', '家纺展'],
    ),
  });
  expect(done.kind).toBe('trademark-use');
  const mark = async (asOf: string) => (await factsBy(test, 'trademark', 'niceClass', asOf))['25'];
  expect(await mark('2026-11-22')).toMatchObject({ lastUsedOn: '2025-01-20', useEvidence: 2, nonUseExposed: false });
  expect(await mark('2024-12-31')).toMatchObject({ lastUsedOn: '2024-09-01', useEvidence: 1, nonUseExposed: false });
  expect(await mark('2024-08-31')).toMatchObject({ lastUsedOn: null, useEvidence: 0, nonUseExposed: true });
  const { rows } = await test.pool.query<{ id: string }>('select id from ip_rights.trademark where nice_class = 25');
  const page = await getTrademark(test.system(), rows[0]?.id as string);
  expect(page.deadlines.find((one) => one.code === 'non-use')).toMatchObject({ on: '2028-01-20' });
  const { sources } = await listTrademarkSources(test.system(), rows[0]?.id as string);
  expect(
    sources
      .filter((one) => one.field === 'usedOn')
      .map((one) => one.value)
      .sort(),
  ).toEqual(['2024-09-01', '2025-01-20']);
  expect(under(await firm('2026-11-22'), 'trademarks.')).toMatchObject({ nonUseExposed: 0, withUseEvidence: 1 });
});
