import type { ModuleDefinition } from '../../platform/module.ts';
import { disciplineActions, disciplineErrors, disciplinePermissions } from './discipline.catalogue.ts';

/** Joint discipline. */
export const disciplineModule: ModuleDefinition = {
  name: 'discipline',
  permissions: disciplinePermissions,
  errors: disciplineErrors,
  actions: disciplineActions,
  routes: [],
};
