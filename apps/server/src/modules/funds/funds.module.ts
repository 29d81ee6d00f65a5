import type { ModuleDefinition } from '../../platform/module.ts';
import { fundsActions, fundsErrors, fundsPermissions } from './funds.catalogue.ts';

/** Budgets and their ledger, what is due and paid to whom, and what must be paid back. */
export const fundsModule: ModuleDefinition = {
  name: 'funds',
  permissions: fundsPermissions,
  errors: fundsErrors,
  actions: fundsActions,
  routes: [],
};
