import type { RouteOutput, routes } from '@jince/contract';
import { prohibitionOf } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { listPublished } from '../../policies/index.ts';
import { closedReason } from '../domain/closed-reason.ts';
import { sentences } from '../domain/sentences.ts';
import { CLAIM_FILE } from '../subsidies.catalogue.ts';
import { findStopsOfParty } from './compute-claim.ts';
import { openParty } from './open-claim.ts';

type Route = (typeof routes)['listClaimableItems'];

/** Items one may apply for, with the fields to state and the papers to add. @throws AppError 404 for a party out of reach */
export async function listClaimableItems(ctx: Ctx, partyId: string | undefined): Promise<RouteOutput<Route>> {
  const scope = scopeFor(ctx, CLAIM_FILE);
  const own = scope.kind === 'district' || scope.parties.length !== 1 ? undefined : scope.parties[0];
  const wanted = partyId ?? own;
  const party = wanted === undefined ? null : await openParty(ctx, wanted, CLAIM_FILE);
  const stops = party === null ? [] : await findStopsOfParty(ctx, party);
  const items = (await listPublished(ctx, ctx.today)).flatMap((version) => {
    const { policy } = version;
    const open = closedReason(version, ctx.today) === null;
    const window = policy.windows.find((one) => ctx.today <= one.to) ?? null;
    return policy.items
      .filter((item) => !item.legacy && prohibitionOf(item.trigger, ctx.today) === undefined)
      .filter((item) => party === null || item.beneficiaries.includes(party.kind))
      .map((item) => ({
        policy: {
          versionId: version.id,
          code: version.code,
          version: version.version,
          title: policy.title,
          example: policy.example,
        },
        item: item.code,
        itemName: item.name,
        clause: item.clause,
        text: item.text,
        window,
        open,
        fields: item.declared.map(({ path, type, label, unit }) => ({ path, type, label, unit })),
        materials: item.materials.map(({ code, label, fromRegister }) => ({ code, label, fromRegister })),
      }));
  });
  return {
    party:
      party === null
        ? null
        : {
            id: party.id,
            name: party.name,
            uscc: party.uscc,
            town: ctx.services.places.townName(party.townCode),
            townCode: party.townCode,
          },
    barred: stops.length === 0 ? null : sentences(stops),
    items,
  };
}
