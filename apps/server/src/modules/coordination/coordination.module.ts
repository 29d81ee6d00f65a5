import type { ModuleDefinition } from '../../platform/module.ts';
import { coordinationActions, coordinationErrors, coordinationPermissions } from './coordination.catalogue.ts';

/** Coordination with police, courts, procuratorate and departments. */
export const coordinationModule: ModuleDefinition = {
  name: 'coordination',
  permissions: coordinationPermissions,
  errors: coordinationErrors,
  actions: coordinationActions,
  routes: [],
};
