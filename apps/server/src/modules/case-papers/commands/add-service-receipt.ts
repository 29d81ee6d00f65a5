import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { keepPaper } from '../../../platform/procedures/index.ts';
import { SERVICE_RECORD } from '../case-papers.catalogue.ts';
import { loadPaper } from '../queries/load-paper.ts';
import { nameStored } from '../repositories/paper-repository.ts';
import { findService, setReceipt } from '../repositories/service-repository.ts';
import { changePaper } from './change-paper.ts';

/** Keeps the signed receipt of a service. @throws AppError 404 · procedures.document.refused · case-papers.archive.sealed */
export async function addServiceReceipt(ctx: Ctx, serviceId: string, upload: UploadedFile): Promise<{ ok: true }> {
  const service = await findService(ctx.db, ctx.district, serviceId);
  if (service === undefined) throw new AppError('platform.not-found');
  await loadPaper(ctx, service.paperId, { permission: SERVICE_RECORD });
  const kept = await keepPaper(ctx, upload);
  const order = {
    id: service.paperId,
    permission: SERVICE_RECORD,
    action: 'case-papers.service.attach',
    details: { fileName: kept.fileName, sha256: kept.sha256 },
  };
  await changePaper(ctx, order, async ({ tx }) => {
    await nameStored(tx, ctx.district, kept);
    await setReceipt(tx, ctx.district, serviceId, kept);
  });
  return { ok: true };
}
