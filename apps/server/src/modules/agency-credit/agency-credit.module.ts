import type { ModuleDefinition } from '../../platform/module.ts';
import { agencyCreditActions, agencyCreditErrors, agencyCreditPermissions } from './agency-credit.catalogue.ts';

/** Credit of agencies and their people. */
export const agencyCreditModule: ModuleDefinition = {
  name: 'agency-credit',
  permissions: agencyCreditPermissions,
  errors: agencyCreditErrors,
  actions: agencyCreditActions,
  routes: [],
};
