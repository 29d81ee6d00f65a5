/** Whether a row belongs to the answer. */
export type RowTest = (row: number) => boolean;

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  /** Rows in the wanted order; undefined = as stored. */
  readonly order?: Uint32Array | undefined;
  readonly descending?: boolean;
}

/** Which rows pass, as a bitmap, and how many. */
export interface Selection {
  readonly keep: Uint8Array;
  readonly total: number;
}

export function selectRows(size: number, tests: readonly RowTest[]): Selection {
  const keep = new Uint8Array(size);
  let total = 0;
  for (let row = 0; row < size; row++) {
    let passes = 1;
    for (const test of tests) {
      if (!test(row)) {
        passes = 0;
        break;
      }
    }
    keep[row] = passes;
    total += passes;
  }
  return { keep, total };
}

const MOST_SELECTIONS = 64;
const selections = new WeakMap<object, Map<string, Selection>>();

/**
 * A selection kept with the index it was made of: turning pages and changing the order do not filter again. The key
 * must name everything the tests depend on: filter, scope, day.
 */
export function keptSelection(data: object, key: string, make: () => Selection): Selection {
  const known = selections.get(data) ?? new Map<string, Selection>();
  selections.set(data, known);
  const found = known.get(key) ?? make();
  // Most recently used last.
  known.delete(key);
  known.set(key, found);
  if (known.size > MOST_SELECTIONS) known.delete(known.keys().next().value as string);
  return found;
}

/** The rows of one page of a selection in an order, walked from the nearer end. */
export function pageOfSelection(selection: Selection, request: PageRequest): number[] {
  const { keep, total } = selection;
  const size = keep.length;
  const { order } = request;
  const from = (request.page - 1) * request.pageSize;
  const to = Math.min(total, from + request.pageSize);
  if (from >= to) return [];
  const backwards = from > total / 2;
  const rows: number[] = [];
  // Matches to pass over before the page begins, from the end walked from.
  let skip = backwards ? total - to : from;
  let at = 0;
  while (rows.length < to - from) {
    const place = backwards === (request.descending ?? false) ? at : size - 1 - at;
    const row = order === undefined ? place : (order[place] as number);
    at += 1;
    if (keep[row] === 0) continue;
    if (skip > 0) skip -= 1;
    else rows.push(row);
  }
  return backwards ? rows.reverse() : rows;
}

/**
 * The rows of one page and the exact total.
 * @returns `rows` are row numbers of the index
 */
export function selectPage(
  size: number,
  tests: readonly RowTest[],
  request: PageRequest,
): { rows: number[]; total: number } {
  const selection = selectRows(size, tests);
  return { rows: pageOfSelection(selection, request), total: selection.total };
}

/** Rows by a numeric key, ties by row; made once per index and column, on first use. */
export function orderBy(size: number, key: (row: number) => number): Uint32Array {
  const keys = Float64Array.from({ length: size }, (_, row) => key(row));
  return Uint32Array.from({ length: size }, (_, row) => row).sort(
    (a, b) => (keys[a] as number) - (keys[b] as number) || a - b,
  );
}

/** `-name` → { key: 'name', descending: true }; the fallback for a key the list does not sort by. */
export function parseSort(
  sort: string | undefined,
  allowed: readonly string[],
  fallback: string,
): { key: string; descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  const key = sort?.replace(/^-/, '') ?? '';
  return allowed.includes(key)
    ? { key, descending }
    : { key: fallback.replace(/^-/, ''), descending: fallback.startsWith('-') };
}
