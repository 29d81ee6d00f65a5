import { type CreditRuleSet, creditRuleSets } from '@jince/law';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type AgencyCard, findAgencies } from '../../ip-agencies/index.ts';

/** Rules an agency of these kinds is scored by; undefined where none apply. */
export function ruleSetOf(kinds: readonly string[]): CreditRuleSet | undefined {
  return creditRuleSets.find((set) => set.appliesTo.kinds.some((kind) => kinds.includes(kind)));
}

/** Rules people are scored by. */
export const peopleRuleSet = (): CreditRuleSet => creditRuleSets.find((set) => set.appliesTo.people) as CreditRuleSet;

type Placed = Pick<AgencyCard, 'partyId' | 'townCode'>;

/** Tells of an agency whether the actor's scope of a permission reaches it. */
export function reachOf(ctx: Ctx, permission: string): (card: Placed) => boolean {
  if (!may(ctx, permission)) return () => false;
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return () => true;
  const towns = new Set(scope.towns);
  const parties = new Set(scope.parties);
  return ({ townCode, partyId }) =>
    (townCode !== null && towns.has(townCode)) || (partyId !== null && parties.has(partyId));
}

/** An agency within the actor's reach. @throws AppError 404 otherwise */
export async function reachAgency(ctx: Ctx, agencyId: string | null, permission: string): Promise<AgencyCard> {
  const card = agencyId === null ? undefined : (await findAgencies(ctx, [agencyId])).get(agencyId);
  if (card === undefined || !reachOf(ctx, permission)(card)) throw new AppError('platform.not-found');
  return card;
}
