/** Which marks are confusingly alike, and why. Pure: no I/O. */
export { type FoundMark, MarkIndex } from './search/mark-index.ts';
export { type MarkText, normaliseMark } from './text/normalise-mark.ts';
