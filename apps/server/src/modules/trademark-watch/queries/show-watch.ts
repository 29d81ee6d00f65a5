import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, may } from '../../../platform/context/context.ts';
import { orderMatch } from '../commands/close-hits.ts';
import { featureLabels } from '../domain/rank-hit.ts';
import { kindLabels, WATCH_KINDS, type WatchKind } from '../domain/watch-types.ts';
import { countSources } from '../repositories/item-repository.ts';
import { currentRanking } from '../repositories/ranking-repository.ts';
import { listRuns } from '../repositories/run-repository.ts';
import { listWatched } from '../repositories/watched-repository.ts';
import { HIT_READ, WATCH_RUN } from '../trademark-watch.catalogue.ts';
import { hitsWithin } from './reach-hit.ts';

const IMPORT_KINDS: Readonly<Record<WatchKind, string>> = {
  listing: 'watch-listings',
  gazette: 'watch-gazette',
  company: 'watch-company-names',
  domain: 'watch-domains',
};

/** Sources of the watch with what waits in each, the latest looks, and the ranking in use. */
export async function getWatch(ctx: Ctx) {
  const counts = await countSources(ctx.db, ctx.district);
  const open = await sql<{ kind: string; n: number }>`select h.kind, count(*)::int as n from trademark_watch.hit h
    where h.district = ${ctx.district} and h.state = 'open' and ${hitsWithin(ctx, HIT_READ)} group by h.kind`.execute(
    ctx.db,
  );
  const ranking = await currentRanking(ctx.db, ctx);
  const watched = await listWatched(ctx.db, ctx.district, null);
  return {
    sources: WATCH_KINDS.map((kind) => {
      const count = counts.find((one) => one.kind === kind);
      return {
        kind,
        label: kindLabels[kind][ctx.language],
        rows: count?.rows ?? 0,
        pending: count?.pending ?? 0,
        openHits: open.rows.find((one) => one.kind === kind)?.n ?? 0,
        importKind: IMPORT_KINDS[kind],
        newest: count?.newest ?? null,
      };
    }),
    runs: (await listRuns(ctx.db, ctx.district)).map((run) => ({
      id: run.id,
      cause: run.cause,
      state: run.state,
      startedAt: run.started_at,
      finishedAt: run.finished_at,
      marks: run.marks,
      rows: run.rows,
      fresh: run.fresh,
      again: run.again,
      excluded: run.excluded,
      model: run.model,
      jobId: run.job_id,
    })),
    marks: watched.length,
    folder: ctx.services.config.watchFolder ? 'inbox/watch' : null,
    ranking: {
      version: ranking.version,
      learnedFrom: ranking.learned_from,
      weights: Object.entries(ranking.weights)
        .toSorted(
          ([a, one], [b, other]) => Number(b === 'bias') - Number(a === 'bias') || Math.abs(other) - Math.abs(one),
        )
        .map(([code, weight]) => ({
          code,
          label: featureLabels[code]?.[ctx.language] ?? code,
          weight: Math.round(weight * 100) / 100,
        })),
    },
    mayRun: may(ctx, WATCH_RUN),
  };
}

/** Looks through what is new, or through everything once more. */
export async function runWatch(ctx: Ctx, input: { readonly everything: boolean }): Promise<{ jobId: string }> {
  return inTransaction(ctx, async (tx) => {
    const jobId = await orderMatch(tx, ctx, { cause: 'hand', everything: input.everything });
    await writeAudit(tx, ctx, {
      action: WATCH_RUN,
      subject: { kind: 'trademark-watch.run', id: jobId, label: '商标监测' },
      details: { everything: input.everything },
    });
    return { jobId };
  });
}
