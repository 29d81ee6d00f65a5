import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { categoryLabels, stateLabels } from '../domain/labels.ts';
import { wordsOfKind } from '../domain/signal-kinds.ts';
import { type Counted, countBy, selectSignals, signalTests } from '../repositories/list-repository.ts';
import { listRuns } from '../repositories/run-repository.ts';
import { toSignalItem } from './views.ts';

type Route = (typeof routes)['listSignals'];

/** Signals within the actor's places; each count leaves its own filter out, so that it says what choosing it would show. */
export async function listSignals(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize, sort, ...filter } = query;
  const { rows } = await selectSignals(ctx, filter, sort, { size: pageSize, skip: (page - 1) * pageSize }).execute(
    ctx.db,
  );
  const counted = await sql<{ n: number }>`select count(*)::int as n from filing_supervision.signal s
    where ${signalTests(ctx, filter)}`.execute(ctx.db);
  const labelled = (counts: readonly Counted[], label: (code: string) => Bilingual | undefined) =>
    counts.map(({ code, count }) => ({ code, count, label: label(code)?.[ctx.language] ?? code }));
  const [lastRun] = await listRuns(ctx.db, ctx.district, 1);
  return {
    items: rows.map((row) => toSignalItem(ctx, row)),
    total: counted.rows[0]?.n ?? 0,
    page,
    pageSize,
    byKind: labelled(await countBy(ctx, { ...filter, kind: undefined }, 'kind'), (code) => wordsOfKind(code).label),
    byState: labelled(await countBy(ctx, { ...filter, state: undefined }, 'state'), (code) => stateLabels[code]),
    byCategory: labelled(
      await countBy(ctx, { ...filter, category: undefined, kind: undefined }, 'category'),
      (code) => categoryLabels[code],
    ),
    lastRun: lastRun ?? null,
  };
}
