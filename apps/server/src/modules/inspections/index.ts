/** Public face of the inspections module. */
export { seedDemoInspections } from './demo/seed-demo-inspections.ts';
export { inspectionModule } from './inspections.module.ts';
export {
  downloadPublicDraw,
  getPublicDraw,
  listPublicDrawResults,
  listPublicDraws,
  type PublicDraw,
  type PublicDrawDetail,
} from './queries/public-draws.ts';
