import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { readScores, type ScoreFilter } from './list-scores.ts';

const HEADERS = [
  '名次',
  '名称',
  '所在机构',
  '所属镇（街道）',
  '得分',
  '等级',
  '扣分',
  '加分',
  '计分事项数',
  '管理措施',
];
const ROWS = 1000;

/** Exactly the rows the list shows, in its order. */
export async function exportScores(ctx: Ctx, filter: ScoreFilter): Promise<FileAnswer> {
  const { on, rows } = await readScores(ctx, filter);
  const cells = rows.map(
    (row): WorkbookCells => [
      row.rank ?? '',
      row.name,
      row.subjectType === 'person' ? (row.agencyName ?? '') : '',
      row.town ?? '',
      row.score ?? '',
      row.grade ?? '不评级',
      row.deducted,
      row.added,
      row.counting,
      row.measure ?? '',
    ],
  );
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let at = 0; at < cells.length; at += ROWS) yield cells.slice(at, at + ROWS);
  }
  return answerWorkbook({
    fileName: `服务机构信用-${on}`,
    sheet: '信用得分',
    heading: [`服务机构信用得分：按 ${on} 计算，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
