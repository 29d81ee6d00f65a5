import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { pageOfSelection } from '../../../platform/register-index/index.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { LISTED, type ListedRow, toCard } from './case-card.ts';
import { caseIndex } from './case-index.ts';
import { type CaseFilter, ownCases, selectCases } from './case-tests.ts';
import { casesWithin } from './reach-case.ts';

/** Lines of these cases in their order, as they are now and as far as they are in reach now. */
async function readLines(ctx: Ctx, ids: readonly string[]): Promise<readonly ListedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedRow>`select ${LISTED} from cases.row r
    where r.district = ${ctx.district} and r.id = any(${[...ids]}::uuid[]) and ${casesWithin(ctx, CASE_READ)}`.execute(
    ctx.db,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** One page of the cases in reach, with the exact total. */
export async function listCases(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listCases']>['query'],
): Promise<RouteOutput<(typeof routes)['listCases']>> {
  const { page, pageSize, sort, ...filter } = query;
  const own = await ownCases(ctx, filter);
  const data = await caseIndex.get(ctx);
  const selection = selectCases(ctx, data, filter, own);
  const rows = pageOfSelection(selection, { page, pageSize, order: data.order(sort) });
  const lines = await readLines(
    ctx,
    rows.map((row) => data.ids[row] as string),
  );
  return { items: lines.map((row) => toCard(ctx, row)), total: selection.total, page, pageSize };
}

/** All cases the list would show, in its order, some at a time. */
export async function* streamCases(
  ctx: Ctx,
  filter: CaseFilter,
  sort: string | undefined,
  size: number,
): AsyncGenerator<readonly ListedRow[]> {
  const own = await ownCases(ctx, filter);
  const data = await caseIndex.get(ctx);
  const { keep } = selectCases(ctx, data, filter, own);
  const ids = [...data.order(sort)].flatMap((row) => (keep[row] === 1 ? [data.ids[row] as string] : []));
  for (let at = 0; at < ids.length; at += size) yield await readLines(ctx, ids.slice(at, at + size));
}
