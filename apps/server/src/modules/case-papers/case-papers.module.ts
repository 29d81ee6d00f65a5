import type { ModuleDefinition } from '../../platform/module.ts';
import { casePaperActions, casePaperErrors, casePaperPermissions } from './case-papers.catalogue.ts';

/** Papers of cases: forms, numbers, service, publicity, archive. */
export const casePaperModule: ModuleDefinition = {
  name: 'case-papers',
  permissions: casePaperPermissions,
  errors: casePaperErrors,
  actions: casePaperActions,
  routes: [],
};
