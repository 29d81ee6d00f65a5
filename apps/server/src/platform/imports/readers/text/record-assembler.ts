import { type RecordLine, RecordScanner } from './record-scanner.ts';
import type { LineFlag } from './text-lines.ts';

export interface TextRecord {
  /** First physical line of the record. */
  line: number;
  cells: string[];
  flag?: LineFlag;
  /** The quotes of the record do not pair up; `cells` is a guess. */
  damaged?: boolean;
  /** Text stood before or after a closing quote; `cells` keeps it as it stood. */
  stray?: boolean;
  /** Last physical line, when there are several. */
  lastLine?: number;
  /** Line of the damaged record that this one probably belongs to. */
  afterDamage?: number;
}

const MAX_RECORD_LINES = 10_000;

/**
 * Joins physical lines to records. A quote that never closes must not swallow the file: when the lines inside an open
 * quote look like whole records, or the quote closes in the middle of a text, or the end of the file or a limit is
 * reached, the first line alone is given up as damaged and reading goes on with the second.
 */
export class RecordAssembler {
  private readonly scanner: RecordScanner;
  private readonly probe: RecordScanner;
  private readonly separator: string;
  private readonly maxRecordChars: number;
  private expected: number;
  private readonly learns: boolean;
  private open: RecordLine[] = [];
  private openChars = 0;
  private wholeLines = 0;
  private damagedLine = 0;

  /** `expected` = number of columns if known, else 0: the widest record so far is taken. */
  constructor(separator: string, expected: number, maxRecordChars: number) {
    this.separator = separator;
    this.scanner = new RecordScanner(separator);
    this.probe = new RecordScanner(separator);
    this.expected = expected;
    this.learns = expected === 0;
    this.maxRecordChars = maxRecordChars;
  }

  /** Takes one physical line; records that are complete with it go to `out`. */
  push(line: RecordLine, out: TextRecord[]): void {
    if (this.open.length === 0 && !line.text.includes('"')) {
      this.emit({ line: line.line, cells: splitPlain(line.text, this.separator) }, line.flag, out);
      return;
    }
    // Last in, first out: lines to be read again come before those that follow them.
    const stack = [line];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const again = this.step(next, out);
      for (let i = again.length - 1; i >= 0; i--) stack.push(again[i]!);
    }
  }

  /** End of the file. */
  finish(out: TextRecord[]): void {
    while (this.open.length > 0) {
      const rest = this.giveUp(out);
      for (const line of rest) this.push(line, out);
    }
  }

  /** Returns lines to be read again after a damaged record was given up. */
  private step(line: RecordLine, out: TextRecord[]): RecordLine[] {
    if (this.open.length === 0) this.scanner.begin();
    this.open.push(line);
    this.openChars += line.text.length;
    const state = this.scanner.feed(line.text);
    if (state === 'closed') {
      const record: TextRecord = { line: this.open[0]!.line, cells: this.scanner.cells };
      if (this.scanner.stray) record.stray = true;
      if (this.open.length > 1) record.lastLine = line.line;
      const flag = mergeFlags(this.open);
      this.reset();
      this.emit(record, flag, out);
      return [];
    }
    const tooLong = this.open.length > MAX_RECORD_LINES || this.openChars > this.maxRecordChars;
    if (state === 'broken' || tooLong || this.looksSwallowed(line)) return this.giveUp(out);
    return [];
  }

  private looksSwallowed(line: RecordLine): boolean {
    if (this.open.length === 1 || this.expected < 2) return false;
    this.wholeLines = this.probe.isWholeRecord(line.text, this.expected) ? this.wholeLines + 1 : 0;
    // With few columns, running text may have as many commas by chance: ask for a longer series.
    return this.wholeLines >= (this.expected >= 4 ? 2 : 6);
  }

  private giveUp(out: TextRecord[]): RecordLine[] {
    const [first, ...rest] = this.open;
    this.reset();
    this.damagedLine = first!.line;
    const record: TextRecord = {
      line: first!.line,
      cells: splitPlain(first!.text, this.separator).map(unquote),
      damaged: true,
    };
    if (first!.flag) record.flag = first!.flag;
    out.push(record);
    return rest;
  }

  private emit(record: TextRecord, flag: LineFlag | undefined, out: TextRecord[]): void {
    if (flag) record.flag = flag;
    if (this.learns && record.cells.length > this.expected) this.expected = record.cells.length;
    if (this.damagedLine > 0) {
      if (record.cells.length === this.expected) this.damagedLine = 0;
      else record.afterDamage = this.damagedLine;
    }
    out.push(record);
  }

  private reset(): void {
    this.open = [];
    this.openChars = 0;
    this.wholeLines = 0;
  }
}

function splitPlain(text: string, separator: string): string[] {
  const cells = text.split(separator);
  // Exporters put a tab after long numbers so that Excel keeps them as text.
  return separator !== '\t' && text.includes('\t') ? cells.map((cell) => cell.replace(/^\t+|\t+$/g, '')) : cells;
}

function unquote(cell: string): string {
  return cell.replace(/^"|"$/g, '').replaceAll('""', '"');
}

function mergeFlags(lines: readonly RecordLine[]): LineFlag | undefined {
  let merged: LineFlag | undefined;
  for (const { flag } of lines) if (flag) merged = { ...merged, ...flag };
  return merged;
}
