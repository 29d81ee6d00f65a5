import type { ModuleDefinition } from '../../platform/module.ts';
import { associationActions, associationErrors, associationPermissions } from './association.catalogue.ts';

/** The industry association. */
export const associationModule: ModuleDefinition = {
  name: 'association',
  permissions: associationPermissions,
  errors: associationErrors,
  actions: associationActions,
  routes: [],
};
