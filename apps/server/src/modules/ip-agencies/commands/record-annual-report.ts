import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { ReportSaid } from '../domain/compare-report.ts';
import { announce } from '../repositories/rebuild-register.ts';

export interface FiledReport {
  readonly agencyId: string;
  readonly year: number;
  /** The day it was filed first. */
  readonly filedOn: string;
  readonly said: ReportSaid & Readonly<Record<string, string | number>>;
}

/**
 * Enters a report the office accepted beside those of lists, one for each agency and year, inside the caller's transaction,
 * which writes the audit entry. Grounds of credit (late, missing) follow from it.
 */
export async function recordAnnualReport(tx: Tx, ctx: Ctx, report: FiledReport): Promise<void> {
  const { district } = ctx;
  const { rows } = await sql<{
    name: string;
    code: string | null;
    uscc: string | null;
  }>`select name, agency_code as code, uscc from agencies.agency
    where district = ${district} and id = ${report.agencyId}`.execute(tx);
  const [agency] = rows;
  if (agency === undefined) throw new AppError('platform.not-found');
  await sql`insert into agencies.annual_report (district, record_key, written, agency_code, agency_uscc, agency_id, year, filed_on, said)
    values (${district}, ${`filed|${report.agencyId}|${report.year}`}, ${agency.name}, ${agency.code}, ${agency.uscc}, ${report.agencyId},
      ${report.year}, ${report.filedOn}, ${JSON.stringify(report.said)})
    on conflict (district, record_key) do update set written = excluded.written, filed_on = excluded.filed_on, said = excluded.said`.execute(
    tx,
  );
  await announce(tx, ctx, [report.agencyId]);
  await publishEvent(tx, ctx, 'agencies.grounds.changed', { agencyIds: [report.agencyId] });
}
