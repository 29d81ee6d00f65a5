/** Public face of the ip-agencies module. */
export { ipAgencyModule } from './ip-agencies.module.ts';
