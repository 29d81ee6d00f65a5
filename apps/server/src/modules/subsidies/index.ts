/** Public face of the subsidies module. */
export { subsidiesModule } from './subsidies.module.ts';
