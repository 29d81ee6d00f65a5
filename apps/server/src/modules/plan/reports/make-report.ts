import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { insertReport, REPORT_TASK } from './report-repository.ts';
import { reportYears } from './report-years.ts';

/** Orders the report of a year: as of its last day, in the running year as of today. */
export async function makeReport(
  ctx: Ctx,
  { year }: { readonly year: number },
): Promise<{ id: string; jobId: string }> {
  const years = reportYears(ctx);
  if (!years.includes(year))
    throw new AppError('plan.report.no-such-year', { first: Math.min(...years), last: Math.max(...years) });
  const last = `${year}-12-31`;
  const asOf = last < ctx.today ? last : ctx.today;
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const jobId = await enqueueJob(tx, ctx, {
      task: REPORT_TASK,
      payload: { reportId: id },
      subject: { kind: 'report', id },
      queue: 'reports',
      maxAttempts: 2,
    });
    await insertReport(tx, ctx, { id, year, asOf, jobId });
    await writeAudit(tx, ctx, {
      action: 'plan.report.make',
      subject: { kind: 'report', id, label: String(year) },
      details: { year, asOf },
    });
    return { id, jobId };
  });
}
