import { sql } from 'kysely';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { csv, runImport } from '../../../platform/imports/testing/run-import.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { ipRightsModule, rightsPort } from '../index.ts';

/** Headers of an incoPat export. */
export const INCOPAT = [
  '标题 (中文)',
  '申请人',
  '标准化申请人',
  '当前权利人',
  '公开（公告）号',
  '公开（公告）日',
  '申请号',
  '申请日',
  '专利类型',
  '中国申请人区县',
  'IPC',
  '申请人地址',
  '专利有效性',
  '当前法律状态',
  '授权公告日',
  '失效日',
  '合享价值度',
];
export const FIRM = '苏州市吴江区恒力丝绸有限公司';
export const ADDRESS = '江苏省苏州市吴江区盛泽镇西二环路1号';

/** A granted patent of the firm as a row of that export. */
export const silk = (over: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    '标题 (中文)': '一种丝绸织造方法',
    申请人: FIRM,
    标准化申请人: FIRM,
    当前权利人: FIRM,
    '公开（公告）号': 'CN111222333B',
    '公开（公告）日': '2023-02-10',
    申请号: 'CN202010123456.2',
    申请日: '2020-05-10',
    专利类型: '发明授权',
    中国申请人区县: '吴江区',
    IPC: 'D03D 15/00; D03D 1/00',
    申请人地址: ADDRESS,
    专利有效性: '有效',
    当前法律状态: '授权',
    授权公告日: '2023-02-10',
    失效日: '',
    合享价值度: '8',
  };
  return INCOPAT.map((header) => ({ ...cells, ...over })[header] ?? '');
};

/** A district with one firm in its register; gives the firm's id. */
export async function openSilkDistrict(): Promise<{ test: TestDatabase; firm: string }> {
  const test = await openTestDatabase([importsModule, createPartiesModule(rightsPort), ipRightsModule]);
  const ctx = test.system();
  await runImport(ctx, {
    name: '登记.csv',
    kind: 'market-register',
    content: csv(
      ['企业名称', '统一社会信用代码', '企业类型', '经营状态', '成立日期', '注册地址'],
      [FIRM, '91320509MA1ABCDE8U', '有限责任公司', '存续', '2010-01-01', ADDRESS],
    ),
  });
  const { rows } = await sql<{ id: string }>`select id from parties.party where name = ${FIRM}`.execute(ctx.db);
  return { test, firm: rows[0]?.id as string };
}

/** Id and next due day of a patent by its key. */
export async function patentByNumber(test: TestDatabase, number: string) {
  const { rows } = await sql<{
    id: string;
    next_due_on: string | null;
  }>`select id, next_due_on from ip_rights.patent where record_key = ${number}`.execute(test.services.db);
  return rows[0];
}
