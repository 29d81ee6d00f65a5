import type { ModuleDefinition } from '../../platform/module.ts';

/** Entitlements, claims, public lists and claw-backs. */
export const subsidiesModule: ModuleDefinition = {
  name: 'subsidies',
  permissions: [],
  errors: {},
  actions: {},
  routes: [],
};
