import type { TableHeader } from '../types.ts';
import { cellShape } from './cell-shape.ts';
import { joinHeaderRows } from './join-header-rows.ts';
import { findUnit, normaliseHeader } from './normalise-header.ts';

/** One of the first rows of a sheet. Merged cells carry their value in every cell they cover. */
export interface HeadRow {
  line: number;
  cells: string[];
  /** Column ranges [from, to] (0-based, inclusive) joined in this row by a merge. */
  merges?: [number, number][];
}

export interface FoundHeader {
  header: TableHeader;
  titleLines: string[];
}

const HEADER_WITHIN_ROWS = 20;

interface Scored {
  index: number;
  score: number;
  known: number;
  reasons: string[];
}

/**
 * Finds the header among the first rows of a sheet. `knownHeaders` are keys of `normaliseHeader`; without a known name
 * the shape of the rows decides (names, not values; as wide as the rows below; all different).
 * Undefined if no row can be a header.
 */
export function findHeader(rows: readonly HeadRow[], knownHeaders: ReadonlySet<string>): FoundHeader | undefined {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const width = tableWidth(filled);
  let best: Scored | undefined;
  for (let index = 0; index < Math.min(filled.length, HEADER_WITHIN_ROWS); index++) {
    const scored = scoreRow(filled, index, width, knownHeaders);
    if (scored && (best === undefined || scored.score > best.score + 1e-9)) best = scored;
  }
  if (best === undefined) return undefined;
  return describe(filled, best, knownHeaders);
}

/** Cells in use in the wider rows: the third widest of many, so that one odd row does not decide. */
function tableWidth(rows: readonly HeadRow[]): number {
  const counts = rows.map((row) => filledCount(row)).sort((a, b) => b - a);
  return Math.max(1, counts[Math.min(2, Math.floor(counts.length / 3))] ?? 1);
}

const counts = new WeakMap<HeadRow, number>();

/** Cells in use, a merged range counting as one. */
function filledCount(row: HeadRow): number {
  const known = counts.get(row);
  if (known !== undefined) return known;
  const covered = new Uint8Array(row.cells.length);
  let count = 0;
  for (const [from, to] of row.merges ?? []) {
    if (covered[from] === 0 && row.cells[from]?.trim() !== '') count++;
    covered.fill(1, from, to + 1);
  }
  row.cells.forEach((cell, i) => {
    if (covered[i] === 0 && cell.trim() !== '') count++;
  });
  counts.set(row, count);
  return count;
}

function scoreRow(
  rows: readonly HeadRow[],
  index: number,
  width: number,
  known: ReadonlySet<string>,
): Scored | undefined {
  const row = rows[index]!;
  const cells = row.cells.map((cell) => cell.trim());
  const names = cells.filter((cell) => cell !== '');
  const shapes = names.map(cellShape);
  const count = names.length;
  const keys = names.map((name) => normaliseHeader(name).key);
  const distinct = new Set(keys).size / count;
  const knownCount = new Set(keys.filter((key) => known.has(key))).size;
  const knownShare = knownCount / count;
  const startsAsText = shapes[0] === 'prose';
  const data = shapes.filter((s) => s === 'data').length / count;
  const prose = shapes.filter((s) => s === 'prose').length / count;
  const fill = Math.min(1, filledCount(row) / width);
  const contrast = contrastBelow(rows, index, cells);
  const isKnown = knownCount >= 2 || (knownCount === 1 && count <= 3);
  if (!isKnown && (startsAsText || data > 0.2 || prose > 0.2 || fill < 0.5 || distinct < 0.7)) return undefined;
  if (!isKnown && !standsAboveTable(rows, index)) return undefined;
  // A lone cell above a wider table is a title, whatever it says.
  if (filledCount(row) === 1 && width > 1) return undefined;
  const score =
    Math.min(1, knownCount / Math.max(2, count * 0.4)) * 3 +
    knownShare +
    fill * 1.5 +
    distinct +
    contrast * 1.5 -
    data * 3 -
    prose * 2 -
    index * 0.03;
  const reasons = [
    `known ${knownCount}/${count}`,
    `width ${filledCount(row)}/${width}`,
    `contrast ${contrast.toFixed(2)}`,
  ];
  return { index, score, known: knownShare, reasons };
}

/** Only short rows (titles, "填报单位") stand above a header, and most rows below it fill a good part of its width. */
function standsAboveTable(rows: readonly HeadRow[], index: number): boolean {
  const own = filledCount(rows[index]!);
  const below = rows.slice(index + 1);
  const wide = below.filter((row) => filledCount(row) >= own * 0.3).length;
  const titles = rows.slice(0, index).every((row) => filledCount(row) <= Math.max(4, own * 0.4));
  return titles && wide >= below.length * 0.5;
}

/** Share of columns that hold values below and a name here. */
function contrastBelow(rows: readonly HeadRow[], index: number, cells: readonly string[]): number {
  const below = rows.slice(index + 1, index + 13);
  if (below.length === 0) return 0;
  let columns = 0;
  let contrasting = 0;
  for (let c = 0; c < Math.min(cells.length, 200); c++) {
    if (cells[c] === '') continue;
    columns++;
    const shapes = below.map((row) => cellShape(row.cells[c] ?? '')).filter((s) => s !== 'empty');
    const values = shapes.filter((s) => s === 'data' || s === 'prose').length;
    if (shapes.length > 0 && values >= shapes.length * 0.6 && cellShape(cells[c]!) === 'label') contrasting++;
  }
  return columns === 0 ? 0 : contrasting / columns;
}

function describe(rows: readonly HeadRow[], best: Scored, known: ReadonlySet<string>): FoundHeader {
  const joined = joinHeaderRows(rows, best.index, known);
  const cells = trimEnd(joined.cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const units: (string | undefined)[] = cells.map((cell) => normaliseHeader(cell).unit);
  const reasons = [...best.reasons];
  if (joined.first !== joined.last) reasons.push(`two rows ${rows[joined.first]!.line}–${rows[joined.last]!.line}`);
  let last = joined.last;
  const next = rows[last + 1];
  if (next && isUnitsRow(next)) {
    last++;
    next.cells.forEach((cell, i) => {
      units[i] = findUnit(cell) ?? units[i];
    });
    reasons.push(`units in row ${next.line}`);
  } else if (next && isNumberingRow(next, cells.length)) {
    last++;
    reasons.push(`column numbers in row ${next.line}`);
  }
  const titleLines = rows
    .slice(0, joined.first)
    .map((row) => [...new Set(row.cells.map((c) => c.trim()).filter((c) => c !== ''))].join(' '));
  return {
    header: {
      line: rows[last]!.line,
      firstLine: rows[joined.first]!.line,
      cells,
      units: units.slice(0, cells.length),
      confidence: Math.max(0.05, Math.min(1, best.score / 8 + best.known * 0.35)),
      reasons,
    },
    titleLines,
  };
}

function isUnitsRow(row: HeadRow): boolean {
  const names = row.cells.filter((cell) => cell.trim() !== '');
  return names.length > 0 && names.every((cell) => findUnit(cell) !== undefined);
}

/** Statistical forms number their columns below the header: 1 2 3 …, or 甲 乙 1 2 …. */
function isNumberingRow(row: HeadRow, width: number): boolean {
  const names = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const numbers = names.filter((name) => /^\(?\d+\)?$/.test(name)).map((name) => Number(name.replace(/\D/g, '')));
  const letters = names.length - numbers.length;
  const ordered = numbers.every((n, i) => n === i + 1 || n === i + 1 + letters);
  return (
    width >= 3 &&
    names.length >= width * 0.8 &&
    numbers.length >= 2 &&
    ordered &&
    names.every((n) => /^(\(?\d+\)?|[甲乙丙丁])$/.test(n))
  );
}

function trimEnd(cells: string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  return cells.slice(0, end);
}
