import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { publishEvent } from '../../jobs/enqueue-job.ts';
import type { JobControl, JobTask } from '../../jobs/job-task.ts';
import { collectProjection, computeEffects, countRows, countUndo } from '../repositories/effect-repository.ts';
import { findImport, type ImportRecord, updateImport } from '../repositories/import-repository.ts';

/** Imports of a district are applied and undone one after the other. */
async function lockDistrict(tx: Tx, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${district}`}, 0))`.execute(tx);
}

async function kindOf(ctx: Ctx, record: ImportRecord) {
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  if (kind === undefined) throw new AppError('imports.import.unknown-kind', { kind: record.kind });
  return kind;
}

async function commit(ctx: Ctx, payload: { importId: string }, control: JobControl): Promise<void> {
  await control.progress(0, null, '正在写入登记簿');
  await inTransaction(ctx, async (tx) => {
    await lockDistrict(tx, ctx.district);
    const record = await findImport(tx, ctx.district, payload.importId, true);
    if (record === undefined || record.state === 'committed') return;
    const kind = await kindOf(ctx, record);
    const changed = await sql<{ n: number }>`select count(*) as n from imports.import i
      where i.district = ${ctx.district} and (i.committed_at > (select max(started_at) from platform.job_run where subject_id = ${record.id} and task = 'imports.read-import')
        or i.undone_at > (select max(started_at) from platform.job_run where subject_id = ${record.id} and task = 'imports.read-import'))`.execute(
      tx,
    );
    if ((changed.rows[0]?.n ?? 0) > 0) {
      // Someone else applied a file since the preview: the effect is worked out again before anything is written.
      await sql`update imports.import_row set effect = 'new' where district = ${ctx.district} and import_id = ${record.id} and status = 'accepted' and effect <> 'new'`.execute(
        tx,
      );
      await computeEffects(tx, ctx.district, record.id, kind.recordType.type, kind.duplicates);
    }
    await sql`update imports.import set state = 'committed', commit_seq = nextval('imports.commit_seq'), committed_at = now()
      where district = ${ctx.district} and id = ${record.id}`.execute(tx);
    await collectProjection(tx, ctx.district, record.id, kind.recordType.type);
    await kind.recordType.project(tx, ctx);
    const counts = { ...record.counts, ...(await countRows(tx, ctx.district, record.id)) } as Record<string, number>;
    await updateImport(tx, ctx.district, record.id, { counts });
    await publishEvent(tx, ctx, 'imports.import.committed', {
      importId: record.id,
      kind: kind.kind,
      recordType: kind.recordType.type,
    });
    await publishEvent(tx, ctx, `imports.${kind.recordType.type}.changed`, { importId: record.id });
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
    if (record === undefined || record.state === 'undone') return;
    const kind = await kindOf(ctx, record);
    await sql`update imports.import set state = 'undone', undone_at = now() where district = ${ctx.district} and id = ${record.id}`.execute(
      tx,
    );
    await collectProjection(tx, ctx.district, record.id, kind.recordType.type);
    const undoReport = await countUndo(tx, ctx.district, record.id, kind.recordType.type);
    await kind.recordType.project(tx, ctx);
    await updateImport(tx, ctx.district, record.id, { undoReport });
    await publishEvent(tx, ctx, `imports.${kind.recordType.type}.changed`, { importId: record.id });
    await writeAudit(tx, ctx, {
      action: 'imports.import.undo',
      subject: { kind: 'import', id: record.id, label: record.file_name },
      details: { kind: kind.kind, ...undoReport },
    });
  });
}

/** Puts the state back when the transaction failed, so that the person can try again. */
function restoring(work: typeof commit, back: 'previewed' | 'committed', sentence: string): JobTask['run'] {
  return async (ctx, payload: { importId: string }, control) => {
    try {
      await work(ctx, payload, control);
    } catch (error) {
      await updateImport(ctx.db, ctx.district, payload.importId, { state: back, notice: sentence });
      throw error;
    }
  };
}

export const commitImportTask: JobTask = {
  task: 'imports.commit-import',
  label: { zh: '写入导入内容', en: 'Apply an import' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'apply-imports',
  run: restoring(commit, 'previewed', '写入时出错，已整体退回，没有改动任何记录。可以再次提交。'),
};

export const undoImportTask: JobTask = {
  task: 'imports.undo-import',
  label: { zh: '撤销导入', en: 'Undo an import' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'apply-imports',
  run: restoring(undo, 'committed', '撤销时出错，已整体退回，导入仍然有效。可以再次撤销。'),
};
