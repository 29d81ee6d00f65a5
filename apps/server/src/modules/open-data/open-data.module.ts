import type { ModuleDefinition } from '../../platform/module.ts';
import { openDataActions, openDataErrors, openDataPermissions } from './open-data.catalogue.ts';

/** Open data. */
export const openDataModule: ModuleDefinition = {
  name: 'open-data',
  permissions: openDataPermissions,
  errors: openDataErrors,
  actions: openDataActions,
  routes: [],
};
