import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { sides } from '../domain/ledger.ts';
import { yuanText } from '../domain/money.ts';
import { sumItem, takeOverItem } from '../repositories/commitment-repository.ts';
import { type Fund, findLine, openLine, post, takeTurn } from '../repositories/ledger-repository.ts';

export interface AppropriateInput extends Fund {
  /** Null: the whole fund. An item gets a ceiling within the fund. */
  readonly item: string | null;
  /** Name of the item, kept with its line. */
  readonly itemLabel?: string | null | undefined;
  /** May be below 0: an adjustment downwards. */
  readonly amountFen: number;
  readonly docNo: string;
  readonly reason: string;
  /** Day it counts for; absent: today. */
  readonly onDay?: string | undefined;
  /** Invented for demonstration: said wherever the fund shows. */
  readonly example?: boolean | undefined;
}

async function openItemLine(tx: Tx, ctx: Ctx, input: AppropriateInput & { item: string }): Promise<void> {
  const fund = await findLine(tx, ctx.district, input, '');
  if (fund === undefined) throw new AppError('funds.budget.no-fund', { fund: input.fund, year: input.year });
  const held = await sumItem(tx, ctx.district, input, input.item);
  const used = held.committed + held.paid - held.returned + held.surrendered;
  if (input.amountFen < used)
    throw new AppError('funds.budget.below-used', { amount: yuanText(input.amountFen), used: yuanText(used) });
  await openLine(tx, ctx, { ...input, label: input.itemLabel, example: fund.example });
  await post(tx, ctx, {
    kind: 'open-item',
    fund: input.fund,
    year: input.year,
    reason: input.reason,
    documentNo: input.docNo,
    onDay: input.onDay,
    lines: [{ item: input.item, sides: sides.openItem(input.amountFen, held) }],
  });
  await takeOverItem(tx, ctx.district, input, input.item);
}

/**
 * Puts money into a budget line, or takes it out again, inside the caller's transaction.
 * An item's line is a ceiling within the fund: it gives no money of its own.
 * @throws AppError funds.budget.below-used (409): never below what is committed and paid; funds.budget.no-fund,
 * funds.budget.item-above-fund (409)
 */
export async function appropriate(tx: Tx, ctx: Ctx, input: AppropriateInput): Promise<void> {
  const { fund, year, amountFen } = input;
  const item = input.item ?? '';
  if (!Number.isSafeInteger(amountFen) || amountFen === 0)
    throw new AppError('funds.amount.invalid', { amount: String(amountFen) });
  await takeTurn(tx, ctx);
  const line = await findLine(tx, ctx.district, input, item);
  const whole = item === '' ? undefined : await findLine(tx, ctx.district, input, '');
  if (whole !== undefined && (line?.appropriated_fen ?? 0) + amountFen > whole.appropriated_fen)
    throw new AppError('funds.budget.item-above-fund', { item, fund: yuanText(whole.appropriated_fen) });
  if (line === undefined && item !== '') await openItemLine(tx, ctx, { ...input, item });
  else {
    await openLine(tx, ctx, { fund, year, item, example: input.example ?? false });
    const short = await post(tx, ctx, {
      kind: 'appropriate',
      fund,
      year,
      reason: input.reason,
      documentNo: input.docNo,
      onDay: input.onDay,
      lines: [{ item, sides: sides.appropriate(amountFen) }],
    });
    if (short !== undefined)
      throw new AppError('funds.budget.below-used', {
        amount: yuanText((line?.appropriated_fen ?? 0) + amountFen),
        used: yuanText((line?.appropriated_fen ?? 0) - (line?.available_fen ?? 0)),
      });
  }
  await writeAudit(tx, ctx, {
    action: 'funds.budget.appropriate',
    subject: {
      kind: 'budget',
      id: `${fund}/${year}/${item}`,
      label: `${fund} ${year}${item === '' ? '' : ` ${item}`}`,
    },
    details: { amountFen, docNo: input.docNo, reason: input.reason },
  });
}

/** Finance puts money into a line or takes it out again. @throws AppError as {@link appropriate} */
export async function appropriateBudget(ctx: Ctx, input: AppropriateInput): Promise<void> {
  await inTransaction(ctx, (tx) => appropriate(tx, ctx, input));
}
