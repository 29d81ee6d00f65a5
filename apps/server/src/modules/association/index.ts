/** Public face of the association module. */
export { associationModule } from './association.module.ts';
