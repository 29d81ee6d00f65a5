import type { ModuleDefinition } from '../../platform/module.ts';
import { renderProblem } from './pages/about/problem.ts';
import { publicPages } from './pages/index.ts';
import { publicSiteActions, publicSiteErrors, publicSitePermissions } from './public-site.catalogue.ts';

/** The public site: pages everyone may read, drawn by the server. */
export const publicSiteModule: ModuleDefinition = {
  name: 'public-site',
  permissions: publicSitePermissions,
  errors: publicSiteErrors,
  actions: publicSiteActions,
  routes: [],
  site: { pages: publicPages, renderProblem },
};
