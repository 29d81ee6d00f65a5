import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { parseSort, type RegisterIndex, type RowTest, toDay } from '../../../platform/register-index/index.ts';
import { type RightFilter, type RightIndexData, rightScopeTest, selectRights } from './right-index.ts';

/** What a list of one sort of right is made of; page and export follow from it. */
export interface RightList<Data extends RightIndexData, Filter extends RightFilter, Item, Row> {
  readonly index: RegisterIndex<Data>;
  readonly permission: string;
  readonly sorts: readonly string[];
  readonly defaultSort: string;
  readonly tests: (ctx: Ctx, data: Data, filter: Filter) => RowTest[];
  /** Texts of rights by id. */
  readonly loadItems: (db: Db, district: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>;
  readonly toRow: (ctx: Ctx, data: Data, row: number, item: Item, day: number) => Row;
}

interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** Numbers of the filtered rows in order, for a page or for an export. */
async function select<Data extends RightIndexData, Filter extends RightFilter, Item, Row>(
  ctx: Ctx,
  list: RightList<Data, Filter, Item, Row>,
  filter: Filter,
  paging: Paging,
): Promise<{ data: Data; rows: number[]; total: number }> {
  const data = await list.index.get(ctx);
  const scope = rightScopeTest(ctx, data, list.permission);
  const { page: _page, pageSize: _pageSize, ...asked } = { ...paging, ...filter };
  const found = selectRights(data, [asked, scopeFor(ctx, list.permission)], {
    tests: () => [...(scope === undefined ? [] : [scope]), ...list.tests(ctx, data, filter)],
    sort: parseSort(paging.sort, list.sorts, list.defaultSort),
    day: toDay(filter.asOf ?? ctx.today),
    page: paging.page,
    pageSize: paging.pageSize,
  });
  return { data, ...found };
}

async function load<Data extends RightIndexData, Filter extends RightFilter, Item, Row>(
  ctx: Ctx,
  list: RightList<Data, Filter, Item, Row>,
  data: Data,
  rows: readonly number[],
  day: number,
): Promise<Row[]> {
  const idOf = (row: number) => data.rights.ids[row] as string;
  const items = await list.loadItems(ctx.db, ctx.district, rows.map(idOf));
  return rows.flatMap((row) => {
    const item = items.get(idOf(row));
    return item === undefined ? [] : [list.toRow(ctx, data, row, item, day)];
  });
}

/** One page of the list. */
export async function pageOfRights<Data extends RightIndexData, Filter extends RightFilter, Item, Row>(
  ctx: Ctx,
  list: RightList<Data, Filter, Item, Row>,
  query: Filter & Paging,
): Promise<{ items: Row[]; total: number; page: number; pageSize: number }> {
  const { data, rows, total } = await select(ctx, list, query, query);
  const items = await load(ctx, list, data, rows, toDay(query.asOf ?? ctx.today));
  return { items, total, page: query.page, pageSize: query.pageSize };
}

const BATCH = 2000;

/** Every row of the list in its order, in batches, with their number. */
export async function allRights<Data extends RightIndexData, Filter extends RightFilter, Item, Row>(
  ctx: Ctx,
  list: RightList<Data, Filter, Item, Row>,
  query: Filter & { sort?: string | undefined },
): Promise<{ total: number; batches: AsyncGenerator<Row[]> }> {
  const whole = { page: 1, pageSize: Number.MAX_SAFE_INTEGER, sort: query.sort };
  const { data, rows, total } = await select(ctx, list, query, whole);
  const day = toDay(query.asOf ?? ctx.today);
  async function* batches(): AsyncGenerator<Row[]> {
    for (let at = 0; at < rows.length; at += BATCH) yield load(ctx, list, data, rows.slice(at, at + BATCH), day);
  }
  return { total, batches: batches() };
}
