import { type DemoContext, openDemoCsv } from '../context.ts';
import { isoOf, yearOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Cell } from '../row-writer.ts';
import { CASE, type DemoAgency, localAgencies } from './agency-roster.ts';

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

export async function writeAgencyReports(ctx: DemoContext): Promise<DemoFile> {
  const file = '34-服务机构年度报告（演示数据）.csv';
  const last = yearOf(ctx.asOf) - 1;
  const rows: Cell[][] = [];
  for (const agency of localAgencies(ctx)) {
    if (agency.code === '') continue;
    const rng = ctx.population.rng('agency-report', agency.at);
    for (const year of [last - 1, last]) {
      if (year === last && agency.at === CASE.noReport) continue;
      const late = year === last && agency.at === CASE.lateReport;
      const odd = year === last && agency.at === CASE.manySpellings;
      rows.push([
        agency.name,
        agency.code,
        agency.uscc,
        year,
        late ? `${year + 1}-08-12` : `${year + 1}-0${rng.between(2, 6)}-${rng.between(10, 28)}`,
        odd ? '顾望舒' : agency.head,
        odd ? '苏州市吴江区松陵街道体育路（已迁）' : agency.address,
        agency.people + (odd ? 6 : 0),
        agency.people + rng.between(1, 8),
        `${rng.between(80, 900)}万元`,
        rng.between(60, 700),
        rng.between(0, 300),
      ]);
    }
  }
  await writeRows(
    ctx,
    file,
    [
      '机构名称',
      '机构代码',
      '统一社会信用代码',
      '报告年度',
      '提交日期',
      '负责人',
      '地址',
      '代理师人数',
      '从业人数',
      '营业收入',
      '代理专利申请量',
      '代理商标申请量',
    ],
    rows,
  );
  return {
    file,
    kind: 'agency-annual-reports',
    sender: '市知识产权局专利代理管理（演示）',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '数字均为虚构；一家迟报、一家未报、一家与登记簿不一致',
  };
}

type Matter = {
  at: number;
  sort: string;
  days: number;
  reason: string;
  authority: string;
  fine?: string;
  revoked?: number;
  person?: [string, string];
};

const MATTERS: readonly Matter[] = [
  {
    at: 0,
    sort: '行政处罚',
    days: 700,
    reason: '疏于管理，造成委托人利益受损',
    authority: '省知识产权局（演示）',
    fine: '2万元',
    revoked: 120,
  },
  { at: 6, sort: '行政处罚', days: 380, reason: '未按规定办理变更备案，警告', authority: '省知识产权局（演示）' },
  {
    at: 0,
    sort: '行政处罚',
    days: 260,
    reason: '从事专利代理业务同时在两家机构执业',
    authority: '省知识产权局（演示）',
    fine: '1万元',
    person: ['沈知远', '3209003'],
  },
  { at: 7, sort: '经营异常名录', days: 150, reason: '未按时提交年度报告', authority: '区市场监督管理局（演示）' },
  {
    at: 9,
    sort: '行业惩戒',
    days: 300,
    reason: '低于成本竞价、承诺授权，通报批评',
    authority: '市知识产权服务业协会（演示）',
  },
  { at: 3, sort: '荣誉表彰', days: 420, reason: '年度优秀知识产权服务机构', authority: '市知识产权局（演示）' },
  { at: 8, sort: '荣誉表彰', days: 90, reason: '专利质量提升先进单位', authority: '区市场监督管理局（演示）' },
];

export async function writeAgencyPenalties(ctx: DemoContext): Promise<DemoFile> {
  const file = '35-服务机构处罚与名录（演示数据）.csv';
  const agencies = localAgencies(ctx);
  const rows = MATTERS.flatMap((matter, serial): Cell[][] => {
    const agency: DemoAgency | undefined = agencies[matter.at];
    if (agency === undefined) return [];
    const on = isoOf(ctx.asOf - matter.days);
    const revoked = matter.revoked === undefined ? '' : isoOf(ctx.asOf - matter.revoked);
    return [
      [
        agency.name,
        agency.code,
        agency.uscc,
        matter.person?.[0] ?? '',
        matter.person?.[1] ?? '',
        matter.sort,
        `演示知代决〔${on.slice(0, 4)}〕${serial + 1}号`,
        on,
        matter.sort === '经营异常名录' ? '' : isoOf(ctx.asOf - matter.days + 1095),
        revoked,
        revoked === '' ? '' : `（${revoked.slice(0, 4)}）苏演示行终12号判决撤销`,
        matter.reason,
        matter.authority,
        matter.fine ?? '',
      ],
    ];
  });
  await writeRows(
    ctx,
    file,
    [
      '机构名称',
      '机构代码',
      '统一社会信用代码',
      '当事人姓名',
      '资格证号',
      '类别',
      '文书号',
      '决定日期',
      '有效期至',
      '撤销日期',
      '撤销依据',
      '事由',
      '决定机关',
      '罚款金额',
    ],
    rows,
  );
  return {
    file,
    kind: 'agency-penalties',
    sender: '区市监局知识产权促进科',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '决定均为虚构；一件处罚已被法院撤销',
  };
}

export async function writeSocialSecurity(ctx: DemoContext): Promise<DemoFile> {
  const file = '36-从业人员参保单位（演示数据）.csv';
  const licensed = localAgencies(ctx).filter((agency) => agency.code !== '');
  const [first, third] = [licensed[0], licensed[2] ?? licensed[0]];
  const firm = ctx.population.party(ctx.population.range('enterprise').from).name;
  const rows: Cell[][] = [
    ['沈知远', '3209003', third?.name ?? '', third?.uscc ?? '', '2024-02-01', ''],
    ['顾清和', '3209001', first?.name ?? '', first?.uscc ?? '', '2018-03-01', ''],
    ['顾清和', '3209002', firm, '', '2020-01-01', ''],
  ];
  await writeRows(ctx, file, ['姓名', '资格证号', '参保单位', '统一社会信用代码', '参保起始', '参保终止'], rows);
  return {
    file,
    kind: 'agency-social-security',
    sender: '区人社局（演示）',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '一人的参保单位不是其执业机构；均为虚构',
  };
}
