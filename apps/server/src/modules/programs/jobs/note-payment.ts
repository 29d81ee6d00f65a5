import { takeAuditTurn, writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { setInstalment } from '../repositories/part-repository.ts';

const ORIGIN = 'programs.instalment';

export const PAID_TASK = 'programs.note-payment';
export const FAILED_TASK = 'programs.note-failed-payment';

interface PayableTold {
  readonly originKind: string;
  readonly originId: string;
}

async function note(
  ctx: Ctx,
  { originKind, originId }: PayableTold,
  change: { readonly state: 'paid' | 'failed'; readonly paid_on?: string; readonly reason: string | null },
): Promise<void> {
  if (originKind !== ORIGIN) return;
  await inTransaction(ctx, async (tx) => {
    // Funds take this turn before instalments as well: both wait in the same order.
    await takeAuditTurn(tx, ctx);
    if (!(await setInstalment(tx, ctx.district, originId, change))) return;
    await writeAudit(tx, ctx, {
      action: 'programs.instalment.pay',
      subject: { kind: ORIGIN, id: originId, label: ORIGIN },
      details: change,
    });
  });
}

/** Funds say that an instalment was paid. */
export const notePaymentTask: JobTask = {
  task: PAID_TASK,
  label: { zh: '登记项目资助到账', en: 'Note instalments as paid' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'programs',
  run: (ctx, payload: PayableTold & { readonly paidOn: string }) =>
    note(ctx, payload, { state: 'paid', paid_on: payload.paidOn, reason: null }),
};

/** Funds say that the bank sent an instalment back. */
export const noteFailedPaymentTask: JobTask = {
  task: FAILED_TASK,
  label: { zh: '登记项目资助退回', en: 'Note instalments that came back' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'programs',
  run: (ctx, payload: PayableTold & { readonly reason: string }) =>
    note(ctx, payload, { state: 'failed', reason: payload.reason }),
};
