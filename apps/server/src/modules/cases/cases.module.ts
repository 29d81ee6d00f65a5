import type { ModuleDefinition } from '../../platform/module.ts';
import { caseActions, caseErrors, casePermissions } from './cases.catalogue.ts';

/** Administrative cases: from the clue to the archive. */
export const caseModule: ModuleDefinition = {
  name: 'cases',
  permissions: casePermissions,
  errors: caseErrors,
  actions: caseActions,
  routes: [],
};
