import { type Ctx, may } from '../../../platform/context/context.ts';
import { listDocuments } from '../../../platform/procedures/repositories/file-repository.ts';
import { EVIDENCE_READ, listEvidence } from '../../evidence/index.ts';
import { ARCHIVE_FORMS, type ArchivePart } from '../domain/archive-plan.ts';
import { listScans } from '../repositories/archive-repository.ts';
import { listPapers } from '../repositories/paper-repository.ts';
import { listServices } from '../repositories/service-repository.ts';

const PDF = 'application/pdf';
const day = (at: string) => at.slice(0, 10);

async function paperParts(ctx: Ctx, caseId: string): Promise<ArchivePart[]> {
  const papers = (await listPapers(ctx.db, ctx.district, caseId))
    .filter(
      ({ pdfSha256, state, form }) => pdfSha256 !== null && state !== 'withdrawn' && !ARCHIVE_FORMS.includes(form),
    )
    .sort((a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '') || a.id.localeCompare(b.id));
  const services = await listServices(
    ctx.db,
    ctx.district,
    papers.map(({ id }) => id),
  );
  return papers.flatMap((paper) => [
    {
      title: paper.title,
      fileName: `${paper.title}.pdf`,
      number: paper.number,
      on: paper.issuedOn,
      sha256: paper.pdfSha256 as string,
      mediaType: PDF,
      size: 0,
      kind: { form: paper.form },
    },
    ...services
      .filter(({ paperId, receiptSha256 }) => paperId === paper.id && receiptSha256 !== null)
      .map((service) => ({
        title: `${paper.title}送达回证`,
        fileName: service.receiptName ?? '',
        number: paper.number,
        on: service.servedOn,
        sha256: service.receiptSha256 as string,
        mediaType: service.receiptMediaType ?? PDF,
        size: 0,
        kind: { form: paper.form },
      })),
  ]);
}

/** Papers added to the file itself; of those made by the platform the PDF alone. */
async function documentParts(ctx: Ctx, caseId: string): Promise<ArchivePart[]> {
  return (await listDocuments(ctx.db, ctx.district, caseId))
    .filter(({ withdrawnAt, madeFrom, mediaType }) => withdrawnAt === null && (madeFrom === null || mediaType === PDF))
    .map((one) => ({ ...one, number: null, on: day(one.addedAt), kind: { document: one.kind } }));
}

/** All that belongs into the archive of a case: papers with their receipts, scans, evidence, each in the order of its days. */
export async function archiveParts(ctx: Ctx, caseId: string): Promise<ArchivePart[]> {
  const scans = (await listScans(ctx.db, ctx.district, caseId)).map((scan) => ({
    ...scan,
    number: null,
    on: day(scan.addedAt),
    kind: { section: scan.section },
  }));
  const evidence = may(ctx, EVIDENCE_READ) ? await listEvidence(ctx, caseId) : [];
  const items = evidence
    .filter(({ setAside }) => setAside === null)
    .map((item) => ({
      title: item.title,
      fileName: item.fileName,
      number: `证据${item.no}`,
      on: day(item.capturedAt ?? item.receivedAt),
      sha256: item.sha256,
      mediaType: item.mediaType,
      size: item.size,
      kind: 'evidence' as const,
    }));
  return [...(await paperParts(ctx, caseId)), ...(await documentParts(ctx, caseId)), ...scans, ...items];
}
