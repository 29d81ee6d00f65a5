import type { ModuleDefinition } from '../../platform/module.ts';
import { complaintActions, complaintErrors, complaintPermissions } from './complaints.catalogue.ts';

/** Complaints and reports under order 121. */
export const complaintModule: ModuleDefinition = {
  name: 'complaints',
  permissions: complaintPermissions,
  errors: complaintErrors,
  actions: complaintActions,
  routes: [],
};
