import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { listHandlers } from '../../../platform/procedures/index.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { MATTER_READ } from '../complaints.catalogue.ts';
import { type MatterSort, sortLabels, sourceLabels } from '../domain/letter.ts';
import { complaintStates, reportStates, stateLabel, statesOf } from '../procedure/states.ts';
import { MATTER_COLUMNS, MATTER_FROM, type MatterRow, mattersWithin } from '../repositories/matter-repository.ts';

type Route = (typeof routes)['listComplaintMatters'];
type Query = ParsedInput<Route>['query'];
type Filter = ParsedInput<(typeof routes)['exportComplaintMatters']>['query'];
type Line = RouteOutput<Route>['items'][number];

type ListedMatter = MatterRow & {
  readonly dueOn: string | null;
  readonly dueClock: string | null;
  readonly joined: number;
};

const CLOCK = sql`left join lateral (select k.due_on, k.clock from procedures.clock k where k.district = m.district and k.file_id = m.id
  and k.stopped_on is null and k.due_on is not null order by k.due_on limit 1) c on f.closed_at is null`;

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  receivedOn: sql`l.received_on`,
  dueOn: sql`c.due_on`,
  subjectName: sql`l.subject_name`,
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const column = SORTS[sort?.replace(/^-/, '') ?? ''];
  if (column === undefined) return sql`(f.closed_at is not null), c.due_on nulls last, l.received_on desc, m.id`;
  return sort?.startsWith('-') ? sql`${column} desc nulls last, m.id` : sql`${column} asc nulls last, m.id`;
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;

function within(ctx: Ctx, filter: Filter, withState: boolean): RawBuilder<unknown> {
  const pattern = containsPattern(filter.q?.trim() ?? '');
  return sql`m.district = ${ctx.district} and ${mattersWithin(scopeFor(ctx, MATTER_READ))}
    ${among(sql`m.sort`, filter.kind)} ${withState ? among(sql`f.state`, filter.state) : sql``} ${among(sql`l.source`, filter.source)}
    ${among(sql`l.town_code`, filter.town)} ${among(sql`m.organisation_code`, filter.organisation)}
    ${filter.open === undefined ? sql`` : filter.open ? sql`and f.closed_at is null` : sql`and f.closed_at is not null`}
    ${filter.from === undefined ? sql`` : sql`and l.received_on >= ${filter.from}`}
    ${filter.to === undefined ? sql`` : sql`and l.received_on <= ${filter.to}`}
    ${
      filter.mine === true
        ? sql`and exists (select 1 from procedures.handler h where h.district = m.district and h.file_id = m.id
            and h.user_id = ${ctx.actor.userId} and h.until is null)`
        : sql``
    }
    ${filter.q === undefined ? sql`` : sql`and (l.subject_name ilike ${pattern} or f.number ilike ${pattern} or l.title ilike ${pattern} or l.right_number ilike ${pattern})`}`;
}

/** A matter as a line, without who sent it. */
export function toLine(ctx: Ctx, row: ListedMatter, handlers: readonly string[]): Line {
  const { language, services } = ctx;
  const definition = services.procedures.get(row.procedure);
  return {
    id: row.id,
    number: row.number,
    sort: row.sort,
    sortLabel: sortLabels[row.sort][language],
    source: row.source,
    sourceLabel: sourceLabels[row.source][language],
    title: row.title,
    subjectName: row.subjectName,
    person: row.personLabel,
    town: services.places.townName(row.townCode),
    organisationCode: row.organisationCode,
    organisation: services.places.organisationName(row.organisationCode) ?? row.organisationCode,
    state: row.state,
    stateLabel: stateLabel(row.sort, row.state)[language],
    standing: statesOf(row.sort)[row.state]?.standing ?? 'open',
    receivedOn: row.receivedOn,
    dueOn: row.dueOn,
    dueLabel: definition?.clocks.find((one) => one.clock === row.dueClock)?.label[language] ?? null,
    handlers: [...handlers],
    joined: row.joined,
    joinedTo: row.joinedTo,
    caseNumber: row.caseNumber,
  };
}

const LISTED = sql`${MATTER_COLUMNS}, c.due_on as "dueOn", c.clock as "dueClock",
  (select count(*)::int from complaints.matter j where j.district = m.district and j.joined_to = m.id) as joined`;

async function page(ctx: Ctx, filter: Filter, order: RawBuilder<unknown>, size: number, skip: number): Promise<Line[]> {
  const { rows } =
    await sql<ListedMatter>`select ${LISTED} from ${MATTER_FROM} ${CLOCK} where ${within(ctx, filter, true)}
    order by ${order} limit ${size} offset ${skip}`.execute(ctx.db);
  const handlers = await listHandlers(
    ctx.db,
    ctx.district,
    rows.map((row) => row.id),
  );
  return rows.map((row) =>
    toLine(
      ctx,
      row,
      (handlers.get(row.id) ?? []).map((one) => one.name),
    ),
  );
}

/** One matter as its line: its clock and what is joined with it. */
export async function findLine(ctx: Ctx, id: string): Promise<ListedMatter | undefined> {
  const { rows } =
    await sql<ListedMatter>`select ${LISTED} from ${MATTER_FROM} ${CLOCK} where m.district = ${ctx.district}
    and m.id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** Counts by state over both sorts: a state both have stands once, under the label it has there. */
function states(ctx: Ctx, rows: readonly { readonly sort: MatterSort; readonly state: string; readonly n: number }[]) {
  const codes = [...new Set([...Object.keys(complaintStates), ...Object.keys(reportStates)])];
  return codes
    .filter((code) => code !== 'arriving')
    .map((code) => {
      const labels = new Set(
        (['complaint', 'report'] as const)
          .filter((sort) => code in statesOf(sort))
          .map((sort) => stateLabel(sort, code)[ctx.language]),
      );
      const count = rows.filter((row) => row.state === code).reduce((sum, row) => sum + row.n, 0);
      return { code, label: [...labels].join(' / '), count };
    });
}

/** Complaints and reports in reach, what presses first. */
export async function listComplaintMatters(ctx: Ctx, query: Query): Promise<RouteOutput<Route>> {
  const items = await page(ctx, query, orderBy(query.sort), query.pageSize, (query.page - 1) * query.pageSize);
  const counts = await sql<{
    sort: MatterSort;
    state: string;
    n: number;
    late: number;
  }>`select m.sort, f.state, count(*)::int as n, count(*) filter (where c.due_on < ${ctx.today}::date)::int as late
    from ${MATTER_FROM} ${CLOCK} where ${within(ctx, query, false)} group by m.sort, f.state`.execute(ctx.db);
  const wanted = query.state;
  const shown = counts.rows.filter((row) => wanted === undefined || wanted.length === 0 || wanted.includes(row.state));
  return {
    items,
    total: shown.reduce((sum, row) => sum + row.n, 0),
    page: query.page,
    pageSize: query.pageSize,
    byState: states(ctx, counts.rows),
    overdue: shown.reduce((sum, row) => sum + row.late, 0),
  };
}

const HEADERS = [
  '编号',
  '类别',
  '来源',
  '收到日期',
  '被投诉（举报）人',
  '事由',
  '所属镇（街道）',
  '承办机构',
  '承办人',
  '状态',
  '期限',
  '案件',
];
const BATCH = 500;

const cellsOf = (line: Line): WorkbookCells => [
  line.number,
  line.sortLabel,
  line.sourceLabel,
  line.receivedOn,
  line.subjectName,
  line.title,
  line.town ?? '',
  line.organisation,
  line.handlers.join('、'),
  line.stateLabel,
  line.dueOn ?? '',
  line.caseNumber ?? '',
];

/** Exactly the matters the list shows, without who sent them. */
export async function exportComplaintMatters(ctx: Ctx, filter: Filter): Promise<FileAnswer> {
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let skip = 0; ; skip += BATCH) {
      const lines = await page(ctx, filter, orderBy(undefined), BATCH, skip);
      yield lines.map(cellsOf);
      if (lines.length < BATCH) return;
    }
  }
  return answerWorkbook({
    fileName: `投诉举报办件-${ctx.today}`,
    sheet: '投诉举报',
    heading: [`投诉举报办件，导出于 ${ctx.today}`],
    headers: HEADERS,
    batches: batches(),
  });
}
