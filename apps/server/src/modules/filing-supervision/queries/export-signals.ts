import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { streamRows } from '../../../platform/register-index/index.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { categoryLabels, stateLabels } from '../domain/labels.ts';
import { wordsOfKind } from '../domain/signal-kinds.ts';
import { type SignalFilter, type SignalRow, selectSignals } from '../repositories/list-repository.ts';

const HEADERS = [
  '对象',
  '所属镇（街道）',
  '信号',
  '情形',
  '依据',
  '涉及申请',
  '强度',
  '加权强度',
  '数值',
  '单位',
  '同类预期',
  '区间下限',
  '区间上限',
  '状态',
  '判定人',
  '首次发现',
  '消失日期',
];

const two = (value: number) => Math.round(value * 100) / 100;

function cellsOf(ctx: Ctx, row: SignalRow): WorkbookCells {
  const words = wordsOfKind(row.kind);
  return [
    row.subject_label,
    row.town_codes.map((code) => ctx.services.places.townName(code) ?? code).join('、'),
    words.label.zh,
    categoryLabels[row.category]?.zh ?? row.category,
    row.why_zh,
    row.filings,
    two(row.strength),
    two(row.weight),
    two(row.figure),
    words.unit.zh,
    two(row.baseline.expected),
    two(row.baseline.low),
    two(row.baseline.high),
    stateLabels[row.state]?.zh ?? row.state,
    row.judged_by ?? '',
    row.first_seen_at.slice(0, 10),
    row.gone_at?.slice(0, 10) ?? '',
  ];
}

/** Exactly the signals the list shows, in its order, streamed. */
export async function exportSignals(
  ctx: Ctx,
  { sort, ...filter }: SignalFilter & { sort?: string | undefined },
): Promise<FileAnswer> {
  const { sql, parameters } = selectSignals(ctx, filter, sort, undefined).compile(ctx.db);
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for await (const rows of streamRows<SignalRow>(ctx.services.pool, sql, parameters))
      yield rows.map((row) => cellsOf(ctx, row));
  }
  return answerWorkbook({
    fileName: `申请监管信号-${ctx.today}`,
    sheet: '信号',
    heading: [`申请监管信号，导出于 ${ctx.today}。信号仅为线索，未经判定不产生任何影响。`],
    headers: HEADERS,
    batches: batches(),
  });
}
