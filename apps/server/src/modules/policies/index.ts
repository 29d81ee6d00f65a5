/** Public face of the policies module. */
export { policiesModule } from './policies.module.ts';
