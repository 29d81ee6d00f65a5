/** Public face of the case-papers module. */
export { casePaperModule } from './case-papers.module.ts';
