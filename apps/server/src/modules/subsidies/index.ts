/** Public face of the subsidies module. */
export type { DemoTools } from './demo/play-money.ts';
export { seedDemoClaims } from './demo/seed-demo-claims.ts';
export { downloadPublicityPaper } from './papers/list-paper.ts';
export {
  type OpenChange,
  type OpenRow,
  type PublicityPosition,
  publicityPosition,
  readOpenChanges,
  readOpenRows,
} from './queries/open-rows.ts';
export { downloadPublicList, getPublicList, listPublicLists, publicityVersion } from './queries/public-lists.ts';
export { subsidiesModule } from './subsidies.module.ts';
