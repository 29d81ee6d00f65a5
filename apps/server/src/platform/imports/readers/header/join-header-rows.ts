import { cellShape } from './cell-shape.ts';
import type { HeadRow } from './find-header.ts';
import { normaliseHeader } from './normalise-header.ts';

export interface JoinedHeader {
  first: number;
  last: number;
  cells: string[];
}

/**
 * Joins a header of two rows: groups above ('申请人' over '名称', '地址'), names below. The groups are known from merged
 * cells, or, where a text format lost the merges, from gaps: 申请人,, above 名称,地址.
 */
export function joinHeaderRows(rows: readonly HeadRow[], index: number, known: ReadonlySet<string>): JoinedHeader {
  const below = rows[index + 1];
  if (below && isPair(rows[index]!, below, rows.slice(index + 2), known)) return join(rows, index, known);
  const above = rows[index - 1];
  if (above && isPair(above, rows[index]!, rows.slice(index + 1), known)) return join(rows, index - 1, known);
  return { first: index, last: index, cells: rows[index]!.cells };
}

function isPair(upper: HeadRow, lower: HeadRow, data: readonly HeadRow[], known: ReadonlySet<string>): boolean {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const up = groups(upper, width);
  let grouped = 0;
  let single = 0;
  for (let c = 0; c < width; c++) {
    const low = lower.cells[c]?.trim() ?? '';
    const own = upper.cells[c]?.trim() ?? '';
    if (low !== '' && low !== own && cellShape(low) !== 'label') return false;
    if (low === '' && own === '') continue;
    if (low === '' || low === own) single++;
    else if (up[c]!.wide) grouped++;
    else if (up[c]!.text !== '') return false;
  }
  const distinct = new Set(upper.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
  const fromMerge = (upper.merges ?? []).some(([from, to]) => to > from);
  if (distinct < 2 || grouped < 2) return false;
  return fromMerge || (single >= 1 && namesNotData(upper, lower, data, known));
}

/** Without merges a sparse first data row looks like a second header row: names are known, and empty where data are not. */
function namesNotData(upper: HeadRow, lower: HeadRow, data: readonly HeadRow[], known: ReadonlySet<string>): boolean {
  const up = groups(upper, lower.cells.length);
  const isKnown = lower.cells.some(
    (cell, c) =>
      cell.trim() !== '' &&
      (known.has(normaliseHeader(cell).key) || known.has(normaliseHeader((up[c]?.text ?? '') + cell).key)),
  );
  if (known.size > 0 && !isKnown) return false;
  const empty = upper.cells.flatMap((cell, c) =>
    cell.trim() !== '' && (lower.cells[c] ?? '').trim() === '' ? [c] : [],
  );
  const filledBelow = empty.filter(
    (c) => data.filter((row) => (row.cells[c] ?? '').trim() !== '').length > data.length * 0.5,
  );
  return data.length > 0 && filledBelow.length > empty.length * 0.5;
}

/** The group text over each column and whether it covers several columns. */
function groups(upper: HeadRow, width: number): { text: string; wide: boolean }[] {
  const result = Array.from({ length: width }, (_, c) => ({ text: upper.cells[c]?.trim() ?? '', wide: false }));
  for (const [from, to] of upper.merges ?? []) {
    for (let c = from; c <= Math.min(to, width - 1); c++)
      result[c] = { text: upper.cells[from]?.trim() ?? '', wide: to > from };
  }
  for (let c = 1; c < width; c++) {
    if (result[c]!.text !== '') continue;
    result[c] = { text: result[c - 1]!.text, wide: true };
    result[c - 1]!.wide = true;
  }
  return result;
}

function join(rows: readonly HeadRow[], first: number, known: ReadonlySet<string>): JoinedHeader {
  const upper = rows[first]!;
  const lower = rows[first + 1]!;
  const width = Math.max(upper.cells.length, lower.cells.length);
  const up = groups(upper, width);
  const lowerKeys = lower.cells.map((cell) => normaliseHeader(cell).key);
  const cells = Array.from({ length: width }, (_, c) => {
    const low = lower.cells[c]?.trim() ?? '';
    const own = upper.cells[c]?.trim() ?? '';
    if (low === '' || low === own) return own;
    const group = up[c]!.wide ? up[c]!.text : own;
    return joinNames(group, low, lowerKeys, known);
  });
  return { first, last: first + 1, cells };
}

function joinNames(group: string, low: string, lowerKeys: readonly string[], known: ReadonlySet<string>): string {
  if (group === '') return low;
  if (known.has(normaliseHeader(group + low).key)) return group + low;
  const key = normaliseHeader(low).key;
  // '申请号' under '专利信息' stands for itself, as long as no second group repeats it.
  if (known.has(key) && lowerKeys.filter((other) => other === key).length === 1) return low;
  return `${group} ${low}`;
}
