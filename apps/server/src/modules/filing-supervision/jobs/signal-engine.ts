import { type Signal, SignalSearch } from '@jince/filing-signals';
import type { Ctx } from '../../../platform/context/context.ts';
import type { ReadFiling } from '../repositories/filing-repository.ts';
import type { Surroundings } from '../repositories/surroundings-repository.ts';

export interface Search {
  readonly filings: ReadonlyMap<string, ReadFiling>;
  readonly surroundings: Surroundings;
  /** Keys that changed since the last search of this district. */
  readonly changed: 'all' | readonly string[];
  /** The last search of the district, of which `changed` speaks; null when there was none. */
  readonly lastRun: string | null;
}

interface Kept {
  readonly search: SignalSearch;
  /** The run after which it stands. */
  run: string | null;
}

/** Which texts are close to which is kept by this process, one state per database and district. */
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * All signals of the district as it is now. Another process may have searched since: then what is kept here is not what
 * `changed` speaks of, and texts are compared anew.
 */
export function findInDistrict(ctx: Ctx, { filings, surroundings, changed, lastRun }: Search): Signal[] {
  const districts = kept.get(ctx.services) ?? new Map<string, Kept>();
  kept.set(ctx.services, districts);
  const before = districts.get(ctx.district);
  const fits = before !== undefined && before.run === lastRun;
  const state = fits ? before : { search: new SignalSearch(ctx.services.jurisdiction.signalThresholds), run: null };
  districts.set(ctx.district, state);
  return state.search.find(
    {
      filings: [...filings.values()].map(({ filing }) => filing),
      holders: surroundings.holders,
      agencies: surroundings.agencies,
      trademarks: surroundings.trademarks,
    },
    fits ? changed : 'all',
  );
}

/** Says which run the kept state now stands after; called once the run is written. */
export function noteSearched(ctx: Ctx, run: string): void {
  const state = kept.get(ctx.services)?.get(ctx.district);
  if (state !== undefined) state.run = run;
}
