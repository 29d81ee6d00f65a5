import type { ParsedInput, routes } from '@jince/contract';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerTable, rowsOfPages } from '../../../platform/workbook/answer-table.ts';
import { listReportsOfPublic } from './list-reports.ts';

const HEADERS = [
  '被举报（投诉）对象',
  '举报或投诉',
  '问题类型',
  '状态',
  '到期',
  '来件',
  '附件',
  '并入',
  '区镇',
  '收到',
  '办件号',
  '回执编号',
];

/** Exactly the reports the list shows, in its order; nothing of who sent them. */
export function exportReportsOfPublic(
  ctx: Ctx,
  { format, ...query }: ParsedInput<(typeof routes)['exportReportsOfPublic']>['query'],
): FileAnswer {
  const batches = rowsOfPages(
    (page) => listReportsOfPublic(ctx, { ...query, ...page }),
    (row) => [
      row.subjectName,
      row.sortLabel,
      row.kindLabel,
      row.stateLabel,
      row.dueOn ?? '',
      row.anonymous ? '匿名' : '实名',
      row.papers,
      row.joined,
      row.town ?? '',
      chinaDay(new Date(row.receivedAt)),
      row.number ?? '',
      row.receipt,
    ],
  );
  const heading = [`公众举报投诉，导出于 ${ctx.today}`];
  return answerTable(
    { fileName: `举报投诉-${ctx.today}`, sheet: '举报投诉', heading, headers: HEADERS, batches },
    format,
  );
}
