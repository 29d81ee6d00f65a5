/** Which marks are confusingly alike, and why. Pure: no I/O. */
export { type Alignment, alignMarks, type Edit } from './align-marks.ts';
export { type IndexedMark, MarkIndex } from './mark-index.ts';
export { type MarkText, normaliseMark } from './normalise-mark.ts';
