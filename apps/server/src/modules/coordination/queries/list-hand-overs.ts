import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { type HandOverRecord, handOversWithin, selectHandOvers } from '../repositories/hand-over-repository.ts';
import { toHandOverRow } from './view-hand-over.ts';

type Route = (typeof routes)['listHandOvers'];
type Filter = Omit<ParsedInput<Route>['query'], 'page' | 'pageSize' | 'sort'>;

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;
const when = (asked: boolean | undefined, test: RawBuilder<unknown>) =>
  asked === undefined ? sql`true` : asked ? test : sql`not ${test}`;

function testsOf(ctx: Ctx, filter: Filter): RawBuilder<unknown> {
  const word = filter.q?.trim() ?? '';
  const like = containsPattern(word);
  const tests = [
    handOversWithin(ctx),
    among(sql`h.direction`, filter.direction),
    among(sql`h.kind`, filter.kind),
    among(sql`f.state`, filter.state),
    when(filter.open, sql`(f.closed_at is null)`),
    when(filter.late, sql`(coalesce(k.due_on < ${ctx.today}::date, false))`),
    when(filter.answered, sql`(h.answered_on is not null)`),
    filter.body === undefined || filter.body.length === 0
      ? sql`true`
      : sql`(array[h.from_body, h.to_body] || h.copy_bodies) && ${[...filter.body]}::text[]`,
    word === ''
      ? sql`true`
      : sql`(h.title ilike ${like} or f.number ilike ${like} or h.document_no ilike ${like} or h.case_number ilike ${like}
          or h.suspects::text ilike ${like})`,
  ];
  return sql.join(tests, sql` and `);
}

/** Hand-overs in the actor's reach: open ones first, the nearest clock first among them. */
export async function listHandOvers(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const found = await selectHandOvers(ctx.db, ctx, testsOf(ctx, query), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map((row) => toHandOverRow(ctx, row)), total: found.total, page, pageSize };
}

const HEADERS = [
  '编号',
  '文号',
  '方向',
  '类别',
  '移送单位',
  '接收单位',
  '标题',
  '状态',
  '移送日',
  '答复日',
  '按期',
  '当前期限',
];
const BATCH = 500;

function cellsOf(ctx: Ctx, record: HandOverRecord): WorkbookCells {
  const row = toHandOverRow(ctx, record);
  return [
    row.number,
    row.documentNo ?? '',
    row.direction === 'out' ? '移送' : '来件',
    row.kindLabel,
    row.from.name,
    row.to.name,
    row.title,
    row.stateLabel,
    row.sentOn ?? '',
    row.answeredOn ?? '',
    row.inTime === null ? '' : row.inTime ? '是' : '否',
    row.clock === null ? '' : `${row.clock.label} ${row.clock.dueOn ?? ''}`,
  ];
}

/** Exactly the hand-overs the list shows. */
export async function exportHandOvers(ctx: Ctx, filter: Filter): Promise<FileAnswer> {
  const tests = testsOf(ctx, filter);
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let skip = 0; ; skip += BATCH) {
      const { rows } = await selectHandOvers(ctx.db, ctx, tests, { size: BATCH, skip });
      yield rows.map((row) => cellsOf(ctx, row));
      if (rows.length < BATCH) return;
    }
  }
  return answerWorkbook({
    fileName: `移送台账-${ctx.today}`,
    sheet: '移送台账',
    heading: [`移送台账，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
