import type { Ctx } from '../../../platform/context/context.ts';
import { selectSubjects } from '../../../platform/facts/index.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isCountable } from './count-indicators.ts';
import { type Part, rowsRequest } from './indicator-rows.ts';

/** How many subjects of a part the actor may see today. */
export async function countIndicatorRows(ctx: Ctx, indicator: Indicator, part: Part): Promise<number> {
  if (!isCountable(indicator)) return 0;
  const request = rowsRequest(ctx, indicator, { part });
  if (request === undefined) return 0;
  return (await selectSubjects(ctx, { ...request, page: 1, pageSize: 1 })).total;
}
