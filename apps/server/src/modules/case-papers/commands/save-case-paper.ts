import { isLocalDate } from '@jince/calendar';
import type { CasePaperDetail } from '@jince/contract';
import type { CaseForm } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PAPER_DRAFT } from '../case-papers.catalogue.ts';
import { formOf } from '../queries/read-sources.ts';
import { getCasePaper } from '../queries/show-paper.ts';
import { insertVersion } from '../repositories/paper-repository.ts';
import { changePaper, requireState } from './change-paper.ts';

/** @throws AppError case-papers.paper.unknown-entry · case-papers.paper.bad-day */
export function checkEntries(form: CaseForm, entries: Readonly<Record<string, string>>): Record<string, string> {
  for (const [path, value] of Object.entries(entries)) {
    const entry = form.entries.find((one) => one.path === path);
    if (entry === undefined) throw new AppError('case-papers.paper.unknown-entry', { path });
    if (entry.type === 'date' && value !== '' && !isLocalDate(value))
      throw new AppError('case-papers.paper.bad-day', { label: entry.label }, [{ path, message: 'date' }]);
  }
  return Object.fromEntries(form.entries.map(({ path }) => [path, (entries[path] ?? '').trim()]));
}

export interface SavedPaper {
  readonly version: number;
  readonly entries: Readonly<Record<string, string>>;
}

/** Saves a draft as its next version. @throws AppError case-papers.paper.out · case-papers.paper.stale */
export async function saveCasePaper(ctx: Ctx, id: string, { version, entries }: SavedPaper): Promise<CasePaperDetail> {
  await changePaper(
    ctx,
    { id, permission: PAPER_DRAFT, details: { version: version + 1 } },
    async ({ tx, ctx: at, paper }) => {
      requireState(at, paper, 'draft', version);
      const checked = checkEntries(formOf(at, paper.form), entries);
      await insertVersion(tx, at, id, { version: version + 1, entries: checked });
    },
  );
  return getCasePaper(ctx, id);
}
