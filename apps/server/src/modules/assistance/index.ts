/** Public face of the assistance module. */
export { assistanceModule } from './assistance.module.ts';
