import type { RouteOutput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findAgencies, judgeAgencyNames } from '../../ip-agencies/index.ts';
import { kindLabel, outcomeLabels, sortLabels } from '../domain/labels.ts';
import { REPORT_ASSIGN, REPORTER_REVEAL } from '../reports.catalogue.ts';
import { findReport, listJoined, listPapers, type ReportRow } from '../repositories/report-repository.ts';
import { requireReport } from './require-report.ts';

type Papers = Awaited<ReturnType<typeof listPapers>>;

const papersOf = (papers: Papers, reportId: string) =>
  papers
    .filter((paper) => paper.reportId === reportId)
    .map(({ no, fileName, mediaType, size }) => ({ no, fileName, mediaType, size }));

/** What a report says, without anything of who sent it. */
export function toReportText(ctx: Ctx, report: ReportRow, papers: Papers) {
  return {
    id: report.id,
    receipt: report.receipt,
    sort: report.sort,
    sortLabel: sortLabels[report.sort][ctx.language],
    kind: report.kind,
    kindLabel: kindLabel(ctx, report.kind)[ctx.language],
    subjectName: report.subjectName,
    subjectUscc: report.subjectUscc,
    town: ctx.services.places.townName(report.townCode),
    happenedOn: report.happenedOn,
    statement: report.statement,
    wish: report.wish,
    anonymous: report.anonymous,
    language: report.language,
    receivedAt: report.receivedAt,
    papers: papersOf(papers, report.id),
  };
}

/** The agency a report names, or whom an officer may choose from where that is not certain. */
async function agencyOf(ctx: Ctx, report: ReportRow) {
  const card = report.agencyId === null ? undefined : (await findAgencies(ctx, [report.agencyId])).get(report.agencyId);
  const open = card === undefined && report.agencyBy !== 'officer';
  const [judged] = open ? await judgeAgencyNames(ctx, [{ written: report.subjectName, uscc: report.subjectUscc }]) : [];
  return {
    agency: card === undefined ? null : { id: card.id, name: card.name },
    agencyBy: report.agencyBy,
    agencyByName: report.agencyByName,
    agencyCandidates: (judged?.candidates ?? []).map(({ agencyId, name, reasons }) => ({
      id: agencyId,
      name,
      reasons: reasons.map((one) => one[ctx.language]),
    })),
    mayLink: may(ctx, REPORT_ASSIGN),
  };
}

/** A report with those joined to it. @throws AppError 404 */
export async function getReportOfPublic(
  ctx: Ctx,
  id: string,
): Promise<RouteOutput<(typeof routes)['getReportOfPublic']>> {
  const report = await requireReport(ctx, id);
  const joined = await listJoined(ctx.db, ctx.district, id);
  const papers = await listPapers(ctx.db, ctx.district, [id, ...joined.map((one) => one.id)]);
  const root = report.sameAs === null ? undefined : await findReport(ctx.db, ctx.district, report.sameAs);
  return {
    ...toReportText(ctx, report, papers),
    fileId: report.fileId,
    groupId: report.groupId,
    sameAs: root === undefined ? null : { id: root.id, receipt: root.receipt },
    outcome: report.outcome === null ? null : (outcomeLabels[report.outcome]?.[ctx.language] ?? report.outcome),
    reply: report.reply,
    repliedAt: report.repliedAt,
    ...(await agencyOf(ctx, report)),
    mayReveal: !report.anonymous && may(ctx, REPORTER_REVEAL),
    joined: joined.map((one) => toReportText(ctx, one, papers)),
  };
}

/** A paper of a report; the download is noted in the log. @throws AppError 404 */
export async function downloadReportPaper(ctx: Ctx, id: string, no: number): Promise<FileAnswer> {
  const report = await requireReport(ctx, id);
  const paper = (await listPapers(ctx.db, ctx.district, [id])).find((one) => one.no === no);
  if (paper === undefined) throw new AppError('platform.not-found');
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: 'reports.attachment.download',
      subject: { kind: 'reports.report', id, label: report.receipt },
      details: { no, sha256: paper.sha256 },
    }),
  );
  return { fileName: paper.fileName, mediaType: paper.mediaType, content: await ctx.services.files.read(paper.sha256) };
}
