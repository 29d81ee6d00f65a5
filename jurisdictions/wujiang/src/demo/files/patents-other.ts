import { DEMO_MARK, type DemoContext, noteFault, openDemoCsv, openDemoXlsx } from '../context.ts';
import { compactDate, dayOf, isoOf, slashDate } from '../days.ts';
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

const PSS_COLUMNS = [
  '申请号',
  '申请日',
  '公开（公告）号',
  '公开（公告）日',
  '发明名称',
  'IPC分类号',
  '申请（专利权）人',
  '发明人',
  '优先权号',
  '优先权日',
  '申请人地址',
  '申请人邮编',
  '申请人所在国（省）',
  'CPC分类号',
  '外观设计洛迦诺分类号',
  '代理人',
  '代理机构',
  '法律状态',
  '法律状态生效日期',
  '文献类型',
  '摘要',
];
const PSS_LEGAL: Record<PatentStatus, string> = {
  published: '公布',
  examination: '实质审查的生效',
  granted: '授权',
  refused: '发明专利申请公布后的驳回',
  withdrawn: '发明专利申请公布后的视为撤回',
  unpaid: '专利权的终止（未缴年费）',
  expired: '专利权的终止（期限届满）',
  invalidated: '专利权的全部无效',
  abandoned: '专利权的主动放弃',
};

export async function writePss(ctx: DemoContext): Promise<DemoFile> {
  const file = '06-专利-国知局检索导出（演示数据）.xlsx';
  const madeOn = dayOf('2026-06-30');
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('检索结果', ['A1:U1']);
  await sheet.row([`专利检索及分析系统  检索结果列表（${DEMO_MARK}）`]);
  await sheet.row(PSS_COLUMNS);
  const rows = await writePatentRows(ctx, {
    file,
    madeOn,
    takes: (_, index) => Object.values(senderOf(ctx, index)).includes(2),
    write: (view) => {
      const { patent } = view;
      const { life } = patent;
      const since = life.end && life.end.shownFrom <= madeOn ? life.end.on : view.publication.on;
      return sheet.row([
        `CN${view.applicationNumber}`,
        compactDate(life.filedOn),
        view.publication.number,
        compactDate(view.publication.on),
        patent.title,
        patent.ipc.join('; '),
        view.holders.join(';'),
        patent.inventors.join(';'),
        null,
        null,
        patent.address.replace(/^215200 /, ''),
        '215200',
        '江苏(32)',
        null,
        patent.locarno,
        null,
        patent.agency,
        PSS_LEGAL[view.status],
        compactDate(since),
        life.kind === 'invention'
          ? view.publication.number.endsWith('A')
            ? '发明申请'
            : '发明授权'
          : KIND_NAMES[life.kind],
        null,
      ]);
    },
  });
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'patents',
    sender: 'CNIPA-PSS',
    encoding: 'xlsx',
    rows,
    note: '首行标题；日期为 8 位数字文本；导出日 2026-06-30，状态较旧',
  };
}

const GENERIC_COLUMNS = [
  '序号',
  '申请日',
  '公开日',
  '授权公告日',
  '申请人',
  '发明人',
  '申请号',
  '公开号',
  '授权公告号',
  '专利类型',
  '专利名称',
  '申请人地址',
  '法律状态',
  '主分类号',
  '分类号',
  '国省代码',
  '专利代理机构',
  '第一发明人',
  '第一权利人',
  '当前权利人',
  '法律事件',
  '引证数',
  '专利转移次数',
  '许可次数',
  '质押次数',
  '失效日期',
  '无效宣告日期',
];
const GENERIC_LEGAL: Record<PatentStatus, [state: string, event: string]> = {
  published: ['在审', '公开'],
  examination: ['在审', '实审'],
  granted: ['有权', '授权'],
  refused: ['无权', '驳回'],
  withdrawn: ['无权', '视为撤回'],
  unpaid: ['无权', '未缴年费终止'],
  expired: ['无权', '届满终止'],
  invalidated: ['无权', '宣告全部无效'],
  abandoned: ['无权', '放弃专利权'],
};

function genericRow(
  madeOn: number,
  view: PatentView,
  number: number,
  filedText: string,
  legal: [string, string],
): Cell[] {
  const { patent } = view;
  const { life } = patent;
  const granted = life.grantedOn !== undefined && life.grantedOn <= madeOn;
  const published = life.publishedOn !== undefined && life.publishedOn <= madeOn;
  const ended = life.end && life.end.shownFrom <= madeOn ? life.end : undefined;
  const ipc = patent.ipc.map((symbol) => `${symbol}(2006.01)I`);
  const moved = patent.transfer !== undefined && patent.transfer.on <= madeOn;
  return [
    number,
    filedText,
    published ? slashDate(life.publishedOn ?? 0) : '',
    granted ? slashDate(life.grantedOn ?? 0) : '',
    view.applicants.join('；'),
    patent.inventors.join('；'),
    view.applicationNumber,
    published ? `${patent.publicationBase}A` : '',
    granted ? view.publication.number : '',
    KIND_NAMES[life.kind],
    patent.title,
    patent.address,
    legal[0],
    ipc[0] ?? patent.locarno,
    ipc.join('；') || patent.locarno,
    '江苏;32',
    patent.agency,
    patent.inventors[0],
    view.holders[0],
    view.holders.join('；'),
    patent.abnormal && ended ? `${legal[1]}（涉非正常申请）` : legal[1],
    patent.citedBy,
    moved ? 1 : 0,
    patent.licensed ? 1 : 0,
    patent.pledgedOn !== undefined && patent.pledgedOn <= madeOn ? 1 : 0,
    ended ? slashDate(ended.on) : '',
    ended?.reason === 'invalidated' ? slashDate(ended.on) : '',
  ];
}

export async function writeGenericPatents(ctx: DemoContext): Promise<DemoFile> {
  const file = '07-专利-科技局汇总（演示数据）.csv';
  const madeOn = dayOf('2026-09-30');
  const out = await openDemoCsv(ctx, file, 'gbk');
  await out.row(GENERIC_COLUMNS);
  const rows = await writePatentRows(ctx, {
    file,
    madeOn,
    takes: (_, index) => Object.values(senderOf(ctx, index)).includes(3),
    write: (view, number) => {
      const filed = view.patent.life.filedOn;
      const badDate = view.rng.chance(0.003);
      const unknown = view.rng.chance(0.004);
      const legal: [string, string] = unknown ? ['待核', '不详'] : GENERIC_LEGAL[view.status];
      const waiting = out.row(genericRow(madeOn, view, number, badDate ? '2021/2/30' : slashDate(filed), legal));
      if (!badDate && !unknown) return waiting;
      return Promise.resolve(waiting).then(async () => {
        if (badDate) await noteFault(ctx, file, view.applicationNumber, 'impossible-date');
        if (unknown) await noteFault(ctx, file, view.applicationNumber, 'unknown-status');
      });
    },
  });
  await out.close();
  return {
    file,
    kind: 'patents',
    sender: '区科技局',
    encoding: 'gbk',
    rows,
    note: '多值以「；」分隔；分类号带版本；导出日 2026-09-30；「涉非正常申请」写在法律事件里',
  };
}
