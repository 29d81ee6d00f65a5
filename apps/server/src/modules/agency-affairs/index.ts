/** Public face of the agency-affairs module. */
export { agencyAffairModule } from './agency-affairs.module.ts';
export { seedDemoAffairs } from './demo/seed-demo-affairs.ts';
