/** Public face of the agency-credit module. */
export { agencyCreditModule } from './agency-credit.module.ts';
export { seedDemoCredit } from './demo/seed-demo-credit.ts';
