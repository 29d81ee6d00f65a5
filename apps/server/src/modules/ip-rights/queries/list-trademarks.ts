import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { parseSort, toDay } from '../../../platform/register-index/index.ts';
import { TRADEMARK_READ } from '../ip-rights.catalogue.ts';
import { trademarkKindLabels } from '../labels.ts';
import { listTrademarkItems, type TrademarkItem } from '../repositories/trademark-repository.ts';
import { rightScopeTest, selectRights } from './right-index.ts';
import {
  TRADEMARK_SORTS,
  type TrademarkFilter,
  type TrademarkIndexData,
  trademarkIndex,
  trademarkTests,
} from './trademark-index.ts';

type Route = (typeof routes)['listTrademarks'];
export type TrademarkQuery = ParsedInput<Route>['query'];
export type TrademarkRow = RouteOutput<Route>['items'][number];

/** Rows of the filtered list in order, for a page or for an export. */
export async function selectTrademarks(
  ctx: Ctx,
  filter: TrademarkFilter,
  page: { page: number; pageSize: number; sort?: string | undefined },
): Promise<{ data: TrademarkIndexData; rows: number[]; total: number }> {
  const data = await trademarkIndex.get(ctx);
  const sort = parseSort(page.sort, TRADEMARK_SORTS, '-registeredOn');
  const scope = rightScopeTest(ctx, data, TRADEMARK_READ);
  const { page: _page, pageSize: _pageSize, ...asked } = { ...page, ...filter };
  const found = selectRights(data, [asked, scopeFor(ctx, TRADEMARK_READ)], {
    tests: () => [...(scope === undefined ? [] : [scope]), ...trademarkTests(ctx, data, filter)],
    sort,
    day: toDay(filter.asOf ?? ctx.today),
    page: page.page,
    pageSize: page.pageSize,
  });
  return { data, ...found };
}

export function toTrademarkRow(
  ctx: Ctx,
  data: TrademarkIndexData,
  row: number,
  item: TrademarkItem,
  day: number,
): TrademarkRow {
  const townCode = data.rights.town.codeAt(row) || null;
  return {
    id: item.id,
    registrationNo: item.registration_no,
    niceClass: item.nice_class,
    name: item.name,
    kind: trademarkKindLabels[item.kind]?.[ctx.language] ?? item.kind,
    filedOn: item.filed_on,
    registeredOn: item.registered_on,
    expiresOn: item.expires_on,
    status: data.rights.statusCodeAt(row, day) as TrademarkRow['status'],
    holders: item.holders,
    townCode,
    town: ctx.services.places.townName(townCode),
  };
}

export async function listTrademarks(ctx: Ctx, query: TrademarkQuery): Promise<RouteOutput<Route>> {
  const { data, rows, total } = await selectTrademarks(ctx, query, query);
  const items = await listTrademarkItems(
    ctx.db,
    ctx.district,
    rows.map((row) => data.rights.ids[row] as string),
  );
  const day = toDay(query.asOf ?? ctx.today);
  return {
    items: rows.flatMap((row) => {
      const item = items.get(data.rights.ids[row] as string);
      return item === undefined ? [] : [toTrademarkRow(ctx, data, row, item, day)];
    }),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}
