import { Readable } from 'node:stream';
import { addDays } from '@jince/calendar';
import type { ClaimState } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listPublished, type PolicyVersion } from '../../policies/index.ts';
import { createClaim } from '../commands/create-claim.ts';
import { declineEntitlement } from '../commands/decline-entitlement.ts';
import { getClaim } from '../queries/show-claim.ts';
import { type Cast, castOf, onDay } from './demo-cast.ts';
import { demoPaper } from './demo-paper.ts';
import { DAYS_TO_PAY, filingDay, SETTLED, statesFor, workday } from './plan-claims.ts';
import { type Played, playClaim } from './play-claim.ts';
import { type DemoTools, publishDemo, settleDemo } from './play-money.ts';

interface Offer {
  readonly id: string;
  readonly partyId: string;
  readonly versionId: string;
  readonly item: string;
  readonly key: string;
  readonly townCode: string | null;
}

/** Days before today a claim is filed that was decided: so many that seven steps lie behind it. */
const DAYS_UNDER_WAY = 11;
/** Claims that wait at an earlier step were filed later: their clocks still run. */
const DAYS_WAITING: Partial<Record<ClaimState, number>> = {
  draft: 1,
  submitted: 2,
  recommended: 3,
  supplementing: 3,
  accepted: 5,
  checked: 6,
  reviewed: 7,
};
const DECLINED = 2;

async function hasClaims(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from subsidies.claim where district = ${ctx.district} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** What is offered under the policy that offers most: one per party, always in the same order. */
async function listOffers(ctx: Ctx): Promise<Offer[]> {
  const { rows } =
    await sql<Offer>`select distinct on (e.party_name, e.party_id) e.id, e.party_id as "partyId", e.version_id as "versionId",
      e.item, e.achievement_key as key, e.town_code as "townCode"
    from subsidies.entitlement e where e.district = ${ctx.district} and e.state = 'offered' and e.amount_fen > 0
      and e.version_id = (select version_id from subsidies.entitlement where district = ${ctx.district} and state = 'offered'
        group by 1 order by count(*) desc, 1 limit 1)
    order by e.party_name, e.party_id, e.item, e.achievement_key`.execute(ctx.db);
  return rows;
}

/** Gives each state its offers; those that await a town come from towns with a liaison in the demo. */
function deal(ctx: Ctx, offers: readonly Offer[]): { state: ClaimState; offer: Offer }[] {
  const { officerTowns } = ctx.services.jurisdiction.demoWork;
  const left = [...offers];
  const take = (state: ClaimState): Offer | undefined => {
    const wanted = (one: Offer) => one.townCode !== null && !officerTowns.includes(one.townCode);
    const at = state === 'submitted' ? left.findIndex(wanted) : left.findIndex((one) => !wanted(one));
    return left.splice(Math.max(at, 0), 1)[0];
  };
  return statesFor(offers.length).flatMap((state) => {
    const offer = take(state);
    return offer === undefined ? [] : [{ state, offer }];
  });
}

async function addPapers(ctx: Ctx, claimId: string, tools: DemoTools): Promise<void> {
  const { materials } = await getClaim(ctx, claimId);
  for (const title of new Set(materials.filter((one) => one.standing === 'missing').map((one) => one.label)))
    await tools.call(ctx, 'attachDocument', {
      params: { id: claimId },
      file: {
        fileName: `${title}.pdf`,
        mediaType: 'application/pdf',
        content: Readable.from([demoPaper()]),
        fields: { kind: 'material', title },
      },
    });
}

/** Opens a claim on its day: settled ones by own application, since nothing was found for them then. */
async function openDemo(
  ctx: Ctx,
  cast: Cast,
  offer: Offer,
  played: Omit<Played, 'id'>,
  tools: DemoTools,
): Promise<Played> {
  const { contact } = ctx.services.jurisdiction.demoClaims;
  const then = onDay(ctx, played.filedOn, 0, cast.officer);
  const who = { contactName: contact.name, contactPhone: contact.phone };
  const { id } = await createClaim(
    then,
    SETTLED.includes(played.state)
      ? {
          ...who,
          partyId: offer.partyId,
          versionId: offer.versionId,
          lines: [{ item: offer.item, achievementKey: offer.key, declared: {} }],
        }
      : { ...who, entitlementIds: [offer.id] },
  );
  if (played.state !== 'draft') await addPapers(then, id, tools);
  return { ...played, id };
}

/** When a claim was filed: long ago where it has been paid since. */
function dayOf(version: PolicyVersion, state: ClaimState, today: string): string | undefined {
  const ago = SETTLED.includes(state) ? DAYS_UNDER_WAY + DAYS_TO_PAY : (DAYS_WAITING[state] ?? DAYS_UNDER_WAY);
  return filingDay(version.policy.windows, today, ago) ?? filingDay(version.policy.windows, today, 0);
}

/**
 * Claims of the demo over all states, one list in publicity, one closed and paid, one claw-back: made by the commands
 * themselves as the demo accounts; all of it is invented. Does nothing where there are claims already, or no accounts.
 */
export async function seedDemoClaims(ctx: Ctx, tools: DemoTools): Promise<{ claims: number; declined: number }> {
  const cast = await castOf(ctx);
  if (cast === undefined || (await hasClaims(ctx))) return { claims: 0, declined: 0 };
  const offers = await listOffers(ctx);
  const version = (await listPublished(ctx, ctx.today)).find((one) => one.id === offers[0]?.versionId);
  if (version === undefined) return { claims: 0, declined: 0 };
  const claims: Played[] = [];
  const dealt = deal(ctx, offers);
  for (const [at, { state, offer }] of dealt.entries()) {
    const filedOn = dayOf(version, state, ctx.today);
    if (filedOn === undefined) continue;
    const played = await openDemo(ctx, cast, offer, { state, filedOn }, tools);
    await playClaim(ctx, cast, played, at + 1);
    claims.push(played);
  }
  const settled = claims.filter((one) => SETTLED.includes(one.state));
  const running = claims.filter((one) => one.state === 'publicised' || one.state === 'objected');
  await publishDemo(ctx, cast, settled, workday(publishDay(settled, ctx.today)));
  await settleDemo(ctx, cast, settled, tools);
  await publishDemo(ctx, cast, running, ctx.today);
  const { texts } = ctx.services.jurisdiction.demoClaims;
  const used = new Set(dealt.map(({ offer }) => offer.id));
  const spare = offers.filter((one) => !used.has(one.id)).slice(0, DECLINED);
  for (const one of spare) await declineEntitlement(onDay(ctx, ctx.today, 0, cast.officer), one.id, texts.declined);
  await tools.settle();
  return { claims: claims.length, declined: spare.length };
}

/** The decision lies within the days a claim is under way. */
function publishDay(claims: readonly Played[], today: string): string {
  const [first] = claims;
  const day = first === undefined ? today : addDays(first.filedOn, DAYS_UNDER_WAY);
  return day < today ? day : today;
}
