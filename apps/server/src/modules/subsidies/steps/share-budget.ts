import { AppError } from '../../../platform/errors/errors.ts';
import { closedReason } from '../domain/closed-reason.ts';
import { sharePool } from '../domain/share-pool.ts';
import type { Computation, ComputedLine } from '../queries/compute-claim.ts';
import { listDemand } from '../repositories/claim-repository.ts';
import type { StepClaim } from './claim-of-step.ts';

const withLines = (now: Computation, lines: readonly ComputedLine[]): Computation => ({
  ...now,
  lines,
  totalFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
});

/**
 * A policy that shares its budget in proportion is decided once everybody has applied: then what is asked beyond the
 * budget lowers all claims alike. Policies that serve in turn are left to the ledger.
 * @throws AppError subsidies.claim.window-open while others may still apply
 */
export async function shareBudget({ ctx, claim }: StepClaim, now: Computation): Promise<Computation> {
  const { policy } = now.version;
  if (policy.overBudget !== 'pro-rata') return now;
  if (closedReason(now.version, ctx.today) === null)
    throw new AppError('subsidies.claim.window-open', {
      windows: policy.windows.map((one) => `${one.from}至${one.to}`).join('、'),
    });
  const { policyCode, fundYear } = claim;
  const demand = await listDemand(ctx.db, ctx.district, { policyCode, fundYear, exceptClaim: claim.id });
  const shares = sharePool(policy, now.lines, demand);
  const lines = now.lines.map((line, at): ComputedLine => {
    const { amountFen, steps } = shares[at] ?? { amountFen: line.amountFen, steps: [] };
    const told = steps.map((text) => ({ code: 'budget' as const, text, fen: amountFen }));
    return { ...line, amountFen, steps: [...line.steps, ...told] };
  });
  return withLines(now, lines);
}

/** At release the share that was decided stands: the facts of now may lower it, nothing raises it. */
export function keepShare({ lines: known }: Pick<StepClaim, 'lines'>, now: Computation): Computation {
  if (now.version.policy.overBudget !== 'pro-rata') return now;
  const lines = now.lines.map((line): ComputedLine => {
    const approved = known.find((one) => one.id === line.lineId)?.approvedFen ?? null;
    if (approved === null || line.amountFen <= approved) return line;
    const step = { code: 'budget' as const, text: '按审定时的分配比例，不高于审定金额', fen: approved };
    return { ...line, amountFen: approved, steps: [...line.steps, step] };
  });
  return withLines(now, lines);
}
