/** Public face of the case-papers module. */
export { casePaperModule } from './case-papers.module.ts';
export { casePublicityVersion, listPublicCases, type PublicCase } from './queries/list-publicity.ts';
