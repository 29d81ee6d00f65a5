import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { RECEIVABLE_READ } from '../funds.catalogue.ts';
import type { Origin } from './ledger-repository.ts';
import { partiesWithin } from './party-scope.ts';

export interface ReceivableRow {
  readonly id: string;
  readonly origin_kind: Origin['kind'];
  readonly origin_id: string;
  readonly origin_label: string;
  readonly origin_href: string | null;
  readonly party_id: string;
  readonly party_key: string;
  readonly party_name: string;
  readonly amount_fen: number;
  readonly received_fen: number;
  /** Instalments past their day, less what was received. */
  readonly overdue_fen: number;
  readonly next_due_on: string | null;
  readonly decision_no: string;
  readonly reason: string;
  readonly opened_by_name: string;
  readonly opened_at: string;
  readonly settled_on: string | null;
}

export interface ReceivableFilter {
  readonly id?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly party?: string | undefined;
}

/** Debts within the actor's reach with what is overdue today. */
function receivables(ctx: Ctx, filter: ReceivableFilter): RawBuilder<unknown> {
  const like = filter.q === undefined || filter.q === '' ? null : containsPattern(filter.q);
  return sql`(
    select r.id, r.origin_kind, r.origin_id, r.origin_label, c.origin_href, coalesce(now_p.id, r.party_id) as party_id, r.party_key,
      coalesce(now_p.name, r.party_name) as party_name, r.amount_fen, r.received_fen, r.decision_no, r.reason, r.opened_by_name, r.opened_at,
      r.settled_on, i.next_due_on, greatest(0, coalesce(i.due_fen, 0) - r.received_fen)::bigint as overdue_fen
    from funds.receivable r
    left join parties.party now_p on now_p.district = r.district and now_p.record_key = r.party_key
    left join funds.commitment c on c.district = r.district and c.origin_kind = r.origin_kind and c.origin_id = r.origin_id and c.state <> 'cancelled'
    cross join lateral (
      select sum(n.amount_fen) filter (where n.due_on < ${ctx.today}::date)::bigint as due_fen,
        min(n.due_on) filter (where n.until_fen > r.received_fen) as next_due_on
      from (select due_on, amount_fen, sum(amount_fen) over (order by position) as until_fen from funds.receivable_instalment
        where district = r.district and receivable_id = r.id) n) i
    where r.district = ${ctx.district} and (${filter.id ?? null}::uuid is null or r.id = ${filter.id ?? null}::uuid)
      and (${filter.party ?? null}::uuid is null or now_p.id = ${filter.party ?? null}::uuid)
      and (${like}::text is null or r.party_name ilike ${like} or r.decision_no ilike ${like} or r.origin_label ilike ${like})
      and ${partiesWithin(ctx, RECEIVABLE_READ, sql`r.party_key`)}) d`;
}

const STATE = sql`case when d.settled_on is not null then 'settled' when d.overdue_fen > 0 then 'overdue' else 'open' end`;

export async function listReceivableRows(
  db: Db,
  ctx: Ctx,
  filter: ReceivableFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const { rows } = await sql<ReceivableRow & { total: number; state: 'open' | 'overdue' | 'settled' }>`
    select d.*, ${STATE} as state, count(*) over () as total from ${receivables(ctx, filter)}
    where ${filter.states ?? null}::text[] is null or ${STATE} = any(${filter.states ?? null}::text[])
    order by d.settled_on is not null, d.overdue_fen > 0 desc, d.next_due_on nulls last, d.opened_at desc
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

export async function sumReceivables(db: Db, ctx: Ctx) {
  const { rows } = await sql<{
    open: number;
    overdue: number;
  }>`select coalesce(sum(d.amount_fen - d.received_fen), 0)::bigint as open,
    coalesce(sum(d.overdue_fen), 0)::bigint as overdue from ${receivables(ctx, {})}`.execute(db);
  return rows[0] ?? { open: 0, overdue: 0 };
}

/** A debt within the actor's reach. */
export async function findReceivable(db: Db, ctx: Ctx, id: string) {
  return (await listReceivableRows(db, ctx, { id }, { limit: 1, offset: 0 }))[0];
}

export async function listInstalments(db: Db, district: string, id: string) {
  const { rows } = await sql<{
    position: number;
    due_on: string;
    amount_fen: number;
  }>`select position, due_on, amount_fen
    from funds.receivable_instalment where district = ${district} and receivable_id = ${id} order by position`.execute(
    db,
  );
  return rows;
}

export async function listReceipts(db: Db, district: string, id: string) {
  const { rows } = await sql<{
    id: string;
    voucher_no: string;
    amount_fen: number;
    received_on: string;
    note: string | null;
    actor_name: string;
    at: string;
  }>`select id, voucher_no, amount_fen, received_on, note, actor_name, at from funds.receipt
    where district = ${district} and receivable_id = ${id} order by received_on, at`.execute(db);
  return rows;
}
