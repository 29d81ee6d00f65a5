/** Whether a row belongs to the answer. */
export type RowTest = (row: number) => boolean;

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  /** Rows in the wanted order; undefined = as stored. */
  readonly order?: Uint32Array | undefined;
  readonly descending?: boolean;
}

/**
 * The rows of one page and the exact total, in one walk over the order.
 * @returns `rows` are row numbers of the index
 */
export function selectPage(
  size: number,
  tests: readonly RowTest[],
  request: PageRequest,
): { rows: number[]; total: number } {
  const from = (request.page - 1) * request.pageSize;
  const to = from + request.pageSize;
  const rows: number[] = [];
  let total = 0;
  const { order } = request;
  for (let i = 0; i < size; i++) {
    const at = request.descending ? size - 1 - i : i;
    const row = order === undefined ? at : (order[at] as number);
    let keep = true;
    for (const test of tests) {
      if (!test(row)) {
        keep = false;
        break;
      }
    }
    if (!keep) continue;
    if (total >= from && total < to) rows.push(row);
    total += 1;
  }
  return { rows, total };
}

/** Rows by a numeric key, ties by row; made once per index and column, on first use. */
export function orderBy(size: number, key: (row: number) => number): Uint32Array {
  const keys = Float64Array.from({ length: size }, (_, row) => key(row));
  return Uint32Array.from({ length: size }, (_, row) => row).sort(
    (a, b) => (keys[a] as number) - (keys[b] as number) || a - b,
  );
}

/** `-name` → { key: 'name', descending: true }; undefined for a key the list does not sort by. */
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
