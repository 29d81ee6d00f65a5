import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { decisionLabels } from '../domain/case-words.ts';
import { toCard } from './case-card.ts';
import type { CaseFilter } from './case-tests.ts';
import { streamCases } from './list-cases.ts';

const HEADERS = [
  '案号',
  '案件名称',
  '状态',
  '程序',
  '来源',
  '当事人',
  '行为类型',
  '办案机构',
  '办案人员',
  '所属镇（街道）',
  '收到日期',
  '立案日期',
  '决定日期',
  '最近期限',
  '届满日',
  '违法经营额（元）',
  '罚款（元）',
  '决定',
  '达到追诉标准',
];
const BATCH = 1000;
const yuan = (fen: number | null) => (fen === null ? '' : fen / 100);

/** Exactly the cases the list shows, in its order. */
export async function exportCases(
  ctx: Ctx,
  { sort, ...filter }: CaseFilter & { readonly sort?: string | undefined },
): Promise<FileAnswer> {
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for await (const rows of streamCases(ctx, filter, sort, BATCH)) {
      yield rows.map((row) => {
        const card = toCard(ctx, row);
        return [
          card.number,
          card.title,
          card.stateLabel,
          card.trackLabel,
          card.sourceLabel,
          card.suspects,
          card.behaviour ?? '',
          card.organisation,
          card.officers,
          card.town ?? '',
          card.receivedOn,
          card.filedOn ?? '',
          card.decidedOn ?? '',
          card.dueLabel ?? '',
          card.dueOn ?? '',
          yuan(card.businessFen),
          yuan(card.fineFen),
          card.decisionKind === null ? '' : (decisionLabels[card.decisionKind]?.[ctx.language] ?? ''),
          card.hit ? '是' : '',
        ];
      });
    }
  }
  return answerWorkbook({
    fileName: `案件清单-${ctx.today}`,
    sheet: '案件',
    heading: [`案件清单，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
