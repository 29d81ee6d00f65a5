import type { ModuleDefinition } from '../../platform/module.ts';

/** Calls, projects, reviews and acceptance. */
export const programsModule: ModuleDefinition = {
  name: 'programs',
  permissions: [],
  errors: {},
  actions: {},
  routes: [],
};
