import type { CasePaperDetail } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PAPER_DRAFT } from '../case-papers.catalogue.ts';
import { elementsOf, missingOf, paperValues } from '../queries/fill-paper.ts';
import { formOf, readSources } from '../queries/read-sources.ts';
import { getCasePaper, labelOf, readPaperState } from '../queries/show-paper.ts';
import { insertApproval, type PaperRow, setPaperState } from '../repositories/paper-repository.ts';
import { changePaper, type PaperChange, requireState } from './change-paper.ts';

/**
 * Whether a paper says all it must.
 * @throws AppError case-papers.paper.missing naming the fields · case-papers.paper.element naming what the law wants
 */
export async function requireComplete(ctx: Ctx, paper: PaperRow): Promise<void> {
  const form = formOf(ctx, paper.form);
  const { entries, approvals } = await readPaperState(ctx, paper);
  const src = await readSources(ctx, paper.caseId, { corrects: paper.corrects });
  const values = paperValues({ src, form, entries, approvals });
  const missing = missingOf(form, values, labelOf(ctx, paper.form));
  if (missing.length > 0)
    throw new AppError(
      'case-papers.paper.missing',
      { title: paper.title, missing: missing.map(({ label }) => label).join('、') },
      missing.map(({ path }) => ({ path, message: 'required' })),
    );
  const unmet = elementsOf(form, values).filter(({ met }) => !met);
  if (unmet.length > 0)
    throw new AppError('case-papers.paper.element', {
      missing: unmet.map(({ label }) => label[ctx.language]).join('、'),
    });
}

/** Hands a draft in, in the caller's transaction: on to its first approval, or at once to be issued where it needs none. */
export async function submitPaper({ tx, ctx, paper }: PaperChange, opinion: string | null): Promise<void> {
  await requireComplete(ctx, paper);
  const { approvals } = formOf(ctx, paper.form);
  await insertApproval(tx, ctx, paper.id, { version: paper.version, step: 'handler', verdict: 'approved', opinion });
  await setPaperState(tx, ctx.district, paper.id, approvals.length === 0 ? 'approved' : 'submitted');
}

/** Hands a draft in for approval. @throws AppError case-papers.paper.missing · case-papers.paper.element · case-papers.paper.stale */
export async function submitCasePaper(
  ctx: Ctx,
  id: string,
  { version, opinion }: { readonly version: number; readonly opinion: string | null },
): Promise<CasePaperDetail> {
  const order = { id, permission: PAPER_DRAFT, action: 'case-papers.paper.submit', details: { version } };
  await changePaper(ctx, order, async (change) => {
    requireState(change.ctx, change.paper, 'draft', version);
    await submitPaper(change, opinion);
  });
  return getCasePaper(ctx, id);
}
