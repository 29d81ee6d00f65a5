import type { ModuleDefinition } from '../../platform/module.ts';
import { evidenceActions, evidenceErrors, evidencePermissions } from './evidence.catalogue.ts';

/** Evidence, custody of things, measures. */
export const evidenceModule: ModuleDefinition = {
  name: 'evidence',
  permissions: evidencePermissions,
  errors: evidenceErrors,
  actions: evidenceActions,
  routes: [],
};
