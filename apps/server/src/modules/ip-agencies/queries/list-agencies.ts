import type { AgencyRow } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import {
  fromDay,
  keptSelection,
  pageOfSelection,
  parseSort,
  type RowTest,
  selectRows,
} from '../../../platform/register-index/index.ts';
import { AGENCY_READ } from '../ip-agencies.catalogue.ts';
import { AGENCY_SORTS, type AgencyIndexData, agencyIndex } from './agency-index.ts';
import { type AgencyStanding, agencyStandings } from './agency-standing.ts';
import { type AgencyFilter, codeTest, kindTest, scopeTest, searchTest } from './agency-tests.ts';
import { filingStateOf } from './filing-state.ts';

/** A filter as row tests. */
function filterTests(ctx: Ctx, data: AgencyIndexData, filter: AgencyFilter): RowTest[] {
  const tests: RowTest[] = [];
  const { kind, town, status, filing, local, contradicts, q } = filter;
  if (town !== undefined && town.length > 0) tests.push(codeTest(data.town, town));
  if (status !== undefined && status.length > 0) tests.push(codeTest(data.status, status));
  if (local !== undefined) tests.push(codeTest(data.local, [local ? 'yes' : 'no']));
  if (contradicts !== undefined) tests.push((row) => data.notes.at(row) > 0 === contradicts);
  if (kind !== undefined && kind.length > 0) tests.push(kindTest(data, kind));
  if (filing !== undefined && filing.length > 0) {
    const stateOf = filingStateOf(ctx);
    const isTrademark = kindTest(data, ['trademark']);
    tests.push((row) => isTrademark(row) && filing.includes(stateOf(fromDay(data.filingUntil.at(row)))));
  }
  if (q !== undefined && q.trim() !== '') tests.push(searchTest(data, q, true));
  return tests;
}

export function toAgencyRow(
  ctx: Ctx,
  data: AgencyIndexData,
  row: number,
  standing: AgencyStanding | undefined,
): AgencyRow {
  const townCode = data.town.codeAt(row) || null;
  const filingUntil = fromDay(data.filingUntil.at(row));
  const kinds = [...data.kinds.at(row, data.size)].map((n) => data.kinds.codes.codes[n] as AgencyRow['kinds'][number]);
  return {
    id: data.ids[row] as string,
    name: data.names[row] as string,
    uscc: data.uscc[row] ?? null,
    agencyCode: data.code[row] ?? null,
    kinds,
    status: data.status.codeAt(row) as AgencyRow['status'],
    townCode,
    town: ctx.services.places.townName(townCode),
    inDistrict: data.local.codeAt(row) === 'yes',
    partyId: data.party[row] ?? null,
    people: data.people.at(row),
    patents: data.patents.at(row),
    trademarks: data.trademarks.at(row),
    filingUntil,
    filing: kinds.includes('trademark') ? filingStateOf(ctx)(filingUntil) : null,
    contradictions: data.notes.at(row),
    grade: standing?.grade ?? null,
  };
}

interface ListQuery extends AgencyFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** Rows of the filtered list in order, within the actor's reach. */
export async function selectAgencies(ctx: Ctx, query: ListQuery) {
  const data = await agencyIndex.get(ctx);
  const sort = parseSort(query.sort, AGENCY_SORTS, 'name');
  const { page: _page, pageSize: _size, sort: _sort, ...filter } = query;
  const key = JSON.stringify([scopeFor(ctx, AGENCY_READ), filter]);
  const selection = keptSelection(data, key, () =>
    selectRows(data.size, [scopeTest(ctx, data, AGENCY_READ), ...filterTests(ctx, data, filter)]),
  );
  const rows = pageOfSelection(selection, { ...query, order: data.order(sort.key), descending: sort.descending });
  const standings = await agencyStandings(ctx, data.ids);
  return {
    items: rows.map((row) => toAgencyRow(ctx, data, row, standings.get(data.ids[row] as string))),
    total: selection.total,
  };
}

export async function listAgencies(ctx: Ctx, query: ListQuery) {
  const { items, total } = await selectAgencies(ctx, query);
  return { items, total, page: query.page, pageSize: query.pageSize };
}
