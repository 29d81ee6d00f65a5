import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly state: 'made' | 'sent' | 'settled' | 'dissolved';
  readonly total_fen: number;
  readonly count: number;
  readonly file_sha256: string;
  readonly note: string | null;
  readonly made_by: string | null;
  readonly made_by_name: string;
  readonly made_at: string;
  readonly sent_at: string | null;
  readonly settled_at: string | null;
  readonly paid_count: number;
  readonly paid_fen: number;
  readonly failed_count: number;
  readonly failed_fen: number;
}

export interface BatchLineRow {
  readonly batch_id: string;
  readonly batch_number: string;
  readonly line_no: number;
  readonly reference: string;
  readonly payable_id: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly bank_name: string;
  readonly last4: string;
  readonly amount_fen: number;
  readonly result: 'paid' | 'failed' | null;
  readonly paid_on: string | null;
  readonly voucher_no: string | null;
  readonly fail_reason: string | null;
}

export interface NewBatchLine {
  readonly lineNo: number;
  readonly reference: string;
  readonly payableId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly bankName: string;
  readonly last4: string;
  readonly amountFen: number;
}

const LINE = sql`l.batch_id, b.number as batch_number, l.line_no, l.reference, l.payable_id, l.account_id, l.account_name, l.bank_name,
  l.last4, l.amount_fen, l.result, l.paid_on, l.voucher_no, l.fail_reason`;

/** Batches with what the treasury answered so far. `lock` holds the row until the end of the transaction. */
export function selectBatches(
  ctx: Ctx,
  filter: { readonly id?: string | undefined; readonly states?: readonly string[] | undefined },
  page: { readonly limit: number; readonly offset: number } = { limit: 1, offset: 0 },
) {
  return sql<
    BatchRow & { total: number }
  >`select b.id, b.number, b.state, b.total_fen, b.count, b.file_sha256, b.note, b.made_by,
      b.made_by_name, b.made_at, b.sent_at, b.settled_at, r.*, count(*) over () as total
    from funds.batch b cross join lateral (
      select count(*) filter (where l.result = 'paid') as paid_count,
        coalesce(sum(l.amount_fen) filter (where l.result = 'paid'), 0)::bigint as paid_fen,
        count(*) filter (where l.result = 'failed') as failed_count,
        coalesce(sum(l.amount_fen) filter (where l.result = 'failed'), 0)::bigint as failed_fen
      from funds.batch_line l where l.district = b.district and l.batch_id = b.id) r
    where b.district = ${ctx.district} and (${filter.id ?? null}::uuid is null or b.id = ${filter.id ?? null}::uuid)
      and (${filter.states ?? null}::text[] is null or b.state = any(${filter.states ?? null}::text[]))
    order by b.made_at desc, b.number desc limit ${page.limit} offset ${page.offset}`;
}

export async function findBatch(db: Db, ctx: Ctx, id: string): Promise<BatchRow | undefined> {
  return (await selectBatches(ctx, { id }).execute(db)).rows[0];
}

export async function listBatchLines(db: Db, district: string, batchId: string): Promise<BatchLineRow[]> {
  const { rows } = await sql<BatchLineRow>`select ${LINE} from funds.batch_line l
    join funds.batch b on b.district = l.district and b.id = l.batch_id
    where l.district = ${district} and l.batch_id = ${batchId} order by l.line_no`.execute(db);
  return rows;
}

/** Lines of any batch by reference, to say where a row that is out of place belongs. */
export async function findLinesByReference(db: Db, district: string, references: readonly string[]) {
  const { rows } = await sql<BatchLineRow>`select ${LINE} from funds.batch_line l
    join funds.batch b on b.district = l.district and b.id = l.batch_id
    where l.district = ${district} and l.reference = any(${references}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Numbers run through a year; call it under the turn. */
export async function nextBatchNumber(tx: Tx, ctx: Ctx): Promise<string> {
  const year = ctx.today.slice(0, 4);
  const { rows } = await sql<{ n: number }>`select count(*) + 1 as n from funds.batch
    where district = ${ctx.district} and number like ${`P${year}-%`}`.execute(tx);
  return `P${year}-${String(rows[0]?.n ?? 1).padStart(3, '0')}`;
}

export async function insertBatch(
  tx: Tx,
  ctx: Ctx,
  one: {
    readonly id: string;
    readonly number: string;
    readonly note: string | null;
    readonly sha256: string;
    readonly lines: readonly NewBatchLine[];
  },
): Promise<void> {
  const { district } = ctx;
  const total = one.lines.reduce((sum, line) => sum + line.amountFen, 0);
  await sql`insert into funds.batch (district, id, number, state, total_fen, count, file_sha256, note, made_by, made_by_name, made_at)
    values (${district}, ${one.id}, ${one.number}, 'made', ${total}, ${one.lines.length}, ${one.sha256}, ${one.note},
      ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  await sql`insert into funds.batch_line (district, batch_id, line_no, reference, payable_id, account_id, account_name, bank_name, last4,
      amount_fen)
    select ${district}, ${one.id}, l."lineNo", l.reference, l."payableId", l."accountId", l."accountName", l."bankName", l.last4, l."amountFen"
    from jsonb_to_recordset(${JSON.stringify(one.lines)}::jsonb) as l("lineNo" int, reference text, "payableId" uuid, "accountId" uuid,
      "accountName" text, "bankName" text, last4 text, "amountFen" bigint)`.execute(tx);
  await sql`update funds.payable set state = 'batched', batch_id = ${one.id}, version = version + 1
    where district = ${district} and id = any(${one.lines.map((line) => line.payableId)}::uuid[])`.execute(tx);
}

export async function setBatchState(tx: Tx, ctx: Ctx, id: string, state: BatchRow['state']): Promise<void> {
  await sql`update funds.batch set state = ${state}, sent_at = case when ${state} = 'sent' then ${ctx.now}::timestamptz else sent_at end,
      settled_at = case when ${state} in ('settled', 'dissolved') then ${ctx.now}::timestamptz else settled_at end
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}
