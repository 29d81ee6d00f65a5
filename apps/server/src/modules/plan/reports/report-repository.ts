import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export const REPORT_TASK = 'plan.make-report';

export interface ReportRow {
  readonly id: string;
  readonly year: number;
  readonly as_of: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly ordered_by_name: string;
  readonly ordered_at: string;
  readonly job_id: string;
  readonly error: string | null;
  readonly pdf_sha256: string | null;
  readonly pdf_size: number | null;
  readonly docx_sha256: string | null;
  readonly docx_size: number | null;
}

const SELECT = sql`select r.id, r.year, r.as_of, r.ordered_by_name, r.ordered_at, r.job_id, r.pdf_sha256, r.pdf_size, r.docx_sha256, r.docx_size,
    case when r.made_at is not null then 'ready' when j.state in ('failed', 'cancelled') then 'failed' else 'making' end as state,
    case when r.made_at is null and j.state = 'failed' then j.error end as error
  from plan.report r left join platform.job_run j on j.district = r.district and j.id = r.job_id`;

const MOST = 200;

/** Newest first. */
export async function listReportRows(ctx: Ctx): Promise<ReportRow[]> {
  const { rows } =
    await sql<ReportRow>`${SELECT} where r.district = ${ctx.district} order by r.ordered_at desc, r.id desc
    limit ${MOST}`.execute(ctx.db);
  return rows;
}

export async function findReport(db: Db, district: string, id: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${SELECT} where r.district = ${district} and r.id = ${id}`.execute(db);
  return rows[0];
}

export async function insertReport(
  tx: Tx,
  ctx: Ctx,
  report: { readonly id: string; readonly year: number; readonly asOf: string; readonly jobId: string },
): Promise<void> {
  await sql`insert into plan.report (district, id, year, as_of, ordered_by, ordered_by_name, ordered_at, job_id)
    values (${ctx.district}, ${report.id}, ${report.year}, ${report.asOf}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now},
      ${report.jobId})`.execute(tx);
}

export interface MadeFiles {
  readonly figuresAt: string | null;
  readonly pdf: { readonly sha256: string; readonly size: number };
  readonly docx: { readonly sha256: string; readonly size: number };
}

export async function setReportMade(tx: Tx, ctx: Ctx, id: string, { figuresAt, pdf, docx }: MadeFiles): Promise<void> {
  await sql`update plan.report set made_at = ${ctx.now}, figures_at = ${figuresAt}, pdf_sha256 = ${pdf.sha256}, pdf_size = ${pdf.size},
      docx_sha256 = ${docx.sha256}, docx_size = ${docx.size}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}
