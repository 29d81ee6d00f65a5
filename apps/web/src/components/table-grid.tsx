import { Checkbox } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Column, DataTableProps } from './data-table.tsx';

interface GridProps<Row> extends DataTableProps<Row> {
  readonly rows: readonly Row[];
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const name = column.sort;
  const direction = name && sort === name ? 'ascending' : name && sort === `-${name}` ? 'descending' : undefined;
  const words = (
    <>
      {column.title}
      {column.unit && <small>{column.unit}</small>}
    </>
  );
  return (
    <th
      scope="col"
      className={column.align}
      style={{ width: column.width }}
      aria-sort={name ? (direction ?? 'none') : undefined}
    >
      {name ? (
        <button
          type="button"
          className={direction}
          title={t('table.sortBy', { column: column.title })}
          onClick={() => onSort(direction === 'ascending' ? `-${name}` : direction === 'descending' ? undefined : name)}
        >
          {words}
        </button>
      ) : (
        words
      )}
    </th>
  );
}

/** A click anywhere in the row opens the record, except on something that has its own meaning. */
function opensRow(event: MouseEvent<HTMLElement>): boolean {
  if (getSelection()?.toString()) return false;
  return !(event.target as HTMLElement).closest('a,button,input,label');
}

/** The rows themselves: a real table, dense, with a header that stays; on a phone each row is a card. */
export function TableGrid<Row>({ label, columns, rows, rowKey, rowHref, state, query, selection }: GridProps<Row>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = selection ? rows.map(rowKey) : [];
  const all = keys.length > 0 && keys.every((key) => selection?.keys.has(key));
  const toggle = (changed: readonly string[], on: boolean) => {
    const next = new Set(selection?.keys);
    for (const key of changed) {
      if (on) next.add(key);
      else next.delete(key);
    }
    selection?.onChange(next);
  };
  return (
    <section
      className={query.isFetching ? 'table-scroll fetching' : 'table-scroll'}
      aria-label={t('table.scroll')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table aria-label={label}>
        <thead>
          <tr>
            {selection && (
              <th className="pick">
                <Checkbox
                  checked={all}
                  onChange={(event) => toggle(keys, event.target.checked)}
                  aria-label={t('table.selectAll')}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={state.sort} onSort={state.setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              // A click in the row is a short cut; the title cell holds the link for the keyboard.
              <tr
                key={key}
                className={rowHref ? 'opens' : undefined}
                onClick={rowHref && ((event) => opensRow(event) && navigate(rowHref(row)))}
              >
                {selection && (
                  <td className="pick">
                    <Checkbox
                      checked={selection.keys.has(key)}
                      onChange={(event) => toggle([key], event.target.checked)}
                      aria-label={t('table.select')}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-label={column.unit ? `${column.title} (${column.unit})` : column.title}
                    className={`${column.align ?? ''} ${column.phone ? `phone-${column.phone}` : ''}`}
                  >
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
