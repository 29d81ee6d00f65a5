import type { ModuleDefinition } from '../../platform/module.ts';
import { inspectionActions, inspectionErrors, inspectionPermissions } from './inspections.catalogue.ts';

/** Inspections: campaigns, draws, checklists, orders to correct, markets, mark printers. */
export const inspectionModule: ModuleDefinition = {
  name: 'inspections',
  permissions: inspectionPermissions,
  errors: inspectionErrors,
  actions: inspectionActions,
  routes: [],
};
