import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selectFacts } from '../../../platform/facts/fact-statements.ts';
import { CODES, csv, type ImportDesk, openImportDesk } from '../../../platform/imports/testing/import-desk.ts';

const SILK = '苏州恒锦纺织有限公司';
const CABLE = '苏州亨光缆业有限公司';
const ADDRESS = '江苏省苏州市吴江区盛泽镇西二环路1号';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
  await desk.take(
    '登记.csv',
    csv(
      ['企业名称', '统一社会信用代码', '企业类型', '登记状态', '成立日期', '注册地址'],
      [SILK, CODES[0], '有限责任公司', '存续', '2010-01-01', ADDRESS],
      [CABLE, CODES[1], '有限责任公司', '存续', '2012-01-01', ADDRESS],
    ),
  );
  await desk.take(
    '信用惩戒名单.csv',
    csv(
      [
        '单位名称',
        '统一社会信用代码',
        '名单类别',
        '决定文书号',
        '列入日期',
        '移出日期',
        '列入原因',
        '决定机关',
        '状态',
      ],
      [SILK, CODES[0], '严重违法失信名单', '失信1号', '2023-03-01', '', '拒不履行处罚决定', '区局', ''],
      [SILK, CODES[0], '经营异常名录', '异常1号', '2024-07-01', '2025-01-10', '未公示年报', '区局', ''],
      [SILK, CODES[0], '行政处罚', '处罚1号', '2024-02-01', '', '销售侵犯注册商标专用权的商品', '区局', ''],
      [SILK, CODES[0], '行政处罚', '处罚2号', '2025-02-01', '', '假冒专利', '区局', '已撤销'],
    ),
  );
});
afterAll(() => desk?.test.close());

async function creditOf(name: string, asOf: string): Promise<unknown[]> {
  const ctx = desk.test.system();
  const entry = ctx.services.facts.subjects.get('enterprise');
  if (entry === undefined) throw new Error('no subject enterprise');
  const paths = [
    'name',
    'credit.dishonest',
    'credit.abnormalOperation',
    'credit.ipPenaltiesIn3Years',
    'memberships.count',
  ];
  const { rows } = await sql<
    Record<string, unknown>
  >`${selectFacts(entry, paths, { district: ctx.district, asOf })}`.execute(ctx.db);
  const row = rows.find((one) => one.name === name);
  return paths.slice(1).map((path) => row?.[path]);
}

it.each([
  // dishonest, abnormal, penalties of three years, qualifications
  ['2023-02-28', [false, false, 0, 0]],
  ['2024-12-31', [true, true, 1, 0]],
  // Taken off on 10 January: that day no longer counts.
  ['2025-01-09', [true, true, 1, 0]],
  ['2025-01-10', [true, false, 1, 0]],
  // Three years on the list end with 28 February 2026; a revoked penalty never counts.
  ['2026-02-28', [true, false, 1, 0]],
  ['2026-03-01', [false, false, 1, 0]],
  ['2027-02-01', [false, false, 0, 0]],
])('knows on %s who is barred', async (asOf, expected) => {
  expect(await creditOf(SILK, asOf)).toEqual(expected);
});

it('gives a clean record to whoever stands on no list', async () => {
  expect(await creditOf(CABLE, '2026-11-22')).toEqual([false, false, 0, 0]);
});
