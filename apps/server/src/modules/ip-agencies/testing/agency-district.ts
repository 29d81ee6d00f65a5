import { computeOrganisationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { number, patentFile } from '../../../platform/imports/testing/patent-file.ts';
import { REGISTER_HEADER } from '../../../platform/imports/testing/register-header.ts';
import { csv, runImport } from '../../../platform/imports/testing/run-import.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { ipRightsModule, rightsPort } from '../../ip-rights/index.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { ipAgencyModule } from '../index.ts';
import { linkFilings } from '../jobs/link-filings.ts';

/** A unified code of an invented body of the district. */
export function codeOf(serial: number): string {
  const organisation = `MA1Y${String(serial).padStart(4, '0')}`;
  const first = `91320509${organisation}${computeOrganisationCheck(organisation)}`;
  return first + computeUsccCheck(first);
}

export const SILK = '苏州市吴江区恒力丝绸有限公司';
export const LAKE = '苏州平湖专利代理事务所(普通合伙)';
export const LAKE_CODE = '32901';
export const LAKE_USCC = codeOf(1);
export const CONSULT = '苏州吴江明远知识产权服务有限公司';
export const CONSULT_USCC = codeOf(2);
export const OUTSIDE = '南京北辰专利代理有限公司';

const AGENCIES = [
  '机构名称',
  '机构代码',
  '统一社会信用代码',
  '机构类型',
  '所属机构',
  '许可日期',
  '地址',
  '负责人',
  '状态',
];
export const LILI = '苏州市吴江区黎里镇芦莘大道3号';

/** A list of agencies: name, code, unified code, and what is to differ. */
export function agencyFile(...rows: readonly Readonly<Record<string, string>>[]): string {
  return csv(
    AGENCIES,
    ...rows.map((row) => AGENCIES.map((header) => ({ 机构类型: '专利代理机构', 状态: '正常', ...row })[header] ?? '')),
  );
}

export interface AgencyDistrict {
  readonly test: TestDatabase;
  readonly ctx: Ctx;
  take(name: string, kind: string, content: string): ReturnType<typeof runImport>;
  link(): Promise<void>;
  /** The register: name → row. */
  register(): Promise<
    Record<string, { id: string; code: string | null; notes: string[]; parent: string | null; kinds: string[] }>
  >;
}

/** One silk firm, one local patent agency, a consultancy and an agency from Nanjing, with patents filed through them. */
export async function openAgencyDistrict(): Promise<AgencyDistrict> {
  const test = await openTestDatabase([importsModule, createPartiesModule(rightsPort), ipRightsModule, ipAgencyModule]);
  const ctx = test.system();
  const take = (name: string, kind: string, content: string) =>
    runImport(ctx, { name, kind, content, asOf: '2026-11-01' });
  const party = (name: string, uscc: string, address: string) => [
    name,
    uscc,
    '有限责任公司',
    '存续',
    '2012-01-01',
    '',
    '100',
    address,
    'C1743',
    '',
    '',
  ];
  await take(
    '登记.csv',
    'market-register',
    csv(
      REGISTER_HEADER,
      party(SILK, '91320509MA1ABCDE8U', '江苏省苏州市吴江区盛泽镇西二环路1号'),
      party(LAKE, LAKE_USCC, LILI),
      party(CONSULT, CONSULT_USCC, LILI),
    ),
  );
  await take(
    '机构.csv',
    'patent-agencies',
    agencyFile(
      {
        机构名称: LAKE,
        机构代码: LAKE_CODE,
        统一社会信用代码: LAKE_USCC,
        许可日期: '2015-03-01',
        地址: LILI,
        负责人: '沈知行',
      },
      { 机构名称: OUTSIDE, 机构代码: '32555', 许可日期: '2010-06-01', 地址: '南京市玄武区中山路9号' },
      { 机构名称: CONSULT, 统一社会信用代码: CONSULT_USCC, 机构类型: '知识产权咨询', 地址: LILI },
    ),
  );
  const patent = (serial: number, agency: string, filedOn: string, over: Record<string, string> = {}) => ({
    '标题 (中文)': `一种织造装置${serial}`,
    申请号: number(Number(filedOn.slice(0, 4)), 2, serial),
    申请日: filedOn,
    专利类型: '实用新型',
    专利有效性: '有效',
    当前法律状态: '授权',
    授权公告日: `${Number(filedOn.slice(0, 4)) + 1}-01-05`,
    当前权利人: SILK,
    代理机构: agency,
    ...over,
  });
  await take(
    '专利.csv',
    'patents',
    patentFile(
      patent(901, LAKE, '2023-02-01'),
      patent(902, '苏州平湖专利代理事务所（普通合伙） 32901', '2024-02-01'),
      patent(903, OUTSIDE, '2024-05-01'),
      patent(904, CONSULT, '2024-06-01'),
      patent(905, '苏州平湖专利事务所', '2024-07-01'),
      patent(906, '完全不认识的代理中心', '2024-08-01'),
    ),
  );
  const link = () => inTransaction(ctx, (tx) => linkFilings(tx, ctx));
  await link();
  return {
    test,
    ctx,
    take,
    link,
    async register() {
      const { rows } = await sql<{
        name: string;
        id: string;
        code: string | null;
        notes: string[];
        parent: string | null;
        kinds: string[];
      }>`
        select a.name, a.id, a.agency_code as code, a.kinds, b.name as parent,
          array(select n->>'code' from jsonb_array_elements(a.notes) n) as notes
        from agencies.agency a left join agencies.agency b on b.district = a.district and b.id = a.parent_id
        where a.district = ${ctx.district} and not a.gone and a.merged_into is null`.execute(ctx.db);
      return Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
    },
  };
}
