import type { MarkBucket, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import {
  fromDay,
  keptSelection,
  orderBy,
  pageOfSelection,
  type RowTest,
  selectRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import { listTrademarkItems, rightScopeTest, trademarkTests } from '../../ip-rights/index.ts';
import { quarterEnd } from '../domain/due-days.ts';
import { LIFE_READ } from '../trademark-portfolio.catalogue.ts';
import { BUCKETS, bucketTest, dueOf, type LifeIndexData, lifeIndex } from './life-index.ts';

type List = (typeof routes)['listDueMarks'];

/** Only Chinese marks, as far as the actor sees marks, of one party if asked. */
function baseTests(ctx: Ctx, data: LifeIndexData, filter: { party?: string | undefined }): RowTest[] {
  const { marks } = data;
  const china = marks.country.number('CN');
  const scope = rightScopeTest(ctx, marks, LIFE_READ);
  return [
    (row) => marks.country.at(row) === china,
    ...(scope === undefined ? [] : [scope]),
    ...trademarkTests(ctx, marks, filter.party === undefined ? {} : { party: filter.party }),
  ];
}

function dueOrder(data: LifeIndexData, bucket: MarkBucket): Uint32Array {
  return orderBy(data.size, (row) => toDay(dueOf(data, bucket, row)));
}

/** Marks of one bucket, the nearest day first. */
export async function listDueMarks(ctx: Ctx, query: ParsedInput<List>['query']): Promise<RouteOutput<List>> {
  const data = await lifeIndex.get(ctx);
  const { bucket, q, town, party, page, pageSize } = query;
  const { marks } = data;
  const key = JSON.stringify([scopeFor(ctx, LIFE_READ), bucket, q, town, party, ctx.today]);
  const selection = keptSelection(data, key, () =>
    selectRows(data.size, [
      bucketTest(ctx, data, bucket),
      ...baseTests(ctx, data, { party }),
      ...trademarkTests(ctx, marks, { q, town }),
    ]),
  );
  const rows = pageOfSelection(selection, { page, pageSize, order: dueOrder(data, bucket) });
  const ids = rows.map((row) => marks.rights.ids[row] as string);
  const items = await listTrademarkItems(ctx.db, ctx.district, ids);
  return {
    items: rows.flatMap((row) => {
      const item = items.get(marks.rights.ids[row] as string);
      if (item === undefined) return [];
      return [
        {
          id: item.id,
          registrationNo: item.registration_no,
          niceClass: item.nice_class,
          name: item.name,
          status: marks.rights.statusCodeAt(row, toDay(ctx.today)),
          holders: item.holders,
          town: ctx.services.places.townName(marks.rights.town.codeAt(row) || null),
          expiresOn: fromDay(data.ends.at(row)),
          dueOn: dueOf(data, bucket, row),
          lastUsedOn: fromDay(data.lastUsed.at(row)),
        },
      ];
    }),
    total: selection.total,
    page,
    pageSize,
  };
}

type Figures = RouteOutput<(typeof routes)['getDueFigures']>;

/** Marks per bucket, in all and by town, counted with the tests of the lists. */
export async function getDueFigures(ctx: Ctx, query: { party?: string | undefined }): Promise<Figures> {
  const data = await lifeIndex.get(ctx);
  const { rights } = data.marks;
  const base = selectRows(data.size, baseTests(ctx, data, query));
  const tests = BUCKETS.map((bucket) => bucketTest(ctx, data, bucket));
  const total = BUCKETS.map(() => 0);
  const towns = new Map<string, number[]>();
  for (let row = 0; row < data.size; row++) {
    if (base.keep[row] !== 1) continue;
    for (const [at, test] of tests.entries()) {
      if (!test(row)) continue;
      total[at] = (total[at] ?? 0) + 1;
      const town = rights.town.codeAt(row);
      const counts = towns.get(town) ?? BUCKETS.map(() => 0);
      counts[at] = (counts[at] ?? 0) + 1;
      towns.set(town, counts);
    }
  }
  const counted = (counts: readonly number[]) => BUCKETS.map((bucket, at) => ({ bucket, count: counts[at] ?? 0 }));
  return {
    asOf: ctx.today,
    quarterEndsOn: quarterEnd(ctx.today),
    total: counted(total),
    towns: [...towns]
      .map(([code, counts]) => ({
        code: code === '' ? 'none' : code,
        label: ctx.services.places.townName(code === '' ? null : code) ?? '',
        counts: counted(counts),
      }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
