import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { hasAuthority, stampHash } from '../../evidence/index.ts';
import { buildHashTree } from '../domain/hash-tree.ts';
import { countOpen, insertCapture, listUnstamped, takeOpenLeaves } from '../repositories/capture-repository.ts';

const SEAL = 'trademark-watch.seal-captures';
const QUEUE = 'trademark-watch-stamps';
/** Hashes under one root: thirteen steps from a row to the stamp. */
const MOST_LEAVES = 8192;
const EVERY_MINUTES = 10;

/** Orders that what was kept is put under a root and stamped. */
export const orderSealing = (tx: Tx, ctx: Ctx): Promise<string> =>
  enqueueJob(tx, ctx, { task: SEAL, payload: {}, queue: QUEUE });

async function sealOpen(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const hashes = await takeOpenLeaves(tx, ctx.district, MOST_LEAVES);
    if (hashes.length > 0) await insertCapture(tx, ctx, hashes, buildHashTree(hashes));
    return hashes.length;
  });
}

/** Puts everything that was kept under roots, and asks the authority of the settings for a stamp over each root. */
export async function sealCaptures(ctx: Ctx): Promise<{ sealed: number; stamped: number }> {
  let sealed = 0;
  for (let count = await sealOpen(ctx); count > 0; count = await sealOpen(ctx)) sealed += count;
  let stamped = 0;
  if (!hasAuthority(ctx)) return { sealed, stamped };
  for (const { id, root } of await listUnstamped(ctx.db, ctx.district)) {
    const stamp = await stampHash(ctx, root);
    if (stamp === undefined) break;
    await sql`update trademark_watch.capture set token = ${stamp.token}, stamped_at = ${stamp.stampedAt}, authority = ${stamp.authority},
        serial = ${stamp.serial}, policy = ${stamp.policy}, trusted = ${stamp.trusted}
      where district = ${ctx.district} and id = ${id} and token is null`.execute(ctx.db);
    stamped++;
  }
  return { sealed, stamped };
}

export const sealCapturesTask: JobTask = {
  task: SEAL,
  label: { zh: '固定监测证据并加盖时间戳', en: 'Seal and time-stamp what the watch kept' },
  cancellable: false,
  maxAttempts: 5,
  queue: QUEUE,
  everyMinutes: EVERY_MINUTES,
  due: async (ctx) =>
    (await countOpen(ctx.db, ctx.district)) > 0 ||
    (hasAuthority(ctx) && (await listUnstamped(ctx.db, ctx.district)).length > 0),
  async run(ctx) {
    await sealCaptures(ctx);
  },
};
