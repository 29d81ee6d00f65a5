import type { RouteOutput, routes } from '@jince/contract';
import { SIGNAL_KINDS } from '@jince/filing-signals';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { countJudged } from '../repositories/judgement-repository.ts';
import { countBy } from '../repositories/list-repository.ts';
import { listRuns } from '../repositories/run-repository.ts';
import { NEVER_JUDGED, toKindLearning } from './views.ts';

const MOST_RUNS = 20;

/** What was learned of each kind of signal, whether or not any of it is there now. */
export async function getSignalLearning(ctx: Ctx): Promise<RouteOutput<(typeof routes)['getSignalLearning']>> {
  const judged = await countJudged(ctx.db, ctx.district);
  const open = new Map((await countBy(ctx, { state: ['open'] }, 'kind')).map(({ code, count }) => [code, count]));
  const { rows } = await sql<{
    kind: string;
    category: string;
  }>`select distinct on (kind) kind, category from filing_supervision.signal
    where district = ${ctx.district} order by kind, changed_at desc`.execute(ctx.db);
  const categories = new Map(rows.map(({ kind, category }) => [kind, category]));
  return {
    kinds: SIGNAL_KINDS.map((kind) =>
      toKindLearning(ctx, kind, categories.get(kind) ?? '', judged.get(kind) ?? NEVER_JUDGED, open.get(kind) ?? 0),
    ),
    runs: await listRuns(ctx.db, ctx.district, MOST_RUNS),
  };
}
