import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { AppError } from '../errors/errors.ts';
import { type ChainedEntry, chainTime, entryLine, GENESIS_HASH, linkHash } from './entry-line.ts';

export interface AuditRecord {
  /** `module.thing.verb`, as the permission. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string; readonly label?: string };
  readonly result?: 'ok' | 'refused' | 'failed';
  readonly details?: Readonly<Record<string, unknown>>;
}

/** PostgreSQL text holds no NUL. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

function cleanOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : clean(text);
}

/**
 * Appends one entry to the district's chain inside the transaction of the act it records. The head row is locked
 * until commit, which orders entries of concurrent transactions: write it last. Two round trips.
 */
export async function writeAudit(tx: Tx, ctx: Ctx, record: AuditRecord): Promise<void> {
  const head = await sql<{ seq: number; hash: string }>`
    insert into platform.audit_head as h (district, seq, hash) values (${ctx.district}, 1, ${GENESIS_HASH})
    on conflict (district) do update set seq = h.seq + 1
    returning seq, hash`.execute(tx);
  const { seq, hash: previous } = head.rows[0] as { seq: number; hash: string };
  const e: ChainedEntry = {
    district: ctx.district,
    seq,
    at: chainTime(ctx.now),
    actorId: ctx.actor.userId?.toLowerCase() ?? null,
    actorName: clean(ctx.actor.displayName),
    action: clean(record.action),
    subjectKind: cleanOrNull(record.subject?.kind),
    subjectId: cleanOrNull(record.subject?.id),
    subjectLabel: cleanOrNull(record.subject?.label),
    result: record.result ?? 'ok',
    source: cleanOrNull(ctx.source),
    requestId: clean(ctx.requestId),
    details: JSON.stringify(record.details ?? {}),
  };
  const hash = linkHash(previous, entryLine(e));
  await sql`
    with entry as (
      insert into platform.audit_entry (district, seq, at, actor_id, actor_name, action, subject_kind, subject_id,
        subject_label, result, source, request_id, details, hash)
      values (${e.district}, ${e.seq}, ${e.at}, ${e.actorId}, ${e.actorName}, ${e.action}, ${e.subjectKind}, ${e.subjectId},
        ${e.subjectLabel}, ${e.result}, ${e.source}, ${e.requestId}, ${e.details}, ${hash}))
    update platform.audit_head set hash = ${hash} where district = ${e.district}`.execute(tx);
}

/**
 * Takes the lock of the district's chain before any other. Work that must lock rows which others lock after they have
 * written their entry begins with it, so that both wait in the same order.
 */
export async function takeAuditTurn(tx: Tx, ctx: Ctx): Promise<void> {
  await sql`select 1 from platform.audit_head where district = ${ctx.district} for update`.execute(tx);
}

/**
 * Records that something was refused, in a transaction of its own because the act itself is rolled back.
 * @param record the action as it would have been written had it been allowed
 */
export async function auditRefusal(ctx: Ctx, record: AuditRecord, error: AppError): Promise<void> {
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, { ...record, result: 'refused', details: { ...record.details, code: error.code } }),
  );
}

/** Runs `check`; a refusal it throws is recorded before it goes on to the caller. */
export async function refuseOnRecord<T>(ctx: Ctx, record: AuditRecord, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') await auditRefusal(ctx, record, error as AppError);
    throw error;
  }
}
