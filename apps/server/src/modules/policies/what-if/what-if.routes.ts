import { bind } from '../../../platform/module.ts';
import { explainWhatIf } from './explain-what-if.ts';
import { exportWhatIfLines } from './export-what-if-lines.ts';
import { listWhatIfLines } from './list-what-if-lines.ts';
import { runWhatIf } from './run-what-if.ts';
import { runWhatIfHistory } from './run-what-if-history.ts';
import { WHAT_IF_RUN } from './what-if.catalogue.ts';

export const whatIfRoutesBound = [
  bind('runWhatIf', WHAT_IF_RUN, (ctx, { body }) => runWhatIf(ctx, body)),
  bind('listWhatIfLines', WHAT_IF_RUN, (ctx, { body }) => listWhatIfLines(ctx, body)),
  bind('exportWhatIfLines', WHAT_IF_RUN, (ctx, { body }) => exportWhatIfLines(ctx, body)),
  bind('explainWhatIf', WHAT_IF_RUN, (ctx, { body }) => explainWhatIf(ctx, body)),
  bind('runWhatIfHistory', WHAT_IF_RUN, (ctx, { body }) => runWhatIfHistory(ctx, body)),
];
