import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { type CaseRow, findCase } from '../repositories/case-repository.ts';
import { appendEntry, noteDecisionPaper } from '../repositories/entry-repository.ts';
import { settleCases } from './settle-case.ts';

async function lock(tx: Tx, ctx: Ctx, id: string): Promise<CaseRow> {
  const row = await findCase(tx, ctx.district, id, true);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

export interface ServedPaper {
  readonly paperId: string;
  /** `notice`: the notice of the penalty; `decision`: the decision; `demand`; others are only recorded. */
  readonly kind: string;
  /** `YYYY-MM-DD`: clocks run from this day. */
  readonly servedOn: string;
  readonly mode: 'direct' | 'leave' | 'electronic' | 'post' | 'entrusted' | 'forwarded' | 'announcement';
  readonly number?: string | null | undefined;
  readonly receiver?: string | null | undefined;
}

const ACTIONS: Readonly<Record<string, { readonly action: string; readonly from: readonly string[] }>> = {
  notice: { action: 'serve-notice', from: ['notified'] },
  decision: { action: 'serve', from: ['decided'] },
  demand: { action: 'demand', from: ['executing', 'published'] },
};

/**
 * A paper of a case was served, in the caller's transaction. The notice starts the time to state a case (and to ask for a
 * hearing), the decision those of payment, reconsideration and suit, where the case has come so far.
 * @throws AppError 404 · cases.case.in-future
 */
export async function recordPaperServed(tx: Tx, ctx: Ctx, caseId: string, paper: ServedPaper): Promise<void> {
  const row = await lock(tx, ctx, caseId);
  if (paper.servedOn > ctx.today) throw new AppError('cases.case.in-future', { on: paper.servedOn, today: ctx.today });
  const move = ACTIONS[paper.kind];
  if (paper.kind === 'decision' && paper.number != null)
    await noteDecisionPaper(tx, ctx.district, caseId, { paperNo: paper.number });
  if (move?.from.includes(row.state) === true) {
    const late = paper.servedOn < ctx.today;
    await performAction(tx, ctx, caseId, move.action, {
      fields: {
        on: paper.servedOn,
        mode: paper.mode,
        receiver: paper.receiver ?? null,
        backDatedReason: late ? '按送达回证登记' : null,
      },
    });
    return;
  }
  await appendEntry(tx, ctx, caseId, {
    kind: 'service',
    on: paper.servedOn,
    data: { what: paper.kind, mode: paper.mode, paperId: paper.paperId, receiver: paper.receiver ?? null },
  });
  await settleCases(tx, ctx, [caseId]);
}

export interface TransferAnswer {
  /** `accepted`: taken for examination; `filed`: a criminal case was opened; `refused`; `returned`: given back later, for an administrative penalty. */
  readonly answer: 'accepted' | 'filed' | 'refused' | 'returned';
  readonly on: string;
  readonly organisation: string;
  readonly documentNo?: string | null | undefined;
  readonly text?: string | null | undefined;
}

/** What the police answered to a transfer, in the caller's transaction. Refused or returned, the case can be taken up again. */
export async function recordTransferAnswer(tx: Tx, ctx: Ctx, caseId: string, answer: TransferAnswer): Promise<void> {
  await lock(tx, ctx, caseId);
  const { on, ...data } = answer;
  await appendEntry(tx, ctx, caseId, { kind: 'transfer-answer', on, data });
  await settleCases(tx, ctx, [caseId]);
}

/** The penalty of a case was made public, in the caller's transaction: stops the clock of publication. */
export async function recordPublication(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  publication: { readonly on: string; readonly address: string },
): Promise<void> {
  const row = await lock(tx, ctx, caseId);
  if (row.state === 'served' || row.state === 'executing') {
    const backDatedReason = publication.on < ctx.today ? '按公示记录登记' : null;
    await performAction(tx, ctx, caseId, 'publish', { fields: { ...publication, backDatedReason } });
    return;
  }
  await appendEntry(tx, ctx, caseId, {
    kind: 'publication',
    on: publication.on,
    data: { address: publication.address },
  });
  await settleCases(tx, ctx, [caseId]);
}
