import { isNullCell } from './cell-text.ts';

/** `auto` takes the strongest separator present: ;; | ; line break 、 — never a comma, which is part of names ('SMITH, JOHN'). */
export type ListSeparator = 'auto' | ';' | '|' | ';;' | '、' | ',' | '\n';

const OPENING = '(（[［【{｛<《〈「『“‘';
const CLOSING = ')）]］】}｝>》〉」』”’';
const SAME: Record<string, string> = { '；': ';', '﹔': ';', '｜': '|', '︱': '|', '¦': '|', '，': ',', '\r': '\n' };
const IN_ORDER: ListSeparator[] = [';;', '|', ';', '\n', '、'];

/**
 * Splits a list cell by its sender's separator. Separators inside brackets do not split ('甲（乙；丙）公司'); full-width forms
 * count as half-width ones; blanks around items, empty items and null marks are left out. Order is kept, repeats too.
 */
export function splitList(cell: string, separator: ListSeparator = 'auto'): string[] {
  if (isNullCell(cell)) return [];
  const used = separator === 'auto' ? findListSeparator(cell) : separator;
  const items = used === undefined ? [cell] : cut(cell, used);
  return items.map((item) => item.trim()).filter((item) => item !== '' && !isNullCell(item));
}

/** The separator `auto` uses for this cell; undefined when the cell is one item. */
export function findListSeparator(cell: string): ListSeparator | undefined {
  return IN_ORDER.find((separator) => cut(cell, separator).filter((item) => item.trim() !== '').length > 1);
}

function cut(cell: string, separator: ListSeparator): string[] {
  const items: string[] = [];
  const mark = separator[0]!;
  let start = 0;
  let depth = 0;
  for (let i = 0; i < cell.length; i++) {
    const char = cell[i]!;
    if (OPENING.includes(char)) {
      if (closes(cell, i)) depth++;
    } else if (depth > 0 && CLOSING.includes(char)) depth--;
    else if (depth === 0 && (SAME[char] ?? char) === mark) {
      const next = cell[i + 1] ?? '';
      const double = (SAME[next] ?? next) === mark;
      if (separator.length === 2 && !double) continue;
      items.push(cell.slice(start, i));
      if (separator.length === 2) i++;
      start = i + 1;
    }
  }
  items.push(cell.slice(start));
  return items;
}

/** A bracket that is never closed is a typing slip and must not swallow the rest of the list. */
function closes(cell: string, at: number): boolean {
  const closing = CLOSING[OPENING.indexOf(cell[at]!)]!;
  const other = { '（': ')', '(': '）', '[': '］', '［': ']' }[cell[at]!];
  return cell.includes(closing, at + 1) || (other !== undefined && cell.includes(other, at + 1));
}
