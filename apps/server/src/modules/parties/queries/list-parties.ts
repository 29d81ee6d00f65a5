import type { PartyRow } from '@jince/contract';
import { industryName } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import {
  foldForSearch,
  fromDay,
  keptSelection,
  pageOfSelection,
  parseSort,
  type RegisterIndex,
  type RowTest,
  selectRows,
} from '../../../platform/register-index/index.ts';
import { PARTY_SORTS, type PartyIndexData } from './party-index.ts';

export const PARTY_READ = 'parties.party.read';

export interface PartyFilter {
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly zone?: readonly string[] | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly membership?: readonly string[] | undefined;
  readonly hasPatent?: boolean | undefined;
  readonly hasInvention?: boolean | undefined;
  readonly hasTrademark?: boolean | undefined;
}

/** Rows the actor may see at all; the first test of every list. */
export function scopeTest(ctx: Ctx, data: PartyIndexData, permission: string): RowTest {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return () => true;
  const towns = data.town.matching((code) => scope.towns.includes(code));
  const own = new Set(scope.parties.map((id) => data.rowOf.get(id)));
  return (row) => towns[data.town.at(row)] === 1 || own.has(row);
}

function searchTest(data: PartyIndexData, q: string): RowTest {
  const needle = foldForSearch(q);
  if (needle === '') return () => true;
  // The same words come again under other filters and orders.
  const { keep: hits } = keptSelection(data.search, needle, () => ({ keep: data.search.containing(needle), total: 0 }));
  if (!/^[a-z]{2,}$/.test(needle)) return (row) => hits[row] === 1;
  const sounds = data.pinyin.containing(needle);
  return (row) => hits[row] === 1 || sounds[row] === 1;
}

/** A filter as row tests, cheapest first. */
export function filterTests(data: PartyIndexData, filter: PartyFilter): RowTest[] {
  const tests: RowTest[] = [];
  const code = (
    column: PartyIndexData['town'],
    wanted: readonly string[] | undefined,
    match = (value: string, w: string) => value === w,
  ) => {
    if (wanted === undefined || wanted.length === 0) return;
    // 'none' asks for rows without a value.
    const numbers = column.matching((value) => wanted.some((w) => match(value, w)));
    if (wanted.includes('none')) numbers[0] = 1;
    tests.push((row) => numbers[column.at(row)] === 1);
  };
  code(data.town, filter.town);
  code(data.zone, filter.zone);
  code(data.kind, filter.kind);
  code(data.status, filter.status);
  code(data.industry, filter.industry, (value, wanted) => value.startsWith(wanted));
  if (filter.membership !== undefined && filter.membership.length > 0) {
    const wanted = data.memberships.codes.matching((value) => filter.membership?.includes(value) ?? false);
    tests.push((row) => data.memberships.at(row, data.size).some((n) => wanted[n] === 1));
  }
  const has = (wanted: boolean | undefined, column: PartyIndexData['patents']) => {
    if (wanted !== undefined) tests.push((row) => column.at(row) > 0 === wanted);
  };
  has(filter.hasPatent, data.patents);
  has(filter.hasInvention, data.inventions);
  has(filter.hasTrademark, data.trademarks);
  if (filter.q !== undefined && filter.q.trim() !== '') tests.push(searchTest(data, filter.q));
  return tests;
}

/** Name of the class where the jurisdiction knows it, else of its division. */
export function industryLabel(ctx: Ctx, code: string): string {
  return ctx.services.jurisdiction.findIndustry(code.slice(1))?.name ?? industryName(code) ?? code;
}

const nullable = (code: string) => (code === '' ? null : code);

export function toPartyRow(
  ctx: Ctx,
  data: PartyIndexData,
  row: number,
  text: { name: string; uscc: string | null },
): PartyRow {
  const { places } = ctx.services;
  const townCode = nullable(data.town.codeAt(row));
  const zoneCode = nullable(data.zone.codeAt(row));
  const industryCode = nullable(data.industry.codeAt(row));
  return {
    id: data.ids[row] as string,
    uscc: text.uscc,
    name: text.name,
    kind: data.kind.codeAt(row) as PartyRow['kind'],
    status: data.status.codeAt(row) as PartyRow['status'],
    townCode,
    town: places.townName(townCode),
    zoneCode,
    zone: places.zoneName(zoneCode),
    industryCode,
    industry: industryCode === null ? null : industryLabel(ctx, industryCode),
    establishedOn: fromDay(data.established.at(row)),
    memberships: [...data.memberships.at(row, data.size)].map(
      (n) => data.memberships.codes.codes[n] as PartyRow['memberships'][number],
    ),
    validPatents: data.patents.at(row),
    validInventions: data.inventions.at(row),
    validTrademarks: data.trademarks.at(row),
  };
}

/** Rows of the filtered list in order, for a page or an export. */
export async function selectParties(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  filter: PartyFilter,
  page: { page: number; pageSize: number; sort?: string | undefined },
) {
  const data = await index.get(ctx);
  const sort = parseSort(page.sort, PARTY_SORTS, 'name');
  const { q, town, zone, industry, kind, status, membership, hasPatent, hasInvention, hasTrademark } = filter;
  const wanted: PartyFilter = {
    q,
    town,
    zone,
    industry,
    kind,
    status,
    membership,
    hasPatent,
    hasInvention,
    hasTrademark,
  };
  const key = JSON.stringify([scopeFor(ctx, PARTY_READ), wanted]);
  const selection = keptSelection(data, key, () =>
    selectRows(data.size, [scopeTest(ctx, data, PARTY_READ), ...filterTests(data, wanted)]),
  );
  const rows = pageOfSelection(selection, {
    page: page.page,
    pageSize: page.pageSize,
    order: data.order(sort.key),
    descending: sort.descending,
  });
  return { data, rows, total: selection.total };
}
