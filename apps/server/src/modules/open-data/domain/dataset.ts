import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';

export type Cell = string | number | boolean | null;
/** Column → cell. */
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  /** As in the header: letters, digits and underscores. */
  readonly name: string;
  readonly title: Bilingual;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly description?: Bilingual;
  /** Never empty. */
  readonly required?: boolean;
  /** The only values, with what they mean. */
  readonly values?: Readonly<Record<string, Bilingual>>;
}

/** How far a source with a history was read; by it the same rows can be read again. */
export type Position = Readonly<Record<string, number>>;

/** Public data declared in code: what is published of it is a version. */
export interface Dataset {
  /** Part of its addresses; never changes. */
  readonly code: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly keywords: readonly Bilingual[];
  /** EU vocabulary of data themes, as DCAT-AP wants it. */
  readonly theme: 'GOVE' | 'ECON' | 'JUST' | 'TECH';
  readonly columns: readonly Column[];
  /** Columns whose values name a row; rows are published in their order. */
  readonly key: readonly string[];
  /** Present where the source keeps its history: any version can be read again from the database. */
  readonly position?: (ctx: Ctx) => Promise<Position>;
  /** Rows as they are public today, or as they were at a position. */
  readonly read: (ctx: Ctx, position: Position) => Promise<readonly Row[]>;
}

/** What names a row, as text; numbers are padded so that order by text is order by number. */
export const keyOf = (dataset: Pick<Dataset, 'key'>, row: Row): string =>
  dataset.key
    .map((name) => (typeof row[name] === 'number' ? String(row[name]).padStart(9, '0') : String(row[name] ?? '')))
    .join('/');

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Rows with their keys, in order. @throws Error when two rows have one key or a cell is not of its column's type */
export function inOrder(dataset: Dataset, rows: readonly Row[]): { key: string; row: Row }[] {
  const keyed = rows.map((row) => ({ key: keyOf(dataset, row), row: onlyColumns(dataset, row) })).sort(byKey);
  keyed.forEach(({ key }, at) => {
    if (keyed[at - 1]?.key === key) throw new Error(`dataset ${dataset.code}: two rows are called ${key}`);
  });
  return keyed;
}

/** A row of the declared columns alone, in their order: nothing undeclared becomes public. */
function onlyColumns(dataset: Dataset, row: Row): Row {
  return Object.fromEntries(
    dataset.columns.map((column) => {
      const cell = row[column.name] ?? null;
      if (!fits(column, cell))
        throw new Error(`dataset ${dataset.code}: ${column.name} cannot be ${JSON.stringify(cell)}`);
      return [column.name, cell];
    }),
  );
}

function fits(column: Column, cell: Cell): boolean {
  if (cell === null) return column.required !== true;
  if (column.values !== undefined && !(String(cell) in column.values)) return false;
  if (column.type === 'integer') return Number.isSafeInteger(cell);
  if (column.type === 'number') return typeof cell === 'number' && Number.isFinite(cell);
  if (column.type === 'boolean') return typeof cell === 'boolean';
  if (column.type === 'date') return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell);
  return typeof cell === 'string';
}
