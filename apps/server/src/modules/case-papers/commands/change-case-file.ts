import type { CaseCard } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { requireCase } from '../../cases/index.ts';
import { requireUnsealed } from '../queries/load-paper.ts';

export interface CaseFileOrder {
  readonly caseId: string;
  readonly permission: string;
  /** Absent: the permission itself. */
  readonly action?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Runs a change of the file of a case: within reach, not sealed, audited, all in one transaction. */
export async function changeCaseFile<T>(
  reader: Ctx,
  order: CaseFileOrder,
  work: (tx: Tx, ctx: Ctx, card: CaseCard) => Promise<T>,
): Promise<T> {
  return inTransaction(reader, async (tx) => {
    const ctx: Ctx = { ...reader, db: tx as unknown as Ctx['db'] };
    const card = await requireCase(ctx, order.caseId, order.permission);
    await requireUnsealed(ctx, order.caseId);
    const done = await work(tx, ctx, card);
    await writeAudit(tx, ctx, {
      action: order.action ?? order.permission,
      subject: { kind: 'cases.case', id: card.id, label: card.number },
      details: order.details ?? {},
    });
    return done;
  });
}
