import type { ModuleDefinition } from '../../platform/module.ts';
import { caseStatisticActions, caseStatisticErrors, caseStatisticPermissions } from './case-statistics.catalogue.ts';

/** The statistics form of IP cases. */
export const caseStatisticModule: ModuleDefinition = {
  name: 'case-statistics',
  permissions: caseStatisticPermissions,
  errors: caseStatisticErrors,
  actions: caseStatisticActions,
  routes: [],
};
