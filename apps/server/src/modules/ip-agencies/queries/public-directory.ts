import type { Ctx } from '../../../platform/context/context.ts';
import {
  fromDay,
  keptSelection,
  NO_DAY,
  pageOfSelection,
  type RowTest,
  selectRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import type { AgencyKind, AgencyStatus } from '../domain/agency.ts';
import type { DirectoryQuery, PublicAgency } from '../types.ts';
import { type AgencyIndexData, agencyIndex } from './agency-index.ts';
import { type AgencyStanding, agencyStandings } from './agency-standing.ts';
import { codeTest, kindTest, searchTest } from './agency-tests.ts';

const PAGE_SIZE = 20;
const MOST = 100;

export function toPublicAgency(
  ctx: Ctx,
  data: AgencyIndexData,
  row: number,
  standing: AgencyStanding | undefined,
): PublicAgency {
  const townCode = data.town.codeAt(row) || null;
  const until = data.filingUntil.at(row);
  const kinds = [...data.kinds.at(row, data.size)].map((n) => data.kinds.codes.codes[n] as AgencyKind);
  return {
    id: data.ids[row] as string,
    name: data.names[row] as string,
    uscc: data.uscc[row] ?? null,
    agencyCode: data.code[row] ?? null,
    kinds,
    status: data.status.codeAt(row) as AgencyStatus,
    townCode,
    town: ctx.services.places.townName(townCode),
    inDistrict: data.local.codeAt(row) === 'yes',
    people: data.people.at(row),
    filingUntil: fromDay(until),
    filingValid: kinds.includes('trademark') ? until !== NO_DAY && until >= toDay(ctx.today) : null,
    grade: standing?.grade ?? null,
    marked: standing?.marked ?? false,
  };
}

/**
 * The public directory: every agency of the district and those from outside that file for it, the district's own first by
 * name. Closed ones are left out. Search by name, former name, code, pinyin and initials. No permission is needed.
 */
export async function listPublicAgencies(
  ctx: Ctx,
  query: DirectoryQuery,
): Promise<{ items: PublicAgency[]; total: number; page: number; pageSize: number }> {
  const data = await agencyIndex.get(ctx);
  const standings = await agencyStandings(ctx, data.ids);
  const page = query.page ?? 1;
  const pageSize = Math.min(query.pageSize ?? PAGE_SIZE, MOST);
  const { q, business, town, grade } = query;
  const select = () => {
    const closed = data.status.matching((code) => code === 'revoked' || code === 'deregistered');
    const tests: RowTest[] = [(row) => closed[data.status.at(row)] !== 1];
    if (town !== undefined && town.length > 0) tests.push(codeTest(data.town, town));
    if (business !== undefined && business.length > 0) tests.push(kindTest(data, business));
    if (grade !== undefined && grade.length > 0)
      tests.push((row) => grade.includes(standings.get(data.ids[row] as string)?.grade ?? 'none'));
    if (q !== undefined && q.trim() !== '') tests.push(searchTest(data, q, false));
    return selectRows(data.size, tests);
  };
  // Grades change without the index: a selection by grade is not kept.
  const selection =
    grade === undefined || grade.length === 0
      ? keptSelection(data, JSON.stringify(['public', q, business, town]), select)
      : select();
  const rows = pageOfSelection(selection, { page, pageSize, order: data.order('local'), descending: false });
  return {
    items: rows.map((row) => toPublicAgency(ctx, data, row, standings.get(data.ids[row] as string))),
    total: selection.total,
    page,
    pageSize,
  };
}
