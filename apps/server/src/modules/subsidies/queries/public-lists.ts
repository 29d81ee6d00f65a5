import type { ParsedInput, PublicListDetail, PublicListView, PublicRow, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { wanText } from '../domain/wan.ts';
import {
  type EntryRow,
  findList,
  type ListSummary,
  listChanges,
  listEntries,
  publicityVersionOf,
  selectLists,
} from '../repositories/publicity-repository.ts';

/** Columns of the domain fact sheet §4.5, in order; nothing else is public. */
const COLUMNS = [
  '序号',
  '单位名称',
  '统一社会信用代码',
  '项目类别',
  '依据条款',
  '事项（号）',
  '拟奖补金额（万元）',
  '备注',
];

const STANDING = { listed: '', corrected: '已更正', withdrawn: '已撤下' } as const;

export function toPublicRow(row: Omit<EntryRow, 'listId' | 'claimId' | 'lineId'>): PublicRow {
  return {
    no: row.no,
    name: row.name,
    uscc: row.uscc,
    category: row.category,
    clause: row.clause,
    matter: row.matter,
    amountWan: wanText(row.amountFen),
    note: [STANDING[row.standing], row.note].filter((text) => text !== '').join('；'),
    standing: row.standing,
  };
}

export function toPublicList(ctx: Ctx, row: ListSummary): PublicListView {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    issuer: row.issuer,
    policyTitle: row.policyTitle,
    policyDocNo: row.policyDocNo,
    example: row.example,
    openedOn: row.openedOn,
    workingDays: row.workingDays,
    closesOn: row.closesOn,
    state: row.closesOn !== null && row.closesOn < ctx.today ? 'closed' : 'open',
    contact: row.contact,
    rows: row.rows,
    totalWan: wanText(row.totalFen),
  };
}

export async function listPublicLists(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listPublicLists']>['query'],
): Promise<RouteOutput<(typeof routes)['listPublicLists']>> {
  const { page, pageSize } = query;
  const { rows, total } = await selectLists(ctx.db, ctx.district, { size: pageSize, skip: (page - 1) * pageSize });
  return { items: rows.map((row) => toPublicList(ctx, row)), total, page, pageSize };
}

/** One list with its corrections and withdrawals. @throws AppError platform.not-found */
export async function getPublicList(ctx: Ctx, id: string): Promise<PublicListDetail> {
  const list = await findList(ctx.db, ctx.district, id);
  if (list === undefined) throw new AppError('platform.not-found');
  return {
    ...toPublicList(ctx, list),
    entries: (await listEntries(ctx.db, ctx.district, id)).map(toPublicRow),
    changes: await listChanges(ctx.db, ctx.district, id),
  };
}

/** A cell that a spreadsheet does not take for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toCsv(list: PublicListDetail): Buffer {
  const rows = list.entries.map((row) => [
    String(row.no),
    row.name,
    row.uscc,
    row.category,
    row.clause,
    row.matter,
    row.amountWan,
    row.note,
  ]);
  const text = [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}

/** The same as csv (with a mark of UTF-8 for spreadsheets) or JSON. */
export async function downloadPublicList(ctx: Ctx, id: string, format: 'csv' | 'json'): Promise<FileAnswer> {
  const list = await getPublicList(ctx, id);
  if (format === 'csv')
    return { fileName: `${list.number}.csv`, mediaType: 'text/csv; charset=utf-8', content: toCsv(list) };
  const { id: _id, ...open } = list;
  return {
    fileName: `${list.number}.json`,
    mediaType: 'application/json; charset=utf-8',
    content: Buffer.from(JSON.stringify(open, null, 2), 'utf8'),
  };
}

/** Changes whenever a public list does; what caches of them are kept by. */
export const publicityVersion = (ctx: Ctx): Promise<string> => publicityVersionOf(ctx.db, ctx.district);
