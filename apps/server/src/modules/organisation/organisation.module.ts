import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { linkOfficerAccount } from './commands/link-officer-account.ts';
import { organisationFacts } from './facts/index.ts';
import { officersKind } from './imports/officers-kind.ts';
import {
  BODY_READ,
  OFFICER_LINK,
  OFFICER_READ,
  organisationActions,
  organisationErrors,
  organisationPermissions,
} from './organisation.catalogue.ts';
import { listOfficerAccounts } from './queries/list-officer-accounts.ts';
import { listOfficers } from './queries/list-officers.ts';
import { listOrganisations } from './queries/list-organisations.ts';

export const organisationModule: ModuleDefinition = {
  name: 'organisation',
  routes: [
    bind('listOrganisations', BODY_READ, listOrganisations),
    bind('listOfficers', OFFICER_READ, listOfficers),
    bind('listOfficerAccounts', OFFICER_LINK, (ctx, { query }) => listOfficerAccounts(ctx, query)),
    bind('linkOfficerAccount', OFFICER_LINK, (ctx, { params, body }) =>
      linkOfficerAccount(ctx, params.id, body.userId),
    ),
  ],
  permissions: organisationPermissions,
  errors: organisationErrors,
  actions: organisationActions,
  importKinds: [officersKind],
  facts: organisationFacts,
};
