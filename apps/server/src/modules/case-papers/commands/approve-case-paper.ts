import type { CasePaperDetail } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { requireCase } from '../../cases/index.ts';
import { PAPER_APPROVE, STEP_PERMISSION } from '../case-papers.catalogue.ts';
import { actedBefore, nextStep } from '../domain/approval-way.ts';
import { STEP_LABELS } from '../queries/fill-paper.ts';
import { formOf } from '../queries/read-sources.ts';
import { getCasePaper } from '../queries/show-paper.ts';
import { insertApproval, listApprovals, setPaperState } from '../repositories/paper-repository.ts';
import { changePaper, type PaperChange, requireState } from './change-paper.ts';
import { requireComplete } from './submit-case-paper.ts';

export interface Verdict {
  readonly verdict: 'approved' | 'returned';
  readonly opinion: string | null;
}

/** Gives the approval a paper waits for, in the caller's transaction. */
export async function approvePaper({ tx, ctx, paper }: PaperChange, { verdict, opinion }: Verdict): Promise<void> {
  const { approvals: steps } = formOf(ctx, paper.form);
  const given = (await listApprovals(tx, ctx.district, [paper.id])).get(paper.id) ?? [];
  const step = nextStep(steps, given);
  if (step === undefined) throw new Error(`paper ${paper.id} waits for nobody`);
  if (!may(ctx, STEP_PERMISSION[step]))
    throw new AppError('case-papers.paper.not-your-step', { step: STEP_LABELS[step][ctx.language] });
  await requireCase(ctx, paper.caseId, STEP_PERMISSION[step]);
  if (actedBefore(given, ctx.actor.userId)) throw new AppError('case-papers.paper.own');
  if (verdict === 'returned' && (opinion ?? '') === '') throw new AppError('case-papers.paper.no-opinion');
  if (verdict === 'approved') await requireComplete(ctx, paper);
  await insertApproval(tx, ctx, paper.id, { version: paper.version, step, verdict, opinion });
  const last = steps.at(-1) === step;
  if (verdict === 'returned') await setPaperState(tx, ctx.district, paper.id, 'draft');
  else if (last) await setPaperState(tx, ctx.district, paper.id, 'approved');
}

/**
 * Approves or returns a paper at the step it waits for.
 * @throws AppError case-papers.paper.not-your-step · case-papers.paper.own · case-papers.paper.no-opinion ·
 *   case-papers.paper.wrong-state · case-papers.paper.stale
 */
export async function approveCasePaper(
  ctx: Ctx,
  id: string,
  { version, ...verdict }: Verdict & { readonly version: number },
): Promise<CasePaperDetail> {
  const action = verdict.verdict === 'returned' ? 'case-papers.paper.return' : PAPER_APPROVE;
  await changePaper(
    ctx,
    { id, permission: PAPER_APPROVE, action, details: { version, ...verdict } },
    async (change) => {
      requireState(change.ctx, change.paper, 'submitted', version);
      await approvePaper(change, verdict);
    },
  );
  return getCasePaper(ctx, id);
}
