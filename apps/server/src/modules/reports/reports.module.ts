import type { ModuleDefinition } from '../../platform/module.ts';
import { reportActions, reportErrors, reportPermissions } from './reports.catalogue.ts';

/** Reports and complaints of the public. */
export const reportModule: ModuleDefinition = {
  name: 'reports',
  permissions: reportPermissions,
  errors: reportErrors,
  actions: reportActions,
  routes: [],
};
