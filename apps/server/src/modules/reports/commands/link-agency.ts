import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findAgencies, judgeAgencyNames } from '../../ip-agencies/index.ts';
import { requireReport } from '../queries/require-report.ts';
import { REPORT_ASSIGN } from '../reports.catalogue.ts';

/** An officer says which agency a report names, or that it names none; the machine leaves it alone from then on. @throws AppError 404 */
export async function linkReportAgency(ctx: Ctx, id: string, agencyId: string | null): Promise<void> {
  const report = await requireReport(ctx, id, REPORT_ASSIGN);
  const agency = agencyId === null ? undefined : (await findAgencies(ctx, [agencyId])).get(agencyId);
  if (agencyId !== null && agency === undefined) throw new AppError('platform.not-found');
  await inTransaction(ctx, async (tx) => {
    await sql`update reports.report set agency_id = ${agency?.id ?? null}, agency_by = 'officer',
        agency_by_name = ${ctx.actor.displayName}, agency_at = ${ctx.now}
      where district = ${ctx.district} and id = ${report.id}`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'reports.report.link',
      subject: { kind: 'reports.report', id, label: report.receipt },
      details: { agency: agency?.name ?? null },
    });
  });
}

/** Links every report no officer judged to the agency it certainly names; a link that is not certain any more goes. Returns how many changed. */
export async function linkReports(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string; written: string; uscc: string | null; agencyId: string | null }>`
    select r.id, r.subject_name as written, r.subject_uscc as uscc, r.agency_id as "agencyId" from reports.report r
    where r.district = ${ctx.district} and r.agency_by is distinct from 'officer' order by r.id`.execute(ctx.db);
  const judged = await judgeAgencyNames(ctx, rows);
  const changes = rows.flatMap(({ id, agencyId }, at) => {
    const found = judged[at]?.agencyId ?? null;
    return found === agencyId ? [] : [{ id, found }];
  });
  if (changes.length === 0) return 0;
  await inTransaction(ctx, async (tx) => {
    for (const { id, found } of changes)
      await sql`update reports.report set agency_id = ${found}, agency_by = ${found === null ? null : 'machine'}, agency_at = ${ctx.now}
        where district = ${ctx.district} and id = ${id} and agency_by is distinct from 'officer'`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'reports.report.link',
      subject: { kind: 'reports.report', id: changes[0]?.id ?? '' },
      details: { reports: changes.length },
    });
  });
  return changes.length;
}
