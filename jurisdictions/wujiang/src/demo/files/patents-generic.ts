import { type DemoContext, noteFault, openDemoCsv } from '../context.ts';
import { dayOf, slashDate } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { PatentStatus } from '../patent-life.ts';
import type { Cell } from '../row-writer.ts';
import { type PatentView, senderOf, writePatentRows } from './patent-mentions.ts';
import { KIND_NAMES } from './patents-incopat.ts';

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
