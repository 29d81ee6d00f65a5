import type { ParsedInput, PlatformNoticeRow, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { noticeProcedure } from '../procedure/notice-procedure.ts';
import { noticeStates } from '../procedure/states.ts';
import {
  listNoticeHits,
  type NoticeOutcome,
  type NoticeRow,
  selectNotices,
} from '../repositories/notice-repository.ts';
import { NOTICE_READ } from '../trademark-watch.catalogue.ts';

type Query = ParsedInput<(typeof routes)['listPlatformNotices']>['query'];

const outcomes: Readonly<Record<NoticeOutcome, { readonly zh: string; readonly en: string }>> = {
  removed: { zh: '已删除、下架', en: 'Taken down' },
  kept: { zh: '平台未采取措施', en: 'No measure' },
  restored: { zh: '期满终止措施', en: 'Measure ended' },
  sued: { zh: '权利人已投诉或者起诉', en: 'The owner went on' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** Files of the kernel name the body that handles them: people of it, and whoever holds the permission in the whole district. */
function noticesWithin(ctx: Ctx): RawBuilder<boolean> {
  const scope = scopeFor(ctx, NOTICE_READ);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(f.organisations && ${[...scope.organisations]}::text[])`;
}

function toRow(ctx: Ctx, notice: NoticeRow): PlatformNoticeRow {
  const state = noticeStates[notice.state as keyof typeof noticeStates];
  const clock = noticeProcedure.clocks.find((one) => one.clock === notice.clock);
  return {
    id: notice.id,
    fileId: notice.file_id,
    number: notice.number,
    platform: notice.platform,
    shop: notice.shop,
    owner: notice.owner_name,
    marks: [...notice.marks],
    state: notice.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    links: notice.urls.length,
    removed: notice.removed_links,
    notifiedOn: notice.notified_on,
    forwardedOn: notice.forwarded_on,
    statementOn: notice.statement_on,
    closedOn: notice.closed_on,
    outcome: notice.outcome,
    outcomeLabel: notice.outcome === null ? null : outcomes[notice.outcome][ctx.language],
    clock:
      clock === undefined
        ? null
        : {
            label: clock.label[ctx.language],
            dueOn: notice.clock_due,
            late: notice.clock_due !== null && notice.clock_due < ctx.today,
          },
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

export async function listPlatformNotices(ctx: Ctx, query: Query) {
  const like = query.q === undefined ? undefined : containsPattern(query.q.trim());
  const tests = [
    noticesWithin(ctx),
    like === undefined
      ? sql`true`
      : sql`(n.shop ilike ${like} or n.platform ilike ${like} or n.owner_name ilike ${like} or f.number ilike ${like})`,
    among(sql`n.platform`, query.platform),
    among(sql`f.state`, query.state),
    query.open === undefined ? sql`true` : sql`(f.closed_at is null) = ${query.open}`,
  ];
  const { rows, total } = await selectNotices(ctx.db, ctx.district, sql.join(tests, sql` and `), {
    size: query.pageSize,
    skip: (query.page - 1) * query.pageSize,
  });
  return { items: rows.map((one) => toRow(ctx, one)), total, page: query.page, pageSize: query.pageSize };
}

/** @throws AppError 404 */
export async function getPlatformNotice(ctx: Ctx, id: string) {
  const { rows } = await selectNotices(ctx.db, ctx.district, sql`n.id = ${id} and ${noticesWithin(ctx)}`);
  const notice = rows[0];
  if (notice === undefined) throw new AppError('platform.not-found');
  const hits = await listNoticeHits(ctx.db, ctx.district, id);
  return {
    ...toRow(ctx, notice),
    urls: [...notice.urls],
    demand: notice.demand,
    facts: notice.facts,
    measure: notice.measure,
    measureOn: notice.measure_on,
    statement: notice.statement,
    toldOn: notice.told_on,
    hits: hits.map((hit) => ({ id: hit.id, title: hit.title, found: hit.found, markName: hit.mark_name })),
    createdBy: notice.created_by_name,
  };
}
