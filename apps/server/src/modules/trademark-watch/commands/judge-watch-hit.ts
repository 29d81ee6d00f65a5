import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import type { HitFeatures } from '../domain/rank-hit.ts';
import { type Verdict, verdictLabel } from '../domain/watch-types.ts';
import { reachHit } from '../queries/reach-hit.ts';
import { findHit, type HitRecord, lockHit, selectHits } from '../repositories/hit-repository.ts';
import { bumpDirectory, insertAuthorised } from '../repositories/mark-repository.ts';
import { seeHits } from '../repositories/ranking-repository.ts';
import { HIT_JUDGE } from '../trademark-watch.catalogue.ts';

export const LEARN_RANKING = 'trademark-watch.learn-ranking';

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
  /** The same for every other open hit of the subject and mark; goods of its own or licensed shops are left out from then on. */
  readonly wholeShop: boolean;
}

async function judgeOne(
  tx: Tx,
  ctx: Ctx,
  hit: HitRecord,
  judgement: Judgement,
  features: HitFeatures | undefined,
): Promise<void> {
  await sql`update trademark_watch.hit set state = 'judged', verdict = ${judgement.verdict}, verdict_reason = ${judgement.reason},
      judged_by_name = ${ctx.actor.displayName}, judged_at = ${ctx.now}
    where district = ${ctx.district} and id = ${hit.id}`.execute(tx);
  await sql`insert into trademark_watch.hit_judgement (district, id, hit_id, verdict, reason, features, by_name, at)
    values (${ctx.district}, ${uuidv7()}, ${hit.id}, ${judgement.verdict}, ${judgement.reason}, ${JSON.stringify(features ?? {})}::jsonb,
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

/** Shops that turned out to be the holder's or licensed are remembered as such. */
async function rememberShop(tx: Tx, ctx: Ctx, hit: HitRecord, { verdict, reason }: Judgement): Promise<void> {
  if ((verdict !== 'own' && verdict !== 'licensed') || hit.subject === null) return;
  await insertAuthorised(tx, ctx, {
    mark_id: hit.mark_id,
    kind: hit.kind === 'listing' ? (verdict === 'own' ? 'own-shop' : 'licensed-shop') : 'licensee',
    name: hit.subject,
    uscc: hit.subject_uscc,
    platform: hit.platform,
    url: null,
    from_on: ctx.today,
    until_on: null,
  });
  await bumpDirectory(tx, ctx.district);
  await writeAudit(tx, ctx, {
    action: 'trademark-watch.mark.edit',
    subject: { kind: 'trademark-watch.protection', id: hit.mark_id, label: `${hit.mark_name}（第${hit.mark_no}号）` },
    details: { added: hit.subject, kind: verdict, reason },
  });
}

/**
 * Judges a hit. What comes again of the same subject, mark and goods is counted under it and not raised; the ranking learns from it.
 * @returns how many hits were judged
 * @throws AppError trademark-watch.hit.closed
 */
export async function judgeWatchHit(ctx: Ctx, id: string, judgement: Judgement): Promise<{ judged: number }> {
  await reachHit(ctx, id, HIT_JUDGE);
  return inTransaction(ctx, async (tx) => {
    await lockHit(tx, ctx.district, id);
    const hit = (await findHit(tx, ctx.district, id)) as HitRecord;
    if (hit.state === 'closed') throw new AppError('trademark-watch.hit.closed', { reason: hit.closed_reason ?? '' });
    const others = judgement.wholeShop
      ? (
          await selectHits(
            tx,
            ctx.district,
            sql`h.subject_key = ${hit.subject_key} and h.mark_id = ${hit.mark_id} and h.state = 'open' and h.id <> ${id}`,
          )
        ).rows
      : [];
    const all = [hit, ...others];
    const seen = await seeHits(
      tx,
      ctx.district,
      all.map((one) => one.id),
    );
    for (const one of all) await judgeOne(tx, ctx, one, judgement, seen.get(one.id));
    if (judgement.wholeShop) await rememberShop(tx, ctx, hit, judgement);
    await enqueueJob(tx, ctx, { task: LEARN_RANKING, payload: {}, queue: 'trademark-watch' });
    await writeAudit(tx, ctx, {
      action: HIT_JUDGE,
      subject: { kind: 'trademark-watch.hit', id, label: `${hit.mark_name} ← ${hit.title}`.slice(0, 200) },
      details: { verdict: verdictLabel(judgement.verdict, hit.kind).zh, reason: judgement.reason, hits: all.length },
    });
    return { judged: all.length };
  });
}
