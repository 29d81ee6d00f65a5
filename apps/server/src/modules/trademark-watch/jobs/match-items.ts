import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { JobCancelled, type JobControl, type JobTask } from '../../../platform/jobs/job-task.ts';
import { closestGoods, goodsRelationsOn } from '../../trademark-search/index.ts';
import { MATCH_ITEMS, type MatchOrder } from '../commands/close-hits.ts';
import { baseOf, findNamed, namedFiles } from '../domain/enclosure-name.ts';
import { goodsKey, groupKey, subjectKey } from '../domain/group-hit.ts';
import { Matcher } from '../domain/matcher.ts';
import { WATCH_KINDS, type WatchKind } from '../domain/watch-types.ts';
import { type Enclosure, enclosuresOfRecords } from '../repositories/enclosure-repository.ts';
import { countItems, type ItemRow, nextItems } from '../repositories/item-repository.ts';
import { listAuthorised } from '../repositories/mark-repository.ts';
import { rankOpenHits } from '../repositories/ranking-repository.ts';
import { beginRun, endRun, type RunCounts } from '../repositories/run-repository.ts';
import { proposeShops } from '../repositories/shop-repository.ts';
import { listWatched } from '../repositories/watched-repository.ts';
import { PictureMatcher } from './picture-matcher.ts';
import { orderSealing } from './seal-captures.ts';
import { type Meeting, writeMeetings } from './write-meetings.ts';

/** Rows held at once: what a look needs in memory, however many rows there are. */
const AT_A_TIME = 1000;

/** What a look compares rows with. */
interface Look {
  readonly matcher: Matcher;
  readonly pictures: PictureMatcher;
  readonly noise: readonly string[];
}

async function beginLook(ctx: Ctx, order: MatchOrder): Promise<Look> {
  const marks = await listWatched(ctx.db, ctx.district, order.marks ?? null);
  const { watchSettings, classAdvice } = ctx.services.jurisdiction;
  const relations = goodsRelationsOn(ctx.today);
  const matcher = new Matcher(marks, await listAuthorised(ctx.db, ctx.district, null), ctx.today, {
    relate: (asked, places) => relations && closestGoods(relations, asked, places),
    words: [...watchSettings.titleGoods, ...classAdvice.keywords],
  });
  return { matcher, pictures: new PictureMatcher(ctx, marks), noise: watchSettings.titleNoise };
}

/** Files that came beside the list and are named by the rows, by row. */
async function enclosedOf(
  ctx: Ctx,
  kind: WatchKind,
  rows: readonly ItemRow[],
): Promise<ReadonlyMap<string, readonly Enclosure[]>> {
  const named = rows
    .map((row) => ({ key: row.record_key, names: namedFiles(row.picture, row.page) }))
    .filter(({ names }) => names.length > 0);
  const found = await enclosuresOfRecords(
    ctx.db,
    ctx.district,
    `watch-${kind}`,
    named.map(({ key }) => key),
    [...new Set(named.flatMap(({ names }) => names.map(baseOf)))],
  );
  return new Map(
    named.map(({ key, names }) => {
      const files = found.get(key) ?? [];
      return [key, [...new Set(names.flatMap((name) => findNamed(name, files) ?? []))]];
    }),
  );
}

/** What a lot of rows holds of the marks. */
async function meetRows(
  ctx: Ctx,
  { matcher, pictures, noise }: Look,
  kind: WatchKind,
  rows: readonly ItemRow[],
): Promise<{ readonly meetings: Meeting[]; readonly excluded: number }> {
  const enclosed = await enclosedOf(ctx, kind, rows);
  const meetings: Meeting[] = [];
  let excluded = 0;
  for (const item of rows) {
    const files = enclosed.get(item.record_key) ?? [];
    const shown = files
      .filter(({ part }) => part === 'picture')
      .map(({ sha256, file_name: fileName }) => ({ sha256, fileName }));
    const met = matcher.match(item, shown.length === 0 ? undefined : await pictures.match(shown));
    excluded += met.excluded;
    const subject = subjectKey(kind, item.platform, item.subject);
    for (const found of met.found)
      meetings.push({ item, found, subject, files, key: groupKey(found.mark.id, subject, goodsKey(item.text, noise)) });
  }
  return { meetings, excluded };
}

/** Looks through rows for the marks that are watched: a thousand rows at a time, each lot written with its hits in one transaction. */
export async function matchItems(ctx: Ctx, order: MatchOrder, control?: JobControl): Promise<RunCounts> {
  const counts: RunCounts = { rows: 0, fresh: 0, again: 0, excluded: 0 };
  const look = await beginLook(ctx, order);
  const { matcher } = look;
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
        const { meetings, excluded } = await meetRows(ctx, look, kind, rows);
        counts.excluded += excluded;
        await writeMeetings(ctx, matcher.model, rows, meetings, counts);
        counts.rows += rows.length;
        await control?.progress(counts.rows, total, `已比对 ${counts.rows} 行，新命中 ${counts.fresh} 条`);
      }
    await proposeShops(ctx);
    await rankOpenHits(ctx.db, ctx);
    await endRun(ctx, runId, 'done', counts);
  } catch (error) {
    await endRun(ctx, runId, error instanceof JobCancelled ? 'cancelled' : 'failed', counts);
    throw error;
  } finally {
    // Whatever the look came to, what it kept is sealed.
    if (counts.fresh + counts.again > 0) await inTransaction(ctx, (tx) => orderSealing(tx, ctx));
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
