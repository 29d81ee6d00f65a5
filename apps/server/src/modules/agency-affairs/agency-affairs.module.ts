import type { ModuleDefinition } from '../../platform/module.ts';
import { agencyAffairActions, agencyAffairErrors, agencyAffairPermissions } from './agency-affairs.catalogue.ts';

/** Matters between agencies and the office: annual reports, changes, inquiries, disclosures, census. */
export const agencyAffairModule: ModuleDefinition = {
  name: 'agency-affairs',
  permissions: agencyAffairPermissions,
  errors: agencyAffairErrors,
  actions: agencyAffairActions,
  routes: [],
};
