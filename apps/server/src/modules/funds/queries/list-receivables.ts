import type { ReceivableView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  findReceivable,
  listInstalments,
  listReceipts,
  listReceivableRows,
  type ReceivableRow,
  sumReceivables,
} from '../repositories/receivable-repository.ts';
import { toOrigin } from './origin-view.ts';

function toReceivable(ctx: Ctx, row: ReceivableRow & { state: ReceivableView['state'] }): ReceivableView {
  return {
    id: row.id,
    origin: toOrigin(ctx, row),
    party: { id: row.party_id, name: row.party_name },
    amountFen: row.amount_fen,
    receivedFen: row.received_fen,
    openFen: row.amount_fen - row.received_fen,
    overdueFen: row.overdue_fen,
    nextDueOn: row.next_due_on,
    decisionNo: row.decision_no,
    reason: row.reason,
    openedBy: row.opened_by_name,
    openedAt: row.opened_at,
    settledOn: row.settled_on,
    state: row.state,
  };
}

/** Debts, the overdue first, with the sums of all that the actor reaches. */
export async function listReceivables(
  ctx: Ctx,
  query: {
    readonly page: number;
    readonly pageSize: number;
    readonly state?: string | undefined;
    readonly q?: string | undefined;
    readonly party?: string | undefined;
  },
) {
  const { page, pageSize, state, q, party } = query;
  const filter = { q, party, states: state === undefined || state === '' ? undefined : state.split(',') };
  const rows = await listReceivableRows(ctx.db, ctx, filter, { limit: pageSize, offset: (page - 1) * pageSize });
  const sums = await sumReceivables(ctx.db, ctx);
  return {
    items: rows.map((row) => toReceivable(ctx, row)),
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
    openFen: sums.open,
    overdueFen: sums.overdue,
  };
}

/** A debt with its instalments, the earliest served first. @throws AppError platform.not-found */
export async function getReceivable(ctx: Ctx, id: string) {
  const row = await findReceivable(ctx.db, ctx, id);
  if (row === undefined) throw new AppError('platform.not-found');
  let left = row.received_fen;
  const instalments = (await listInstalments(ctx.db, ctx.district, id)).map((one) => {
    const receivedFen = Math.min(left, one.amount_fen);
    left -= receivedFen;
    const state = receivedFen === one.amount_fen ? 'settled' : one.due_on < ctx.today ? 'overdue' : 'open';
    const { position, due_on: dueOn, amount_fen: amountFen } = one;
    return { position, dueOn, amountFen, receivedFen, state: state as ReceivableView['state'] };
  });
  const receipts = await listReceipts(ctx.db, ctx.district, id);
  return {
    ...toReceivable(ctx, row),
    instalments,
    receipts: receipts.map((one) => ({
      id: one.id,
      voucherNo: one.voucher_no,
      amountFen: one.amount_fen,
      receivedOn: one.received_on,
      note: one.note,
      actor: one.actor_name,
      at: one.at,
    })),
    returnRule: ctx.services.jurisdiction.fundRules.returnedMoney.text,
  };
}
