import type { FoundMarkView } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { type RowTest, toDay } from '../../../platform/register-index/index.ts';
import {
  listTrademarkItems,
  rightScopeTest,
  TRADEMARK_READ,
  type TrademarkIndexData,
  type TrademarkItem,
} from '../../ip-rights/index.ts';
import { goodsRelationsOn } from '../domain/mark-options.ts';
import { closestGoods, goodsPlaces, type MarkQuestion } from '../domain/mark-question.ts';
import { maskOwner } from '../domain/mask-owner.ts';

/** What is said of a registration, whichever way it was found. */
export type MarkDescription = Pick<
  FoundMarkView,
  'registrationNo' | 'country' | 'name' | 'classes' | 'owners' | 'filedOn' | 'registeredOn' | 'expiresOn' | 'goods'
>;

/** Rows of the register that one answer of a search stands for, by the caller's own number. */
export interface FoundRows {
  readonly found: number;
  readonly rows: readonly number[];
}

/** For whom marks are described: other modules, the actor of a request, or everyone. */
export type Reader = 'module' | 'actor' | 'public';

/** Rows whose records the reader may open; others are told of as the gazette tells everyone. */
function opensFor(ctx: Ctx, data: TrademarkIndexData, reader: Reader): RowTest {
  if (reader === 'module') return () => true;
  if (reader === 'public' || !may(ctx, TRADEMARK_READ)) return () => false;
  return rightScopeTest(ctx, data, TRADEMARK_READ) ?? (() => true);
}

interface Row {
  readonly item: TrademarkItem;
  readonly row: number;
}
interface Describing {
  readonly data: TrademarkIndexData;
  readonly question: MarkQuestion;
  readonly reader: Reader;
}

const first = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null;

function describe(
  ctx: Ctx,
  { data, question, opens }: Describing & { opens: RowTest },
  classes: readonly Row[],
): MarkDescription {
  const day = toDay(ctx.today);
  const sorted = [...classes].sort((a, b) => a.item.nice_class - b.item.nice_class);
  const items = sorted.map(({ item }) => item);
  const head = items[0] as TrademarkItem;
  const places = items.map((item) => ({ niceClass: item.nice_class, groups: item.similar_groups }));
  const relations = goodsRelationsOn(ctx.today);
  const goods = relations && closestGoods(relations, goodsPlaces(question), places);
  const open = sorted.some(({ row }) => opens(row));
  return {
    registrationNo: head.registration_no,
    country: head.country,
    name: head.name,
    classes: sorted.map(({ item, row }) => ({
      niceClass: item.nice_class,
      id: opens(row) ? item.id : null,
      status: data.rights.statusCodeAt(row, day) as MarkDescription['classes'][number]['status'],
      groups: item.similar_groups,
    })),
    owners: head.holders.map((owner) => (open ? owner : { name: maskOwner(owner, ctx.today), partyId: null })),
    filedOn: first(items.map(({ filed_on }) => filed_on)),
    registeredOn: first(items.map(({ registered_on }) => registered_on)),
    expiresOn: first(items.map(({ expires_on }) => expires_on)),
    goods: goods === undefined ? null : { kind: goods.kind, text: goods[ctx.language], niceClass: goods.niceClass },
  };
}

/**
 * The registrations that rows belong to, in the order in which their rows come; rows that have left the register since the index
 * was read are passed over.
 */
export async function describeMarks(
  ctx: Ctx,
  describing: Describing,
  found: readonly FoundRows[],
): Promise<{ readonly found: number; readonly mark: MarkDescription }[]> {
  const idOf = (row: number) => describing.data.rights.ids[row] as string;
  const ids = [...new Set(found.flatMap(({ rows }) => rows.map(idOf)))];
  const items = await listTrademarkItems(ctx.db, ctx.district, ids);
  const opens = opensFor(ctx, describing.data, describing.reader);
  const exclude = new Set(describing.question.exclude);
  const groups = new Map<string, { found: number; classes: Row[] }>();
  for (const one of found)
    for (const row of one.rows) {
      const item = items.get(idOf(row));
      if (item === undefined || exclude.has(item.registration_no)) continue;
      const key = `${one.found} ${item.country} ${item.registration_no}`;
      const group = groups.get(key) ?? { found: one.found, classes: [] };
      group.classes.push({ item, row });
      groups.set(key, group);
    }
  return [...groups.values()].map((group) => ({
    found: group.found,
    mark: describe(ctx, { ...describing, opens }, group.classes),
  }));
}
