import { useMemo } from 'react';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { allFilters, type Cut, cutsOf, filtersOf, type Measure, measures } from './cuts.ts';

export interface InventoryState {
  readonly list: ListState;
  readonly measure: Measure;
  readonly rows: Cut;
  readonly columns: Cut | undefined;
  readonly asOf: string | undefined;
  readonly view: 'table' | 'chart';
  /** Column whose numbers order the rows, with `-` for descending; undefined = as the register orders them. */
  readonly order: string | undefined;
  /** What to ask the server. */
  readonly query: Readonly<Record<string, string>>;
  readonly setMeasure: (measure: Measure) => void;
  readonly cell: { readonly row: string | undefined; readonly column: string | undefined } | undefined;
  readonly openCell: (row: string | undefined, column: string | undefined) => void;
  readonly closeCell: () => void;
}

const names = ['measure', 'rows', 'columns', 'asOf', 'view', 'order', 'cell', ...allFilters];

/** The whole question, kept in the address so that a colleague who gets the link sees the same table. */
export function useInventoryState(): InventoryState {
  const list = useListState({ filters: names });
  return useMemo(() => {
    const given = list.filters;
    const measure = measures.includes(given.measure as Measure) ? (given.measure as Measure) : 'parties';
    const cuts = cutsOf[measure];
    const rows = cuts.includes(given.rows as Cut) ? (given.rows as Cut) : 'town';
    const columns = cuts.includes(given.columns as Cut) && given.columns !== rows ? (given.columns as Cut) : undefined;
    const query: Record<string, string> = { measure, rows };
    if (columns) query.columns = columns;
    if (given.asOf) query.asOf = given.asOf;
    for (const name of filtersOf(measure)) {
      const value = given[name];
      if (value) query[name] = value;
    }
    const [row, column] = given.cell?.split('~') ?? [];
    return {
      list,
      measure,
      rows,
      columns,
      asOf: given.asOf,
      view: given.view === 'chart' ? 'chart' : 'table',
      order: given.order,
      query,
      setMeasure: (next) => {
        const dropped = allFilters.filter((name) => !filtersOf(next).includes(name));
        list.set({
          measure: next,
          cell: undefined,
          order: undefined,
          ...Object.fromEntries(dropped.map((name) => [name, undefined])),
        });
      },
      cell: given.cell === undefined ? undefined : { row: row || undefined, column: column || undefined },
      openCell: (row, column) => list.set({ cell: `${row ?? ''}~${column ?? ''}` }),
      closeCell: () => list.set({ cell: undefined }),
    };
  }, [list]);
}
