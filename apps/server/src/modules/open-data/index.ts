/** Public face of the open-data module. */
export { openDataModule } from './open-data.module.ts';
