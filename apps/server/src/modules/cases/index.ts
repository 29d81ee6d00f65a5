/** Public face of the cases module. */
export { caseModule } from './cases.module.ts';
