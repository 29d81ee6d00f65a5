import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type ClaimRow, findClaim } from '../repositories/claim-repository.ts';
import { type Applicant, findApplicant } from '../repositories/party-repository.ts';

/** A claim within the actor's reach of a permission. @throws AppError platform.not-found */
export async function openClaim(ctx: Ctx, id: string, permission: string): Promise<ClaimRow> {
  const claim = await findClaim(ctx.db, ctx.district, id, scopeFor(ctx, permission));
  if (claim === undefined) throw new AppError('platform.not-found');
  return claim;
}

/** Whether the actor's reach of a permission holds this party. */
export function reachesParty(ctx: Ctx, permission: string, party: Pick<Applicant, 'id' | 'townCode'>): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return true;
  return scope.parties.includes(party.id) || (party.townCode !== null && scope.towns.includes(party.townCode));
}

/** A party within the actor's reach. @throws AppError platform.not-found */
export async function openParty(ctx: Ctx, id: string, permission: string): Promise<Applicant> {
  const party = await findApplicant(ctx.db, ctx.district, { id });
  if (party === undefined || !reachesParty(ctx, permission, party)) throw new AppError('platform.not-found');
  return party;
}

/** For whom an own application is: the one given, else the only party the actor stands for. */
export async function applicantOf(ctx: Ctx, partyId: string | undefined, permission: string): Promise<Applicant> {
  if (partyId !== undefined) return openParty(ctx, partyId, permission);
  const scope = scopeFor(ctx, permission);
  const [only, ...others] = scope.kind === 'district' ? [] : scope.parties;
  if (only === undefined || others.length > 0) throw new AppError('subsidies.claim.party-missing');
  return openParty(ctx, only, permission);
}
