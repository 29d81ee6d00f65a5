import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { VERSION_WITHDRAW } from '../open-data.catalogue.ts';
import { findVersion, markWithdrawn } from '../repositories/version-repository.ts';

/** Takes a version back: its files are no longer given out; that it was there, and why it is gone, stays. @throws AppError 404, 409 */
export async function withdrawDatasetVersion(
  ctx: Ctx,
  at: { readonly code: string; readonly no: number },
  reason: string,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const version = await findVersion(tx, ctx.district, at.code, at.no);
    if (version === undefined) throw new AppError('platform.not-found');
    if (!(await markWithdrawn(tx, ctx, { dataset: at.code, no: at.no, reason })))
      throw new AppError('open-data.version.withdrawn', { reason: version.withdrawnReason });
    await writeAudit(tx, ctx, {
      action: VERSION_WITHDRAW,
      subject: { kind: 'open-data.version', id: `${at.code}/${at.no}` },
      details: { reason },
    });
  });
}
