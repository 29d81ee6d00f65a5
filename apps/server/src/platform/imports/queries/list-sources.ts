import type { Ctx } from '../../context/context.ts';
import { listSourceRows } from '../repositories/row-repository.ts';
import { isProtected, SEALED } from '../seal-cells.ts';
import { showValue } from './show-value.ts';

/** Each field of the records with file, sheet and line; the first row that names a field holds its present value. */
export async function listSources(ctx: Ctx, recordType: string, keys: readonly string[]) {
  const rows = await listSourceRows(ctx.db, ctx.district, recordType, keys);
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const kind = ctx.services.importKinds.get(row.kind);
    const labels = new Map(kind?.fields.map((field) => [field.name, field.label[ctx.language]]));
    const sender = kind?.senders.find((s) => s.code === row.sender)?.label[ctx.language] ?? row.sender;
    return Object.entries(row.record_values).map(([field, value]) => {
      const key = `${row.record_key}\u0001${field}`;
      const current = !seen.has(key);
      seen.add(key);
      return {
        field,
        fieldLabel: labels.get(field) ?? field,
        value: isProtected(kind, field) ? SEALED[ctx.language] : showValue(value),
        importId: row.import_id,
        rowNo: row.row_no,
        fileName: row.file_name,
        sheet: row.mapping[row.sheet]?.sheet ?? '',
        line: row.line,
        committedAt: row.committed_at,
        sender: sender ?? null,
        current,
      };
    });
  });
}
