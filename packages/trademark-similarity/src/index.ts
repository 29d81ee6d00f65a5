/** Which marks are confusingly alike, and why. Pure: no I/O. */
export type { Change, Where } from './compare/changes.ts';
export { type CompareOptions, compareMarks, type MarkComparison, type Way } from './compare/compare-marks.ts';
export { type Level, type Model, type ModelFile, openModel } from './compare/model.ts';
export type { EvidenceKind } from './evidence/kinds-of.ts';
export type { Said } from './evidence/say.ts';
export {
  type GoodsPlace,
  type GoodsRelation,
  type GoodsRelationKind,
  GoodsRelations,
  type GoodsTable,
  type GroupRelation,
} from './goods/goods-table.ts';
export { currentModel, modelOf, modelVersions } from './models/index.ts';
export { MarkScanner, type ScannedMark } from './scan/mark-scanner.ts';
export { type FoundMark, MarkIndex, type MarkIndexOptions, type SearchOptions } from './search/mark-index.ts';
export { SenseDictionary, type SenseGroup } from './sense/senses.ts';
export { standardSenses } from './sense/standard-senses.ts';
export { type MarkText, normaliseMark } from './text/normalise-mark.ts';
export { type Notice, type NoticeCode, noticesOf } from './text/notices.ts';
export { standardWeakWords } from './weak/standard-weak-words.ts';
export { type WeakKind, WeakWordList, type WeakWords } from './weak/weak-words.ts';
