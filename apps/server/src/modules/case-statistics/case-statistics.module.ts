import { bind, type ModuleDefinition } from '../../platform/module.ts';
import {
  caseStatisticActions,
  caseStatisticErrors,
  caseStatisticPermissions,
  FORM_READ,
} from './case-statistics.catalogue.ts';
import { getCaseStatistics, listStatisticCases } from './queries/count-cases.ts';
import { exportCaseStatistics, printCaseStatistics } from './queries/print-form.ts';

/** The 43 × 12 form of IP cases, counted from the cases themselves. */
export const caseStatisticModule: ModuleDefinition = {
  name: 'case-statistics',
  permissions: caseStatisticPermissions,
  errors: caseStatisticErrors,
  actions: caseStatisticActions,
  routes: [
    bind('getCaseStatistics', FORM_READ, (ctx, { query }) => getCaseStatistics(ctx, query)),
    bind('listStatisticCases', FORM_READ, (ctx, { query }) => listStatisticCases(ctx, query)),
    bind('exportCaseStatistics', FORM_READ, (ctx, { query }) => exportCaseStatistics(ctx, query)),
    bind('printCaseStatistics', FORM_READ, (ctx, { query }) => printCaseStatistics(ctx, query)),
  ],
};
