import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import { GI_READ } from '../ip-rights.catalogue.ts';
import { giChannelLabels } from '../labels.ts';
import { findGiKey, listGiRows } from '../repositories/gi-repository.ts';

type Route = (typeof routes)['listGis'];
type GiRow = RouteOutput<Route>['items'][number];

/** An indication is common to the whole district: whoever may read any sees all; no grant, no indication. */
function seesNothing(ctx: Ctx): boolean {
  const scope = scopeFor(ctx, GI_READ);
  return scope.kind !== 'district' && scope.towns.length + scope.organisations.length + scope.parties.length === 0;
}

export async function listGis(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  if (seesNothing(ctx)) return { items: [], total: 0, page: query.page, pageSize: query.pageSize };
  const page = { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
  const { rows, total } = await listGiRows(ctx.db, ctx.district, query.q, page);
  const items = rows.map((row): GiRow => {
    return {
      id: row.id,
      name: row.name,
      channel: row.channel as GiRow['channel'],
      channelLabel: giChannelLabels[row.channel]?.[ctx.language] ?? row.channel,
      approvedOn: row.approved_on,
      noticeNo: row.notice_no,
      holderName: row.holder_name,
      authorisedUsers: row.users,
      status: row.status_text ?? '在用',
      example: row.example,
    };
  });
  return { items, total, page: query.page, pageSize: query.pageSize };
}

export async function listGiSources(ctx: Ctx, id: string) {
  const key = seesNothing(ctx) ? undefined : await findGiKey(ctx.db, ctx.district, id);
  if (key === undefined) throw new AppError('platform.not-found');
  return { sources: await listSources(ctx, 'gi', [key]) };
}
