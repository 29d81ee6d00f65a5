import type { Ctx } from '../context/context.ts';
import type { FileAnswer } from '../module.ts';
import { answerWorkbook, type WorkbookCells } from './answer-workbook.ts';

const BATCH = 500;

/** A list as a workbook, page by page, in the order it is shown. */
export function answerRows<Row>(
  ctx: Ctx,
  list: {
    readonly name: string;
    readonly headers: readonly string[];
    readonly page: (page: { page: number; pageSize: number }) => Promise<{ readonly rows: readonly Row[] }>;
    readonly cells: (row: Row) => WorkbookCells;
  },
): FileAnswer {
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let page = 1; ; page++) {
      const { rows } = await list.page({ page, pageSize: BATCH });
      if (rows.length > 0) yield rows.map(list.cells);
      if (rows.length < BATCH) return;
    }
  }
  return answerWorkbook({
    fileName: `${list.name}-${ctx.today}`,
    sheet: list.name,
    heading: [`${list.name}，导出于 ${ctx.today}`],
    headers: list.headers,
    batches: batches(),
  });
}
