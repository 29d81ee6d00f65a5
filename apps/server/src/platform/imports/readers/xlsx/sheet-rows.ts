import type { ByteSource } from '../byte-source.ts';
import { rowProblem } from '../row-problem.ts';
import type { RowProblem } from '../types.ts';
import { safeParser } from '../xml/safe-parser.ts';
import { xmlText } from '../xml/xml-text.ts';
import type { NumberFormat } from './number-format.ts';
import { cellName, numberText } from './number-text.ts';
import { decodeEscapes } from './shared-strings.ts';
import type { StringStore } from './string-store.ts';

/** A row as a workbook holds it: up to its last cell in use, at most `keepColumns` wide. */
export interface WorkbookRow {
  line: number;
  cells: string[];
  problems?: RowProblem[];
  /** Content to the right of the kept columns. */
  extra?: { text: string; columns: number };
}

export interface SheetContext {
  fileName: string;
  formats: readonly NumberFormat[];
  strings: StringStore;
  date1904: boolean;
  keepColumns: number;
  signal?: AbortSignal;
}

/** Streams the rows of a worksheet part that have any content. */
export async function* sheetRows(source: ByteSource, context: SheetContext): AsyncGenerator<WorkbookRow[]> {
  const builder = new RowBuilder(context);
  const parser = safeParser(context.fileName, builder);
  for await (const piece of xmlText(source, context.fileName, context.signal)) {
    parser.write(piece);
    if (builder.rows.length > 0) yield builder.take();
  }
  parser.close();
  if (builder.rows.length > 0) yield builder.take();
}

class RowBuilder {
  rows: WorkbookRow[] = [];
  private readonly context: SheetContext;
  private row: WorkbookRow | undefined;
  private line = 0;
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private hasValue = false;
  private formula = false;
  private collecting = false;
  private phonetic = 0;

  constructor(context: SheetContext) {
    this.context = context;
  }

  take(): WorkbookRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        break;
      case 'v':
      case 't':
        this.collecting = this.row !== undefined && this.phonetic === 0;
        this.hasValue = true;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.phonetic++;
        break;
      case 'row':
        this.line = attributes.r === undefined ? this.line + 1 : Number(attributes.r);
        this.column = -1;
        this.row = { line: this.line, cells: [] };
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.closeCell();
        break;
      case 'v':
      case 't':
        this.collecting = false;
        break;
      case 'rPh':
        this.phonetic--;
        break;
      case 'row':
        if (this.row && (this.row.cells.length > 0 || this.row.problems || this.row.extra)) this.rows.push(this.row);
        this.row = undefined;
        break;
    }
  }

  text(part: string): void {
    if (this.collecting) this.value += part;
  }

  private openCell(attributes: Record<string, string>): void {
    const column = attributes.r === undefined ? -1 : columnOf(attributes.r);
    this.column = column >= 0 ? column : this.column + 1;
    this.type = attributes.t ?? 'n';
    this.style = attributes.s === undefined ? -1 : Number(attributes.s);
    this.value = '';
    this.hasValue = false;
    this.formula = false;
  }

  private closeCell(): void {
    const { row, column } = this;
    if (row === undefined) return;
    if (column >= this.context.keepColumns) {
      this.noteExtra(row);
      return;
    }
    const text = this.cellText(row);
    if (text === '') return;
    const { cells } = row;
    for (let i = cells.length; i < column; i++) cells.push('');
    cells[column] = text;
  }

  private cellText(row: WorkbookRow): string {
    if (!this.hasValue) {
      if (this.formula)
        this.report(row, rowProblem('row.formula-without-value', { cell: this.cell() }, { column: this.column }));
      return '';
    }
    switch (this.type) {
      case 's':
        return this.sharedString(row);
      case 'n': {
        const format = this.context.formats[this.style] ?? 'general';
        const { text, problem } = numberText(this.value, format, {
          line: this.line,
          column: this.column,
          date1904: this.context.date1904,
        });
        if (problem) this.report(row, problem);
        return text;
      }
      case 'e':
        this.report(
          row,
          rowProblem('row.error-value', { cell: this.cell(), value: this.value }, { column: this.column }),
        );
        return '';
      case 'b':
        return this.value === '1' || this.value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      default:
        return decodeEscapes(this.value);
    }
  }

  private sharedString(row: WorkbookRow): string {
    const text = this.context.strings.get(Number(this.value));
    if (text === undefined)
      this.report(row, rowProblem('row.bad-reference', { cell: this.cell() }, { column: this.column }));
    return text ?? '';
  }

  private noteExtra(row: WorkbookRow): void {
    if (!this.hasValue || this.value === '') return;
    const text = this.type === 's' ? (this.context.strings.get(Number(this.value)) ?? '') : this.value;
    if (text.trim() === '') return;
    row.extra = { text: row.extra ? row.extra.text : text.slice(0, 60), columns: this.column + 1 };
  }

  private report(row: WorkbookRow, problem: RowProblem): void {
    row.problems ??= [];
    if (row.problems.length < 20) row.problems.push(problem);
  }

  private cell(): string {
    return cellName({ line: this.line, column: this.column });
  }
}

/** 0-based column of a reference such as 'AB12'; -1 if it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column > 0 && column <= 16_384 ? column - 1 : -1;
}
