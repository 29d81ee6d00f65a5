import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import {
  type ClaimRow,
  findClaim,
  findLine,
  type LineRow,
  listLines,
  updateLine,
} from '../repositories/claim-repository.ts';
import { settleClawBack } from '../repositories/claw-back-repository.ts';
import { markClaimant } from '../steps/claim-of-step.ts';

interface PayableEvent {
  readonly originKind: string;
  readonly originId: string;
  readonly paidOn?: string;
  readonly amountFen?: number;
  readonly reason?: string;
}

const OWN = 'subsidies.claim-line';
const EVERYWHERE = { kind: 'district' } as const;

type Told = { readonly tx: Tx; readonly ctx: Ctx; readonly line: LineRow; readonly claim: ClaimRow };

/** Runs with the claim locked: two lines paid at the same moment must not both see the other open. */
async function withLine(reader: Ctx, event: PayableEvent, work: (told: Told) => Promise<void>): Promise<void> {
  if (event.originKind !== OWN) return;
  const ctx: Ctx = { ...reader, actor: systemActor };
  await inTransaction(ctx, async (tx) => {
    await sql`select 1 from procedures.file f join subsidies.claim_line l on l.district = f.district and l.claim_id = f.id
      where f.district = ${ctx.district} and l.id = ${event.originId} for update of f`.execute(tx);
    const line = await findLine(tx, ctx.district, event.originId);
    const claim = line === undefined ? undefined : await findClaim(tx, ctx.district, line.claimId, EVERYWHERE);
    if (line !== undefined && claim !== undefined) await work({ tx, ctx, line, claim });
  });
}

/** A line was paid; when all are, the claim is. Told twice, it changes nothing. */
async function notePaid(reader: Ctx, event: PayableEvent): Promise<void> {
  await withLine(reader, event, async ({ tx, ctx, line, claim }) => {
    if (line.payment === 'paid') return;
    await updateLine(tx, ctx.district, line.id, {
      payment: 'paid',
      paidFen: event.amountFen ?? line.approvedFen,
      paidOn: event.paidOn ?? ctx.today,
      paymentNote: null,
    });
    const open = (await listLines(tx, ctx.district, [claim.id])).some(
      (one) => one.payment === 'payable' || one.payment === 'failed',
    );
    await markClaimant(tx, ctx, claim.partyKey);
    if (!open && claim.state === 'released') await performAction(tx, ctx, claim.id, 'pay-confirm');
  });
}

async function noteFailed(reader: Ctx, event: PayableEvent): Promise<void> {
  await withLine(reader, event, async ({ tx, ctx, line, claim }) => {
    if (line.payment === 'paid') return;
    await updateLine(tx, ctx.district, line.id, { payment: 'failed', paymentNote: event.reason ?? null });
    if (claim.state === 'released')
      await performAction(tx, ctx, claim.id, 'note-failure', { note: `${line.label}：${event.reason ?? ''}` });
  });
}

async function noteSettled(reader: Ctx, event: PayableEvent): Promise<void> {
  await withLine(reader, event, async ({ tx, ctx, line, claim }) => {
    if (line.clawSettledOn !== null) return;
    await updateLine(tx, ctx.district, line.id, { clawSettledOn: ctx.today });
    const open = (await listLines(tx, ctx.district, [claim.id])).some(
      (one) => one.clawBackFen !== null && one.clawSettledOn === null,
    );
    await markClaimant(tx, ctx, claim.partyKey);
    if (open || claim.state !== 'clawing-back') return;
    await settleClawBack(tx, ctx.district, claim.id, ctx.today);
    await performAction(tx, ctx, claim.id, 'settle');
  });
}

const task = (
  name: string,
  label: JobTask['label'],
  run: (ctx: Ctx, event: PayableEvent) => Promise<void>,
): JobTask => ({
  task: `subsidies.${name}`,
  label,
  cancellable: false,
  maxAttempts: 10,
  run: (ctx, event: PayableEvent) => run(ctx, event),
});

export const notePaidTask = task('note-paid', { zh: '登记奖补已拨付', en: 'Note that a subsidy was paid' }, notePaid);
export const noteFailedTask = task(
  'note-failed',
  { zh: '登记奖补支付失败', en: 'Note that a payment failed' },
  noteFailed,
);
export const noteSettledTask = task(
  'note-settled',
  { zh: '登记奖补已追回', en: 'Note that a claw-back was settled' },
  noteSettled,
);
