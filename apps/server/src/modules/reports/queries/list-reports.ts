import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { kindLabel, sortLabels } from '../domain/labels.ts';
import { reportStateLabel, reportStates } from '../report-states.ts';
import { REPORT_READ } from '../reports.catalogue.ts';
import { reportsWithin } from './require-report.ts';

type Route = (typeof routes)['listReportsOfPublic'];
type Query = ParsedInput<Route>['query'];

interface Listed {
  readonly id: string;
  readonly receipt: string;
  readonly number: string | null;
  readonly sort: 'tip' | 'complaint';
  readonly kind: string;
  readonly subjectName: string;
  readonly townCode: string | null;
  readonly anonymous: boolean;
  readonly receivedAt: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly joined: number;
  readonly papers: number;
}

/** A held report has no file yet; a joined one stands as the one it was joined to. */
const STATE = sql`coalesce(f.state, case when g.state = 'set-aside' then 'not-accepted' else 'held' end)`;
const FROM = sql`reports.report r left join procedures.file f on f.district = r.district and f.id = r.file_id
  left join reports.held_group g on g.district = r.district and g.id = r.group_id
  left join lateral (select due_on from procedures.clock c where c.district = r.district and c.file_id = r.file_id and c.stopped_on is null
    and f.closed_at is null order by c.due_on limit 1) k on true`;

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  receivedAt: sql`r.received_at`,
  dueOn: sql`k.due_on`,
  subjectName: sql`r.subject_name`,
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const column = SORTS[sort?.replace(/^-/, '') ?? ''];
  if (column === undefined) return sql`k.due_on nulls last, r.received_at desc, r.id`;
  return sort?.startsWith('-') ? sql`${column} desc nulls last, r.id` : sql`${column} asc nulls last, r.id`;
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;

const within = (ctx: Ctx, query: Partial<Query>): RawBuilder<unknown> => {
  const pattern = containsPattern(query.q?.trim() ?? '');
  return sql`r.district = ${ctx.district} and r.same_as is null and ${reportsWithin(scopeFor(ctx, REPORT_READ))}
    ${
      query.agency === undefined
        ? sql``
        : sql`and (r.agency_id = ${query.agency} or exists (select 1 from reports.report j
      where j.district = r.district and j.same_as = r.id and j.agency_id = ${query.agency}))`
    }
    ${among(sql`r.kind`, query.kind)} ${among(sql`r.sort`, query.report)} ${among(sql`r.town_code`, query.town)}
    ${query.q === undefined ? sql`` : sql`and (r.subject_name ilike ${pattern} or r.receipt ilike ${pattern} or f.number ilike ${pattern})`}`;
};

const stateLabel = (state: string) =>
  state === 'held' ? { zh: '待集中审核', en: 'Held for review' } : reportStateLabel(state);

/** Reports in reach, those that were joined to another counted there. */
export async function listReportsOfPublic(ctx: Ctx, query: Query): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const rest = within(ctx, query);
  const { rows } =
    await sql<Listed>`select r.id, r.receipt, f.number, r.sort, r.kind, r.subject_name as "subjectName", r.town_code as "townCode",
      r.anonymous, r.received_at as "receivedAt", ${STATE} as state, k.due_on as "dueOn",
      (select count(*)::int from reports.report j where j.district = r.district and j.same_as = r.id) as joined,
      (select count(*)::int from reports.attachment a where a.district = r.district and a.report_id = r.id) as papers
    from ${FROM} where ${rest} ${among(STATE, query.state)} order by ${orderBy(query.sort)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  const counts = await sql<{
    state: string;
    n: number;
  }>`select ${STATE} as state, count(*)::int as n from ${FROM} where ${rest}
    group by 1`.execute(ctx.db);
  const byState = [...Object.keys(reportStates), 'held']
    .map((state) => ({
      code: state,
      label: stateLabel(state)[ctx.language],
      count: counts.rows.find((row) => row.state === state)?.n ?? 0,
    }))
    .filter((one) => one.code !== 'arriving');
  const wanted = query.state === undefined || query.state.length === 0 ? undefined : query.state;
  return {
    items: rows.map(({ townCode, ...row }) => ({
      ...row,
      sortLabel: sortLabels[row.sort][ctx.language],
      kindLabel: kindLabel(ctx, row.kind)[ctx.language],
      stateLabel: stateLabel(row.state)[ctx.language],
      town: ctx.services.places.townName(townCode),
    })),
    total: byState.filter((one) => wanted?.includes(one.code) ?? true).reduce((sum, one) => sum + one.count, 0),
    page,
    pageSize,
    byState,
    kinds: ctx.services.jurisdiction.reportSettings.kinds.map(({ kind, label }) => ({
      code: kind,
      label: label[ctx.language],
    })),
    heldGroups: await openGroups(ctx),
  };
}

async function openGroups(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from reports.held_group where district = ${ctx.district}
    and state = 'open'`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}
