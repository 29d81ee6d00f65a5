import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { REPORT_READ } from '../reports.catalogue.ts';
import { findReport, type ReportRow } from '../repositories/report-repository.ts';

/** Reports within a scope, as a predicate over `reports.report r`: of the district, or of the towns they name. */
export const reportsWithin = (scope: Scope): RawBuilder<boolean> =>
  scope.kind === 'district' ? sql<boolean>`true` : sql<boolean>`r.town_code = any(${[...scope.towns]}::text[])`;

/** A report in the actor's reach. @throws AppError 404 */
export async function requireReport(ctx: Ctx, id: string, permission = REPORT_READ): Promise<ReportRow> {
  const report = await findReport(ctx.db, ctx.district, id);
  if (report === undefined) throw new AppError('platform.not-found');
  for (const code of new Set([REPORT_READ, permission])) {
    const scope = scopeFor(ctx, code);
    if (scope.kind !== 'district' && (report.townCode === null || !scope.towns.includes(report.townCode)))
      throw new AppError('platform.not-found');
  }
  return report;
}
