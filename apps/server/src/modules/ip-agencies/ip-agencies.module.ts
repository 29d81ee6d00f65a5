import type { ModuleDefinition } from '../../platform/module.ts';
import { ipAgencyActions, ipAgencyErrors, ipAgencyPermissions } from './ip-agencies.catalogue.ts';

/** IP service agencies. */
export const ipAgencyModule: ModuleDefinition = {
  name: 'ip-agencies',
  permissions: ipAgencyPermissions,
  errors: ipAgencyErrors,
  actions: ipAgencyActions,
  routes: [],
};
