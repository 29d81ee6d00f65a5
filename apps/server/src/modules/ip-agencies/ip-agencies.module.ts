import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { decideIdentity, withdrawIdentity } from './commands/decide-identity.ts';
import { decideAgencyName, withdrawAgencyName } from './commands/decide-name.ts';
import { ipAgencyFacts } from './facts/index.ts';
import { ipAgencyImports } from './imports/index.ts';
import {
  AGENCY_READ,
  FIGURES_READ,
  ipAgencyActions,
  ipAgencyErrors,
  ipAgencyPermissions,
  NAME_DECIDE,
  NAME_READ,
  PERSON_READ,
} from './ip-agencies.catalogue.ts';
import { linkFilingsTask } from './jobs/link-filings.ts';
import { rebuildRegisterTask } from './jobs/rebuild-register.ts';
import { agencyIndex } from './queries/agency-index.ts';
import { downloadAgencyYearbook } from './queries/download-yearbook.ts';
import { exportAgencies } from './queries/export-agencies.ts';
import { exportAgencyNames, exportPeople } from './queries/export-people.ts';
import { listAgencies } from './queries/list-agencies.ts';
import { listAgencyNames, listIdentityReviews } from './queries/list-agency-names.ts';
import { listAgencySources } from './queries/list-agency-sources.ts';
import { listPeople } from './queries/list-people-page.ts';
import { getAgencyFigures } from './queries/read-figures.ts';
import { getAgency } from './queries/show-agency.ts';

const done = { ok: true as const };

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
  routes: [
    bind('listAgencies', AGENCY_READ, (ctx, { query }) => listAgencies(ctx, query)),
    bind('exportAgencies', AGENCY_READ, (ctx, { query }) => exportAgencies(ctx, query)),
    bind('getAgency', AGENCY_READ, (ctx, { params }) => getAgency(ctx, params.id)),
    bind('listAgencySources', AGENCY_READ, (ctx, { params }) => listAgencySources(ctx, params.id)),
    bind('exportPeople', PERSON_READ, async (ctx, { query }) => exportPeople(ctx, query)),
    bind('exportAgencyNames', NAME_READ, async (ctx, { query }) => exportAgencyNames(ctx, query)),
    bind('listPeople', PERSON_READ, (ctx, { query }) => listPeople(ctx, query)),
    bind('listAgencyNames', NAME_READ, (ctx, { query }) => listAgencyNames(ctx, query)),
    bind('decideAgencyName', NAME_DECIDE, async (ctx, { body }) => {
      await decideAgencyName(ctx, body);
      return done;
    }),
    bind('withdrawAgencyName', NAME_DECIDE, async (ctx, { params }) => {
      await withdrawAgencyName(ctx, params.id);
      return done;
    }),
    bind('listIdentityReviews', NAME_READ, (ctx) => listIdentityReviews(ctx)),
    bind('decideIdentity', NAME_DECIDE, async (ctx, { body }) => {
      await decideIdentity(ctx, body);
      return done;
    }),
    bind('withdrawIdentity', NAME_DECIDE, async (ctx, { params }) => {
      await withdrawIdentity(ctx, params.id);
      return done;
    }),
    bind('getAgencyFigures', FIGURES_READ, (ctx, { query }) => getAgencyFigures(ctx, query)),
    bind('downloadAgencyYearbook', FIGURES_READ, (ctx, { query }) => downloadAgencyYearbook(ctx, query)),
  ],
};
