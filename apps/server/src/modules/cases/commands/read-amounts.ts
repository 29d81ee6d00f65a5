import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { CaseGoodsLine, CaseRightRow } from '../domain/case-types.ts';
import { last } from '../domain/check-input.ts';
import { amountOf, hitKeys, readThresholds } from '../domain/work-out.ts';
import { type CaseRow, updateCase } from '../repositories/case-repository.ts';
import { appendReading, listEntries } from '../repositories/entry-repository.ts';

/**
 * Works out amount and thresholds anew and keeps the reading. A threshold that no decision on a transfer covers opens the
 * question again.
 * @throws AppError cases.goods.no-basis
 */
export async function readAmounts(
  tx: Tx,
  ctx: Ctx,
  row: CaseRow,
  given: { readonly goods: readonly CaseGoodsLine[]; readonly rights: readonly CaseRightRow[]; readonly cause: string },
): Promise<{ readonly businessFen: number; readonly hit: boolean; readonly opened: boolean }> {
  const amount = amountOf(given.goods, ctx.language);
  const readings = readThresholds({ ...row, amount }, given.rights, ctx.today);
  const keys = hitKeys(readings);
  const covered = last(await listEntries(tx, ctx.district, row.id), 'transfer')?.data.hits;
  const open = keys.some((key) => !(Array.isArray(covered) && covered.includes(key)));
  await updateCase(tx, ctx.district, row.id, {
    // Nothing entered is not an amount of nought.
    amount: given.goods.length === 0 ? null : amount,
    business_fen: given.goods.length === 0 ? null : amount.totalFen,
    hit: keys.length > 0,
    transfer_open: open,
  });
  await appendReading(tx, ctx, row.id, {
    cause: given.cause,
    businessFen: amount.totalFen,
    gainFen: row.gain_fen,
    hit: keys.length > 0,
    readings,
  });
  return { businessFen: amount.totalFen, hit: keys.length > 0, opened: open && !row.transfer_open };
}
