import type { Ctx } from '../../../platform/context/context.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { ARCHIVE_MAKE } from '../case-papers.catalogue.ts';
import { makeArchiveTask } from '../jobs/make-archive.ts';
import { orderArchive } from '../repositories/archive-repository.ts';
import { changeCaseFile } from './change-case-file.ts';

/** Orders the archive of a case as a job. @throws AppError 404 · case-papers.archive.sealed */
export function makeCaseArchive(
  ctx: Ctx,
  caseId: string,
  { statement }: { readonly statement: string | null },
): Promise<{ readonly jobId: string }> {
  return changeCaseFile(ctx, { caseId, permission: ARCHIVE_MAKE, details: { statement } }, async (tx, at) => {
    const jobId = await enqueueJob(tx, at, {
      task: makeArchiveTask.task,
      payload: { caseId, by: ctx.actor.displayName },
      subject: { kind: 'cases.case', id: caseId },
      queue: 'case-archive',
    });
    await orderArchive(tx, at, caseId, { jobId, statement });
    return { jobId };
  });
}
