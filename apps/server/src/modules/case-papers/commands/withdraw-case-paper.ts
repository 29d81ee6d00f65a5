import type { CasePaperDetail } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PAPER_WITHDRAW } from '../case-papers.catalogue.ts';
import { stateLabel } from '../queries/paper-lines.ts';
import { getCasePaper } from '../queries/show-paper.ts';
import { markWithdrawn } from '../repositories/paper-repository.ts';
import { changePaper } from './change-paper.ts';

/**
 * Takes back a paper nobody has been served with. Its number stays used: a series has no gaps and no number twice.
 * @throws AppError case-papers.paper.out once it was served · case-papers.paper.wrong-state
 */
export async function withdrawCasePaper(
  ctx: Ctx,
  id: string,
  { reason }: { readonly reason: string },
): Promise<CasePaperDetail> {
  await changePaper(ctx, { id, permission: PAPER_WITHDRAW, details: { reason } }, async ({ tx, ctx: at, paper }) => {
    const words = { title: paper.title, number: paper.number ?? '—', state: stateLabel(at, paper.state) };
    if (paper.state === 'served') throw new AppError('case-papers.paper.out', words);
    if (paper.state === 'withdrawn') throw new AppError('case-papers.paper.wrong-state', words);
    await markWithdrawn(tx, at, id, reason);
  });
  return getCasePaper(ctx, id);
}
