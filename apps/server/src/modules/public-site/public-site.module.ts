import type { ModuleDefinition } from '../../platform/module.ts';
import { publicSiteActions, publicSiteErrors, publicSitePermissions } from './public-site.catalogue.ts';

/** The public site. */
export const publicSiteModule: ModuleDefinition = {
  name: 'public-site',
  permissions: publicSitePermissions,
  errors: publicSiteErrors,
  actions: publicSiteActions,
  routes: [],
};
