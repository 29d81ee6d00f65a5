import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadPaper, requireUnsealed } from '../queries/load-paper.ts';
import { stateLabel } from '../queries/paper-lines.ts';
import type { PaperRow, PaperState } from '../repositories/paper-repository.ts';

/** What a change of a paper works with: `ctx.db` is the transaction. */
export interface PaperChange {
  readonly tx: Tx;
  readonly ctx: Ctx;
  readonly paper: PaperRow;
}

export interface ChangeOrder {
  readonly id: string;
  readonly permission: string;
  /** Absent: the permission itself. */
  readonly action?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Runs a change of one paper: locked, within reach, its file not sealed, audited, all in one transaction. */
export async function changePaper(
  reader: Ctx,
  order: ChangeOrder,
  work: (change: PaperChange) => Promise<void>,
): Promise<void> {
  await inTransaction(reader, async (tx) => {
    const ctx: Ctx = { ...reader, db: tx as unknown as Ctx['db'] };
    const paper = await loadPaper(ctx, order.id, { permission: order.permission, lock: true });
    await requireUnsealed(ctx, paper.caseId);
    await work({ tx, ctx, paper });
    await auditPaper(tx, ctx, paper, { action: order.action ?? order.permission, details: order.details ?? {} });
  });
}

/** Writes down what was done with a paper. */
export async function auditPaper(
  tx: Tx,
  ctx: Ctx,
  paper: Pick<PaperRow, 'id' | 'title' | 'caseId'>,
  { action, details }: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<void> {
  await writeAudit(tx, ctx, {
    action,
    subject: { kind: 'case-papers.paper', id: paper.id, label: paper.title },
    details: { case: paper.caseId, ...details },
  });
}

/**
 * @throws AppError case-papers.paper.out for a paper that has gone out · case-papers.paper.wrong-state ·
 *   case-papers.paper.stale for another version
 */
export function requireState(ctx: Ctx, paper: PaperRow, state: PaperState, version?: number): void {
  if (paper.state !== state) {
    const words = { title: paper.title, number: paper.number ?? '—', state: stateLabel(ctx, paper.state) };
    const out = paper.state === 'issued' || paper.state === 'served';
    throw new AppError(out ? 'case-papers.paper.out' : 'case-papers.paper.wrong-state', words);
  }
  if (version !== undefined && version !== paper.version)
    throw new AppError('case-papers.paper.stale', { version: paper.version });
}
