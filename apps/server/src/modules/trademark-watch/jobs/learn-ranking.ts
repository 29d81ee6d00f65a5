import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { LEARN_RANKING } from '../commands/judge-watch-hit.ts';
import { learnWeights } from '../domain/rank-hit.ts';
import { currentRanking, insertRanking, listJudged, rankOpenHits } from '../repositories/ranking-repository.ts';

/** A new version is worth its name from so many further judgements on. */
const FRESH_JUDGEMENTS = 5;

/** Learns the ranking anew from all judgements, starting from the weights of the jurisdiction; orders the open hits by it. */
export async function learnRanking(ctx: Ctx): Promise<number> {
  const judged = await listJudged(ctx.db, ctx.district);
  const version = await inTransaction(ctx, async (tx) => {
    const current = await currentRanking(tx, ctx);
    if (judged.length < current.learned_from + FRESH_JUDGEMENTS) return current.version;
    const weights = learnWeights(ctx.services.jurisdiction.watchSettings.ranking, judged);
    await insertRanking(tx, ctx, { version: current.version + 1, weights, learned_from: judged.length });
    return current.version + 1;
  });
  await rankOpenHits(ctx.db, ctx);
  return version;
}

export const learnRankingTask: JobTask = {
  task: LEARN_RANKING,
  label: { zh: '学习监测排序', en: 'Learn the ranking of hits' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'trademark-watch',
  async run(ctx) {
    await learnRanking(ctx);
  },
};
