import type { LineFlag } from './text-lines.ts';

export interface RecordLine {
  line: number;
  text: string;
  flag?: LineFlag;
}

/** `open`: inside quotes, more lines are needed. `broken`: a quote from an earlier line closes inside a text. */
export type ScanState = 'closed' | 'open' | 'broken';

const QUOTE = 0x22;
const OPEN = -1;
const BROKEN = -2;

/** Splits one record that contains quotes, physical line by physical line (RFC 4180, with the liberties of real exports). */
export class RecordScanner {
  cells: string[] = [];
  stray = false;
  private readonly separator: string;
  private quoted = false;
  private text = '';
  private lineCount = 0;

  constructor(separator: string) {
    this.separator = separator;
  }

  begin(): void {
    this.cells = [];
    this.stray = false;
    this.quoted = false;
    this.text = '';
    this.lineCount = 0;
  }

  feed(line: string): ScanState {
    this.lineCount++;
    let at = 0;
    if (this.quoted) this.text += '\n';
    else at = this.startCell(line, 0);
    for (;;) {
      const end = this.quoted ? this.readQuoted(line, at) : this.readPlain(line, at);
      if (end === OPEN) return 'open';
      if (end === BROKEN) return 'broken';
      if (end >= line.length) return 'closed';
      at = this.startCell(line, end + 1);
    }
  }

  /** True if the line alone is a record of exactly `columns` cells with its quotes in pairs. */
  isWholeRecord(line: string, columns: number): boolean {
    if (!line.includes(this.separator)) return false;
    this.begin();
    return this.feed(line) === 'closed' && !this.stray && this.cells.length === columns;
  }

  /** Where the content of the cell begins; a quote there opens a quoted cell. */
  private startCell(line: string, at: number): number {
    let first = at;
    while (line.charCodeAt(first) === 0x20) first++;
    if (line.charCodeAt(first) !== QUOTE) return at;
    this.quoted = true;
    this.text = '';
    return first + 1;
  }

  private readPlain(line: string, at: number): number {
    const separator = line.indexOf(this.separator, at);
    const end = separator === -1 ? line.length : separator;
    this.cells.push(clean(line.slice(at, end)));
    return end;
  }

  private readQuoted(line: string, from: number): number {
    for (let at = from; ; ) {
      const quote = line.indexOf('"', at);
      if (quote === -1) {
        this.text += line.slice(at);
        return OPEN;
      }
      this.text += line.slice(at, quote);
      if (line.charCodeAt(quote + 1) === QUOTE) {
        this.text += '"';
        at = quote + 2;
        continue;
      }
      const end = this.endOfQuoted(line, quote + 1);
      if (end === -1 && this.lineCount > 1) return BROKEN;
      this.quoted = false;
      if (end === -1) return this.takeStray(line, quote);
      this.cells.push(clean(this.text));
      return end;
    }
  }

  private endOfQuoted(line: string, after: number): number {
    let end = after;
    while (line.charCodeAt(end) === 0x20 || (this.separator !== '\t' && line.charCodeAt(end) === 0x09)) end++;
    return end === line.length || line.startsWith(this.separator, end) ? end : -1;
  }

  /** '"甲"乙,': text after a closing quote. The cell is kept as it stands. */
  private takeStray(line: string, quote: number): number {
    this.stray = true;
    const separator = line.indexOf(this.separator, quote);
    const end = separator === -1 ? line.length : separator;
    this.cells.push(`"${this.text}${line.slice(quote, end)}`);
    return end;
  }
}

/** ="0123" is how exporters keep leading zeros in Excel; tabs around long numbers serve the same end. */
function clean(cell: string): string {
  const text = cell.includes('\t') ? cell.replace(/^\t+|\t+$/g, '') : cell;
  return text.startsWith('="') && text.endsWith('"') && text.length >= 3 ? text.slice(2, -1) : text;
}
