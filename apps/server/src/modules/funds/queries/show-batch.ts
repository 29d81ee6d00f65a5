import type { PaymentBatchView } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PAYMENT_READ } from '../funds.catalogue.ts';
import {
  type BatchLineRow,
  type BatchRow,
  findBatch,
  listBatchLines,
  selectBatches,
} from '../repositories/batch-repository.ts';
import { reachesAll } from '../repositories/party-scope.ts';
import { toOrigin } from './origin-view.ts';
import { listResults } from './show-result.ts';

function toBatch(row: BatchRow): PaymentBatchView {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    count: row.count,
    totalFen: row.total_fen,
    paidCount: row.paid_count,
    paidFen: row.paid_fen,
    failedCount: row.failed_count,
    failedFen: row.failed_fen,
    fileSha256: row.file_sha256,
    note: row.note,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    settledAt: row.settled_at,
  };
}

/** Batches, newest first. */
export async function listBatches(
  ctx: Ctx,
  query: { readonly page: number; readonly pageSize: number; readonly state?: string | undefined },
) {
  const { page, pageSize, state } = query;
  const states = state === undefined || state === '' ? undefined : state.split(',');
  const rows = reachesAll(ctx, PAYMENT_READ)
    ? (await selectBatches(ctx, { states }, { limit: pageSize, offset: (page - 1) * pageSize }).execute(ctx.db)).rows
    : [];
  return { items: rows.map(toBatch), total: rows[0]?.total ?? 0, page, pageSize };
}

interface LineParty {
  readonly line_no: number;
  readonly party_id: string;
  readonly party_name: string;
  readonly origin_kind: string;
  readonly origin_id: string;
  readonly origin_label: string;
  readonly origin_href: string | null;
}

async function partiesOfLines(ctx: Ctx, batchId: string): Promise<ReadonlyMap<number, LineParty>> {
  const { rows } =
    await sql<LineParty>`select l.line_no, coalesce(q.id, p.party_id) as party_id, coalesce(q.name, p.party_name) as party_name,
      p.origin_kind, p.origin_id, p.origin_label, c.origin_href
    from funds.batch_line l join funds.payable p on p.district = l.district and p.id = l.payable_id
    join funds.commitment c on c.district = p.district and c.id = p.commitment_id
    left join parties.party q on q.district = p.district and q.record_key = p.party_key
    where l.district = ${ctx.district} and l.batch_id = ${batchId}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.line_no, row]));
}

function toLine(ctx: Ctx, row: BatchLineRow, party: LineParty) {
  return {
    lineNo: row.line_no,
    reference: row.reference,
    payableId: row.payable_id,
    party: { id: party.party_id, name: party.party_name },
    accountName: row.account_name,
    last4: row.last4,
    bankName: row.bank_name,
    amountFen: row.amount_fen,
    origin: toOrigin(ctx, party),
    result: row.result,
    paidOn: row.paid_on,
    voucherNo: row.voucher_no,
    failReason: row.fail_reason,
  };
}

/** A batch as made or as it stands. @throws AppError platform.not-found */
export async function getBatchSummary(ctx: Ctx, id: string): Promise<PaymentBatchView> {
  const row = reachesAll(ctx, PAYMENT_READ) ? await findBatch(ctx.db, ctx, id) : undefined;
  if (row === undefined) throw new AppError('platform.not-found');
  return toBatch(row);
}

/** A batch with its lines and the answers it got. @throws AppError platform.not-found */
export async function getBatch(ctx: Ctx, id: string) {
  const batch = await getBatchSummary(ctx, id);
  const [lines, parties] = [await listBatchLines(ctx.db, ctx.district, id), await partiesOfLines(ctx, id)];
  const results = await listResults(ctx, { page: 1, pageSize: 100 }, { batchId: id });
  return {
    ...batch,
    lines: lines.map((line) => toLine(ctx, line, parties.get(line.line_no) as LineParty)),
    results: results.items,
  };
}
