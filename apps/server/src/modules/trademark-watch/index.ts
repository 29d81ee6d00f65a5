/** Public face of the trademark-watch module. */
export { seedDemoTrademarkWatch } from './demo/seed-demo-trademark-watch.ts';
export { listPublicMarks, type PublicMark, publicMarksVersion } from './queries/public-marks.ts';
export { trademarkWatchModule } from './trademark-watch.module.ts';
