import { Readable } from 'node:stream';
import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { findRows, viewRow, type Wanted } from './what-if-rows.ts';

const HEADERS = [
  '企业',
  '统一社会信用代码',
  '所属镇（街道）',
  '条款',
  '成果编号',
  '取得日期',
  '应享（元）',
  '预算后（元）',
  '现行政策（元）',
];
const TITLES: Readonly<Record<Wanted['list'], string>> = {
  lines: '测算名单',
  lowered: '预算不足名单',
  winners: '得益名单',
  losers: '减少名单',
  unknown: '须由人核实名单',
};
const BATCH = 1_000;

const csvCell = (cell: string | number): string => {
  const text = String(cell);
  // A cell that a spreadsheet would take for a formula is written as text.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

async function* csvLines(lines: AsyncIterable<readonly WorkbookCells[]>): AsyncGenerator<string> {
  // The mark by which spreadsheets tell UTF-8.
  yield '\uFEFF';
  for await (const batch of lines) yield batch.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** All rows of a list of a what-if. @throws AppError as runWhatIf */
export async function exportWhatIfLines(
  ctx: Ctx,
  { format, ...wanted }: Wanted & { readonly format: 'xlsx' | 'csv' },
): Promise<FileAnswer> {
  const { rows, answer } = await findRows(ctx, wanted);
  const { subject, district } = answer;
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let at = 0; at < rows.length; at += BATCH)
      yield rows.slice(at, at + BATCH).map((row): WorkbookCells => {
        const view = viewRow(ctx, row, answer);
        return [
          view.name,
          view.uscc ?? '',
          view.town ?? '',
          view.item ?? '',
          view.key ?? '',
          view.achievedOn ?? '',
          view.neededFen / 100,
          view.fen / 100,
          view.beforeFen === null ? '' : view.beforeFen / 100,
        ];
      });
  }
  const { title, year, example } = subject.compiled.policy;
  const fileName = `${title}-${TITLES[wanted.list]}-${district.asOf}`;
  if (format === 'csv') {
    const head = (async function* () {
      yield [HEADERS];
      yield* batches();
    })();
    return {
      fileName: `${fileName}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: Readable.from(csvLines(head)),
    };
  }
  return answerWorkbook({
    fileName,
    sheet: TITLES[wanted.list],
    heading: [
      `《${title}》${year}年度测算，统计日 ${district.asOf}，调整参数 ${wanted.changes.length} 项${example ? '；金额为示例' : ''}`,
      '测算结果，不是资金拨付依据；由申请人填报才能计算的条款不在其中。',
    ],
    headers: HEADERS,
    batches: batches(),
  });
}
