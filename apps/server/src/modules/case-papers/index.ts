/** Public face of the case-papers module. */
export { casePaperModule } from './case-papers.module.ts';
export { seedDemoCasePapers } from './demo/seed-demo-papers.ts';
export { listPublicCases, type PublicCase } from './queries/list-publicity.ts';
