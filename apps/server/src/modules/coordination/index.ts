/** Public face of the coordination module. */
export { coordinationModule } from './coordination.module.ts';
