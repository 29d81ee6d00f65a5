/** Public face of the coordination module. */
export { coordinationModule } from './coordination.module.ts';
export { seedDemoCoordination } from './demo/seed-demo-coordination.ts';
