/** Public face of the agency-credit module. */
export { agencyCreditModule } from './agency-credit.module.ts';
