import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { keepPaper } from '../../../platform/procedures/index.ts';
import { requireCase } from '../../cases/index.ts';
import { SCAN_ADD } from '../case-papers.catalogue.ts';
import { requireUnsealed } from '../queries/load-paper.ts';
import { sectionsOf } from '../queries/pack-of.ts';
import { findScan, insertScan, withdrawScan } from '../repositories/archive-repository.ts';
import { nameStored } from '../repositories/paper-repository.ts';
import { changeCaseFile } from './change-case-file.ts';

/** Adds a scan or a paper of others to the file of a case. @throws AppError 404 · procedures.document.refused · case-papers.archive.sealed · case-papers.scan.section */
export async function addCaseScan(ctx: Ctx, caseId: string, upload: UploadedFile): Promise<{ ok: true }> {
  await requireCase(ctx, caseId, SCAN_ADD);
  await requireUnsealed(ctx, caseId);
  const section = (upload.fields.section ?? '').trim() || null;
  if (section !== null && !sectionsOf(ctx).some((one) => one.section === section))
    throw new AppError('case-papers.scan.section', { section });
  const kept = await keepPaper(ctx, upload);
  const title = (upload.fields.title ?? '').trim().slice(0, 200) || kept.fileName;
  const order = { caseId, permission: SCAN_ADD, details: { title, sha256: kept.sha256 } };
  await changeCaseFile(ctx, order, async (tx, at) => {
    await nameStored(tx, at.district, kept);
    await insertScan(tx, at, { id: uuidv7(), caseId, title, section, ...kept });
  });
  return { ok: true };
}

/** Takes a scan back. @throws AppError 404 · case-papers.archive.sealed */
export async function withdrawCaseScan(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const scan = await findScan(ctx.db, ctx.district, id);
  if (scan === undefined) throw new AppError('platform.not-found');
  const order = {
    caseId: scan.caseId,
    permission: SCAN_ADD,
    action: 'case-papers.scan.withdraw',
    details: { title: scan.title },
  };
  await changeCaseFile(ctx, order, (tx, at) => withdrawScan(tx, at, id));
  return { ok: true };
}
