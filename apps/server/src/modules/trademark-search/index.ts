/** Public face of the trademark-search module. */
export { seedDemoPictures } from './demo/seed-demo-pictures.ts';
export { adviseOnSign } from './queries/advise-on-sign.ts';
export { isSearchable, type MarkAnswer, searchMarks, type TextQuestion } from './queries/search-marks.ts';
export { trademarkSearchModule } from './trademark-search.module.ts';
