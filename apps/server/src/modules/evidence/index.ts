/** Public face of the evidence module. */
export { evidenceModule } from './evidence.module.ts';
