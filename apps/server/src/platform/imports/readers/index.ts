/** Reading of uploaded files into rows of texts. Format by content, one pass, memory independent of the file's size. */
export { type FoundHeader, findHeader, type HeadRow } from './header/find-header.ts';
export { findUnit, type NormalisedHeader, normaliseHeader } from './header/normalise-header.ts';
export { DEFAULT_READ_LIMITS, HEAD_ROWS, ROWS_PER_BATCH } from './limits.ts';
export { openTable } from './open-table.ts';
export { READ_ERROR_CODES, ReadError, type ReadErrorCode } from './read-error.ts';
export { columnName } from './row-problem.ts';
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
export { type ArchiveEntry, openArchive } from './zip/archive.ts';
