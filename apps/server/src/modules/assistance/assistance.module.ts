import type { ModuleDefinition } from '../../platform/module.ts';
import { assistanceActions, assistanceErrors, assistancePermissions } from './assistance.catalogue.ts';

/** Rights aid and cross-region help. */
export const assistanceModule: ModuleDefinition = {
  name: 'assistance',
  permissions: assistancePermissions,
  errors: assistanceErrors,
  actions: assistanceActions,
  routes: [],
};
