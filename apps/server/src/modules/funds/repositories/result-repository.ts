import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { AnsweredRow, ResultProblem } from '../domain/judge-result.ts';

export interface ResultFileRow {
  readonly id: string;
  readonly batch_id: string;
  readonly batch_number: string;
  readonly sha256: string;
  readonly file_name: string;
  readonly state: 'previewed' | 'applied';
  readonly rows: readonly AnsweredRow[];
  readonly problems: readonly ResultProblem[];
  readonly uploaded_by_name: string;
  readonly uploaded_at: string;
  readonly applied_by_name: string | null;
  readonly applied_at: string | null;
}

const COLUMNS = sql`f.id, f.batch_id, b.number as batch_number, f.sha256, f.file_name, f.state, f.rows, f.problems, f.uploaded_by_name,
  f.uploaded_at, f.applied_by_name, f.applied_at`;
const FROM = sql`funds.result_file f join funds.batch b on b.district = f.district and b.id = f.batch_id`;

export async function findResultFile(db: Db, district: string, id: string): Promise<ResultFileRow | undefined> {
  const { rows } =
    await sql<ResultFileRow>`select ${COLUMNS} from ${FROM} where f.district = ${district} and f.id = ${id}`.execute(
      db,
    );
  return rows[0];
}

/** The applied answer with the same bytes, whichever batch it went to. */
export async function findAppliedFile(db: Db, district: string, sha256: string): Promise<ResultFileRow | undefined> {
  const { rows } = await sql<ResultFileRow>`select ${COLUMNS} from ${FROM}
    where f.district = ${district} and f.sha256 = ${sha256} and f.state = 'applied'`.execute(db);
  return rows[0];
}

export async function listResultFiles(
  db: Db,
  district: string,
  filter: { readonly batchId?: string },
  page: { readonly limit: number; readonly offset: number },
) {
  const { rows } = await sql<
    ResultFileRow & { total: number }
  >`select ${COLUMNS}, count(*) over () as total from ${FROM}
    where f.district = ${district} and (${filter.batchId ?? null}::uuid is null or f.batch_id = ${filter.batchId ?? null}::uuid)
    order by f.uploaded_at desc, f.id desc limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

export async function insertResultFile(
  tx: Tx,
  ctx: Ctx,
  one: Pick<ResultFileRow, 'id' | 'batch_id' | 'sha256' | 'file_name' | 'rows' | 'problems'>,
): Promise<void> {
  await sql`insert into funds.result_file (district, id, batch_id, sha256, file_name, state, rows, problems, uploaded_by, uploaded_by_name,
      uploaded_at)
    values (${ctx.district}, ${one.id}, ${one.batch_id}, ${one.sha256}, ${one.file_name}, 'previewed', ${JSON.stringify(one.rows)},
      ${JSON.stringify(one.problems)}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function markApplied(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`update funds.result_file set state = 'applied', applied_by_name = ${ctx.actor.displayName}, applied_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** A payment the treasury answered, with where its money stands. */
export interface AnsweredPayable extends AnsweredRow {
  readonly payable_id: string;
  readonly commitment_id: string;
  readonly party_key: string;
  readonly origin_kind: 'subsidies.claim-line' | 'programs.instalment' | 'legacy';
  readonly origin_id: string;
  readonly origin_label: string;
  readonly fund: string;
  readonly year: number;
  readonly item: string | null;
  readonly on_item_line: boolean;
}

/** Writes the answers into lines, payables and commitments; returns each with its commitment, in order of the batch. */
export async function writeAnswers(
  tx: Tx,
  ctx: Ctx,
  batchId: string,
  file: { readonly id: string; readonly rows: readonly AnsweredRow[] },
): Promise<AnsweredPayable[]> {
  const { district } = ctx;
  const answers = sql`jsonb_to_recordset(${JSON.stringify(file.rows)}::jsonb) as a(line int, reference text, "amountFen" bigint,
    result text, "paidOn" date, "voucherNo" text, "failReason" text)`;
  await sql`update funds.batch_line l set result = a.result, paid_on = a."paidOn", voucher_no = a."voucherNo", fail_reason = a."failReason",
      result_file_id = ${file.id}
    from ${answers} where l.district = ${district} and l.batch_id = ${batchId} and l.reference = a.reference and l.result is null`.execute(
    tx,
  );
  const { rows } = await sql<AnsweredPayable>`
    update funds.payable p set state = l.result, paid_on = l.paid_on, voucher_no = l.voucher_no, fail_reason = l.fail_reason,
      failed_at = case when l.result = 'failed' then ${ctx.now}::timestamptz end,
      failed_account = case when l.result = 'failed' then l.account_id end, version = p.version + 1
    from funds.batch_line l, funds.commitment c
    where l.district = ${district} and l.result_file_id = ${file.id} and p.district = l.district and p.id = l.payable_id
      and p.state = 'batched' and c.district = p.district and c.id = p.commitment_id
    returning l.line_no as line, l.reference, l.account_name as name, p.amount_fen as "amountFen", l.result, l.paid_on as "paidOn",
      l.voucher_no as "voucherNo", l.fail_reason as "failReason", p.id as payable_id, p.commitment_id, p.party_key, p.origin_kind,
      p.origin_id, p.origin_label, c.fund, c.year, c.item, c.on_item_line`.execute(tx);
  await sql`update funds.commitment set state = 'paid' where district = ${district}
    and id = any(${rows.filter((row) => row.result === 'paid').map((row) => row.commitment_id)}::uuid[])`.execute(tx);
  return rows.toSorted((a, b) => a.line - b.line);
}

export async function countOpenLines(db: Db, district: string, batchId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from funds.batch_line
    where district = ${district} and batch_id = ${batchId} and result is null`.execute(db);
  return rows[0]?.n ?? 0;
}
