/** Reading of uploaded files into rows of texts. Format by content, one pass, memory independent of the file's size. */
export { DEFAULT_READ_LIMITS, HEAD_ROWS, ROWS_PER_BATCH } from './limits.ts';
export { READ_ERROR_CODES, ReadError, type ReadErrorCode } from './read-error.ts';
export type {
  OpenOptions,
  OpenTable,
  RawRow,
  ReadLimits,
  RowProblem,
  RowProblemCode,
  Sentence,
  SheetSource,
  SourceNote,
  TableHeader,
  TableKind,
  TableSource,
  TextEncodingName,
} from './types.ts';
