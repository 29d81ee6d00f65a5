import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { PATENT_READ } from '../ip-rights.catalogue.ts';
import { listPatentItems, type PatentItem } from '../repositories/patent-repository.ts';
import { PATENT_SORTS, type PatentFilter, type PatentIndexData, patentIndex, patentTests } from './patent-index.ts';
import { pageOfRights, type RightList } from './right-list.ts';

type Route = (typeof routes)['listPatents'];
export type PatentQuery = ParsedInput<Route>['query'];
type PatentRow = RouteOutput<Route>['items'][number];

function toPatentRow(ctx: Ctx, data: PatentIndexData, row: number, item: PatentItem, day: number): PatentRow {
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

export const patentList: RightList<PatentIndexData, PatentFilter, PatentItem, PatentRow> = {
  index: patentIndex,
  permission: PATENT_READ,
  sorts: PATENT_SORTS,
  defaultSort: '-filedOn',
  tests: patentTests,
  loadItems: listPatentItems,
  toRow: toPatentRow,
};

export const listPatents = (ctx: Ctx, query: PatentQuery): Promise<RouteOutput<Route>> =>
  pageOfRights(ctx, patentList, query);
