import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { publishEvent } from '../../jobs/enqueue-job.ts';
import type { ImportKind, RowIssue } from '../import-kind.ts';
import { lockDistrict } from '../jobs/apply-import.ts';
import { judgeRow } from '../jobs/stage-rows.ts';
import type { SheetGuess } from '../recognise/recognise-file.ts';
import { CONFLICT_CODE, collectProjection, computeEffects, countRows } from '../repositories/effect-repository.ts';
import { type ImportRecord, updateImport } from '../repositories/import-repository.ts';
import { findRow, type ImportRowRecord, updateRow } from '../repositories/row-repository.ts';
import { openCell, sealValues } from '../seal-cells.ts';
import { takeImport } from './change-import.ts';

type Decision = 'accept-suggestion' | 'accept-as-is' | 'discard';

const DECISION_TEXT: Readonly<Record<Decision, string>> = {
  'accept-suggestion': '采用建议值',
  'accept-as-is': '按原样写入',
  discard: '不写入',
};

function decidedIssue(ctx: Ctx, decision: Decision, note: string | undefined): RowIssue {
  const { displayName } = ctx.actor;
  return {
    code: 'row.decided',
    severity: 'warning',
    zh: `由${displayName}决定：${DECISION_TEXT[decision]}${note ? `（${note}）` : ''}`,
    en: `Decided by ${displayName}: ${decision}${note ? ` (${note})` : ''}`,
  };
}

/** The cells with the values suggested for what made the row doubtful. */
function withSuggestions(row: ImportRowRecord, given: readonly string[], fields: readonly (string | null)[]): string[] {
  const suggestions = new Map<string, string>();
  for (const { severity, field, suggestion } of row.issues ?? [])
    if (severity === 'doubtful' && field !== undefined && suggestion !== undefined) suggestions.set(field, suggestion);
  if (suggestions.size === 0) throw new AppError('imports.row.no-suggestion', { row: row.row_no });
  return given.map((cell, i) => suggestions.get(fields[i] ?? '') ?? cell);
}

interface Doubtful {
  readonly record: ImportRecord;
  readonly kind: ImportKind;
  readonly row: ImportRowRecord;
  readonly sheet: SheetGuess;
}

/** Checks the row again as decided: what was doubtful is now only noted. */
function judgeAsDecided(ctx: Ctx, { record, kind, row, sheet }: Doubtful, decision: Decision) {
  const fields = sheet.columns.map((column) => column.field);
  const given = (JSON.parse(row.raw) as string[]).map((cell) => openCell(ctx.services, kind, cell));
  const cells = decision === 'accept-suggestion' ? withSuggestions(row, given, fields) : given;
  const units = new Map(sheet.columns.map((column) => [column.field, sheet.units[column.index] ?? undefined]));
  const judged = judgeRow(
    kind,
    fields,
    { line: row.line, cells },
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
  if (judged.recordKey === undefined || judged.status === 'refused')
    throw new AppError('imports.row.still-refused', { row: row.row_no });
  const conflicts = (row.issues ?? []).filter((issue) => issue.code === CONFLICT_CODE);
  const issues = [...judged.issues, ...conflicts].map((issue) =>
    issue.severity === 'doubtful' ? { ...issue, severity: 'warning' as const } : issue,
  );
  return { recordKey: judged.recordKey, values: sealValues(ctx.services, kind, judged.values), issues };
}

/** Accepts the row; where its file is applied already, the record follows at once. */
async function acceptRow(tx: Tx, ctx: Ctx, doubtful: Doubtful, decision: Decision, decided: RowIssue): Promise<void> {
  const { record, kind, row } = doubtful;
  const judged = judgeAsDecided(ctx, doubtful, decision);
  await updateRow(tx, ctx.district, record.id, row.row_no, {
    ...judged,
    status: 'accepted',
    issues: [...judged.issues, decided],
  });
  const rows = {
    district: ctx.district,
    importId: record.id,
    recordType: kind.recordType.type,
    keys: [judged.recordKey],
  };
  await computeEffects(tx, { ...rows, duplicates: kind.duplicates });
  if (record.state !== 'committed') return;
  await collectProjection(tx, rows);
  await kind.recordType.project(tx, ctx);
  await publishEvent(tx, ctx, `imports.${rows.recordType}.changed`, { importId: record.id });
}

/**
 * A person's word on a doubtful row, before the file is applied or after. What was decided and by whom stays on the row
 * and in the audit log. A suggestion that turns the row into a second, different one of a record in the same file
 * leaves it doubtful, now for that reason.
 */
export async function decideImportRow(
  ctx: Ctx,
  id: string,
  rowNo: number,
  decision: Decision,
  note: string | undefined,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'decide');
    if (record.state === 'committed') await lockDistrict(tx, ctx.district);
    const kind = ctx.services.importKinds.get(record.kind ?? '');
    const row = await findRow(tx, ctx.district, id, rowNo, true);
    const sheet = row === undefined ? undefined : record.mapping[row.sheet];
    if (kind === undefined || row === undefined || sheet === undefined) throw new AppError('platform.not-found');
    if (row.status !== 'doubtful') throw new AppError('imports.row.not-doubtful', { row: rowNo });
    const decided = decidedIssue(ctx, decision, note);
    if (decision === 'discard') {
      await updateRow(tx, ctx.district, id, rowNo, {
        status: 'discarded',
        recordKey: row.record_key,
        values: row.record_values,
        issues: [...(row.issues ?? []), decided],
      });
    } else {
      await acceptRow(tx, ctx, { record, kind, row, sheet }, decision, decided);
    }
    const counts = { ...record.counts, ...(await countRows(tx, ctx.district, id, record.counts.total ?? 0)) } as Record<
      string,
      number
    >;
    await updateImport(tx, ctx.district, id, { counts });
    await writeAudit(tx, ctx, {
      action: 'imports.row.decide',
      subject: { kind: 'import', id, label: record.file_name },
      details: { rowNo, decision, note: note ?? null, applied: record.state === 'committed' },
    });
  });
}
