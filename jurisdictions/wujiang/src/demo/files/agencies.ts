import { buildUscc } from '../codes.ts';
import { type DemoContext, openDemoCsv } from '../context.ts';
import { isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Cell } from '../row-writer.ts';
import { CASE, type DemoAgency, filedUntil, localAgencies, outsideAgencies, personName } from './agency-roster.ts';

const OFFICE = '市知识产权局专利代理管理（演示）';

async function writeRows(
  ctx: DemoContext,
  file: string,
  header: readonly string[],
  rows: readonly Cell[][],
): Promise<void> {
  const out = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row([...header]);
  for (const row of rows) await out.row(row);
  await out.close();
}

const fullWidth = (text: string): string => text.replace(/\(/g, '（').replace(/\)/g, '）');

function agencyRow(agency: DemoAgency, over: Readonly<Record<string, Cell>> = {}): Record<string, Cell> {
  return {
    机构名称: agency.name,
    机构代码: agency.code,
    统一社会信用代码: agency.uscc,
    机构类型: agency.kind,
    所属机构: '',
    执业许可证号: agency.licence,
    许可日期: agency.code === '' ? '' : isoOf(agency.licensedOn),
    地址: agency.address,
    负责人: agency.head,
    联系电话: agency.phone,
    代理师数量: agency.people || '',
    状态: '正常',
    曾用名: '',
    ...over,
  };
}

const HEADER = [
  '机构名称',
  '机构代码',
  '统一社会信用代码',
  '机构类型',
  '所属机构',
  '执业许可证号',
  '许可日期',
  '地址',
  '负责人',
  '联系电话',
  '代理师数量',
  '状态',
  '曾用名',
] as const;

/** Branches: one with its house, one whose house nobody named. */
function branchRows(ctx: DemoContext, outside: readonly DemoAgency[]): Record<string, Cell>[] {
  const house = outside[0];
  const brand = ctx.population.brandOf(ctx.population.size + 15);
  const base = { 机构类型: '分支机构', 状态: '正常', 联系电话: '', 代理师数量: 2 };
  return [
    ...(house === undefined
      ? []
      : [
          {
            ...base,
            机构名称: `${fullWidth(house.name)}吴江分所`,
            所属机构: house.name,
            许可日期: isoOf(ctx.asOf - 800),
            地址: '苏州市吴江区松陵街道开平路300号',
          },
        ]),
    {
      ...base,
      机构名称: `北京${brand}知识产权代理有限公司吴江分公司`,
      许可日期: isoOf(ctx.asOf - 500),
      地址: '苏州市吴江区盛泽镇舜湖西路88号',
    },
  ];
}

/** Bodies that do other work than filing. */
function otherRows(ctx: DemoContext): Record<string, Cell>[] {
  const brand = (k: number) => ctx.population.brandOf(ctx.population.size + 16 + (k % 4));
  return [
    { 机构名称: `江苏${brand(0)}律师事务所`, 机构类型: '律师事务所', 地址: '苏州市吴江区松陵街道中山南路1988号' },
    {
      机构名称: `苏州${brand(1)}知识产权信息服务有限公司`,
      机构类型: '信息检索分析',
      地址: '苏州市吴江区江陵街道云创路66号',
    },
    { 机构名称: `苏州${brand(2)}资产评估有限公司`, 机构类型: '知识产权评估', 地址: '苏州市吴江区松陵街道鲈乡南路25号' },
    {
      机构名称: `苏州${brand(3)}知识产权运营有限公司`,
      机构类型: '知识产权运营、培训',
      地址: '苏州市吴江区盛泽镇市场路9号',
    },
  ].map((row) => ({ ...row, 状态: '正常' }));
}

export async function writePatentAgencies(ctx: DemoContext): Promise<DemoFile> {
  const file = '31-知识产权服务机构名单（演示数据）.csv';
  const [local, outside] = [localAgencies(ctx), outsideAgencies(ctx)];
  const many = local[CASE.manySpellings] as DemoAgency;
  const rows = [
    ...[...local, ...outside].map((agency) => agencyRow(agency)),
    // The same body once more, with an old code and a name of its own.
    agencyRow(many, {
      机构名称: `${many.name.replace(/(?:有限责任公司|有限公司|厂)$/, '')}事务所`,
      机构代码: '32991',
      负责人: '',
    }),
    ...branchRows(ctx, outside),
    ...otherRows(ctx),
  ];
  await writeRows(
    ctx,
    file,
    HEADER,
    rows.map((row) => HEADER.map((header) => (row as Record<string, Cell>)[header] ?? '')),
  );
  return {
    file,
    kind: 'patent-agencies',
    sender: OFFICE,
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '名称、代码、许可证号均为虚构；一家有两个代码，一个分支没有写明总部',
  };
}

function qualification(at: number): string {
  return String(3_200_100 + at * 7);
}

export async function writeAgencyPeople(ctx: DemoContext): Promise<DemoFile> {
  const file = '32-服务机构人员名单（演示数据）.csv';
  const rows: Cell[][] = [];
  const licensed = [...localAgencies(ctx), ...outsideAgencies(ctx)].filter((agency) => agency.code !== '');
  let serial = 0;
  for (const agency of licensed)
    for (let at = 0; at < agency.people; at++) {
      serial += 1;
      const rng = ctx.population.rng('agency-person', serial);
      const from = Math.max(agency.licensedOn, ctx.asOf - rng.between(200, 5000));
      const left = rng.chance(0.06) && from < ctx.asOf - 400 ? isoOf(ctx.asOf - rng.between(30, 300)) : '';
      const practice = `${agency.code}${String(10_000 + serial).slice(-5)}.${serial % 10}`;
      rows.push([
        at === 0 ? agency.head : personName(ctx, 'agency-people', serial),
        agency.name,
        agency.code,
        qualification(serial),
        practice,
        at === 0 ? '执行合伙人' : '专利代理师',
        isoOf(from - rng.between(200, 900)),
        isoOf(from),
        left,
      ]);
    }
  const [first, third] = [licensed[0], licensed[2] ?? licensed[0]];
  if (first !== undefined && third !== undefined) {
    // Two people with one name; one person at two agencies; two with one name and no number.
    rows.push(['顾清和', first.name, first.code, '3209001', '', '专利代理师', '2016-05-01', '2018-03-01', '']);
    rows.push(['顾清和', first.name, first.code, '3209002', '', '专利代理师', '2019-05-01', '2021-03-01', '']);
    rows.push(['沈知远', first.name, first.code, '3209003', '', '专利代理师', '2015-05-01', '2017-06-01', '']);
    rows.push(['沈知远', third.name, third.code, '3209003', '', '专利代理师', '2015-05-01', '2024-02-01', '']);
    rows.push(['陆明', first.name, first.code, '', '', '商标代理人', '', '2022-01-01', '']);
    rows.push(['陆明', third.name, third.code, '', '', '商标代理人', '', '2022-06-01', '']);
  }
  await writeRows(
    ctx,
    file,
    [
      '姓名',
      '执业机构',
      '机构代码',
      '资格证号',
      '执业备案号',
      '从业类别',
      '取得资格日期',
      '执业起始日期',
      '执业终止日期',
    ],
    rows,
  );
  return {
    file,
    kind: 'agency-people',
    sender: OFFICE,
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '姓名和号码均为虚构；有同名者、一人在两家机构、无号码者',
  };
}

/** Trademark agencies from outside that marks of the district name; two more of them are in no list. */
function outsideTrademarkRows(ctx: DemoContext): Cell[][] {
  const { population } = ctx;
  return [5, 6, 7, 8, 9].map((k) => {
    const filedOn = k === 6 ? ctx.asOf - 1300 : ctx.asOf - 100 * k;
    return [
      `苏州${population.brandOf(population.size + k)}商标事务所有限公司`,
      buildUscc('91', '320500', `MA2TM${200 + k}`),
      `演示商代${320_500 + k}`,
      isoOf(filedOn),
      isoOf(filedUntil(filedOn)),
      `苏州市姑苏区干将东路${600 + k}号`,
      personName(ctx, 'trademark-head', k),
      filedUntil(filedOn) < ctx.asOf ? '到期' : '有效',
    ];
  });
}

export async function writeTrademarkAgencies(ctx: DemoContext): Promise<DemoFile> {
  const file = '33-商标代理机构备案名单（演示数据）.csv';
  const rows: Cell[][] = [];
  let serial = 0;
  for (const agency of [...localAgencies(ctx), ...outsideAgencies(ctx)]) {
    if (agency.filedOn === undefined) continue;
    serial += 1;
    const name = agency.at === CASE.manySpellings ? `${agency.name}（商标部）` : fullWidth(agency.name);
    const row = (filedOn: number, suffix: string): Cell[] => [
      name,
      agency.uscc,
      `演示商代${String(320_000 + serial)}${suffix}`,
      isoOf(filedOn),
      isoOf(filedUntil(filedOn)),
      agency.address,
      agency.head,
      filedUntil(filedOn) < ctx.asOf ? '到期' : '有效',
    ];
    if (serial % 3 === 0) rows.push(row(agency.filedOn - 1095, ''));
    rows.push(row(agency.filedOn, serial % 3 === 0 ? '-2' : ''));
  }
  rows.push(...outsideTrademarkRows(ctx));
  await writeRows(
    ctx,
    file,
    ['商标代理机构名称', '统一社会信用代码', '备案号', '备案日期', '备案有效期至', '地址', '负责人', '备案状态'],
    rows,
  );
  return {
    file,
    kind: 'trademark-agencies',
    sender: '商标代理备案系统（演示）',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '备案号为虚构；部分延续过备案，一家已到期',
  };
}
