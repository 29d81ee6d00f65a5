import type { ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { asPublic } from '../domain/public-actor.ts';
import { GROUP_JUDGE } from '../reports.catalogue.ts';
import { decideGroup, lockGroup } from '../repositories/group-repository.ts';
import { listGroupReports, settleHeld } from '../repositories/report-repository.ts';
import { openReportFile } from './submit-report.ts';

type Decision = ParsedInput<(typeof routes)['judgeReportGroup']>['body'];

/** Files for the chosen ones; the others are joined to the first of them. */
async function release(tx: Tx, ctx: Ctx, groupId: string, chosen: readonly string[]): Promise<number> {
  const inside: Ctx = { ...asPublic(ctx), db: tx as Ctx['db'] };
  const reports = await listGroupReports(tx, ctx.district, groupId);
  const own = reports.filter((report) => chosen.includes(report.id));
  const first = own[0];
  if (first === undefined || own.length !== new Set(chosen).size) throw new AppError('reports.group.nothing-chosen');
  for (const report of own) {
    const file = await openReportFile(tx, inside, report.id, report);
    await settleHeld(tx, ctx.district, report.id, { fileId: file.id });
    await performAction(tx, inside, file.id, 'receive');
    await publishEvent(tx, inside, 'reports.report.received', { reportId: report.id, kind: report.kind });
  }
  for (const report of reports.filter((one) => !own.includes(one)))
    await settleHeld(tx, ctx.district, report.id, { sameAs: first.id });
  return own.length;
}

/**
 * One decision on all that was held of a sender: some go on as files of their own and the rest beside them, or all are
 * set aside with a reason their senders read. Nothing is deleted.
 * @throws AppError 404, 409 reports.group.decided, 400 reports.group.nothing-chosen
 */
export async function judgeReportGroup(ctx: Ctx, id: string, decision: Decision): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const group = await lockGroup(tx, ctx.district, id);
    if (group === undefined) throw new AppError('platform.not-found');
    if (group.state !== 'open') throw new AppError('reports.group.decided');
    const files = decision.decision === 'release' ? await release(tx, ctx, id, decision.reports) : 0;
    await decideGroup(tx, ctx, id, {
      state: decision.decision === 'release' ? 'released' : 'set-aside',
      reason: decision.reason,
    });
    await writeAudit(tx, ctx, {
      action: GROUP_JUDGE,
      subject: { kind: 'reports.group', id },
      details: { decision: decision.decision, files, reason: decision.reason },
    });
  });
}
