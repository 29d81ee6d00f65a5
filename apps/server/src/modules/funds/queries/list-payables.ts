import type { PayableView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { obstacleOf } from '../commands/create-batch.ts';
import { type AccountRow, currentAccounts } from '../repositories/account-repository.ts';
import { type ListedPayable, listPayableRows, standingOfPayables } from '../repositories/payable-list.ts';
import { toAccount } from './account-view.ts';
import { toOrigin } from './origin-view.ts';

function toPayable(ctx: Ctx, row: ListedPayable, account: AccountRow | undefined): PayableView {
  const name = row.now_name ?? row.party_name;
  const obstacle = row.state === 'waiting' ? obstacleOf(ctx, row, { name, account }) : undefined;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    party: { id: row.now_id ?? row.party_id, name, uscc: row.uscc },
    amountFen: row.amount_fen,
    purpose: row.purpose,
    documentNo: row.document_no,
    origin: toOrigin(ctx, row),
    achievementKey: row.achievement_key,
    fund: row.fund,
    year: row.year,
    item: row.item,
    releasedBy: row.released_by_name,
    releasedAt: row.released_at,
    account: account === undefined ? null : toAccount(account, name),
    obstacle: obstacle === undefined ? null : ctx.services.sentence(obstacle, ctx.language).text,
    batch: row.batch_id === null ? null : { id: row.batch_id, number: row.batch_number ?? '' },
    paidOn: row.paid_on,
    voucherNo: row.voucher_no,
    failReason: row.fail_reason,
  };
}

/** What is due and paid to whom, each with its account (masked) and what stands in its way. */
export async function listPayables(
  ctx: Ctx,
  query: {
    readonly page: number;
    readonly pageSize: number;
    readonly sort?: string | undefined;
    readonly state?: string | undefined;
    readonly q?: string | undefined;
    readonly party?: string | undefined;
    readonly fund?: string | undefined;
    readonly year?: number | undefined;
  },
) {
  const { page, pageSize, sort, state, q, party, fund, year } = query;
  const states = state === undefined || state === '' ? undefined : state.split(',');
  const rows = await listPayableRows(
    ctx.db,
    ctx,
    { states, q, party, fund, year },
    { limit: pageSize, offset: (page - 1) * pageSize, sort },
  );
  const accounts = await currentAccounts(
    ctx.db,
    ctx.district,
    rows.map((row) => row.party_key),
  );
  const standing = await standingOfPayables(ctx.db, ctx);
  return {
    items: rows.map((row) => toPayable(ctx, row, accounts.get(row.party_key))),
    total: rows[0]?.total ?? 0,
    totalFen: rows[0]?.total_fen ?? 0,
    page,
    pageSize,
    standing: standing.map((one) => ({ state: one.state, count: one.count, amountFen: one.fen })),
  };
}
