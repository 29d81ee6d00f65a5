import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { parseSort, toDay } from '../../../platform/register-index/index.ts';
import { PATENT_READ } from '../ip-rights.catalogue.ts';
import { listPatentItems, type PatentItem } from '../repositories/patent-repository.ts';
import { PATENT_SORTS, type PatentFilter, type PatentIndexData, patentIndex, patentTests } from './patent-index.ts';
import { rightScopeTest, selectRights } from './right-index.ts';

type Route = (typeof routes)['listPatents'];
export type PatentQuery = ParsedInput<Route>['query'];
export type PatentRow = RouteOutput<Route>['items'][number];

/** Rows of the filtered list in order, for a page or for an export. */
export async function selectPatents(
  ctx: Ctx,
  filter: PatentFilter,
  page: { page: number; pageSize: number; sort?: string | undefined },
): Promise<{ data: PatentIndexData; rows: number[]; total: number }> {
  const data = await patentIndex.get(ctx);
  const sort = parseSort(page.sort, PATENT_SORTS, '-filedOn');
  const scope = rightScopeTest(ctx, data, PATENT_READ);
  const { page: _page, pageSize: _pageSize, ...asked } = { ...page, ...filter };
  const found = selectRights(data, [asked, scopeFor(ctx, PATENT_READ)], {
    tests: () => [...(scope === undefined ? [] : [scope]), ...patentTests(ctx, data, filter)],
    sort,
    day: toDay(filter.asOf ?? ctx.today),
    page: page.page,
    pageSize: page.pageSize,
  });
  return { data, ...found };
}

export function toPatentRow(ctx: Ctx, data: PatentIndexData, row: number, item: PatentItem, day: number): PatentRow {
  const townCode = data.rights.town.codeAt(row) || null;
  return {
    id: item.id,
    applicationNo: item.application_no,
    kind: item.kind,
    title: item.title,
    filedOn: item.filed_on,
    grantedOn: item.granted_on,
    publicationNo: item.grant_no ?? item.publication_no,
    ipcMain: item.ipc_main,
    status: data.rights.statusCodeAt(row, day) as PatentRow['status'],
    holders: item.holders,
    townCode,
    town: ctx.services.places.townName(townCode),
    nextDueOn: item.next_due_on,
    abnormal: item.abnormal,
  };
}

export async function listPatents(ctx: Ctx, query: PatentQuery): Promise<RouteOutput<Route>> {
  const { data, rows, total } = await selectPatents(ctx, query, query);
  const items = await listPatentItems(
    ctx.db,
    ctx.district,
    rows.map((row) => data.rights.ids[row] as string),
  );
  const day = toDay(query.asOf ?? ctx.today);
  return {
    items: rows.flatMap((row) => {
      const item = items.get(data.rights.ids[row] as string);
      return item === undefined ? [] : [toPatentRow(ctx, data, row, item, day)];
    }),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}
