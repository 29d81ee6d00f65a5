import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import type { JobTask } from '../jobs/job-task.ts';
import { type ChainPoint, ChainVerifier } from './chain-verifier.ts';
import { type Checkpoint, checkpointKey, signCheckpoint } from './checkpoint.ts';
import { GENESIS_HASH } from './entry-line.ts';
import { onSnapshot, streamChain } from './verify-chain.ts';

async function findPoint(ctx: Ctx, table: 'audit_head' | 'audit_checkpoint'): Promise<ChainPoint | undefined> {
  const { rows } = await sql<ChainPoint>`
    select seq, hash from ${sql.table(`platform.${table}`)} where district = ${ctx.district} order by seq desc limit 1`.execute(
    ctx.db,
  );
  return rows[0];
}

/**
 * Signs the present end of the chain, after checking that it follows from the last signed state. Nothing is written
 * when no entry came since.
 * @throws {AppError} `platform.audit.broken` when the entries since then do not fit: a broken chain is never signed.
 */
export async function writeCheckpoint(ctx: Ctx): Promise<Checkpoint | undefined> {
  const head = await findPoint(ctx, 'audit_head');
  const since = (await findPoint(ctx, 'audit_checkpoint')) ?? { seq: 0, hash: GENESIS_HASH };
  if (head === undefined || head.seq === since.seq) return undefined;
  const verifier = new ChainVerifier(since);
  await onSnapshot(ctx.services.pool, (client) => streamChain(client, ctx.district, verifier, since.seq));
  // Entries may have come since the head was read; what is signed is what was checked.
  if (verifier.problems.length > 0 || verifier.last.seq < head.seq) {
    throw new AppError('platform.audit.broken', { seq: verifier.problems[0]?.seq ?? verifier.last.seq + 1 });
  }
  const { seq, hash } = verifier.last;
  const state = { district: ctx.district, seq, hash, at: ctx.now.toISOString() };
  const signed = signCheckpoint(state, checkpointKey(ctx.services.config.secret));
  await inTransaction(ctx, (tx) =>
    sql`insert into platform.audit_checkpoint (district, seq, hash, at, key_id, signature)
        values (${signed.district}, ${signed.seq}, ${signed.hash}, ${signed.at}, ${signed.keyId}, ${signed.signature})
        on conflict (district, seq) do nothing`.execute(tx),
  );
  return signed;
}

export const writeCheckpointTask: JobTask = {
  task: 'audit.write-checkpoint',
  label: { zh: '审计链检查点签名', en: 'Sign the audit chain' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'audit',
  everyMinutes: 60,
  run: async (ctx) => {
    await writeCheckpoint(ctx);
  },
};
