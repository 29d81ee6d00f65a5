import type { RouteOutput, routes } from '@jince/contract';
import { describeRule, type FactSpec } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import {
  type SelectRequest,
  selectSubjects,
  shownUnit,
  subjectEntry,
  toSubjectRows,
} from '../../../platform/facts/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook } from '../../../platform/workbook/answer-workbook.ts';
import { factsOf } from '../domain/completeness.ts';
import type { Countable } from './count-indicators.ts';
import { type RowsWanted, requireCountable, rowsRequest } from './indicator-rows.ts';

/** Facts shown beside each subject: those the rules name, what is summed up first. */
const SHOWN = 8;
const BATCH = 2_000;
const EVERYTHING = 10_000_000;

type Page = RouteOutput<typeof routes.listIndicatorRows>;

function columnsOf(ctx: Ctx, { subject, checked }: Countable): FactSpec[] {
  const { facts } = subjectEntry(ctx, subject);
  const names = new Set([...(checked.value?.facts ?? []), ...(checked.counted?.facts ?? []), ...factsOf(checked)]);
  const own = [...names].filter((name) => name.startsWith(`${subject}.`) && name !== `${subject}.town`);
  return own.flatMap((name) => facts.get(name.slice(subject.length + 1))?.spec ?? []).slice(0, SHOWN);
}

function withColumns(ctx: Ctx, subject: string, columns: readonly FactSpec[]): string[] {
  const town = subjectEntry(ctx, subject).facts.has('town') ? ['town'] : [];
  return [...new Set([...columns.map((spec) => spec.path), ...town])];
}

type Request = Omit<SelectRequest, 'page' | 'pageSize'>;

function prepare(
  ctx: Ctx,
  indicator: Countable,
  wanted: RowsWanted,
): { columns: FactSpec[]; request: Request | undefined } {
  const columns = columnsOf(ctx, indicator);
  const request = rowsRequest(ctx, indicator, wanted);
  if (request === undefined) return { columns, request };
  return { columns, request: { ...request, columns: withColumns(ctx, indicator.subject, columns) } };
}

/** The subjects behind an indicator that the actor may see, a page at a time. */
export async function listIndicatorRows(
  ctx: Ctx,
  code: string,
  query: RowsWanted & { readonly page: number; readonly pageSize: number },
): Promise<Page> {
  const { page, pageSize } = query;
  const indicator = await requireCountable(ctx, code);
  const { columns, request } = prepare(ctx, indicator, query);
  if (request === undefined) return { items: [], total: 0, page, pageSize };
  const found = await selectSubjects(ctx, { ...request, page, pageSize });
  return {
    items: await toSubjectRows(ctx, indicator.subject, found.rows, columns),
    total: found.total,
    page,
    pageSize,
  };
}

const PARTS = { population: '总体', counted: '计入', missing: '未计入', unknown: '不明' } as const;

/** Exactly these rows, all of them, with definition and rules above. */
export async function exportIndicatorRows(ctx: Ctx, code: string, query: RowsWanted): Promise<FileAnswer> {
  const indicator = await requireCountable(ctx, code);
  const { pack, checked, subject } = indicator;
  const { columns, request } = prepare(ctx, indicator, query);
  const found =
    request === undefined ? undefined : await selectSubjects(ctx, { ...request, page: 1, pageSize: EVERYTHING });
  const rows = found?.rows ?? [];
  async function* batches() {
    for (let at = 0; at < rows.length; at += BATCH) {
      const shown = await toSubjectRows(ctx, subject, rows.slice(at, at + BATCH), columns);
      yield shown.map((row) => [row.label, row.town ?? '', ...row.facts.map((fact) => fact.value ?? '')]);
    }
  }
  const kind = subjectEntry(ctx, subject).subject;
  const day = query.asOf ?? found?.freshness.asOf ?? ctx.today;
  return answerWorkbook({
    fileName: `${pack.label.zh}-${PARTS[query.part]}-${day}`,
    sheet: pack.label.zh.slice(0, 31).replaceAll(/[\\/?*[\]:]/g, ' '),
    heading: [
      `${ctx.services.district.name}${pack.label.zh}：${PARTS[query.part]}`,
      pack.definition,
      `总体：${describeRule(checked.population).zh}${checked.counted === undefined ? '' : `；计入：${describeRule(checked.counted).zh}`}`,
      `统计日 ${day}，导出于 ${ctx.today}，共 ${rows.length} ${kind.unit.zh}（限本人管辖范围）`,
    ],
    headers: [
      kind.label.zh,
      '所属镇（街道）',
      ...columns.map((spec) => {
        const unit = shownUnit(ctx, spec);
        return unit === null ? spec.label[ctx.language] : `${spec.label[ctx.language]}（${unit}）`;
      }),
    ],
    batches: batches(),
  });
}
