import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { judgeExperts } from '../queries/judge-experts.ts';
import { type ExpertRow, findExpert } from '../repositories/expert-repository.ts';
import { insertReview, listReviews } from '../repositories/review-repository.ts';
import { reviewOf } from './review-of.ts';

/**
 * Assigns experts to a project. All or none: one with a conflict of interest refuses the whole order, with the reason.
 * @throws AppError programs.review.conflict, .already-assigned, programs.expert.inactive
 */
export async function assignExperts(ctx: Ctx, projectId: string, expertIds: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const doing = ctx.language === 'zh' ? '分派专家' : 'Assign experts';
    const project = await reviewOf(tx, ctx, projectId, { states: ['checked', 'reviewing'], doing });
    const experts: ExpertRow[] = [];
    for (const id of new Set(expertIds)) {
      const expert = await findExpert(tx, ctx.district, id);
      if (expert === undefined) throw new AppError('platform.not-found');
      if (!expert.active) throw new AppError('programs.expert.inactive', { expert: expert.name });
      experts.push(expert);
    }
    const there = new Set((await listReviews(tx, ctx.district, [projectId])).map((review) => review.expert_id));
    const twice = experts.find((expert) => there.has(expert.id));
    if (twice !== undefined) throw new AppError('programs.review.already-assigned', { expert: twice.name });
    const conflicts = await judgeExperts(ctx, tx, project, experts);
    const barred = experts.filter((expert) => (conflicts.get(expert.id) ?? []).length > 0);
    const why = (expert: ExpertRow) => (conflicts.get(expert.id) ?? []).map(({ text }) => text).join('；');
    if (barred[0] !== undefined)
      throw new AppError(
        'programs.review.conflict',
        { expert: barred[0].name, why: why(barred[0]) },
        barred.map((expert) => ({ path: expert.id, message: `${expert.name}：${why(expert)}` })),
      );
    for (const expert of experts) await insertReview(tx, ctx, projectId, expert.id);
    await writeAudit(tx, ctx, {
      action: 'programs.project.assign',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${project.title}` },
      details: { experts: experts.map(({ id, name }) => ({ id, name })) },
    });
  });
}
