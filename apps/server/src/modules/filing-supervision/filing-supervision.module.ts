import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { judgeSignal, withdrawSignalJudgement } from './commands/judge-signal.ts';
import { searchSignals } from './commands/search-signals.ts';
import {
  filingSupervisionActions,
  filingSupervisionErrors,
  filingSupervisionPermissions,
  SIGNAL_JUDGE,
  SIGNAL_READ,
  SIGNAL_SEARCH,
} from './filing-supervision.catalogue.ts';
import { searchSignalsTask } from './jobs/search-signals.ts';
import { exportSignals } from './queries/export-signals.ts';
import { getSignalLearning } from './queries/get-signal-learning.ts';
import { listSignals } from './queries/list-signals.ts';
import { getSignal } from './queries/show-signal.ts';

/** Signals of abnormal filing and of irregular agencies: found by machine, judged by people. */
export const filingSupervisionModule: ModuleDefinition = {
  name: 'filing-supervision',
  permissions: filingSupervisionPermissions,
  errors: filingSupervisionErrors,
  actions: filingSupervisionActions,
  jobs: [searchSignalsTask],
  subscribers: { 'facts.refreshed': [searchSignalsTask.task] },
  routes: [
    bind('listSignals', SIGNAL_READ, (ctx, { query }) => listSignals(ctx, query)),
    bind('exportSignals', SIGNAL_READ, (ctx, { query }) => exportSignals(ctx, query)),
    bind('getSignalLearning', SIGNAL_READ, (ctx) => getSignalLearning(ctx)),
    bind('searchSignals', SIGNAL_SEARCH, async (ctx, { body }) => ({ jobId: await searchSignals(ctx, body.mode) })),
    bind('getSignal', SIGNAL_READ, (ctx, { params }) => getSignal(ctx, params.id)),
    bind('judgeSignal', SIGNAL_JUDGE, (ctx, { params, body }) => judgeSignal(ctx, params.id, body)),
    bind('withdrawSignalJudgement', SIGNAL_JUDGE, async (ctx, { params, body }) => {
      await withdrawSignalJudgement(ctx, params.id, body.reason);
      return { ok: true as const };
    }),
  ],
};
