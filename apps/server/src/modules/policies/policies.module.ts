import type { ModuleDefinition } from '../../platform/module.ts';
import { policiesActions, policiesErrors, policiesPermissions } from './policies.catalogue.ts';

/** Policies as versions, their checks, and what they would give. */
export const policiesModule: ModuleDefinition = {
  name: 'policies',
  permissions: policiesPermissions,
  errors: policiesErrors,
  actions: policiesActions,
  routes: [],
};
