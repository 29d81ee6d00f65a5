import type { ReadLimits } from './types.ts';

const MB = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxFileBytes: 512 * MB,
  maxXlsBytes: 64 * MB,
  maxUncompressedBytes: 4096 * MB,
  maxRatio: 300,
  maxEntries: 10_000,
  maxColumns: 1024,
  maxCellChars: 1_000_000,
  maxLineBytes: 32 * MB,
  maxRows: 5_000_000,
  maxSharedStringChars: 32 * MB,
  xlsMemoryMb: 1024,
};

export const ROWS_PER_BATCH = 500;
/** Rows looked at to find the header: it stands in rows 1–20, the rest shows what data look like. */
export const HEAD_ROWS = 40;
