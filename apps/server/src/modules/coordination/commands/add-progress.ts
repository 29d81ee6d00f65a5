import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { SAY, TASK_REPORT } from '../coordination.catalogue.ts';
import { reachHandOver } from '../queries/reach-hand-over.ts';
import { reachTask } from '../queries/reach-task.ts';
import { addProgress, type ProgressEntry } from '../repositories/progress-repository.ts';

/** The body for which the actor speaks: one of the file's own that the permission is held at, else that of the account. */
function speaksFor(ctx: Ctx, permission: string, organisations: readonly string[]): string {
  const scope = scopeFor(ctx, permission);
  const own = scope.kind === 'places' ? organisations.find((code) => scope.organisations.includes(code)) : undefined;
  return own ?? ctx.actor.organisationId ?? ctx.services.jurisdiction.coordinationSettings.bureau;
}

/** Says how a hand-over goes on; both bodies and the procuratorate read it. @throws AppError 404 */
export async function addHandOverProgress(ctx: Ctx, id: string, text: string): Promise<ProgressEntry> {
  const record = await reachHandOver(ctx, id, SAY);
  return inTransaction(ctx, async (tx) => {
    const body = speaksFor(ctx, SAY, record.organisations);
    const entry = await addProgress(tx, ctx, { fileId: record.file_id, body, text });
    await writeAudit(tx, ctx, {
      action: 'coordination.hand-over.add',
      subject: { kind: record.procedure, id: record.file_id, label: `${record.number} ${record.title}` },
    });
    return entry;
  });
}

/** Says how a joint task goes on. @throws AppError 404; coordination.task.closed */
export async function addTaskProgress(ctx: Ctx, id: string, text: string): Promise<ProgressEntry> {
  const task = await reachTask(ctx, id, TASK_REPORT);
  if (task.closed) throw new AppError('coordination.task.closed');
  return inTransaction(ctx, async (tx) => {
    const body = speaksFor(ctx, TASK_REPORT, task.organisations);
    const entry = await addProgress(tx, ctx, { fileId: task.file_id, body, text });
    await writeAudit(tx, ctx, {
      action: 'coordination.task.add',
      subject: { kind: 'coordination.task', id: task.file_id, label: `${task.number} ${task.title}` },
    });
    return entry;
  });
}
