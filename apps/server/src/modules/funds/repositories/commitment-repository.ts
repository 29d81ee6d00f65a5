import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Fund, Origin } from './ledger-repository.ts';

export interface CommitmentRow {
  readonly id: string;
  readonly origin_kind: Origin['kind'];
  readonly origin_id: string;
  readonly origin_label: string;
  readonly fund: string;
  readonly year: number;
  readonly item: string | null;
  readonly on_item_line: boolean;
  readonly amount_fen: number;
  readonly state: 'open' | 'paid' | 'cancelled';
}

const COLUMNS = sql`id, origin_kind, origin_id, origin_label, fund, year, item, on_item_line, amount_fen, state`;

/** The commitment of an origin that is not cancelled. */
export async function findCommitment(
  db: Db,
  district: string,
  origin: Pick<Origin, 'kind' | 'id'>,
): Promise<CommitmentRow | undefined> {
  const { rows } = await sql<CommitmentRow>`select ${COLUMNS} from funds.commitment where district = ${district}
    and origin_kind = ${origin.kind} and origin_id = ${origin.id} and state <> 'cancelled'`.execute(db);
  return rows[0];
}

export async function insertCommitment(
  tx: Tx,
  ctx: Ctx,
  one: Fund & {
    readonly origin: Origin;
    readonly item: string | null;
    readonly policy?: string | null | undefined;
    readonly group?: string | null | undefined;
    readonly onItemLine: boolean;
    readonly amountFen: number;
  },
): Promise<void> {
  await sql`insert into funds.commitment (district, id, origin_kind, origin_id, origin_label, origin_href, fund, year, item, policy,
      stacking_group, on_item_line, amount_fen, state, at)
    values (${ctx.district}, ${uuidv7()}, ${one.origin.kind}, ${one.origin.id}, ${one.origin.label}, ${one.origin.href ?? null}, ${one.fund}, ${one.year}, ${one.item},
      ${one.policy ?? null}, ${one.group ?? null}, ${one.onItemLine}, ${one.amountFen}, 'open', ${ctx.now})`.execute(
    tx,
  );
}

export async function setCommitment(
  tx: Tx,
  district: string,
  id: string,
  to: { readonly state: CommitmentRow['state']; readonly amountFen: number },
): Promise<void> {
  await sql`update funds.commitment set state = ${to.state}, amount_fen = ${to.amountFen}
    where district = ${district} and id = ${id}`.execute(tx);
}

/** What the fund already holds for an item that has had no line of its own, in fen. */
export async function sumItem(tx: Tx, district: string, at: Fund, item: string) {
  const { rows } = await sql<{ committed: number; paid: number; returned: number; surrendered: number }>`
    with mine as (select c.origin_kind, c.origin_id, c.state, c.amount_fen from funds.commitment c
      where c.district = ${district} and c.fund = ${at.fund} and c.year = ${at.year} and c.item = ${item} and c.state <> 'cancelled')
    select coalesce(sum(amount_fen) filter (where state = 'open'), 0)::bigint as committed,
      coalesce(sum(amount_fen) filter (where state = 'paid'), 0)::bigint as paid,
      (select coalesce(sum(-e.amount_fen) filter (where e.account = 'returned'), 0)::bigint from mine m
        join funds.posting p on p.district = ${district} and p.origin_kind = m.origin_kind and p.origin_id = m.origin_id and p.kind = 'return'
        join funds.entry e on e.district = p.district and e.posting_id = p.id and e.item = '') as returned,
      (select coalesce(sum(e.amount_fen) filter (where e.account = 'treasury'), 0)::bigint from mine m
        join funds.posting p on p.district = ${district} and p.origin_kind = m.origin_kind and p.origin_id = m.origin_id and p.kind = 'return'
        join funds.entry e on e.district = p.district and e.posting_id = p.id and e.item = '') as surrendered
    from mine`.execute(tx);
  return rows[0] ?? { committed: 0, paid: 0, returned: 0, surrendered: 0 };
}

export async function takeOverItem(tx: Tx, district: string, at: Fund, item: string): Promise<void> {
  await sql`update funds.commitment set on_item_line = true where district = ${district} and fund = ${at.fund} and year = ${at.year}
    and item = ${item} and state <> 'cancelled'`.execute(tx);
}
