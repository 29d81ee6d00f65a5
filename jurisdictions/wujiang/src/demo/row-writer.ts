/** A date cell: a real date in a workbook, `YYYY-MM-DD` in a csv file. */
export type DateCell = { day: number };
export type Cell = string | number | DateCell | null | undefined;

/** Writes rows to one file. Await the promise when `row` returns one: that is the back-pressure. */
export interface RowWriter {
  row(cells: readonly Cell[]): Promise<void> | undefined;
  close(): Promise<void>;
}
