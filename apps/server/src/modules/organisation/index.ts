/** Public face of the organisation module. */
export { syncOrganisation } from './commands/sync-organisation.ts';
export { organisationModule } from './organisation.module.ts';
export { type CertifiedOfficer, listCertifiedOfficers } from './queries/certified-officers.ts';
