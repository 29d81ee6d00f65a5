import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { PAPER_DRAFT } from '../case-papers.catalogue.ts';
import { suggestEntry } from '../domain/suggest-entries.ts';
import { requireUnsealed } from '../queries/load-paper.ts';
import { formOf, readSources } from '../queries/read-sources.ts';
import { findPaper, insertPaper, insertVersion } from '../repositories/paper-repository.ts';
import { auditPaper } from './change-paper.ts';

export interface PaperOrder {
  readonly form: string;
  /** A paper that is out and that this one corrects. */
  readonly corrects?: string | null;
}

/** The paper that is to be corrected. @throws AppError 404 · case-papers.paper.not-served */
async function requireCorrected(ctx: Ctx, caseId: string, id: string): Promise<void> {
  const paper = await findPaper(ctx.db, ctx.district, id);
  if (paper === undefined || paper.caseId !== caseId) throw new AppError('platform.not-found');
  if (paper.state !== 'issued' && paper.state !== 'served') throw new AppError('case-papers.paper.not-served');
}

/** Begins a paper in the caller's transaction, with what the record proposes as its first version. */
export async function beginPaper(tx: Tx, reader: Ctx, caseId: string, order: PaperOrder): Promise<string> {
  const ctx: Ctx = { ...reader, db: tx as unknown as Ctx['db'] };
  const form = formOf(ctx, order.form);
  const corrects = order.corrects ?? null;
  const record = await getCaseRecord(ctx, caseId, PAPER_DRAFT);
  await requireUnsealed(ctx, caseId);
  if (corrects !== null) await requireCorrected(ctx, caseId, corrects);
  const src = await readSources(ctx, caseId, { record, corrects });
  const entries = Object.fromEntries(
    form.entries.map(({ path, suggest, type }) => {
      const text = suggestEntry(src, suggest) ?? '';
      return [path, type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? '' : text];
    }),
  );
  const id = uuidv7();
  await insertPaper(tx, ctx, { id, caseId, form: form.form, title: form.label, corrects });
  await insertVersion(tx, ctx, id, { version: 1, entries });
  await auditPaper(
    tx,
    ctx,
    { id, caseId, title: form.label },
    { action: PAPER_DRAFT, details: { form: form.form, corrects } },
  );
  return id;
}

/** Begins a paper of a case, filled from its record. @throws AppError 404 · case-papers.archive.sealed · case-papers.paper.not-served */
export async function beginCasePaper(ctx: Ctx, caseId: string, order: PaperOrder): Promise<{ readonly id: string }> {
  return { id: await inTransaction(ctx, (tx) => beginPaper(tx, ctx, caseId, order)) };
}
