import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { kindLabel } from '../domain/labels.ts';
import { findGroup, type GroupRow, listGroups } from '../repositories/group-repository.ts';
import { listGroupReports, listPapers } from '../repositories/report-repository.ts';
import { toReportText } from './show-report.ts';

type Route = (typeof routes)['listReportGroups'];

const toGroup = (ctx: Ctx, { kinds, subjects, ...row }: GroupRow) => ({
  ...row,
  kinds: kinds.map((kind) => kindLabel(ctx, kind)[ctx.language]),
  subjects: [...subjects],
});

/** What is held of one sender each, the newest first. Who the sender is, is not told. */
export async function listReportGroups(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const { rows, total } = await listGroups(ctx.db, ctx.district, {
    open: query.open,
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: rows.map((row) => toGroup(ctx, row)), total, page, pageSize };
}

/** One group with every report in it. @throws AppError 404 */
export async function getReportGroup(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getReportGroup']>> {
  const group = await findGroup(ctx.db, ctx.district, id);
  if (group === undefined) throw new AppError('platform.not-found');
  const reports = await listGroupReports(ctx.db, ctx.district, id);
  const papers = await listPapers(
    ctx.db,
    ctx.district,
    reports.map((one) => one.id),
  );
  return {
    ...toGroup(ctx, group),
    entries: reports.map((report) => ({
      ...toReportText(ctx, report, papers),
      fileId: report.fileId,
      joinedTo: report.sameAs,
    })),
  };
}
