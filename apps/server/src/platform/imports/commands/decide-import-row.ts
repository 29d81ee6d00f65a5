import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { RowIssue } from '../import-kind.ts';
import { judgeRow } from '../jobs/stage-rows.ts';
import { computeEffects, countRows } from '../repositories/effect-repository.ts';
import { updateImport } from '../repositories/import-repository.ts';
import { findRow, updateRow } from '../repositories/row-repository.ts';
import { takeImport } from './change-import.ts';

type Decision = 'accept-suggestion' | 'accept-as-is' | 'discard';

/** A person's word on a doubtful row. What was decided and by whom stays on the row and in the audit log. */
export async function decideImportRow(
  ctx: Ctx,
  id: string,
  rowNo: number,
  decision: Decision,
  note: string | undefined,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'commit');
    const kind = ctx.services.importKinds.get(record.kind ?? '');
    const row = await findRow(tx, ctx.district, id, rowNo, true);
    const sheet = row === undefined ? undefined : record.mapping[row.sheet];
    if (kind === undefined || row === undefined || sheet === undefined) throw new AppError('platform.not-found');
    if (row.status !== 'doubtful') throw new AppError('imports.row.not-doubtful', { row: rowNo });
    const decided: RowIssue = {
      code: 'row.decided',
      severity: 'warning',
      zh: `由${ctx.actor.displayName}决定：${{ 'accept-suggestion': '采用建议值', 'accept-as-is': '按原样写入', discard: '不写入' }[decision]}${note ? `（${note}）` : ''}`,
      en: `Decided by ${ctx.actor.displayName}: ${decision}${note ? ` (${note})` : ''}`,
    };
    if (decision === 'discard') {
      await updateRow(tx, ctx.district, id, rowNo, {
        status: 'discarded',
        recordKey: row.record_key,
        values: row.record_values,
        issues: [...(row.issues ?? []), decided],
      });
    } else {
      const cells = JSON.parse(row.raw) as string[];
      const suggestions = new Map(
        (row.issues ?? [])
          .filter((i) => i.suggestion !== undefined && i.field !== undefined)
          .map((i) => [i.field as string, i.suggestion as string]),
      );
      if (decision === 'accept-suggestion' && suggestions.size === 0)
        throw new AppError('imports.row.no-suggestion', { row: rowNo });
      const fields = sheet.columns.map((column) => column.field);
      const corrected =
        decision === 'accept-suggestion' ? cells.map((cell, i) => suggestions.get(fields[i] ?? '') ?? cell) : cells;
      const units = new Map(sheet.columns.map((column) => [column.field, sheet.units[column.index] ?? undefined]));
      const judged = judgeRow(
        kind,
        fields,
        { line: row.line, cells: corrected },
        {
          district: ctx.district,
          today: ctx.today,
          sender: kind.senders.find((s) => s.code === record.sender),
          asOf: record.as_of ?? undefined,
          sheet: sheet.sheet,
          titleLines: sheet.titleLines,
          jurisdiction: ctx.services.jurisdiction,
          unitOf: (field) => units.get(field),
        },
      );
      if (judged.recordKey === undefined) throw new AppError('imports.row.still-refused', { row: rowNo });
      const issues = judged.issues.map((issue) =>
        issue.severity === 'doubtful' ? { ...issue, severity: 'warning' as const } : issue,
      );
      await updateRow(tx, ctx.district, id, rowNo, {
        status: 'accepted',
        recordKey: judged.recordKey,
        values: judged.values,
        issues: [...issues, decided],
      });
      await computeEffects(tx, ctx.district, id, kind.recordType.type, 'merge');
    }
    const counts = { ...record.counts, ...(await countRows(tx, ctx.district, id)) } as Record<string, number>;
    await updateImport(tx, ctx.district, id, { counts });
    await writeAudit(tx, ctx, {
      action: 'imports.row.decide',
      subject: { kind: 'import', id, label: record.file_name },
      details: { rowNo, decision, note: note ?? null },
    });
  });
}
