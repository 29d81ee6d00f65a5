import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { type EntryRow, selectEntries } from '../repositories/entry-repository.ts';
import { type EntryFilter, entryTests, toEntrySummary } from './list-entries.ts';

const HEADERS = [
  '编号',
  '名单',
  '对象',
  '代码',
  '所属镇（街道）',
  '状态',
  '决定书文号',
  '列入日',
  '最后一日',
  '移出日',
  '措施',
  '说明',
];
const BATCH = 500;

function cellsOf(ctx: Ctx, row: EntryRow): WorkbookCells {
  const entry = toEntrySummary(ctx, row);
  return [
    entry.number,
    entry.listLabel,
    entry.subjectName,
    entry.code ?? '',
    entry.town ?? '',
    entry.stateLabel,
    entry.decisionNo ?? '',
    entry.fromOn ?? '',
    entry.untilOn ?? (entry.standing === 'in-force' ? '至移出之日' : ''),
    entry.endedOn ?? '',
    entry.effects.map((effect) => effect.targetLabel).join('、'),
    entry.sentence,
  ];
}

/** Exactly the entries the list shows. */
export async function exportDisciplineEntries(ctx: Ctx, filter: EntryFilter): Promise<FileAnswer> {
  const tests = entryTests(ctx, filter);
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let skip = 0; ; skip += BATCH) {
      const { rows } = await selectEntries(ctx.db, ctx.district, tests, { size: BATCH, skip });
      yield rows.map((row) => cellsOf(ctx, row));
      if (rows.length < BATCH) return;
    }
  }
  return answerWorkbook({
    fileName: `联合惩戒名册-${ctx.today}`,
    sheet: '惩戒名册',
    heading: [`联合惩戒名册，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
