import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { patentKindLabels, patentStatusLabels, trademarkStatusLabels } from '../labels.ts';
import { type PatentQuery, patentList } from './list-patents.ts';
import { type TrademarkQuery, trademarkList } from './list-trademarks.ts';
import { allRights } from './right-list.ts';

/** Names of the filters as a reader of the workbook knows them. */
const FILTER_NAMES: Readonly<Record<string, string>> = {
  q: '关键词',
  party: '主体',
  town: '镇（街道）',
  zone: '功能区',
  industry: '行业',
  kind: '类型',
  status: '状态',
  ipc: 'IPC',
  niceClass: '国际分类',
  filedFrom: '申请日起',
  filedTo: '申请日止',
  dueFrom: '年费期限起',
  dueTo: '年费期限止',
  linked: '已关联主体',
  abnormal: '非正常申请',
};

function filterSentence(
  ctx: Ctx,
  query: Readonly<Record<string, unknown>>,
  words: (key: string, code: string) => string | undefined,
): string {
  const { places } = ctx.services;
  const parts = Object.entries(FILTER_NAMES).flatMap(([key, name]) => {
    const value = query[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const shown = (Array.isArray(value) ? value : [value]).map((one) => {
      if (typeof one === 'boolean') return one ? '是' : '否';
      const code = String(one);
      if (key === 'town') return places.townName(code) ?? code;
      if (key === 'zone') return places.zoneName(code) ?? code;
      return words(key, code) ?? code;
    });
    return [`${name}：${shown.join('、')}`];
  });
  return parts.length === 0 ? '筛选：无（全部）' : `筛选：${parts.join('；')}`;
}

function heading(ctx: Ctx, name: string, total: number, asOf: string | undefined, filter: string): string[] {
  const { district } = ctx.services;
  const demo = district.demo ? '（演示数据）' : '';
  return [
    `${district.name}${name}${demo}`,
    `状态截至 ${asOf ?? ctx.today}，导出于 ${ctx.today}，共 ${total} 件。${filter}`,
  ];
}

const PATENT_HEADERS = [
  '申请号',
  '专利名称',
  '类型',
  '状态',
  '申请日',
  '授权公告日',
  '公开（公告）号',
  'IPC主分类',
  '专利权人',
  '关联主体',
  '镇（街道）',
  '下次年费期限',
  '非正常申请',
];

const TRADEMARK_HEADERS = [
  '注册号',
  '国际分类',
  '商标名称',
  '商标类型',
  '状态',
  '申请日期',
  '注册公告日期',
  '专用权期限止',
  '注册人',
  '关联主体',
  '镇（街道）',
];

/** How many of a right's holders are linked to parties, of how many. */
const linkedOf = (holders: readonly { partyId: string | null }[]) =>
  `${holders.filter((holder) => holder.partyId !== null).length}/${holders.length}`;

async function* mapEach<Row>(
  batches: AsyncIterable<Row[]>,
  cells: (row: Row) => WorkbookCells,
): AsyncGenerator<WorkbookCells[]> {
  for await (const batch of batches) yield batch.map(cells);
}

/** Exactly the rows the list shows, all pages, in its order. */
export async function exportPatents(ctx: Ctx, query: PatentQuery): Promise<FileAnswer> {
  const { total, batches } = await allRights(ctx, patentList, query);
  const words = (key: string, code: string) =>
    (key === 'kind' ? patentKindLabels : key === 'status' ? patentStatusLabels : {})[code]?.zh;
  return answerWorkbook({
    fileName: `专利清单-${ctx.today}`,
    sheet: '专利',
    heading: heading(ctx, '专利清单', total, query.asOf, filterSentence(ctx, query, words)),
    headers: PATENT_HEADERS,
    batches: mapEach(batches, (p) => [
      p.applicationNo,
      p.title,
      patentKindLabels[p.kind]?.zh ?? p.kind,
      patentStatusLabels[p.status]?.zh ?? p.status,
      p.filedOn ?? '',
      p.grantedOn ?? '',
      p.publicationNo ?? '',
      p.ipcMain ?? '',
      p.holders.map((holder) => holder.name).join('；'),
      linkedOf(p.holders),
      p.town ?? '',
      p.nextDueOn ?? '',
      p.abnormal ? '是' : '',
    ]),
  });
}

/** Exactly the rows the list shows, all pages, in its order. */
export async function exportTrademarks(ctx: Ctx, query: TrademarkQuery): Promise<FileAnswer> {
  const { total, batches } = await allRights(ctx, trademarkList, query);
  const words = (key: string, code: string) => (key === 'status' ? trademarkStatusLabels[code]?.zh : undefined);
  return answerWorkbook({
    fileName: `商标清单-${ctx.today}`,
    sheet: '商标',
    heading: heading(ctx, '商标清单', total, query.asOf, filterSentence(ctx, query, words)),
    headers: TRADEMARK_HEADERS,
    batches: mapEach(batches, (t) => [
      t.registrationNo,
      t.niceClass,
      t.name,
      t.kind,
      trademarkStatusLabels[t.status]?.zh ?? t.status,
      t.filedOn ?? '',
      t.registeredOn ?? '',
      t.expiresOn ?? '',
      t.holders.map((holder) => holder.name).join('；'),
      linkedOf(t.holders),
      t.town ?? '',
    ]),
  });
}
