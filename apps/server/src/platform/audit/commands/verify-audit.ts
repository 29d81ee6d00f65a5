import type { RouteOutput, routes } from '@jince/contract';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { checkpointKey } from '../checkpoint.ts';
import { verifyChain } from '../verify-chain.ts';
import { writeAudit } from '../write-audit.ts';

/** Checks the district's chain; that it was checked, and with what result, is itself an entry. */
export async function verifyAudit(ctx: Ctx): Promise<RouteOutput<(typeof routes)['verifyAudit']>> {
  const { publicKey } = checkpointKey(ctx.services.config.secret);
  const found = await verifyChain(ctx.services.pool, ctx.district, { trusted: [publicKey] });
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: 'platform.audit.verify',
      result: found.ok ? 'ok' : 'failed',
      details: { entries: found.entries, problems: found.problems.length },
    }),
  );
  return {
    ok: found.ok,
    entries: found.entries,
    checkpoints: found.checkpoints,
    entriesPerSecond: found.entriesPerSecond,
    problems: found.problems.map(({ seq, kind, text }) => ({ seq, kind, text: text[ctx.language] })),
    headSeq: found.head.seq,
    headHash: found.head.hash,
  };
}
