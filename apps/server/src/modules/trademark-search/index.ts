/** Public face of the trademark-search module. */
export { keepMarkPicture } from './commands/keep-mark-picture.ts';
export { seedDemoPictures } from './demo/seed-demo-pictures.ts';
export { goodsRelationsOn } from './domain/mark-options.ts';
export { closestGoods } from './domain/mark-question.ts';
export { adviseOnFiling } from './queries/advise-on-filing.ts';
export { adviseOnSign } from './queries/advise-on-sign.ts';
export { findPriorRights } from './queries/find-prior-rights.ts';
export { isSearchable, type MarkAnswer, searchMarks, type TextQuestion } from './queries/search-marks.ts';
export { type DrawnAnswer, type DrawnHit, showLikeness } from './queries/show-likeness.ts';
export { type LogoOfMark, logosOfMarks } from './search/logos-of-marks.ts';
export { trademarkSearchModule } from './trademark-search.module.ts';
