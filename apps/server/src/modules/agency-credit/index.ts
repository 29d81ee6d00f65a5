/** Public face of the agency-credit module. */
export { agencyCreditModule } from './agency-credit.module.ts';
export { seedDemoCredit } from './demo/seed-demo-credit.ts';
export { type AgencyScore, scoreAgencies, scoreOneAgency } from './queries/for-others.ts';
