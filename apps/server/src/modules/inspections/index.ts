/** Public face of the inspections module. */
export { seedDemoInspections } from './demo/seed-demo-inspections.ts';
export { inspectionModule } from './inspections.module.ts';
