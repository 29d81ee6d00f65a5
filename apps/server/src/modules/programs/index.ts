/** Public face of the programs module. */
export { programsModule } from './programs.module.ts';
