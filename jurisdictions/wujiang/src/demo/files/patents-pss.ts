import { DEMO_MARK, type DemoContext, openDemoXlsx } from '../context.ts';
import { compactDate, dayOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { PatentStatus } from '../patent-life.ts';
import { senderOf, writePatentRows } from './patent-mentions.ts';
import { KIND_NAMES } from './patents-incopat.ts';

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
