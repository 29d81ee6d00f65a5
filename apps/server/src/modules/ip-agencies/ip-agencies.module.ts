import type { ModuleDefinition } from '../../platform/module.ts';
import { ipAgencyFacts } from './facts/index.ts';
import { ipAgencyActions, ipAgencyErrors, ipAgencyPermissions } from './ip-agencies.catalogue.ts';
import { linkFilingsTask } from './jobs/link-filings.ts';
import { agencyIndex } from './queries/agency-index.ts';

/** The register of IP service agencies. */
export const ipAgencyModule: ModuleDefinition = {
  name: 'ip-agencies',
  permissions: ipAgencyPermissions,
  errors: ipAgencyErrors,
  actions: ipAgencyActions,
  facts: ipAgencyFacts,
  jobs: [linkFilingsTask],
  subscribers: {
    'imports.patent.changed': [linkFilingsTask.task],
    'imports.trademark.changed': [linkFilingsTask.task],
  },
  warmUp: (ctx) => agencyIndex.get(ctx),
  routes: [],
};
