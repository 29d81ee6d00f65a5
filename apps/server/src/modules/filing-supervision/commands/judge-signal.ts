import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { recordAbnormalFinding, withdrawAbnormalFinding } from '../../ip-rights/index.ts';
import { precisionOf } from '../domain/learn.ts';
import { SIGNAL_JUDGE } from '../filing-supervision.catalogue.ts';
import { countJudged, insertJudgement, type Verdict, withdrawStanding } from '../repositories/judgement-repository.ts';
import { type LockedSignal, lockSignal } from '../repositories/read-signal.ts';
import { reweighKind, setSignalState } from '../repositories/signal-repository.ts';

export interface JudgeSignalInput {
  readonly verdict: Verdict;
  readonly reason: string;
  /** Keys of the filings held abnormal; absent: those of the party it is about, else all. */
  readonly filings?: readonly string[] | undefined;
  /** Hash of the evidence the judge saw; absent: whatever it is now. */
  readonly seen?: string | undefined;
}

/** Under this name the findings of a signal stand in the register of patents. */
const sourceOf = (signalId: string) => `filing-signal:${signalId}`;

/** Conduct of an agency is no abnormal filing of its clients. */
const holdsFilings = (signal: LockedSignal, verdict: Verdict) =>
  verdict === 'confirmed' && signal.category !== 'agency' && signal.filings.length > 0;

/** @throws AppError filing-supervision.signal.not-its-filings, no-filings */
function chosenFilings(signal: LockedSignal, input: JudgeSignalInput): readonly string[] {
  if (!holdsFilings(signal, input.verdict)) return [];
  if (input.filings === undefined) return signal.own.length > 0 ? signal.own : signal.filings;
  const strangers = input.filings.filter((key) => !signal.filings.includes(key));
  if (strangers.length > 0)
    throw new AppError('filing-supervision.signal.not-its-filings', { count: strangers.length });
  if (input.filings.length === 0) throw new AppError('filing-supervision.signal.no-filings');
  return [...new Set(input.filings)];
}

/** What others learn of a confirmation or its withdrawal. */
function tell(ctx: Ctx, signal: LockedSignal, text: string) {
  return {
    signalId: signal.id,
    kind: signal.kind,
    agencyId: signal.agency_id,
    partyId: signal.subject_type === 'party' ? signal.subject_id : null,
    personId: signal.person_id,
    on: ctx.today,
    text,
  };
}

/** Takes back what stands of a signal, and what follows from it. Returns what stood. */
async function liftStanding(tx: Tx, ctx: Ctx, signal: LockedSignal, reason: string) {
  const lifted = await withdrawStanding(tx, ctx, signal.id, reason);
  if (lifted?.verdict === 'confirmed')
    await publishEvent(tx, ctx, 'filing-supervision.signal.withdrawn', tell(ctx, signal, reason));
  return lifted;
}

/** The kind as a whole weighs otherwise after each judgement. */
async function learn(tx: Tx, ctx: Ctx, kind: string): Promise<void> {
  const judged = (await countJudged(tx, ctx.district)).get(kind) ?? { confirmed: 0, explained: 0, unsure: 0 };
  await reweighKind(tx, ctx.district, kind, precisionOf(ctx.services.jurisdiction.signalLearning, judged).factor);
}

/**
 * Keeps what a person says of a signal; a newer word replaces the older. A confirmation holds its filings to be abnormal
 * from today; any other word takes back what an earlier one held.
 * @throws AppError platform.not-found also for what lies outside the actor's places
 */
export async function judgeSignal(
  ctx: Ctx,
  id: string,
  input: JudgeSignalInput,
): Promise<{ id: string; held: number }> {
  return inTransaction(ctx, async (tx) => {
    const signal = await lockSignal(tx, ctx, SIGNAL_JUDGE, id);
    if (signal === undefined) throw new AppError('platform.not-found');
    if (signal.gone) throw new AppError('filing-supervision.signal.gone');
    if (input.seen !== undefined && input.seen !== signal.evidence_hash)
      throw new AppError('filing-supervision.signal.changed-meanwhile');
    const filings = chosenFilings(signal, input);
    const before = await liftStanding(tx, ctx, signal, '由新的判定替代');
    const source = sourceOf(signal.id);
    const dropped = signal.held.filter((key) => !filings.includes(key));
    if (dropped.length > 0)
      await withdrawAbnormalFinding(tx, ctx, { source, reason: input.reason, patentKeys: dropped });
    const category = Number(signal.category);
    const held =
      filings.length === 0
        ? []
        : await recordAbnormalFinding(tx, ctx, { source, patentKeys: filings, category, reason: input.reason });
    const judgement = uuidv7();
    await insertJudgement(tx, ctx, {
      id: judgement,
      signalId: signal.id,
      kind: signal.kind,
      verdict: input.verdict,
      reason: input.reason,
      filings,
      evidenceHash: signal.evidence_hash,
      strength: signal.strength,
    });
    await setSignalState(tx, ctx.district, signal.id, input.verdict);
    await learn(tx, ctx, signal.kind);
    if (input.verdict === 'confirmed')
      await publishEvent(tx, ctx, 'filing-supervision.signal.confirmed', tell(ctx, signal, signal.why_zh));
    await writeAudit(tx, ctx, {
      action: SIGNAL_JUDGE,
      subject: { kind: 'filing-signal', id: signal.id, label: signal.subject_label },
      details: {
        kind: signal.kind,
        verdict: input.verdict,
        reason: input.reason,
        filings,
        before: before?.verdict ?? null,
      },
    });
    return { id: judgement, held: held.length };
  });
}

/**
 * Takes the standing judgement back: the signal is open again, and what it held abnormal is so no longer.
 * @throws AppError filing-supervision.signal.not-judged; platform.not-found also outside the actor's places
 */
export async function withdrawSignalJudgement(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const signal = await lockSignal(tx, ctx, SIGNAL_JUDGE, id);
    if (signal === undefined) throw new AppError('platform.not-found');
    const lifted = await liftStanding(tx, ctx, signal, reason);
    if (lifted === undefined) throw new AppError('filing-supervision.signal.not-judged');
    const freed = await withdrawAbnormalFinding(tx, ctx, { source: sourceOf(signal.id), reason });
    await setSignalState(tx, ctx.district, signal.id, 'open');
    await learn(tx, ctx, signal.kind);
    await writeAudit(tx, ctx, {
      action: 'filing-supervision.signal.withdraw',
      subject: { kind: 'filing-signal', id: signal.id, label: signal.subject_label },
      details: { kind: signal.kind, verdict: lifted.verdict, reason, filings: freed },
    });
  });
}
