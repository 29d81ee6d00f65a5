import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findReport, listReportRows, type ReportRow } from './report-repository.ts';
import { reportYears } from './report-years.ts';

type Format = 'docx' | 'pdf';

const MEDIA: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const fileOf = (row: ReportRow, format: Format) =>
  format === 'pdf' ? { sha256: row.pdf_sha256, size: row.pdf_size } : { sha256: row.docx_sha256, size: row.docx_size };

/** Reports made, being made or failed, newest first, and the years one can be made of. */
export async function listReports(ctx: Ctx): Promise<RouteOutput<typeof routes.listReports>> {
  const rows = await listReportRows(ctx);
  return {
    years: reportYears(ctx),
    items: rows.map((row) => ({
      id: row.id,
      year: row.year,
      asOf: row.as_of,
      state: row.state,
      orderedBy: row.ordered_by_name,
      orderedAt: row.ordered_at,
      jobId: row.job_id,
      files: (['pdf', 'docx'] as const).flatMap((format) => {
        const { size } = fileOf(row, format);
        return size === null ? [] : [{ format, size }];
      }),
      error: row.error === null ? null : `没有做成，没有生成文件；可以重新编制。原因：${row.error}`,
    })),
  };
}

/** @throws AppError platform.not-found · plan.report.not-ready */
export async function downloadReport(ctx: Ctx, id: string, format: Format): Promise<FileAnswer> {
  const row = await findReport(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const { sha256 } = fileOf(row, format);
  if (sha256 === null) throw new AppError('plan.report.not-ready');
  const { plan } = ctx.services.jurisdiction;
  const demo = ctx.services.district.demo ? '（演示数据）' : '';
  return {
    fileName: `${plan.title.zh}${row.year}年度实施情况报告${demo}.${format}`,
    mediaType: MEDIA[format],
    content: await ctx.services.files.read(sha256),
  };
}
