/** Public face of the reports module. */
export { reportModule } from './reports.module.ts';
