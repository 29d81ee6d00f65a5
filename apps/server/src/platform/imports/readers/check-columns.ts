import { ReadError } from './read-error.ts';
import type { ReadLimits } from './types.ts';

/** Refuses a sheet whose header uses more columns than the limit. */
export function checkColumns(columns: number, limits: ReadLimits, at: { fileName: string; sheet: string }): void {
  if (columns > limits.maxColumns)
    throw new ReadError('file.too-many-columns', { ...at, actual: columns, limit: limits.maxColumns });
}
