import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { TRADEMARK_READ } from '../ip-rights.catalogue.ts';
import { trademarkKindLabels } from '../labels.ts';
import { listTrademarkItems, type TrademarkItem } from '../repositories/trademark-repository.ts';
import { pageOfRights, type RightList } from './right-list.ts';
import {
  TRADEMARK_SORTS,
  type TrademarkFilter,
  type TrademarkIndexData,
  trademarkIndex,
  trademarkTests,
} from './trademark-index.ts';

type Route = (typeof routes)['listTrademarks'];
export type TrademarkQuery = ParsedInput<Route>['query'];
type TrademarkRow = RouteOutput<Route>['items'][number];

function toTrademarkRow(
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

export const trademarkList: RightList<TrademarkIndexData, TrademarkFilter, TrademarkItem, TrademarkRow> = {
  index: trademarkIndex,
  permission: TRADEMARK_READ,
  sorts: TRADEMARK_SORTS,
  defaultSort: '-registeredOn',
  tests: trademarkTests,
  loadItems: listTrademarkItems,
  toRow: toTrademarkRow,
};

export const listTrademarks = (ctx: Ctx, query: TrademarkQuery): Promise<RouteOutput<Route>> =>
  pageOfRights(ctx, trademarkList, query);
