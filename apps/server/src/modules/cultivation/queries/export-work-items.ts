import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { streamRows } from '../../../platform/register-index/index.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { TARGET_READ } from '../cultivation.catalogue.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { selectTargets, type TargetFilter, type TargetRow, targetTests } from '../repositories/target-repository.ts';
import { toWorkItem } from './list-work-items.ts';

export const STATE_WORDS: Readonly<Record<TargetRow['state'], string>> = {
  open: '未联系',
  contacted: '已联系',
  'in-progress': '办理中',
  declined: '不需要',
  succeeded: '已达成',
  reverted: '退回',
  left: '退出',
};

const HEADERS = [
  '对象',
  '企业',
  '统一社会信用代码',
  '所属镇（街道）',
  '行业',
  '状态',
  '步骤',
  '负责人',
  '进入名单日期',
  '基期后补入',
  '走访次数',
  '最近走访',
  '下一步',
  '下一步日期',
  '达成日期',
  '退出原因',
];

function cellsOf(ctx: Ctx, row: TargetRow): WorkbookCells {
  const item = toWorkItem(ctx, row);
  return [
    item.name,
    row.party_name ?? '',
    item.uscc ?? '',
    item.town ?? '',
    item.industry ?? '',
    STATE_WORDS[item.state],
    item.stepLabel ?? '',
    item.assignee ?? '',
    item.enteredOn,
    item.late ? '是' : '',
    item.visits,
    item.lastVisitOn ?? '',
    item.nextStep ?? '',
    item.nextOn ?? '',
    item.succeededOn ?? '',
    item.leftReason ?? '',
  ];
}

/** Exactly the rows the worklist shows, in its order, streamed. */
export async function exportWorkItems(ctx: Ctx, campaignId: string, filter: TargetFilter): Promise<FileAnswer> {
  const campaign = await findCampaign(ctx.db, ctx.district, campaignId);
  if (campaign === undefined) throw new AppError('platform.not-found');
  const where = targetTests(ctx, TARGET_READ, { ...filter, campaign: [campaignId] });
  const { sql, parameters } = selectTargets(ctx, where, undefined).compile(ctx.db);
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for await (const rows of streamRows<TargetRow>(ctx.services.pool, sql, parameters))
      yield rows.map((row) => cellsOf(ctx, row));
  }
  return answerWorkbook({
    fileName: `${campaign.title}-名单-${ctx.today}`,
    sheet: '名单',
    heading: [`${campaign.title}：基期 ${campaign.baseline_on ?? '未启动'}，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
