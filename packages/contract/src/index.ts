import { auditRoutes } from './audit.ts';
import { identityRoutes } from './identity.ts';
import { importRoutes } from './imports.ts';
import { ipRightsRoutes } from './ip-rights.ts';
import { jobRoutes } from './jobs.ts';
import { organisationRoutes } from './organisation.ts';
import { partyRoutes } from './parties.ts';
import { metaRoutes, planRoutes } from './plan.ts';

/** Every route of the product, by operation name. Server modules bind each exactly once. */
export const routes = {
  ...metaRoutes,
  ...identityRoutes,
  ...jobRoutes,
  ...importRoutes,
  ...partyRoutes,
  ...ipRightsRoutes,
  ...organisationRoutes,
  ...auditRoutes,
  ...planRoutes,
};
export type RouteName = keyof typeof routes;

export * from './audit.ts';
export * from './client.ts';
export * from './common.ts';
export * from './identity.ts';
export * from './imports.ts';
export * from './ip-rights.ts';
export * from './jobs.ts';
export * from './organisation.ts';
export * from './parties.ts';
export * from './plan.ts';
export * from './route.ts';
