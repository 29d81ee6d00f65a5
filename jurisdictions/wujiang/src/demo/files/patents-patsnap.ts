import { type DemoContext, openDemoCsv } from '../context.ts';
import { isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { PatentStatus } from '../patent-life.ts';
import type { Cell } from '../row-writer.ts';
import { type PatentView, senderOf, writePatentRows } from './patent-mentions.ts';
import { KIND_NAMES, strategicOf } from './patents-incopat.ts';

const PATSNAP_COLUMNS = [
  '序号',
  '公开(公告)号',
  '申请号',
  '标题',
  '申请日',
  '公开(公告)日',
  '授权日',
  '专利类型',
  '受理局',
  '[标]当前申请(专利权)人',
  '[标]原始申请(专利权)人',
  '当前申请(专利权)人州/省',
  '当前申请(专利权)人地市',
  '当前申请(专利权)人区县',
  '原始申请(专利权)人地址',
  '工商统一社会信用代码',
  '发明人',
  'IPC分类号',
  'IPC主分类号',
  '战略新兴产业分类',
  '法律状态/事件',
  '简单法律状态',
  '权利要求数',
  '被引用专利数量',
  '专利价值',
  '失效日',
  '许可次数',
  '转让人',
  '受让人',
  '[标]代理机构',
];
const PATSNAP_LEGAL: Record<PatentStatus, [event: string, simple: string]> = {
  published: ['公开', '审中'],
  examination: ['实质审查', '审中'],
  granted: ['授权', '有效'],
  refused: ['驳回', '失效'],
  withdrawn: ['撤回', '失效'],
  unpaid: ['未缴年费', '失效'],
  expired: ['期限届满', '失效'],
  invalidated: ['全部无效', '失效'],
  abandoned: ['放弃', '失效'],
};

function patsnapRow(ctx: DemoContext, madeOn: number, view: PatentView, number: number): Cell[] {
  const { patent, rng } = view;
  const { life } = patent;
  const owner = patent.applicants[0]?.party;
  const [event, simple] = PATSNAP_LEGAL[view.status];
  const moved = patent.transfer !== undefined && patent.transfer.on <= madeOn;
  const events = [
    event,
    moved ? '权利转移' : '',
    patent.pledgedOn !== undefined ? '质押' : '',
    patent.licensed ? '许可' : '',
  ];
  return [
    number,
    view.publication.number,
    `CN${view.applicationNumber}`,
    patent.title,
    isoOf(life.filedOn),
    isoOf(view.publication.on),
    life.grantedOn !== undefined && life.grantedOn <= madeOn ? isoOf(life.grantedOn) : '-',
    life.kind === 'invention' && view.publication.number.endsWith('A')
      ? '发明申请'
      : life.kind === 'invention'
        ? '授权发明'
        : KIND_NAMES[life.kind],
    '中国',
    view.holders.join(' | '),
    view.applicants.join(' | '),
    '江苏',
    '苏州市',
    '吴江区',
    patent.address,
    owner && owner.index < ctx.population.size && rng.chance(0.3) ? owner.uscc : '-',
    patent.inventors.join(' | '),
    patent.ipc.join(' | ') || '-',
    patent.ipc[0] ?? '-',
    strategicOf(patent).replaceAll('; ', ' | '),
    events.filter(Boolean).join(' | '),
    simple,
    patent.claims || '-',
    patent.citedBy,
    `$${rng.between(1, 900)},000`,
    life.end && life.end.shownFrom <= madeOn ? isoOf(life.end.on) : '-',
    patent.licensed ? 1 : 0,
    moved ? view.applicants[0] : '-',
    moved ? view.holders[0] : '-',
    patent.agency || '-',
  ];
}

export async function writePatsnap(ctx: DemoContext): Promise<DemoFile> {
  const file = '05-专利-智慧芽导出（演示数据）.csv';
  const madeOn = ctx.asOf - 5;
  const out = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row(PATSNAP_COLUMNS);
  const rows = await writePatentRows(ctx, {
    file,
    madeOn,
    takes: (_, index) => Object.values(senderOf(ctx, index)).includes(1),
    write: (view, number) => out.row(patsnapRow(ctx, madeOn, view, number)),
  });
  await out.close();
  return {
    file,
    kind: 'patents',
    sender: 'PatSnap',
    encoding: 'utf-8-bom',
    rows,
    note: `多值以「 | 」分隔，空值为「-」；导出日 ${isoOf(madeOn)}`,
  };
}
