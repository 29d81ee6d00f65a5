import type { AgencyDetail } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { compareReport, type ReportSaid } from '../domain/compare-report.ts';
import type { AgencyRecord } from '../repositories/agency-repository.ts';
import { reportDue } from './late-reports.ts';
import { listAgencyPeople } from './list-people.ts';

const SHOWN = ['headName', 'address', 'attorneys', 'staff', 'revenueFen', 'patents', 'trademarks'] as const;

/** The agency's annual reports, latest first, each compared with the register. */
export async function readReports(
  ctx: Ctx,
  record: AgencyRecord,
  parts: { readonly names: AgencyDetail['names']; readonly codes: readonly string[] },
): Promise<AgencyDetail['reports']> {
  const { rows } = await sql<{ year: number; filedOn: string | null; said: ReportSaid & Record<string, unknown> }>`
    select year, filed_on as "filedOn", said from agencies.annual_report
    where district = ${ctx.district} and agency_id = ${record.id} order by year desc, record_key`.execute(ctx.db);
  const reports: AgencyDetail['reports'] = [];
  for (const { year, filedOn, said } of rows) {
    const people = await listAgencyPeople(ctx, record.id, `${year}-12-31`);
    const notes = compareReport(said, {
      name: record.name,
      names: parts.names.map((one) => one.name),
      uscc: record.uscc,
      codes: parts.codes,
      headName: record.headName,
      address: record.address,
      attorneys: people.filter((person) => person.qualificationNo !== null || person.practiceNo !== null).length,
    });
    const due = reportDue(year);
    reports.push({
      year,
      filedOn,
      dueOn: due.on,
      late: filedOn !== null && filedOn > due.on,
      said: SHOWN.flatMap((field) => (said[field] === undefined ? [] : [{ field, value: String(said[field]) }])),
      contradictions: notes.map(({ code, field, zh, en }) => ({ code, field, text: ctx.language === 'zh' ? zh : en })),
    });
  }
  return reports;
}
