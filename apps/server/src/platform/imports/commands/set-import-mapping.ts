import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import type { ImportKind } from '../import-kind.ts';
import { headerFingerprint, missingFields, type SheetGuess } from '../recognise/recognise-file.ts';
import { toRemembered } from '../recognise/remember-mapping.ts';
import { type ImportRecord, rememberMapping, updateImport } from '../repositories/import-repository.ts';
import { takeImport } from './change-import.ts';

export interface MappingChoice {
  readonly kind: string;
  readonly sender: string | null;
  readonly asOf?: string | null | undefined;
  readonly sheets: readonly {
    sheet: string;
    included: boolean;
    columns: readonly { index: number; field: string | null }[];
  }[];
}

function checkColumns(kind: ImportKind, sheet: SheetGuess): void {
  const label = (name: string) => kind.fields.find((f) => f.name === name)?.label.zh;
  const where = sheet.sheet === '' ? '文件' : `“${sheet.sheet}”`;
  const used = new Set<string>();
  for (const { field } of sheet.columns) {
    if (field === null) continue;
    if (label(field) === undefined) throw new AppError('imports.mapping.unknown-field', { field, kind: kind.label.zh });
    if (used.has(field))
      throw new AppError('imports.mapping.field-twice', { field: label(field) as string, sheet: where });
    used.add(field);
  }
  const missing = missingFields(kind, sheet.columns);
  if (sheet.included && missing.length > 0)
    throw new AppError('imports.mapping.required-missing', {
      fields: missing.map((f) => f.label.zh).join('、'),
      sheet: where,
    });
}

/** The mapping as chosen, or a refusal that names what is wrong with it. Sheets the choice does not name keep theirs. */
function applyChoice(kind: ImportKind, before: ImportRecord, choice: MappingChoice): SheetGuess[] {
  const sameKind = before.kind === kind.kind;
  return before.mapping.map((sheet) => {
    const chosen = choice.sheets.find((s) => s.sheet === sheet.sheet);
    if (chosen === undefined && sameKind) return sheet;
    const fields = new Map(chosen?.columns.map((column) => [column.index, column.field]));
    const next: SheetGuess = {
      ...sheet,
      included: chosen?.included ?? false,
      note: null,
      columns: sheet.columns.map((column) => {
        // Fields of another kind mean nothing here.
        const kept = sameKind ? column.field : null;
        const field = fields.has(column.index) ? (fields.get(column.index) ?? null) : kept;
        return field === column.field ? column : { ...column, field, basis: 'person' as const, confidence: 1 };
      }),
    };
    checkColumns(kind, next);
    return next;
  });
}

/** Takes a person's correction, remembers it for files with the same headers, and reads the file again. */
export async function setImportMapping(ctx: Ctx, id: string, choice: MappingChoice): Promise<void> {
  const kind = ctx.services.importKinds.get(choice.kind);
  if (kind === undefined) throw new AppError('imports.import.unknown-kind', { kind: choice.kind });
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'map');
    const mapping = applyChoice(kind, record, choice);
    if (!mapping.some((sheet) => sheet.included)) throw new AppError('imports.mapping.no-sheet');
    const fingerprint = headerFingerprint(
      mapping.map((sheet) => ({ ...sheet, headers: sheet.columns.map((c) => c.header), units: [], sample: [] })),
    );
    await rememberMapping(tx, ctx.district, fingerprint, {
      kind: kind.kind,
      sender: choice.sender,
      sheets: toRemembered(mapping),
    });
    const jobId = await enqueueJob(tx, ctx, {
      task: 'imports.read-import',
      payload: { importId: id },
      subject: { kind: 'import', id },
    });
    await updateImport(tx, ctx.district, id, {
      kind: kind.kind,
      sender: choice.sender,
      mapping,
      state: 'uploaded',
      notice: null,
      jobId,
      ...(choice.asOf === undefined ? {} : { asOf: choice.asOf }),
    });
    await writeAudit(tx, ctx, {
      action: 'imports.import.map',
      subject: { kind: 'import', id, label: record.file_name },
      details: { kind: kind.kind, sender: choice.sender },
    });
  });
}
