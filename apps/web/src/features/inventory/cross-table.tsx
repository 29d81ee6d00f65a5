import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import type { InventoryState } from './inventory-state.ts';
import { type InventoryTable, orderOf } from './table-order.ts';

/** Strength of the tint behind a number: its share of the largest cell. */
const tint = (value: number, most: number) =>
  value === 0 || most === 0
    ? undefined
    : { background: `rgb(36 71 107 / ${(0.03 + (value / most) * 0.19).toFixed(3)})` };

/** Rows × columns; every number, each total included, opens its rows. */
export function CrossTable({ table, state }: { table: InventoryTable; state: InventoryState }) {
  const { t } = useTranslation('inventory');
  const single = table.columns.length === 1 && !state.columns;
  const columns = single ? [] : table.columns;
  const most = single ? Math.max(...table.rowTotals, 0) : Math.max(0, ...table.cells.flat());
  const head = (code: string, label: string) => {
    const direction = state.order === code ? 'ascending' : state.order === `-${code}` ? 'descending' : undefined;
    const next = direction === 'descending' ? code : direction === 'ascending' ? undefined : `-${code}`;
    return (
      <th key={code} className="right" scope="col" aria-sort={direction ?? 'none'}>
        <button type="button" className={direction} onClick={() => state.list.set({ order: next })}>
          {label}
        </button>
      </th>
    );
  };
  const number = (value: number, label: string, row: string | undefined, column: string | undefined) =>
    value === 0 ? (
      <span className="muted">0</span>
    ) : (
      <NumberLink exact value={value} label={label} onOpen={() => state.openCell(row, column)} />
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll cross-scroll" tabIndex={0} aria-label={table.measureLabel}>
      <table className="cross">
        <thead>
          <tr>
            <th scope="col">{t(`cut.${state.rows}`)}</th>
            {single && <td className="cross-bar" />}
            {columns.map((column) => head(column.code, column.label))}
            {head('total', t('total'))}
          </tr>
        </thead>
        <tbody>
          {orderOf(table, state.order).map((row) => {
            const bucket = table.rows[row];
            if (!bucket) return null;
            const total = table.rowTotals[row] ?? 0;
            return (
              <tr key={bucket.code}>
                <th scope="row">{bucket.label}</th>
                {single && (
                  <td className="cross-bar" aria-hidden="true">
                    <i style={{ width: `${most === 0 ? 0 : (total / most) * 100}%` }} />
                  </td>
                )}
                {columns.map((column, index) => {
                  const value = table.cells[row]?.[index] ?? 0;
                  return (
                    <td key={column.code} className="right" style={tint(value, most)}>
                      {number(value, `${bucket.label} ${column.label}`, bucket.code, column.code)}
                    </td>
                  );
                })}
                <td className="right total">
                  {number(total, `${bucket.label} ${t('total')}`, bucket.code, undefined)}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {single && <td className="cross-bar" />}
            {columns.map((column, index) => (
              <td key={column.code} className="right total">
                {number(table.columnTotals[index] ?? 0, `${column.label} ${t('total')}`, undefined, column.code)}
              </td>
            ))}
            <td className="right total">{number(table.total, t('total'), undefined, undefined)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
