import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { insertFindings, withdrawFindings } from '../repositories/abnormal-findings.ts';
import { markPatents } from '../repositories/mark-rights.ts';

export interface AbnormalFinding {
  /** What the finding rests on; it is withdrawn by the same name. */
  readonly source: string;
  /** Keys of applications of the register; others are left out. */
  readonly patentKeys: readonly string[];
  /** Number of the kind in article 3 of order 77. */
  readonly category: number | null;
  readonly reason: string;
}

/** What is said of these patents and their holders is another from here on; the register's index, too. */
async function follow(tx: Tx, ctx: Ctx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await markPatents(tx, ctx, sql`select unnest(${keys}::text[])`);
  await bumpRegisterVersion(tx, ctx.district, 'patents');
}

/**
 * Holds applications to be abnormal from today, in the caller's transaction: from then on every fact says so. What the same
 * source holds already is left as it is. The caller has authorised it and writes the audit entry.
 * Returns the keys of the applications that are newly held so.
 */
export async function recordAbnormalFinding(tx: Tx, ctx: Ctx, finding: AbnormalFinding): Promise<string[]> {
  const keys = await insertFindings(tx, ctx, finding);
  await follow(tx, ctx, keys);
  return keys;
}

/** Takes back from today all that a source holds, or only some of it. Returns the keys of the applications set free of it. */
export async function withdrawAbnormalFinding(
  tx: Tx,
  ctx: Ctx,
  input: { source: string; reason: string; patentKeys?: readonly string[] },
): Promise<string[]> {
  const keys = await withdrawFindings(tx, ctx, input);
  await follow(tx, ctx, keys);
  return keys;
}
