import type { Ctx } from '../../../platform/context/context.ts';
import { selectRows } from '../../../platform/register-index/index.ts';
import {
  PATENT_READ,
  type PatentFilter,
  patentIndex,
  patentTests,
  rightScopeTest,
  TRADEMARK_READ,
  type TrademarkFilter,
  trademarkIndex,
  trademarkTests,
} from '../../ip-rights/index.ts';

/** How many patents a filter of the patent list shows: the figure and the list it opens are counted alike. */
export async function countPatents(ctx: Ctx, filter: PatentFilter): Promise<number> {
  const data = await patentIndex.get(ctx);
  const scope = rightScopeTest(ctx, data, PATENT_READ);
  return selectRows(data.size, [...(scope === undefined ? [] : [scope]), ...patentTests(ctx, data, filter)]).total;
}

/** As {@link countPatents}, of the trademark list. */
export async function countTrademarks(ctx: Ctx, filter: TrademarkFilter): Promise<number> {
  const data = await trademarkIndex.get(ctx);
  const scope = rightScopeTest(ctx, data, TRADEMARK_READ);
  return selectRows(data.size, [...(scope === undefined ? [] : [scope]), ...trademarkTests(ctx, data, filter)]).total;
}
