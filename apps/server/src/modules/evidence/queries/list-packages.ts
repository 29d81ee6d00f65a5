import type { EvidencePackage, RouteOutput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { listDocuments } from '../../../platform/procedures/repositories/file-repository.ts';
import { EVIDENCE_READ } from '../evidence.catalogue.ts';
import { findPackage, listPackageRows, type PackageRow } from '../repositories/package-repository.ts';
import { requireFile } from './require-file.ts';

/** A package as the contract shows it. */
export function viewPackage({ fileId: _f, evidenceIds, paperIds, ...row }: PackageRow): EvidencePackage {
  return { ...row, evidence: evidenceIds.length, papers: paperIds.length };
}

/** Sealed packages of a file, with the papers that can go into the next one. */
export async function listPackages(ctx: Ctx, fileId: string): Promise<RouteOutput<(typeof routes)['listPackages']>> {
  await requireFile(ctx, fileId, EVIDENCE_READ);
  const papers = await listDocuments(ctx.db, ctx.district, fileId);
  return {
    items: (await listPackageRows(ctx.db, ctx.district, fileId)).map(viewPackage),
    papers: papers
      .filter((paper) => paper.withdrawnAt === null)
      .map(({ id, title, fileName, size }) => ({ id, title, fileName, size })),
  };
}

/** A sealed package, for whoever may read the evidence of its file. @throws AppError evidence.package.not-ready */
export async function downloadPackage(ctx: Ctx, fileId: string, id: string): Promise<FileAnswer> {
  const file = await requireFile(ctx, fileId, EVIDENCE_READ);
  const row = await findPackage(ctx.db, ctx.district, id);
  if (row === undefined || row.fileId !== fileId) throw new AppError('platform.not-found');
  if (row.sha256 === null) throw new AppError('evidence.package.not-ready');
  const content = await ctx.services.files.read(row.sha256);
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: 'evidence.package.download',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { package: row.number, sha256: row.sha256 },
    }),
  );
  return { fileName: `${row.number}.zip`, mediaType: 'application/zip', content };
}

/** The bytes of a ready package for a higher module that handed it on (a partner's inbox), which has judged who may. */
export async function readPackage(
  ctx: Ctx,
  id: string,
): Promise<FileAnswer & { readonly sha256: string; readonly size: number }> {
  const row = await findPackage(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  if (row.sha256 === null || row.size === null) throw new AppError('evidence.package.not-ready');
  const content = await ctx.services.files.read(row.sha256);
  return { fileName: `${row.number}.zip`, mediaType: 'application/zip', content, sha256: row.sha256, size: row.size };
}

/** Where packages stand, by id, for modules that name them. */
export async function findPackages(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, EvidencePackage>> {
  const found = new Map<string, EvidencePackage>();
  for (const id of ids) {
    const row = await findPackage(ctx.db, ctx.district, id);
    if (row !== undefined) found.set(id, viewPackage(row));
  }
  return found;
}
