import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { ARCHIVE_SEAL } from '../case-papers.catalogue.ts';
import { findArchive, markSealed } from '../repositories/archive-repository.ts';
import { listPapers } from '../repositories/paper-repository.ts';
import { changeCaseFile } from './change-case-file.ts';

const ENDED = ['closed', 'archived', 'not-filed', 'terminated', 'elsewhere'];
const OPEN = ['draft', 'submitted', 'approved'];
const SHOWN = 5;

/** @throws AppError case-papers.archive.open-drafts naming the papers that are not finished */
async function requireNoDrafts(ctx: Ctx, caseId: string): Promise<void> {
  const open = (await listPapers(ctx.db, ctx.district, caseId)).filter(({ state }) => OPEN.includes(state));
  if (open.length > 0)
    throw new AppError('case-papers.archive.open-drafts', {
      count: open.length,
      titles: open
        .slice(0, SHOWN)
        .map(({ title }) => title)
        .join('、'),
    });
}

/**
 * Seals the archive of a case that has ended: from now on nothing is added. A closed case is archived with it.
 * @throws AppError case-papers.archive.none · case-papers.archive.not-closed · case-papers.archive.open-drafts · 404
 */
export async function sealCaseArchive(ctx: Ctx, caseId: string): Promise<{ ok: true }> {
  await changeCaseFile(ctx, { caseId, permission: ARCHIVE_SEAL }, async (tx, at, card) => {
    const archive = await findArchive(tx, at.district, caseId);
    if (archive?.sha256 == null) throw new AppError('case-papers.archive.none');
    if (!ENDED.includes(card.state)) throw new AppError('case-papers.archive.not-closed', { state: card.stateLabel });
    await requireNoDrafts(at, caseId);
    await markSealed(tx, at, caseId);
    if (card.state === 'closed') await performAction(tx, at, caseId, 'archive');
  });
  return { ok: true };
}
