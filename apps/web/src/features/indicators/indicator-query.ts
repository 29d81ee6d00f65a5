import type { IndicatorDetail } from '@jince/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { untilFresh } from '../../lib/plan.ts';

export const indicatorQuery = (code: string, asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['indicator', code, asOf ?? '', language],
    queryFn: ({ signal }): Promise<IndicatorDetail> =>
      api.getIndicator({ params: { code }, query: asOf ? { asOf } : {} }, signal),
    refetchInterval: ({ state }) => untilFresh(state.data?.freshness),
  });

/** After a target or a rule changed: everything that shows an indicator is fetched anew. */
export async function refreshIndicators(queries: QueryClient): Promise<void> {
  await Promise.all(
    ['indicator', 'indicators', 'indicator-rows', 'plan', 'plan-clause'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
