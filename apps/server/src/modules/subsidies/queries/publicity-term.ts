import type { Ctx } from '../../../platform/context/context.ts';
import type { ClockTerm } from '../../../platform/procedures/index.ts';
import type { PolicyVersion } from '../../policies/index.ts';
import { findList, listEntriesOfClaim } from '../repositories/publicity-repository.ts';

/** Working days a list of some items is made public: the longest of them. */
export function publicityDays(version: PolicyVersion, items: readonly string[]): { days: number; clause: string } {
  const longest = version.policy.items
    .filter((item) => items.includes(item.code))
    .toSorted((a, b) => b.publicityWorkingDays - a.publicityWorkingDays)[0];
  const own = longest ?? version.policy.items[0];
  return { days: own?.publicityWorkingDays ?? 0, clause: own?.clause ?? '' };
}

/** The term of a claim's publicity is that of the list it was published in. */
export async function publicityTerm(ctx: Ctx, claimId: string): Promise<ClockTerm> {
  const entry = (await listEntriesOfClaim(ctx.db, ctx.district, claimId)).at(-1);
  if (entry === undefined) throw new RangeError(`claim ${claimId} stands in no list`);
  const list = await findList(ctx.db, ctx.district, entry.listId);
  if (list === undefined) throw new RangeError(`list ${entry.listId} is gone`);
  return {
    count: list.workingDays,
    unit: 'working-day',
    article: `${list.policyTitle}${entry.clause}（${list.number}）`,
  };
}
