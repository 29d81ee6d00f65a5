import type { RouteOutput, routes } from '@jince/contract';

export type InventoryTable = RouteOutput<typeof routes.getInventory>;

/** Row indexes in the order asked for. */
export function orderOf(table: InventoryTable, order: string | undefined): number[] {
  const rows = table.rows.map((_, index) => index);
  if (!order) return rows;
  const name = order.replace(/^-/, '');
  const column = table.columns.findIndex((one) => one.code === name);
  const value = (row: number) => (column === -1 ? (table.rowTotals[row] ?? 0) : (table.cells[row]?.[column] ?? 0));
  const sign = order.startsWith('-') ? -1 : 1;
  return rows.sort((a, b) => sign * (value(a) - value(b)));
}

/** The table as tab-separated text, ready to paste into a sheet. */
export function asText(table: InventoryTable, corner: string, total: string, order: string | undefined): string {
  const single = table.columns.length === 1 && table.columns[0]?.code === 'total';
  const columns = single ? [] : table.columns.map((column) => column.label);
  const lines = [[corner, ...columns, total]];
  for (const row of orderOf(table, order)) {
    const cells = single ? [] : (table.cells[row] ?? []).map(String);
    lines.push([table.rows[row]?.label ?? '', ...cells, String(table.rowTotals[row] ?? 0)]);
  }
  lines.push([total, ...(single ? [] : table.columnTotals.map(String)), String(table.total)]);
  return lines.map((line) => line.join('\t')).join('\n');
}
