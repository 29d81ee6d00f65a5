/** Public face of the trademark-search module. */
export { trademarkSearchModule } from './trademark-search.module.ts';
