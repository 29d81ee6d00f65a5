import { sql } from 'kysely';
import type { Ctx } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import type { SecurityParameters } from '../security-parameters.ts';

export interface Guard {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

interface GuardRow {
  readonly failures: number;
  readonly lockedUntil: string | null;
}

/** The failures counted for a name, its row locked until commit so that parallel attempts are counted one by one. */
export async function lockGuard(tx: Tx, ctx: Ctx, username: string): Promise<Guard> {
  const { rows } = await sql<GuardRow>`
    insert into platform.sign_in_guard as g (district, username, failures, last_failed_at)
    values (${ctx.district}, ${username}, 0, ${ctx.now})
    on conflict (district, username) do update set username = g.username
    returning failures, locked_until as "lockedUntil"`.execute(tx);
  const row = rows[0] as GuardRow;
  const until = row.lockedUntil === null ? null : new Date(row.lockedUntil);
  // After a lock has run out, counting starts anew.
  return until !== null && until <= ctx.now
    ? { failures: 0, lockedUntil: null }
    : { failures: row.failures, lockedUntil: until };
}

/** Counts one more failure and locks the name when it was the last allowed one. */
export async function countFailure(
  tx: Tx,
  ctx: Ctx,
  username: string,
  guard: Guard,
  { maxFailures, lockMinutes }: SecurityParameters,
): Promise<Guard> {
  const failures = guard.failures + 1;
  const lockedUntil = failures >= maxFailures ? new Date(ctx.now.getTime() + lockMinutes * 60_000) : null;
  await sql`update platform.sign_in_guard
    set failures = ${failures}, locked_until = ${lockedUntil}, last_failed_at = ${ctx.now}
    where district = ${ctx.district} and username = ${username}`.execute(tx);
  return { failures, lockedUntil };
}

export async function clearGuard(tx: Tx, ctx: Ctx, username: string): Promise<void> {
  await sql`delete from platform.sign_in_guard where district = ${ctx.district} and username = ${username}`.execute(tx);
}
