/** Public face of the inspections module. */
export { inspectionModule } from './inspections.module.ts';
