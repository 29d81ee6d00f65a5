import type { RouteOutput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { openSecret } from '../../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { requireReport } from '../queries/require-report.ts';
import { REPORTER_REVEAL } from '../reports.catalogue.ts';
import { findSealedReporter } from '../repositories/report-repository.ts';

/**
 * Who reported. The entry in the log, with the reason, is written before anything is told.
 * @throws AppError 404, 409 reports.reporter.anonymous
 */
export async function revealReporter(
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<RouteOutput<(typeof routes)['revealReporter']>> {
  const report = await requireReport(ctx, id, REPORTER_REVEAL);
  const sealed = await findSealedReporter(ctx.db, ctx.district, id);
  if (sealed === undefined) throw new AppError('reports.reporter.anonymous');
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: REPORTER_REVEAL,
      subject: { kind: 'reports.report', id, label: report.receipt },
      details: { reason },
    }),
  );
  return JSON.parse(openSecret(sealed, ctx.services.config.secret, id, 'reporters of violations'));
}
