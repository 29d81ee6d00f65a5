import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { insertConflict } from '../repositories/expert-repository.ts';
import { listReviews, withdrawReview } from '../repositories/review-repository.ts';
import { reviewOf } from './review-of.ts';

/** Takes an expert out of a review; a score given stays on record and does not count. A declared conflict is kept for later reviews. */
export async function withdrawReviewer(
  ctx: Ctx,
  at: { readonly projectId: string; readonly expertId: string },
  { reason, conflict }: { readonly reason: string; readonly conflict: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const doing = ctx.language === 'zh' ? '专家退出' : 'Withdraw an expert';
    const project = await reviewOf(tx, ctx, at.projectId, { states: ['checked', 'reviewing'], doing });
    const review = (await listReviews(tx, ctx.district, [at.projectId])).find((one) => one.expert_id === at.expertId);
    if (review === undefined) throw new AppError('platform.not-found');
    if (review.state === 'withdrawn') throw new AppError('programs.review.withdrawn', { expert: review.expert });
    await withdrawReview(tx, ctx.district, { ...at, reason });
    if (conflict)
      await insertConflict(tx, ctx, {
        id: uuidv7(),
        expertId: at.expertId,
        partyId: project.lead_party_id,
        body: project.lead_name,
        reason,
      });
    await writeAudit(tx, ctx, {
      action: 'programs.project.withdraw-expert',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${project.title}` },
      details: { expert: review.expert, reason, conflict },
    });
  });
}
