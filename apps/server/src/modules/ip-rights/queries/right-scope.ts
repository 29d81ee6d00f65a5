import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { HolderRow } from '../repositories/history-repository.ts';

/**
 * Refuses a record outside the actor's scope as if it were not there. A right is seen through its holders' parties and
 * their towns; through its own town only while no holder is linked.
 * @throws AppError platform.not-found
 */
export function assertInScope(
  ctx: Ctx,
  permission: string,
  right: { town_code: string | null },
  holders: readonly HolderRow[],
): void {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return;
  const linked = holders.filter((holder) => holder.partyId !== null);
  const seen =
    linked.length === 0
      ? right.town_code !== null && scope.towns.includes(right.town_code)
      : linked.some(
          (holder) =>
            scope.parties.includes(holder.partyId as string) ||
            (holder.partyTown !== null && scope.towns.includes(holder.partyTown)),
        );
  if (!seen) throw new AppError('platform.not-found');
}

/** Holders as the contract shows them. */
export function toHolderDetails(holders: readonly HolderRow[]) {
  return holders.map(({ order, name, share, partyId, partyName, mentionId, decision }) => ({
    order,
    name,
    share,
    partyId,
    partyName,
    mentionId,
    decision,
  }));
}

/** The town a right counts for: that of its first linked holder, its own when none is linked. */
export function townOf(right: { town_code: string | null }, holders: readonly HolderRow[]): string | null {
  const linked = holders.find((holder) => holder.partyId !== null);
  return linked === undefined ? right.town_code : linked.partyTown;
}
