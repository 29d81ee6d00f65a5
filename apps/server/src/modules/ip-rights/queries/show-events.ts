import type { Ctx } from '../../../platform/context/context.ts';
import { listSourceRows, type SourceRow } from '../../../platform/imports/repositories/row-repository.ts';
import type { StoredEvent } from '../history/patent-history.ts';
import { eventLabels } from '../labels.ts';

/** Events with their words and the import row that told of each; `rows` are the applied rows of the record, latest first. */
export function showEvents(
  ctx: Ctx,
  events: readonly StoredEvent[],
  fields: ReadonlyMap<string, string>,
  rows: readonly SourceRow[],
) {
  return events.map((event) => {
    const field = fields.get(event.kind);
    const source = rows.find(
      ({ record_values: values }) =>
        (field !== undefined && values[field] === event.on) ||
        (event.detail !== null && values.undatedEnding === event.kind),
    );
    return {
      kind: event.kind,
      label: eventLabels[event.kind]?.[ctx.language] ?? event.kind,
      on: event.on,
      detail: event.detail,
      rowNo: source?.row_no ?? null,
      importId: source?.import_id ?? null,
    };
  });
}

export async function sourceRowsOf(ctx: Ctx, recordType: string, key: string): Promise<SourceRow[]> {
  return listSourceRows(ctx.db, ctx.district, recordType, [key]);
}
