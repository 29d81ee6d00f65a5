import type { Ctx } from '../../../platform/context/context.ts';
import { loadFile } from '../../../platform/procedures/index.ts';
import { kindLabel } from '../domain/labels.ts';
import { findReport } from '../repositories/report-repository.ts';

/** A report as another office takes it up: what it says and whether it still waits, nothing of who sent it. */
export async function findReportToTake(ctx: Ctx, id: string) {
  const report = await findReport(ctx.db, ctx.district, id);
  if (report === undefined) return undefined;
  const state = report.fileId === null ? undefined : (await loadFile(ctx, report.fileId)).state;
  return {
    receipt: report.receipt,
    sort: report.sort,
    kind: report.kind,
    kindLabel: kindLabel(ctx, report.kind).zh,
    subjectName: report.subjectName,
    subjectUscc: report.subjectUscc,
    townCode: report.townCode,
    happenedOn: report.happenedOn,
    statement: report.statement,
    wish: report.wish,
    anonymous: report.anonymous,
    receivedOn: new Date(new Date(report.receivedAt).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    waiting: state === 'received',
  };
}
