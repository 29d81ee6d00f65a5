import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerTable, rowsOfPages, type TableFormat } from '../../../platform/workbook/answer-table.ts';
import { listAssociationMembers, type MemberFilter } from './list-members.ts';

const HEADERS = [
  '会员号',
  '机构',
  '机构代码',
  '区镇',
  '会员类别',
  '入会日期',
  '退会日期',
  '退会原因',
  '已签公约',
  '品牌等级',
  '评价客户',
  '评分',
  '近三年惩戒',
  '联合惩戒',
];

/** Exactly the members the list shows. */
export function exportAssociationMembers(
  ctx: Ctx,
  { format, ...filter }: MemberFilter & { readonly format: TableFormat },
): FileAnswer {
  const batches = rowsOfPages(
    (page) => listAssociationMembers(ctx, { ...filter, ...page }),
    (row) => [
      row.memberNo ?? '',
      row.name,
      row.code ?? '',
      row.town ?? '',
      row.levelLabel,
      row.joinedOn,
      row.leftOn ?? '',
      row.leftReason ?? '',
      row.conventionSigned ? '是' : '否',
      row.brandLabel ?? '',
      row.ratings,
      row.rating ?? '',
      row.penalties,
      row.disciplined ? '是' : '否',
    ],
  );
  const heading = [`协会会员，导出于 ${ctx.today}`];
  return answerTable({ fileName: `协会会员-${ctx.today}`, sheet: '会员', heading, headers: HEADERS, batches }, format);
}
