import type { ModuleDefinition } from '../../platform/module.ts';

/** Funds: budgets, ledger, payables and payments. */
export const fundsModule: ModuleDefinition = {
  name: 'funds',
  permissions: [],
  errors: {},
  actions: {},
  routes: [],
};
