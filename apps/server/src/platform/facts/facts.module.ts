import type { ModuleDefinition } from '../module.ts';
import { refreshFactsTask } from './facts.jobs.ts';

/** What can be said of the district's subjects, and the rules over it. */
export const factsModule: ModuleDefinition = {
  name: 'facts',
  permissions: [],
  errors: {},
  actions: {},
  jobs: [refreshFactsTask],
  routes: [],
};
