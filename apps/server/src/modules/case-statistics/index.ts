/** Public face of the case-statistics module. */
export { caseStatisticModule } from './case-statistics.module.ts';
