import { isLocalDate } from '@jince/calendar';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { sides } from '../domain/ledger.ts';
import { yuanText } from '../domain/money.ts';
import { findCommitment } from '../repositories/commitment-repository.ts';
import { post, takeTurn } from '../repositories/ledger-repository.ts';
import { findReceivable, type ReceivableRow } from '../repositories/receivable-repository.ts';
import { linesOf } from './commit-funds.ts';
import { markParty } from './open-receivable.ts';

export interface ReceiptInput {
  readonly voucherNo: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly note: string | null;
}

/** What this system paid goes back through its ledger; what earlier lists say was paid never was in it. */
async function bookReturn(tx: Tx, ctx: Ctx, debt: ReceivableRow, input: ReceiptInput): Promise<void> {
  if (debt.origin_kind === 'legacy') return;
  const origin = { kind: debt.origin_kind, id: debt.origin_id, label: debt.origin_label };
  const commitment = await findCommitment(tx, ctx.district, origin);
  if (commitment === undefined) throw new Error(`receivable ${debt.id} has no commitment`);
  const { rule } = ctx.services.jurisdiction.fundRules.returnedMoney;
  const short = await post(tx, ctx, {
    kind: 'return',
    fund: commitment.fund,
    year: commitment.year,
    reason: `追回到账（${debt.decision_no}）`,
    documentNo: input.voucherNo,
    onDay: input.receivedOn,
    origin,
    lines: linesOf(commitment).map((item) => ({ item, sides: sides.giveBack(input.amountFen, rule) })),
  });
  if (short !== undefined) throw new Error(`receivable ${debt.id} is larger than what its line has paid`);
}

async function voucherIsUsed(tx: Tx, district: string, voucherNo: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from funds.receipt where district = ${district} and voucher_no = ${voucherNo}`.execute(tx);
  return rows.length > 0;
}

/**
 * Enters money that came back. It counts for the earliest instalments first; the last of it settles the debt.
 * @throws AppError 404; 409 funds.receipt.above-open, funds.receipt.voucher-used; 400 funds.receipt.in-future
 */
export async function enterReceipt(ctx: Ctx, receivableId: string, input: ReceiptInput): Promise<void> {
  if (!isLocalDate(input.receivedOn))
    throw new AppError('platform.invalid-input', {}, [{ path: 'receivedOn', message: '日期应写成 2026-11-22' }]);
  if (input.receivedOn > ctx.today) throw new AppError('funds.receipt.in-future', { day: input.receivedOn });
  await inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const debt = await findReceivable(tx, ctx, receivableId);
    if (debt === undefined) throw new AppError('platform.not-found');
    const { district } = ctx;
    if (await voucherIsUsed(tx, district, input.voucherNo))
      throw new AppError('funds.receipt.voucher-used', { voucherNo: input.voucherNo });
    const open = debt.amount_fen - debt.received_fen;
    if (input.amountFen > open)
      throw new AppError('funds.receipt.above-open', { amount: yuanText(input.amountFen), open: yuanText(open) });
    await sql`insert into funds.receipt (district, id, receivable_id, voucher_no, amount_fen, received_on, note, actor_name, at)
      values (${district}, ${uuidv7()}, ${debt.id}, ${input.voucherNo}, ${input.amountFen}, ${input.receivedOn}, ${input.note},
        ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
    const settled = input.amountFen === open;
    await sql`update funds.receivable set received_fen = received_fen + ${input.amountFen},
      settled_on = ${settled ? input.receivedOn : null} where district = ${district} and id = ${debt.id}`.execute(tx);
    await bookReturn(tx, ctx, debt, input);
    if (settled)
      await publishEvent(tx, ctx, 'funds.receivable.settled', {
        originKind: debt.origin_kind,
        originId: debt.origin_id,
      });
    await markParty(tx, ctx, [debt.party_key]);
    await writeAudit(tx, ctx, {
      action: 'funds.receivable.enter',
      subject: { kind: 'receivable', id: debt.id, label: `${debt.party_name} ${debt.decision_no}` },
      details: { voucherNo: input.voucherNo, amountFen: input.amountFen, receivedOn: input.receivedOn, settled },
    });
  });
}
