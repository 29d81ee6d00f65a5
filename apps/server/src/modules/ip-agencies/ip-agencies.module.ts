import type { ModuleDefinition } from '../../platform/module.ts';
import { ipAgencyFacts } from './facts/index.ts';
import { ipAgencyImports } from './imports/index.ts';
import { ipAgencyActions, ipAgencyErrors, ipAgencyPermissions } from './ip-agencies.catalogue.ts';
import { linkFilingsTask } from './jobs/link-filings.ts';
import { rebuildRegisterTask } from './jobs/rebuild-register.ts';
import { agencyIndex } from './queries/agency-index.ts';

/** The register of IP service agencies. */
export const ipAgencyModule: ModuleDefinition = {
  name: 'ip-agencies',
  permissions: ipAgencyPermissions,
  errors: ipAgencyErrors,
  actions: ipAgencyActions,
  importKinds: ipAgencyImports,
  facts: ipAgencyFacts,
  jobs: [linkFilingsTask, rebuildRegisterTask],
  subscribers: {
    'imports.party.changed': [rebuildRegisterTask.task],
    'imports.patent.changed': [linkFilingsTask.task],
    'imports.trademark.changed': [linkFilingsTask.task],
  },
  warmUp: (ctx) => agencyIndex.get(ctx),
  routes: [],
};
