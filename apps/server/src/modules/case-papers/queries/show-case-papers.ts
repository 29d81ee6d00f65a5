import type { CaseArchive, CasePapersView } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { getCaseRecord, requireCase } from '../../cases/index.ts';
import { ARCHIVE_FORMS } from '../domain/archive-plan.ts';
import { wantedPapers } from '../domain/wanted-papers.ts';
import { type ArchiveRow, findArchive, findScan, listScans } from '../repositories/archive-repository.ts';
import { listApprovals, listPapers, type PaperRow } from '../repositories/paper-repository.ts';
import { selectPublicity } from '../repositories/publicity-repository.ts';
import { findService, listAddresses } from '../repositories/service-repository.ts';
import { loadPaper } from './load-paper.ts';
import { packOf, sectionsOf } from './pack-of.ts';
import { rightsOf, toLine } from './paper-lines.ts';
import { toPublicityLine } from './publicity-views.ts';
import { readMeasures } from './read-evidence.ts';

const FINAL = ['issued', 'served'];

function neededOf(ctx: Ctx, wanted: ReturnType<typeof wantedPapers>, papers: readonly PaperRow[]) {
  return wanted.map(({ form, article, because }) => {
    const mine = papers.filter((paper) => paper.form === form.form && paper.state !== 'withdrawn');
    const done = mine.find(({ state }) => FINAL.includes(state));
    const begun = done ?? mine.at(-1);
    return {
      form: form.form,
      label: form.label,
      article,
      because: because?.[ctx.language] ?? null,
      standing:
        done !== undefined ? ('done' as const) : begun !== undefined ? ('begun' as const) : ('missing' as const),
      paperId: begun?.id ?? null,
    };
  });
}

const toArchive = (row: ArchiveRow): CaseArchive => ({
  job: row.job,
  pages: row.pages,
  size: row.size,
  madeAt: row.madeAt,
  madeBy: row.madeBy,
  sealedAt: row.sealedAt,
  sealedBy: row.sealedBy,
  items: row.items.map((item) => ({ ...item, volume: item.volume ?? null, section: item.section ?? null })),
  skipped: row.skipped,
});

/** Papers of a case: what its stage wants, what there is, how it was served, publicity, archive. */
export async function getCasePapers(ctx: Ctx, caseId: string): Promise<CasePapersView> {
  const record = await getCaseRecord(ctx, caseId);
  const pack = packOf(ctx);
  const papers = await listPapers(ctx.db, ctx.district, caseId);
  const approvals = await listApprovals(
    ctx.db,
    ctx.district,
    papers.map(({ id }) => id),
  );
  const archive = await findArchive(ctx.db, ctx.district, caseId);
  const { rows: publicity } = await selectPublicity(ctx.db, ctx.district, sql`p.case_id = ${caseId}`);
  const wanted = wantedPapers(pack.forms, { record, measures: await readMeasures(ctx, caseId) });
  return {
    caseId,
    state: record.card.state,
    stateLabel: record.card.stateLabel,
    needed: neededOf(ctx, wanted, papers),
    papers: papers.map((paper) => toLine(ctx, paper, approvals.get(paper.id) ?? [], papers)).reverse(),
    forms: pack.forms
      .filter(({ form }) => !ARCHIVE_FORMS.includes(form))
      .map(({ form, label, group, basis, stages }) => ({
        form,
        label,
        group,
        basis,
        fits: stages.includes(record.card.state),
      })),
    addresses: await listAddresses(ctx.db, ctx.district, caseId),
    parties: record.parties.map(({ name, natural, address }) => ({ name, natural, address })),
    uploads: (await listScans(ctx.db, ctx.district, caseId)).map(({ sha256: _hash, caseId: _case, ...scan }) => scan),
    publicity: publicity.map((row) => toPublicityLine(ctx, row)),
    archive: archive === undefined ? null : toArchive(archive),
    archiveOrder: { article: pack.archive.article, verify: pack.archive.verify, sections: sectionsOf(ctx) },
    modes: pack.service.modes,
    may: rightsOf(ctx, archive?.sealedAt != null),
  };
}

/** A scan of a case within reach. @throws AppError 404 */
export async function downloadCaseScan(ctx: Ctx, id: string): Promise<FileAnswer> {
  const scan = await findScan(ctx.db, ctx.district, id);
  if (scan === undefined) throw new AppError('platform.not-found');
  await requireCase(ctx, scan.caseId);
  return { fileName: scan.fileName, mediaType: scan.mediaType, content: await ctx.services.files.read(scan.sha256) };
}

/** The receipt of a service of a paper within reach. @throws AppError 404 */
export async function downloadServiceReceipt(ctx: Ctx, id: string): Promise<FileAnswer> {
  const service = await findService(ctx.db, ctx.district, id);
  if (service?.receiptSha256 == null) throw new AppError('platform.not-found');
  await loadPaper(ctx, service.paperId);
  return {
    fileName: service.receiptName ?? 'receipt',
    mediaType: service.receiptMediaType ?? 'application/octet-stream',
    content: await ctx.services.files.read(service.receiptSha256),
  };
}

/** The archive of a case within reach. @throws AppError 404 */
export async function downloadCaseArchive(ctx: Ctx, caseId: string): Promise<FileAnswer> {
  const card = await requireCase(ctx, caseId);
  const archive = await findArchive(ctx.db, ctx.district, caseId);
  if (archive?.sha256 == null) throw new AppError('case-papers.archive.none');
  return {
    fileName: `${card.number}.pdf`,
    mediaType: 'application/pdf',
    content: await ctx.services.files.read(archive.sha256),
  };
}
