import type { RowTest } from '../../../platform/register-index/index.ts';
import type { Dimension } from './dimension.ts';

export interface Cells {
  /** counts[rowBucket * columnCount + columnBucket]. */
  readonly counts: Int32Array;
  readonly columnCount: number;
  readonly rowTotals: Int32Array;
  readonly columnTotals: Int32Array;
  readonly total: number;
}

/** Counts a population by one or two dimensions in one walk. Totals count each row once, however many buckets it is in. */
export function countCells(
  size: number,
  tests: readonly RowTest[],
  rows: Dimension,
  columns: Dimension | undefined,
): Cells {
  const columnCount = columns?.codes.length ?? 1;
  const counts = new Int32Array(rows.codes.length * columnCount);
  const rowTotals = new Int32Array(rows.codes.length);
  const columnTotals = new Int32Array(columnCount);
  let total = 0;
  for (let row = 0; row < size; row++) {
    if (!tests.every((test) => test(row))) continue;
    total += 1;
    const rowBuckets = rows.bucketsOf(row);
    const columnBuckets = columns?.bucketsOf(row);
    for (let i = 0; i < rowBuckets.length; i++) {
      const r = rowBuckets[i] as number;
      rowTotals[r] = (rowTotals[r] as number) + 1;
      if (columnBuckets === undefined) {
        counts[r] = (counts[r] as number) + 1;
        continue;
      }
      for (let j = 0; j < columnBuckets.length; j++) {
        const at = r * columnCount + (columnBuckets[j] as number);
        counts[at] = (counts[at] as number) + 1;
      }
    }
    if (columnBuckets === undefined) columnTotals[0] = (columnTotals[0] as number) + 1;
    else
      for (let j = 0; j < columnBuckets.length; j++) {
        const c = columnBuckets[j] as number;
        columnTotals[c] = (columnTotals[c] as number) + 1;
      }
  }
  return { counts, columnCount, rowTotals, columnTotals, total };
}
