import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Origin } from './ledger-repository.ts';

export interface PayableRow {
  readonly id: string;
  readonly commitment_id: string;
  readonly origin_kind: Origin['kind'];
  readonly origin_id: string;
  readonly origin_label: string;
  readonly party_id: string;
  readonly party_key: string;
  readonly party_name: string;
  readonly uscc: string | null;
  readonly amount_fen: number;
  readonly achievement_key: string | null;
  readonly purpose: string;
  readonly document_no: string;
  readonly state: 'waiting' | 'batched' | 'paid' | 'failed' | 'cancelled';
  readonly released_by: string | null;
  readonly released_by_name: string;
  readonly released_at: string;
  readonly batch_id: string | null;
  readonly paid_on: string | null;
  readonly voucher_no: string | null;
  readonly fail_reason: string | null;
  readonly failed_account: string | null;
  readonly version: number;
}

export const PAYABLE = sql`p.id, p.commitment_id, p.origin_kind, p.origin_id, p.origin_label, p.party_id, p.party_key, p.party_name, p.uscc,
  p.amount_fen, p.achievement_key, p.purpose, p.document_no, p.state, p.released_by, p.released_by_name, p.released_at, p.batch_id,
  p.paid_on, p.voucher_no, p.fail_reason, p.failed_account, p.version`;

/** The payable of an origin that is not cancelled. */
export async function findPayable(
  db: Db,
  district: string,
  origin: Pick<Origin, 'kind' | 'id'>,
): Promise<PayableRow | undefined> {
  const { rows } = await sql<PayableRow>`select ${PAYABLE} from funds.payable p where p.district = ${district}
    and p.origin_kind = ${origin.kind} and p.origin_id = ${origin.id} and p.state <> 'cancelled'`.execute(db);
  return rows[0];
}

export async function loadPayables(db: Db, district: string, ids: readonly string[]): Promise<PayableRow[]> {
  const { rows } = await sql<PayableRow>`select ${PAYABLE} from funds.payable p where p.district = ${district}
    and p.id = any(${ids}::uuid[]) order by p.released_at, p.id`.execute(db);
  return rows;
}

export interface PartyOfMoney {
  readonly id: string;
  readonly record_key: string;
  readonly name: string;
  readonly uscc: string | null;
}

/** A party as the register has it now: by id, or by the key it keeps through imports. */
export async function findPayee(
  db: Db,
  district: string,
  by: { readonly id: string } | { readonly key: string },
): Promise<PartyOfMoney | undefined> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`record_key = ${by.key}`;
  const { rows } = await sql<PartyOfMoney>`select id, record_key, name, uscc from parties.party
    where district = ${district} and ${which}`.execute(db);
  return rows[0];
}

export interface NewPayable {
  readonly commitmentId: string;
  readonly origin: Origin;
  readonly party: PartyOfMoney;
  readonly amountFen: number;
  readonly achievementKey: string | null;
  readonly purpose: string;
  readonly documentNo: string;
}

export async function insertPayable(tx: Tx, ctx: Ctx, one: NewPayable): Promise<string> {
  const id = uuidv7();
  await sql`insert into funds.payable (district, id, commitment_id, origin_kind, origin_id, origin_label, party_id, party_key, party_name,
      uscc, amount_fen, achievement_key, purpose, document_no, state, released_by, released_by_name, released_at)
    values (${ctx.district}, ${id}, ${one.commitmentId}, ${one.origin.kind}, ${one.origin.id}, ${one.origin.label}, ${one.party.id},
      ${one.party.record_key}, ${one.party.name}, ${one.party.uscc}, ${one.amountFen}, ${one.achievementKey}, ${one.purpose},
      ${one.documentNo}, 'waiting', ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  return id;
}

export async function endPayable(tx: Tx, district: string, id: string, reason: string): Promise<void> {
  await sql`update funds.payable set state = 'cancelled', ended_reason = ${reason}, version = version + 1
    where district = ${district} and id = ${id}`.execute(tx);
}

/** Present names of parties by key; those the register no longer has are missing. */
export async function namesOf(db: Db, district: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ record_key: string; name: string }>`select record_key, name from parties.party
    where district = ${district} and record_key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.record_key, row.name]));
}
