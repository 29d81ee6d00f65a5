import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { publishEvent } from '../../jobs/enqueue-job.ts';
import type { JobControl, JobTask } from '../../jobs/job-task.ts';
import {
  collectProjection,
  computeEffects,
  countRows,
  countUndo,
  effectsAreStale,
  releaseProjection,
} from '../repositories/effect-repository.ts';
import { findImport, type ImportRecord, moveImport, updateImport } from '../repositories/import-repository.ts';

/** Imports of a district are applied and undone one after the other. */
export async function lockDistrict(tx: Tx, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${district}`}, 0))`.execute(tx);
}

async function kindOf(ctx: Ctx, record: ImportRecord) {
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  if (kind === undefined) throw new AppError('imports.import.unknown-kind', { kind: record.kind });
  return kind;
}

/** Kinds that write to the same records as this one. */
function kindsOfType(ctx: Ctx, recordType: string): string[] {
  return [...ctx.services.importKinds.values()].filter((k) => k.recordType.type === recordType).map((k) => k.kind);
}

async function commit(ctx: Ctx, payload: { importId: string }, control: JobControl): Promise<void> {
  await control.progress(0, null, '正在写入登记簿');
  await inTransaction(ctx, async (tx) => {
    await lockDistrict(tx, ctx.district);
    const record = await findImport(tx, ctx.district, payload.importId, true);
    if (record?.state !== 'committing') return;
    const kind = await kindOf(ctx, record);
    const rows = { district: ctx.district, importId: record.id, recordType: kind.recordType.type };
    if (await effectsAreStale(tx, ctx.district, record.id, kindsOfType(ctx, rows.recordType))) {
      // Someone else applied or took back a file since the preview: worked out again before anything is written.
      await computeEffects(tx, { ...rows, duplicates: kind.duplicates });
    }
    await sql`update imports.import set state = 'committed', commit_seq = nextval('imports.commit_seq'), committed_at = ${ctx.now}
      where district = ${ctx.district} and id = ${record.id}`.execute(tx);
    await collectProjection(tx, rows);
    await kind.recordType.project(tx, ctx);
    await releaseProjection(tx);
    const counts = {
      ...record.counts,
      ...(await countRows(tx, ctx.district, record.id, record.counts.total ?? 0)),
    } as Record<string, number>;
    await updateImport(tx, ctx.district, record.id, { counts });
    await publishEvent(tx, ctx, 'imports.import.committed', {
      importId: record.id,
      kind: kind.kind,
      recordType: rows.recordType,
    });
    await publishEvent(tx, ctx, `imports.${rows.recordType}.changed`, { importId: record.id });
    await writeAudit(tx, ctx, {
      action: 'imports.import.commit',
      subject: { kind: 'import', id: record.id, label: record.file_name },
      details: { kind: kind.kind, sha256: record.sha256, ...counts },
    });
  });
}

async function undo(ctx: Ctx, payload: { importId: string }, control: JobControl): Promise<void> {
  await control.progress(0, null, '正在撤销');
  await inTransaction(ctx, async (tx) => {
    await lockDistrict(tx, ctx.district);
    const record = await findImport(tx, ctx.district, payload.importId, true);
    if (record?.state !== 'undoing') return;
    const kind = await kindOf(ctx, record);
    const rows = { district: ctx.district, importId: record.id, recordType: kind.recordType.type };
    await sql`update imports.import set state = 'undone', undo_seq = nextval('imports.commit_seq'), undone_at = ${ctx.now}
      where district = ${ctx.district} and id = ${record.id}`.execute(tx);
    await collectProjection(tx, rows);
    const undoReport = await countUndo(tx, rows);
    await kind.recordType.project(tx, ctx);
    await updateImport(tx, ctx.district, record.id, { undoReport });
    await publishEvent(tx, ctx, `imports.${rows.recordType}.changed`, { importId: record.id });
    await writeAudit(tx, ctx, {
      action: 'imports.import.undo',
      subject: { kind: 'import', id: record.id, label: record.file_name },
      details: { kind: kind.kind, ...undoReport },
    });
  });
}

/**
 * Puts the state back when the transaction failed, so that the person decides whether to try again: the job itself
 * does not. A killed process is another matter: its job is taken up again and finds the state as it was ordered.
 */
function restoring(
  work: typeof commit,
  ordered: 'committing' | 'undoing',
  back: 'previewed' | 'committed',
  sentence: string,
): JobTask['run'] {
  return async (ctx, payload: { importId: string }, control) => {
    try {
      await work(ctx, payload, control);
    } catch (error) {
      // Only from the ordered state: an answer lost on the way does not turn an applied import into a previewed one.
      await moveImport(ctx.db, ctx.district, payload.importId, [ordered], { state: back, notice: sentence });
      ctx.services.log.error({ err: error, importId: payload.importId }, 'import not applied');
      throw error instanceof AppError ? error : new AppError('imports.import.rolled-back', { sentence });
    }
  };
}

export const commitImportTask: JobTask = {
  task: 'imports.commit-import',
  label: { zh: '写入导入内容', en: 'Apply an import' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'apply-imports',
  run: restoring(commit, 'committing', 'previewed', '写入时出错，已整体退回，没有改动任何记录。可以再次提交。'),
};

export const undoImportTask: JobTask = {
  task: 'imports.undo-import',
  label: { zh: '撤销导入', en: 'Undo an import' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'apply-imports',
  run: restoring(undo, 'undoing', 'committed', '撤销时出错，已整体退回，导入仍然有效。可以再次撤销。'),
};
