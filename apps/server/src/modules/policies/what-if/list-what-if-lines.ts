import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { findRows, viewRow, type Wanted } from './what-if-rows.ts';

interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** The list behind a figure of a what-if, a page of it. @throws AppError as runWhatIf */
export async function listWhatIfLines(
  ctx: Ctx,
  { page, pageSize, sort, ...wanted }: Wanted & Paging,
): Promise<RouteOutput<typeof routes.listWhatIfLines>> {
  const { rows, answer } = await findRows(ctx, wanted, sort);
  let [fen, neededFen] = [0, 0];
  for (const row of rows) {
    fen += row.fen;
    neededFen += row.neededFen;
  }
  const shown = rows.slice((page - 1) * pageSize, page * pageSize);
  return { items: shown.map((row) => viewRow(ctx, row, answer)), total: rows.length, page, pageSize, fen, neededFen };
}
