import type { CheckContext, RowIssue } from './import-kind.ts';
import { parseDateCell, parseMoneyCell, parseNumberCell } from './values/index.ts';

const NOTHING = /^(?:[-－—–/\\·]+|无|暂无|空|未知|null|none|n\/?a)$/i;
const LISTS = /\s*(?:;;|[;；|｜\n\r])\s*/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads the cells of one row and gathers what is wrong with them. */
export class RowReader {
  readonly issues: RowIssue[] = [];
  readonly context: CheckContext;
  readonly #cells: ReadonlyMap<string, string>;

  constructor(cells: ReadonlyMap<string, string>, context: CheckContext) {
    this.#cells = cells;
    this.context = context;
  }

  /** The cell as written; undefined when empty or when it only says that there is nothing ('-', '无', 'N/A'). */
  text(field: string): string | undefined {
    const cell = this.#cells.get(field);
    if (cell === undefined || (cell.length <= 4 && NOTHING.test(cell))) return undefined;
    return cell;
  }

  /** @param severity what an unreadable or impossible date does to the row */
  date(field: string, severity: RowIssue['severity'] = 'warning'): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    if (isPlainDay(text)) return text;
    const parsed = parseDateCell(text, this.context.sender?.dateOrder === 'dmy' ? { order: 'dmy' } : {});
    if (parsed.kind === 'empty') return undefined;
    if (parsed.kind === 'value') return parsed.value.date;
    this.add({ code: parsed.problem.code, severity, field, ...parsed.problem.message });
    return undefined;
  }

  /** Money with the unit of the header where the cell names none. */
  money(field: string): { amountFen: number; currency: string } | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const unit = this.context.unitOf(field);
    const parsed = parseMoneyCell(text, unit === undefined ? {} : { unit });
    if (parsed.kind === 'empty') return undefined;
    if (parsed.kind === 'value') return { amountFen: parsed.value.amountFen, currency: parsed.value.currency };
    this.add({ code: parsed.problem.code, severity: 'warning', field, ...parsed.problem.message });
    return undefined;
  }

  /** A whole number from 0; anything else is a warning and counts as nothing. */
  count(field: string): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const parsed = parseNumberCell(text.replace(/(?:次|项|个|件)$/, ''));
    if (parsed.kind === 'empty') return undefined;
    if (parsed.kind === 'value' && Number.isSafeInteger(parsed.value) && parsed.value >= 0) return parsed.value;
    this.add({
      code: 'number.unreadable',
      severity: 'warning',
      field,
      zh: `“${text}”不是整数，未采用`,
      en: `"${text}" is no whole number and was left out`,
    });
    return undefined;
  }

  /** Parts of a cell by the sender's separator; without one, by ; ； | or line breaks. No empties, no repeats. */
  list(field: string, also?: RegExp): string[] | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const own = this.context.sender?.listSeparator;
    const pieces = own !== undefined && text.includes(own) ? text.split(own) : text.split(LISTS);
    const parts = (also === undefined ? pieces : pieces.flatMap((piece) => piece.split(also)))
      .map((part) => part.trim())
      .filter((part) => part !== '' && !NOTHING.test(part));
    return parts.length === 0 ? undefined : [...new Set(parts)];
  }

  add(issue: RowIssue): void {
    this.issues.push(issue);
  }
}

/** The common spelling, tested without the general parser: most cells of most senders are this. */
function isPlainDay(text: string): boolean {
  const match = ISO.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  return (
    year >= 1900 &&
    year < 2100 &&
    Number(match[2]) >= 1 &&
    Number(match[2]) <= 12 &&
    Number(match[3]) >= 1 &&
    Number(match[3]) <= 28
  );
}

/** The object without the fields that say nothing: absent fields leave what earlier files said. */
export function definedValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) kept[key] = value;
  }
  return kept;
}
