import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { foldForSearch, keptSelection, type RowTest } from '../../../platform/register-index/index.ts';
import type { AgencyIndexData } from './agency-index.ts';

export interface AgencyFilter {
  readonly q?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  /** true: in the district; false: from outside. */
  readonly local?: boolean | undefined;
  /** Only those with (true) or without (false) contradictions between the lists. */
  readonly contradicts?: boolean | undefined;
  /** in-force, ending (within the window for extension), ended, none. */
  readonly filing?: readonly string[] | undefined;
}

/** Rows the actor may see at all. */
export function scopeTest(ctx: Ctx, data: AgencyIndexData, permission: string): RowTest {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return () => true;
  const towns = data.town.matching((code) => scope.towns.includes(code));
  const own = new Set(scope.parties);
  return (row) => towns[data.town.at(row)] === 1 || own.has(data.party[row] ?? '');
}

/** Names, spellings, codes, pinyin and initials; with `people` the names of those who work there, too. */
export function searchTest(data: AgencyIndexData, q: string, people: boolean): RowTest {
  const needle = foldForSearch(q);
  if (needle === '') return () => true;
  const { keep: hits } = keptSelection(data.search, needle, () => ({ keep: data.search.containing(needle), total: 0 }));
  const sounds = /^[a-z]{2,}$/.test(needle)
    ? keptSelection(data.pinyin, needle, () => ({ keep: data.pinyin.containing(needle), total: 0 })).keep
    : undefined;
  const names = people ? data.peopleNames.containing(needle) : undefined;
  return (row) => hits[row] === 1 || sounds?.[row] === 1 || names?.[row] === 1;
}

/** Tests of a set of codes: any of those wanted. */
export function kindTest(data: AgencyIndexData, wanted: readonly string[]): RowTest {
  const numbers = data.kinds.codes.matching((code) => wanted.includes(code));
  return (row) => data.kinds.at(row, data.size).some((n) => numbers[n] === 1);
}

export function codeTest(column: AgencyIndexData['town'], wanted: readonly string[]): RowTest {
  const numbers = column.matching((code) => wanted.includes(code));
  if (wanted.includes('none')) numbers[0] = 1;
  return (row) => numbers[column.at(row)] === 1;
}
