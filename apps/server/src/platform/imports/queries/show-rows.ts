import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { ImportKind } from '../import-kind.ts';
import type { ImportRecord } from '../repositories/import-repository.ts';
import {
  findRow,
  type ImportRowRecord,
  listRows,
  mergedValues,
  type RowFilter,
} from '../repositories/row-repository.ts';
import { isProtected, SEALED } from '../seal-cells.ts';
import { getImportRecord } from './show-import.ts';
import { showValue } from './show-value.ts';

interface Described {
  readonly described: ReadonlyMap<string, { label: string; href: string }>;
  readonly merged: ReadonlyMap<string, Record<string, unknown>>;
}

async function describe(ctx: Ctx, kind: ImportKind | undefined, rows: readonly ImportRowRecord[]): Promise<Described> {
  if (kind === undefined) return { described: new Map(), merged: new Map() };
  const keys = [...new Set(rows.map((row) => row.record_key).filter((key) => key !== null))];
  const described = await kind.recordType.describe(ctx, keys);
  const changed = rows
    .filter((row) => row.effect === 'changed')
    .map((row) => row.record_key)
    .filter((key) => key !== null);
  return { described, merged: await mergedValues(ctx.db, ctx.district, kind.recordType.type, changed) };
}

function toRow(ctx: Ctx, record: ImportRecord, kind: ImportKind | undefined, row: ImportRowRecord, known: Described) {
  const labels = new Map(kind?.fields.map((field) => [field.name, field.label[ctx.language]]));
  const label = (field: string) => labels.get(field) ?? field;
  const sheet = record.mapping[row.sheet];
  const cells = JSON.parse(row.raw) as string[];
  const values = Object.entries(row.record_values ?? {});
  const before = row.record_key === null ? undefined : known.merged.get(row.record_key);
  const about = row.record_key === null ? undefined : known.described.get(row.record_key);
  const shown = (field: string | null, value: string) =>
    value !== '' && isProtected(kind, field) ? SEALED[ctx.language] : value;
  const show = (field: string, value: unknown) => shown(field, showValue(value));
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return {
    rowNo: row.row_no,
    sheet: sheet?.sheet ?? '',
    line: row.line,
    status: row.status,
    effect: row.effect,
    recordKey: row.record_key,
    recordLabel: about?.label ?? null,
    recordHref: about?.href ?? null,
    issues: (row.issues ?? []).map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      field: issue.field ?? null,
      fieldLabel: issue.field === undefined ? null : label(issue.field),
      text: issue[ctx.language],
      suggestion: issue.suggestion ?? null,
    })),
    raw: cells.map((value, index) => ({
      header: sheet?.columns[index]?.header ?? '',
      value: shown(sheet?.columns[index]?.field ?? null, value),
      field: sheet?.columns[index]?.field ?? null,
    })),
    values: values.map(([field, value]) => ({ field, label: label(field), value: show(field, value) })),
    changes:
      before === undefined || record.state === 'committed'
        ? []
        : values
            .filter(([field, value]) => !same(before[field], value))
            .map(([field, value]) => ({
              field,
              label: label(field),
              before: before[field] === undefined ? null : show(field, before[field]),
              after: show(field, value),
            })),
  };
}

export async function listImportRows(ctx: Ctx, id: string, query: RowFilter & { page: number; pageSize: number }) {
  const record = await getImportRecord(ctx, id);
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  const { rows, total } = await listRows(ctx.db, ctx.district, id, query, {
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  });
  const known = await describe(ctx, kind, rows);
  return {
    items: rows.map((row) => toRow(ctx, record, kind, row, known)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export async function getImportRow(ctx: Ctx, id: string, rowNo: number) {
  const record = await getImportRecord(ctx, id);
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  const row = await findRow(ctx.db, ctx.district, id, rowNo);
  if (row === undefined) throw new AppError('platform.not-found');
  return toRow(ctx, record, kind, row, await describe(ctx, kind, [row]));
}
