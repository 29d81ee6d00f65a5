import { Readable } from 'node:stream';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, systemContext } from '../../../platform/context/context.ts';
import { LayoutError, type OfficialDocument, renderDocx, renderPdf } from '../../../platform/documents/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import type { CampaignsPort } from '../ports.ts';
import { composeReport } from './compose-report.ts';
import { readReportContent } from './report-content.ts';
import { findReport, REPORT_TASK, setReportMade } from './report-repository.ts';

const STEPS = 4;
const MOST_BYTES = 200_000_000;

/** Who signs the report: the bureau of the district. */
function issuerOf(ctx: Ctx): string {
  const { bodies, district } = ctx.services.jurisdiction;
  return bodies.find((body) => body.kind === 'bureau')?.name ?? district.name;
}

/** The report as a document, with the figures the console shows of that day. */
export async function reportDocument(
  ctx: Ctx,
  campaigns: CampaignsPort,
  of: { readonly year: number; readonly asOf: string },
): Promise<OfficialDocument> {
  // The order was checked; the report is of the whole district whoever gave it.
  const whole = { ...systemContext(ctx.services, ctx.requestId), language: 'zh' as const };
  const content = await readReportContent(whole, campaigns, of);
  const { district } = ctx.services;
  return composeReport(content, {
    issuer: issuerOf(ctx),
    districtName: district.name,
    demo: district.demo,
    today: ctx.today,
  });
}

function laidOut(document: OfficialDocument): Buffer {
  try {
    return renderPdf(document).content;
  } catch (error) {
    if (error instanceof LayoutError) throw new AppError('plan.report.not-laid-out', { problem: error.message });
    throw error;
  }
}

async function run(ctx: Ctx, campaigns: CampaignsPort, id: string, control: JobControl): Promise<void> {
  const report = await findReport(ctx.db, ctx.district, id);
  if (report === undefined) throw new AppError('platform.not-found');
  await control.progress(0, STEPS, '读取指标');
  const document = await reportDocument(ctx, campaigns, { year: report.year, asOf: report.as_of });
  await control.progress(1, STEPS, '排版PDF');
  const pdf = await ctx.services.files.put(Readable.from([laidOut(document)]), MOST_BYTES);
  await control.progress(2, STEPS, '生成Word');
  const docx = await ctx.services.files.put(Readable.from([await renderDocx(document)]), MOST_BYTES);
  await control.progress(3, STEPS, '存档');
  await inTransaction(ctx, async (tx) => {
    await setReportMade(tx, ctx, id, {
      figuresAt: new Date(document.createdAtSeconds * 1000).toISOString(),
      pdf,
      docx,
    });
    await writeAudit(tx, ctx, {
      action: 'plan.report.finish',
      subject: { kind: 'report', id, label: String(report.year) },
      details: { year: report.year, asOf: report.as_of, pdf: pdf.sha256, docx: docx.sha256 },
    });
  });
  await control.progress(STEPS, STEPS, '完成');
}

/** Makes an ordered report and keeps its files. */
export function makeReportTask(campaigns: CampaignsPort): JobTask {
  return {
    task: REPORT_TASK,
    label: { zh: '制作年度报告', en: 'Make an annual report' },
    cancellable: false,
    maxAttempts: 2,
    queue: 'reports',
    run: (ctx, { reportId }: { reportId: string }, control) => run(ctx, campaigns, reportId, control),
  } as JobTask;
}
