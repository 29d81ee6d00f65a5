import type { Signal } from '@jince/filing-signals';
import type { Ctx } from '../../../platform/context/context.ts';
import type { ReadFiling } from '../repositories/filing-repository.ts';
import type { Surroundings } from '../repositories/surroundings-repository.ts';

export interface Search {
  readonly filings: ReadonlyMap<string, ReadFiling>;
  readonly surroundings: Surroundings;
  /** Keys that changed since the last search of this district. */
  readonly changed: 'all' | readonly string[];
}

/** All signals of the district as it is now. */
export function findInDistrict(_ctx: Ctx, _search: Search): Signal[] {
  return [];
}
