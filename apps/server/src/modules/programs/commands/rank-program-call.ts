import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { findCall } from '../repositories/call-repository.ts';
import { listProjectsOfCall } from '../repositories/project-repository.ts';

export interface RankResult {
  readonly ranked: number;
  /** Projects that cannot be ranked yet, each with the reason. */
  readonly waiting: { readonly projectId: string; readonly title: string; readonly reason: string }[];
}

/** Ends the review of every project of a call whose experts have all scored; each by itself, so that one does not hold the others. */
export async function rankProgramCall(ctx: Ctx, id: string): Promise<RankResult> {
  const call = await findCall(ctx.db, ctx.district, id);
  if (call === undefined) throw new AppError('platform.not-found');
  const projects = await listProjectsOfCall(ctx.db, ctx.district, id, ['reviewing']);
  if (projects.length === 0) throw new AppError('programs.call.nothing-to-rank');
  const result: RankResult = { ranked: 0, waiting: [] };
  let ranked = 0;
  for (const project of projects) {
    try {
      await inTransaction(ctx, (tx) => performAction(tx, ctx, project.file_id, 'rank'));
      ranked += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reason = ctx.services.sentence(error, ctx.language).text;
      result.waiting.push({ projectId: project.id, title: project.title, reason });
    }
  }
  return { ...result, ranked };
}
