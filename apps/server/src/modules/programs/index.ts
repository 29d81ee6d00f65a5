/** Public face of the programs module. */
export { seedDemoPrograms } from './demo/seed-demo-programs.ts';
export { programsModule } from './programs.module.ts';
