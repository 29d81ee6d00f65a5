import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { faultsOfSheet, weighTotal } from '../domain/score-review.ts';
import { listReviews, saveScores } from '../repositories/review-repository.ts';
import { reviewOf } from './review-of.ts';

/**
 * Enters the signed score sheet of an expert; the organiser enters it, experts have no accounts. Returns the total of 100.
 * @throws AppError programs.review.sheet with a problem per criterion, .withdrawn, .not-open
 */
export async function scoreProject(
  ctx: Ctx,
  at: { readonly projectId: string; readonly expertId: string },
  sheet: { readonly points: Readonly<Record<string, number>>; readonly comment: string | null },
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const doing = ctx.language === 'zh' ? '录入评分' : 'Enter scores';
    const project = await reviewOf(tx, ctx, at.projectId, { states: ['reviewing'], doing });
    const review = (await listReviews(tx, ctx.district, [at.projectId])).find((one) => one.expert_id === at.expertId);
    if (review === undefined) throw new AppError('platform.not-found');
    if (review.state === 'withdrawn') throw new AppError('programs.review.withdrawn', { expert: review.expert });
    const { criteria } = project.terms;
    const problems = faultsOfSheet(criteria, sheet.points).map(({ path, label, max }) => ({
      path,
      message:
        max === null
          ? ctx.language === 'zh'
            ? `没有评审项“${label}”`
            : `there is no criterion "${label}"`
          : ctx.language === 'zh'
            ? `“${label}”应在 0 至 ${max} 之间`
            : `"${label}" must be between 0 and ${max}`,
    }));
    if (problems[0] !== undefined)
      throw new AppError('programs.review.sheet', { first: problems[0].message }, problems);
    const total = weighTotal(criteria, sheet.points);
    await saveScores(tx, ctx, { ...at, points: sheet.points, total, comment: sheet.comment || null });
    await writeAudit(tx, ctx, {
      action: 'programs.project.score',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${project.title}` },
      details: { expert: review.expert, total, before: review.total },
    });
    return total;
  });
}
