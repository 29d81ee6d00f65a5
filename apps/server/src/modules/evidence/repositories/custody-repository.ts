import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { FIRST_LINK, type LinkedRecord, linkCustody } from '../domain/custody-chain.ts';

export interface CustodyNote {
  readonly subject: 'item' | 'thing';
  readonly subjectId: string;
  readonly act: string;
  /** Now, where the system itself did it. */
  readonly happenedAt?: string | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** Appends to the chain of an item or a thing; its row is locked until the end of the transaction, which orders the entries. */
export async function appendCustody(tx: Tx, ctx: Ctx, note: CustodyNote): Promise<LinkedRecord> {
  const table = sql.table(`evidence.${note.subject}`);
  const { rows } = await sql<{ seq: number; head: string | null }>`update ${table} set custody_seq = custody_seq + 1
    where district = ${ctx.district} and id = ${note.subjectId} returning custody_seq as seq, custody_head as head`.execute(
    tx,
  );
  const before = rows[0];
  if (before === undefined) throw new Error(`no ${note.subject} ${note.subjectId}`);
  const recordedAt = ctx.now.toISOString();
  const entry = {
    subject: note.subject,
    subjectId: note.subjectId,
    seq: before.seq,
    act: note.act,
    happenedAt: new Date(note.happenedAt ?? recordedAt).toISOString(),
    from: note.from ?? null,
    to: note.to ?? null,
    place: note.place ?? null,
    reason: note.reason ?? null,
    details: note.details ?? {},
    by: ctx.actor.displayName,
    recordedAt,
  };
  const previousHash = before.head ?? FIRST_LINK;
  const hash = linkCustody(previousHash, entry);
  await sql`with written as (insert into evidence.custody (district, subject, subject_id, seq, act, happened_at, from_name, to_name, place, reason,
      details, by_id, by_name, recorded_at, previous_hash, hash)
    values (${ctx.district}, ${entry.subject}, ${entry.subjectId}, ${entry.seq}, ${entry.act}, ${entry.happenedAt}, ${entry.from}, ${entry.to},
      ${entry.place}, ${entry.reason}, ${JSON.stringify(entry.details)}, ${ctx.actor.userId}, ${entry.by}, ${entry.recordedAt}, ${previousHash}, ${hash}))
    update ${table} set custody_head = ${hash} where district = ${ctx.district} and id = ${note.subjectId}`.execute(tx);
  return { ...entry, previousHash, hash };
}

/** Chains by subject, each in order. */
export async function listCustody(
  db: Db,
  district: string,
  subject: 'item' | 'thing',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkedRecord[]>> {
  const { rows } =
    await sql<LinkedRecord>`select subject, subject_id as "subjectId", seq, act, happened_at as "happenedAt", from_name as "from",
      to_name as "to", place, reason, details, by_name as "by", recorded_at as "recordedAt", previous_hash as "previousHash", hash
    from evidence.custody where district = ${district} and subject = ${subject} and subject_id = any(${[...ids]}::uuid[])
    order by subject_id, seq`.execute(db);
  const chains = new Map<string, LinkedRecord[]>();
  for (const row of rows) chains.set(row.subjectId, [...(chains.get(row.subjectId) ?? []), row]);
  return chains;
}
