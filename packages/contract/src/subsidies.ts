import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';
import { claimRoutes } from './subsidies-claims.ts';
import { publicityRoutes } from './subsidies-publicity.ts';
import { entitlement, entitlementDetail, fen, nextStep, partyRef } from './subsidies-shapes.ts';

export type { ClaimDetail } from './subsidies-claims.ts';
export {
  type ClaimCalculation,
  type ClaimState,
  type ClaimSummary,
  claimState,
  clawBackReason,
  type EntitlementDetail,
  type EntitlementState,
  type EntitlementView,
  entitlementState,
  type NextStep,
  type ObjectionView,
  type PublicListDetail,
  type PublicListView,
  type PublicRow,
} from './subsidies-shapes.ts';

const count = z.object({ code: z.string(), label: z.string(), count: z.number().int(), fen });

const entitlementRoutes = {
  listEntitlements: route({
    method: 'GET',
    path: '/api/subsidies/entitlements',
    summary: 'Entitlements found by the system; sort by amountFen, foundOn, party, achievedOn',
    query: pageQuery.extend({
      policy: z.string().max(60).optional(),
      item: csvList.optional(),
      town: csvList.optional(),
      state: csvList.optional(),
      party: uuid.optional(),
      q: z.string().max(100).optional(),
    }),
    response: pageOf(entitlement).extend({
      sumFen: fen,
      parties: z.number().int(),
      byState: z.array(count),
      byItem: z.array(count),
      byTown: z.array(count),
      /** Last look over the whole district; null before the first. */
      refreshedAt: z.string().nullable(),
      factsAsOf: localDate.nullable(),
    }),
  }),
  getEntitlement: route({
    method: 'GET',
    path: '/api/subsidies/entitlements/:id',
    summary: 'One entitlement with the whole why: preconditions, conditions, steps of the amount, papers, history',
    params: idParams,
    response: entitlementDetail,
  }),
  getPartyEntitlements: route({
    method: 'GET',
    path: '/api/subsidies/parties/:id/entitlements',
    summary: 'What a party is entitled to, and what is missing for the next step',
    params: idParams,
    response: z.object({
      party: partyRef,
      entitlements: z.array(entitlement),
      next: z.array(nextStep),
      bannedUntil: localDate.nullable(),
      factsAsOf: localDate,
    }),
  }),
  declineEntitlement: route({
    method: 'POST',
    path: '/api/subsidies/entitlements/:id/decline',
    summary: 'Say that the party does not want it, with the reason',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    response: ok,
  }),
  refreshEntitlements: route({
    method: 'POST',
    path: '/api/subsidies/entitlements/refresh',
    summary: 'Look over the whole district now',
    body: z.object({}).optional(),
    response: z.object({ jobId: uuid }),
  }),
};

export const subsidyRoutes = { ...entitlementRoutes, ...claimRoutes, ...publicityRoutes };
