/** Public face of the filing-supervision module. */
export { filingSupervisionModule } from './filing-supervision.module.ts';
