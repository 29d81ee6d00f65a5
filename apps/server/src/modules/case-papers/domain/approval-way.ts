import type { PaperApproval } from '@jince/wujiang';

export interface GivenApproval {
  readonly seq: number;
  readonly version: number;
  readonly step: 'handler' | PaperApproval;
  readonly verdict: 'approved' | 'returned';
  readonly opinion: string | null;
  readonly by: string | null;
  readonly byName: string;
  readonly at: string;
}

/** Approvals that count: those after the last hand-in, none once it was returned. */
export function standingApprovals(given: readonly GivenApproval[]): readonly GivenApproval[] {
  const last = given.findLastIndex(({ step }) => step === 'handler');
  const round = last < 0 ? [] : given.slice(last);
  return round.some(({ verdict }) => verdict === 'returned') ? [] : round;
}

/** The step a paper waits for; undefined where all have approved. */
export function nextStep(steps: readonly PaperApproval[], given: readonly GivenApproval[]): PaperApproval | undefined {
  const done = new Set(standingApprovals(given).map(({ step }) => step));
  return steps.find((step) => !done.has(step));
}

/** Whether somebody already acted on the paper in this round: nobody approves twice or what is their own. */
export const actedBefore = (given: readonly GivenApproval[], userId: string | null): boolean =>
  userId !== null && standingApprovals(given).some(({ by }) => by === userId);
