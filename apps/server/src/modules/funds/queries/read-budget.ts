import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { type Fund, type LineRow, listLines } from '../repositories/ledger-repository.ts';

export interface BudgetLine {
  /** Null: the whole fund. */
  readonly item: string | null;
  readonly appropriatedFen: number;
  readonly committedFen: number;
  /** Everything ever paid. */
  readonly paidFen: number;
  /** What of it came back. */
  readonly returnedFen: number;
  readonly availableFen: number;
}

export interface Budget extends Fund {
  /** The whole fund first, then items with a ceiling of their own. Empty when nothing was appropriated. */
  readonly lines: readonly BudgetLine[];
}

export const toBudgetLine = (row: LineRow): BudgetLine => ({
  item: row.item === '' ? null : row.item,
  appropriatedFen: row.appropriated_fen,
  committedFen: row.committed_fen,
  paidFen: row.paid_fen,
  returnedFen: row.returned_fen,
  availableFen: row.available_fen,
});

/** Balances of a fund's lines in a year, in fen. @param db the caller's transaction, where it has one */
export async function readBudget(ctx: Ctx, at: Fund, db: Db = ctx.db): Promise<Budget> {
  const rows = await listLines(db, ctx.district, at);
  return { fund: at.fund, year: at.year, lines: rows.map(toBudgetLine) };
}
