import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';

export interface AuditRecord {
  /** `module.thing.verb`, as the permission. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string; readonly label?: string };
  readonly result?: 'ok' | 'refused' | 'failed';
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The bytes a link of the chain covers: every column, separated by a character no column can hold. */
export interface ChainedEntry {
  readonly district: string;
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  readonly result: string;
  readonly source: string | null;
  readonly requestId: string;
  readonly details: string;
}

const SEPARATOR = '\u001f';

/** SHA-256 over the previous hash and all columns of the entry; hex. */
export function chainHash(previous: string, e: ChainedEntry): string {
  const text = [
    previous, e.district, e.seq, e.at, e.actorId ?? '', e.actorName, e.action, e.subjectKind ?? '', e.subjectId ?? '',
    e.subjectLabel ?? '', e.result, e.source ?? '', e.requestId, e.details,
  ].join(SEPARATOR);
  return createHash('sha256').update(text).digest('hex');
}

export const GENESIS_HASH = '0'.repeat(64);

const clean = (text: string) => text.replaceAll(SEPARATOR, ' ');

/**
 * Appends one entry to the district's chain inside the transaction of the act it records. The head row is locked
 * until commit, which orders entries of concurrent transactions: write it last.
 */
export async function writeAudit(tx: Tx, ctx: Ctx, record: AuditRecord): Promise<void> {
  await sql`insert into platform.audit_head (district, seq, hash) values (${ctx.district}, 0, ${GENESIS_HASH})
            on conflict (district) do nothing`.execute(tx);
  const head = await sql<{ seq: number; hash: string }>`
    select seq, hash from platform.audit_head where district = ${ctx.district} for update`.execute(tx);
  const { seq, hash: previous } = head.rows[0] as { seq: number; hash: string };
  const entry: ChainedEntry = {
    district: ctx.district,
    seq: seq + 1,
    at: ctx.now.toISOString(),
    actorId: ctx.actor.userId,
    actorName: clean(ctx.actor.displayName),
    action: record.action,
    subjectKind: record.subject?.kind ?? null,
    subjectId: record.subject?.id ?? null,
    subjectLabel: record.subject?.label === undefined ? null : clean(record.subject.label),
    result: record.result ?? 'ok',
    source: ctx.source,
    requestId: ctx.requestId,
    details: JSON.stringify(record.details ?? {}),
  };
  const hash = chainHash(previous, entry);
  await sql`insert into platform.audit_entry
      (district, seq, at, actor_id, actor_name, action, subject_kind, subject_id, subject_label, result, source, request_id, details, hash)
    values (${entry.district}, ${entry.seq}, ${entry.at}, ${entry.actorId}, ${entry.actorName}, ${entry.action}, ${entry.subjectKind},
      ${entry.subjectId}, ${entry.subjectLabel}, ${entry.result}, ${entry.source}, ${entry.requestId}, ${entry.details}, ${hash})`.execute(tx);
  await sql`update platform.audit_head set seq = ${entry.seq}, hash = ${hash} where district = ${ctx.district}`.execute(tx);
}
