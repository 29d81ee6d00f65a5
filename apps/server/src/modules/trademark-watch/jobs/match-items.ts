import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { JobCancelled, type JobControl, type JobTask } from '../../../platform/jobs/job-task.ts';
import { closestGoods, goodsRelationsOn } from '../../trademark-search/index.ts';
import { MATCH_ITEMS, type MatchOrder } from '../commands/close-hits.ts';
import { goodsKey, groupKey, subjectKey } from '../domain/group-hit.ts';
import { explainFound, type Found, Matcher } from '../domain/matcher.ts';
import { WATCH_KINDS } from '../domain/watch-types.ts';
import { findGroups, insertHit, keepHitRow } from '../repositories/hit-repository.ts';
import { countItems, type ItemRow, markLookedAt, nextItems } from '../repositories/item-repository.ts';
import { listAuthorised } from '../repositories/mark-repository.ts';
import { rankOpenHits } from '../repositories/ranking-repository.ts';
import { beginRun, endRun, type RunCounts } from '../repositories/run-repository.ts';
import { proposeShops } from '../repositories/shop-repository.ts';
import { holdWatched, listWatched } from '../repositories/watched-repository.ts';

/** Rows held at once: what a look needs in memory, however many rows there are. */
const AT_A_TIME = 1000;
const MOST_ROW_BYTES = 1024 * 1024;

interface Meeting {
  readonly item: ItemRow;
  readonly found: Found;
  readonly subject: string;
  readonly key: string;
}

/** The row as it came, as bytes with a hash: what is shown later as evidence. */
async function keepBytes(ctx: Ctx, item: ItemRow): Promise<{ sha256: string; size: number }> {
  const bytes = Buffer.from(
    `${JSON.stringify({ kind: item.kind, key: item.record_key, ...item.cells }, null, 1)}\n`,
    'utf8',
  );
  const stored = await ctx.services.files.put(Readable.from([bytes]), MOST_ROW_BYTES);
  if (stored.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error('the store changed a row');
  return stored;
}

async function writeMeetings(
  ctx: Ctx,
  matcher: Matcher,
  rows: readonly ItemRow[],
  meetings: readonly Meeting[],
  counts: RunCounts,
): Promise<void> {
  const kept = new Map<ItemRow, { sha256: string; size: number }>();
  for (const { item } of meetings) if (!kept.has(item)) kept.set(item, await keepBytes(ctx, item));
  await inTransaction(ctx, async (tx) => {
    const still = await holdWatched(tx, ctx.district, [...new Set(meetings.map(({ found }) => found.mark.id))]);
    const groups = await findGroups(
      tx,
      ctx.district,
      meetings.map(({ key }) => key),
    );
    for (const { item, found, subject, key } of meetings) {
      // Taken out of the directory since the look began: nothing is raised for it any more.
      if (!still.has(found.mark.id)) continue;
      let hitId = groups.get(key);
      if (hitId === undefined) {
        const reasons = explainFound(found);
        hitId = await insertHit(tx, ctx, {
          group_key: key,
          mark_id: found.mark.id,
          kind: item.kind,
          platform: item.platform,
          subject: item.subject,
          subject_key: subject,
          subject_uscc: item.subject_uscc,
          address: item.address,
          title: item.text,
          brand: item.brand,
          found: found.found,
          field: found.field,
          level: found.level,
          score: found.score,
          reasons_zh: reasons.zh,
          reasons_en: reasons.en,
          model: matcher.model,
          price_fen: item.price_fen,
          url: item.url,
          operator: item.operator,
          goods: item.goods,
          goods_relation: found.goods?.relation.kind ?? null,
        });
        groups.set(key, hitId);
        counts.fresh++;
      } else counts.again++;
      const file = kept.get(item) as { sha256: string; size: number };
      await keepHitRow(tx, ctx, hitId, { ...item, ...file });
    }
    await markLookedAt(tx, ctx.district, rows[0]?.kind ?? 'listing', rows);
  });
}

/** Looks through rows for the marks that are watched: a thousand rows at a time, each lot written with its hits in one transaction. */
export async function matchItems(ctx: Ctx, order: MatchOrder, control?: JobControl): Promise<RunCounts> {
  const counts: RunCounts = { rows: 0, fresh: 0, again: 0, excluded: 0 };
  const marks = await listWatched(ctx.db, ctx.district, order.marks ?? null);
  const { watchSettings, classAdvice } = ctx.services.jurisdiction;
  const relations = goodsRelationsOn(ctx.today);
  const matcher = new Matcher(marks, await listAuthorised(ctx.db, ctx.district, null), ctx.today, {
    relate: (asked, places) => relations && closestGoods(relations, asked, places),
    words: [...watchSettings.titleGoods, ...classAdvice.keywords],
  });
  const noise = watchSettings.titleNoise;
  const everything = order.everything === true || order.marks !== undefined;
  const total = await countItems(ctx.db, ctx.district, everything);
  if (total === 0 && order.cause !== 'hand') return counts;
  const runId = await beginRun(ctx, {
    cause: order.cause,
    marks: matcher.size,
    model: matcher.model,
    job_id: control?.runId ?? null,
  });
  try {
    for (const kind of WATCH_KINDS)
      for (let after = ''; matcher.size > 0; ) {
        await control?.checkCancelled();
        const rows = await nextItems(ctx.db, ctx.district, { kind, after, everything, most: AT_A_TIME });
        if (rows.length === 0) break;
        after = rows.at(-1)?.record_key as string;
        const meetings: Meeting[] = [];
        for (const item of rows) {
          const { found, excluded } = matcher.match(item);
          counts.excluded += excluded;
          const subject = subjectKey(kind, item.platform, item.subject);
          for (const one of found)
            meetings.push({
              item,
              found: one,
              subject,
              key: groupKey(one.mark.id, subject, goodsKey(item.text, noise)),
            });
        }
        await writeMeetings(ctx, matcher, rows, meetings, counts);
        counts.rows += rows.length;
        await control?.progress(counts.rows, total, `已比对 ${counts.rows} 行，新命中 ${counts.fresh} 条`);
      }
    await proposeShops(ctx);
    await rankOpenHits(ctx.db, ctx);
    await endRun(ctx, runId, 'done', counts);
  } catch (error) {
    await endRun(ctx, runId, error instanceof JobCancelled ? 'cancelled' : 'failed', counts);
    throw error;
  }
  return counts;
}

export const matchItemsTask: JobTask = {
  task: MATCH_ITEMS,
  label: { zh: '商标监测比对', en: 'Look through rows for protected marks' },
  cancellable: true,
  maxAttempts: 3,
  queue: 'trademark-watch',
  async run(ctx, payload: MatchOrder, control) {
    await matchItems(ctx, payload, control);
  },
};
