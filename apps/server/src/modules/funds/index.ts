/** Public face of the funds module. */
export { fundsModule } from './funds.module.ts';
