import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { findImport, type ImportRecord, type ImportState, updateImport } from '../repositories/import-repository.ts';

export type ImportAction = 'map' | 'commit' | 'undo' | 'cancel' | 'retry' | 'download-refused';

const FROM: Readonly<Record<Exclude<ImportAction, 'download-refused'> | 'decide', readonly ImportState[]>> = {
  map: ['recognised', 'previewed', 'failed'],
  commit: ['previewed'],
  undo: ['committed'],
  cancel: ['uploaded', 'recognised', 'previewed', 'failed'],
  retry: ['failed', 'cancelled'],
  // Rows held back stay decidable after the rest of their file went in.
  decide: ['previewed', 'committed'],
};

/** What can be done with an import as it stands; also decides the buttons. */
export function availableActions(record: ImportRecord): ImportAction[] {
  const actions: ImportAction[] = (Object.keys(FROM) as (keyof typeof FROM)[])
    .filter((action) => action !== 'decide')
    .filter((action) => FROM[action].includes(record.state));
  const held = (record.counts.refused ?? 0) + (record.counts.doubtful ?? 0);
  return held > 0 ? [...actions, 'download-refused'] : actions;
}

const STATE_TEXT: Record<ImportState, string> = {
  uploaded: '正在识别',
  recognised: '待确认列',
  reading: '正在读取',
  previewed: '待提交',
  committing: '正在写入',
  committed: '已写入',
  undoing: '正在撤销',
  undone: '已撤销',
  cancelled: '已放弃',
  failed: '读取失败',
};

/** Loads the import locked, or refuses when the action is not open in its state. */
export async function takeImport(tx: Tx, ctx: Ctx, id: string, action: keyof typeof FROM): Promise<ImportRecord> {
  const record = await findImport(tx, ctx.district, id, true);
  if (record === undefined) throw new AppError('platform.not-found');
  if (!FROM[action].includes(record.state))
    throw new AppError('imports.import.wrong-state', { state: STATE_TEXT[record.state] });
  return record;
}

async function order(
  tx: Tx,
  ctx: Ctx,
  record: ImportRecord,
  task: string,
  state: ImportState,
  queue?: string,
): Promise<void> {
  const jobId = await enqueueJob(tx, ctx, {
    task,
    payload: { importId: record.id },
    subject: { kind: 'import', id: record.id },
    ...(queue === undefined ? {} : { queue }),
  });
  await updateImport(tx, ctx.district, record.id, { state, jobId, notice: null });
}

/** Orders the accepted rows to be applied. The audit row of the act itself is written with its effect, by the job. */
export async function commitImport(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'commit');
    if ((record.counts.accepted ?? 0) === 0) throw new AppError('imports.import.nothing-to-commit');
    await order(tx, ctx, record, 'imports.commit-import', 'committing', 'apply-imports');
  });
}

export async function undoImport(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'undo');
    await order(tx, ctx, record, 'imports.undo-import', 'undoing', 'apply-imports');
  });
}

export async function cancelImport(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'cancel');
    await updateImport(tx, ctx.district, id, { state: 'cancelled' });
    await writeAudit(tx, ctx, {
      action: 'imports.import.cancel',
      subject: { kind: 'import', id, label: record.file_name },
    });
  });
}

export async function retryImport(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await takeImport(tx, ctx, id, 'retry');
    await order(tx, ctx, record, 'imports.read-import', 'uploaded');
    await writeAudit(tx, ctx, {
      action: 'imports.import.retry',
      subject: { kind: 'import', id, label: record.file_name },
    });
  });
}
