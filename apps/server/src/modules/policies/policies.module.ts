import type { ModuleDefinition } from '../../platform/module.ts';

/** Policies as versions, their checks, and what they would give. */
export const policiesModule: ModuleDefinition = {
  name: 'policies',
  permissions: [],
  errors: {},
  actions: {},
  routes: [],
};
