import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { AgencyCard } from '../domain/agency.ts';
import { AgencyResolver } from '../domain/resolve-name.ts';
import { AGENCY_READ } from '../ip-agencies.catalogue.ts';
import { agencyReach, selectAllCards, selectCardOfParty, selectCards } from '../repositories/agency-repository.ts';
import { listDecidedNames } from '../repositories/name-repository.ts';
import { loadNamedAgencies } from '../repositories/resolve-references.ts';

/**
 * Cards by id, whatever the actor may see: for callers that have authorised and need names. Ids of agencies that were
 * found to be another yield that other's card; unknown ids are absent.
 */
export function findAgencies(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AgencyCard>> {
  return selectCards(ctx.db, ctx.district, ids);
}

/**
 * The agency, if the actor's scope of the permission reaches it: towns for liaisons, the own party for an agency.
 * @throws AppError platform.not-found outside the scope or unknown
 */
export async function requireAgency(ctx: Ctx, id: string, permission = AGENCY_READ): Promise<AgencyCard> {
  if (!may(ctx, permission)) throw new AppError('platform.not-found');
  const card = (await selectCards(ctx.db, ctx.district, [id], agencyReach(ctx, permission))).get(id);
  if (card === undefined) throw new AppError('platform.not-found');
  return card;
}

/** The agency a party of the market register is; undefined when it is none. Not limited by scope. */
export function agencyOfParty(ctx: Ctx, partyId: string): Promise<AgencyCard | undefined> {
  return selectCardOfParty(ctx.db, ctx.district, partyId);
}

/**
 * All agencies of the register, those from outside that file for the district among them. Not limited by scope.
 * @param options.asOf leaves out those established or licensed later
 */
export async function listAgencyCards(ctx: Ctx, options: { readonly asOf?: string } = {}): Promise<AgencyCard[]> {
  const cards = await selectAllCards(ctx.db, ctx.district);
  const { asOf } = options;
  return asOf === undefined ? cards : cards.filter((card) => card.licensedOn === null || card.licensedOn <= asOf);
}

/**
 * Agencies that written names stand for: spelling, former names, a code in brackets. Never a guess: what could be two, or is
 * only alike, is absent. Decisions of people on a name as written hold.
 */
export async function resolveAgencyNames(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  const resolver = new AgencyResolver(await loadNamedAgencies(ctx.db, ctx.district));
  const decided = await listDecidedNames(ctx.db, ctx.district, names);
  const found = new Map<string, string>();
  for (const written of new Set(names)) {
    const id = decided.has(written) ? decided.get(written) : resolver.resolve({ written }).agencyId;
    if (id !== null && id !== undefined) found.set(written, id);
  }
  return found;
}
