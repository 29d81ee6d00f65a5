import { addProblem, columnName, rowProblem } from '../row-problem.ts';
import type { RawRow, ReadLimits, TextEncodingName } from '../types.ts';
import type { TextRecord } from './record-assembler.ts';

const MANY_LINES = 200;

/** The row of a record, padded to the header's width, with its problems. Undefined for a blank line. */
export function toRow(
  record: TextRecord,
  columns: number,
  encoding: TextEncodingName,
  limits: ReadLimits,
): RawRow | undefined {
  const { cells } = record;
  const width = cells.length;
  if (width === 1 && columns > 1 && !record.damaged && !record.flag && cells[0]!.trim() === '') return undefined;
  const row: RawRow = { line: record.line, cells };
  if (width < columns) for (let i = width; i < columns; i++) cells.push('');
  else if (width > columns) cutExtra(row, columns, record.damaged === true);
  if (cells.every((cell) => cell === '') && row.problem === undefined && !record.damaged) return undefined;
  for (let i = 0; i < cells.length; i++) {
    if (cells[i]!.length > limits.maxCellChars) cutCell(row, i, limits.maxCellChars);
  }
  if (record.damaged) addProblem(row, rowProblem('row.quotes'));
  else if (record.afterDamage !== undefined)
    addProblem(row, rowProblem('row.after-damage', { damagedLine: record.afterDamage }));
  else if (record.stray)
    addProblem(row, rowProblem('row.quotes', {}, { severity: width === columns ? 'warning' : 'error' }));
  const lines = (record.lastLine ?? record.line) - record.line + 1;
  // A quote that is missing twice makes one valid record of all lines between: say so rather than swallow them.
  if (lines > 1 && (width < columns || lines > MANY_LINES)) {
    addProblem(row, rowProblem('row.many-lines', { lines, lastLine: record.lastLine ?? record.line }));
  }
  addFlags(row, record, encoding, limits);
  return row;
}

function cutExtra(row: RawRow, columns: number, damaged: boolean): void {
  const extra = row.cells.slice(columns).filter((cell) => cell.trim() !== '');
  if (damaged) {
    // Where the columns are uncertain nothing is thrown away: the last cell holds the rest.
    row.cells[columns - 1] = row.cells.slice(columns - 1).join(',');
  } else if (extra.length > 0) {
    let actual = row.cells.length;
    while (row.cells[actual - 1]!.trim() === '') actual--;
    addProblem(
      row,
      rowProblem('row.too-many-cells', { actual, expected: columns, extra: extra.join(' ').slice(0, 60) }),
    );
  }
  row.cells.length = columns;
}

function cutCell(row: RawRow, column: number, limit: number): void {
  const actual = row.cells[column]!.length;
  row.cells[column] = row.cells[column]!.slice(0, limit);
  addProblem(row, rowProblem('row.cell-too-long', { columnName: columnName(column), actual, limit }, { column }));
}

function addFlags(row: RawRow, record: TextRecord, encoding: TextEncodingName, limits: ReadLimits): void {
  const flag = record.flag;
  if (flag === undefined) return;
  if (flag.tooLong)
    addProblem(row, rowProblem('row.line-too-long', { limitMb: Math.round(limits.maxLineBytes / 1048576) }));
  if (flag.undecodable) addProblem(row, rowProblem('row.undecodable'));
  if (flag.otherEncoding)
    addProblem(row, rowProblem('row.encoding', { found: flag.otherEncoding, expected: encoding }));
  if (flag.nul) addProblem(row, rowProblem('row.nul'));
}
