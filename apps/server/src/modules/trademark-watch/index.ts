/** Public face of the trademark-watch module. */
export { trademarkWatchModule } from './trademark-watch.module.ts';
