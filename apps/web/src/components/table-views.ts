import { useState } from 'react';
import type { Column } from './data-table.tsx';

export interface SavedView {
  readonly name: string;
  /** Address parameters without the question mark. */
  readonly query: string;
  readonly columns: readonly string[];
}
interface Kept {
  readonly columns?: readonly string[];
  readonly views?: readonly SavedView[];
}

const nameOf = (id: string) => `jince.table.${id}`;

function read(id: string): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameOf(id)) ?? '{}');
    return value !== null && typeof value === 'object' ? (value as Kept) : {};
  } catch {
    return {};
  }
}

function write(id: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(id), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs only the convenience.
  }
}

export interface ShownColumns<Row> {
  readonly columns: readonly Column<Row>[];
  readonly keys: readonly string[];
  readonly views: readonly SavedView[];
  readonly choose: (keys: readonly string[] | undefined) => void;
  readonly saveView: (view: SavedView) => void;
  readonly deleteView: (name: string) => void;
}

/** Which columns are shown and which views are saved, kept in this browser under the table's name. */
export function useShownColumns<Row>(id: string, columns: readonly Column<Row>[]): ShownColumns<Row> {
  const [kept, setKept] = useState(() => read(id));
  const update = (patch: Kept) => {
    const next = { ...kept, ...patch };
    setKept(next);
    write(id, next);
  };
  const keys = kept.columns ?? columns.filter((column) => !column.optional).map((column) => column.key);
  const views = kept.views ?? [];
  return {
    columns: columns.filter((column) => keys.includes(column.key) || column.phone === 'title'),
    keys,
    views,
    choose: (next) => update({ columns: next }),
    saveView: (view) => update({ views: [...views.filter((one) => one.name !== view.name), view] }),
    deleteView: (name) => update({ views: views.filter((one) => one.name !== name) }),
  };
}
