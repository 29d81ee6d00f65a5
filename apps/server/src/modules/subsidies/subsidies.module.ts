import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { claimProcedure } from './claim-procedure.ts';
import { correctPublicityRow } from './commands/correct-publicity-row.ts';
import { createClaim } from './commands/create-claim.ts';
import { declineEntitlement, refreshEntitlements } from './commands/decline-entitlement.ts';
import { answerObjection, registerObjection } from './commands/handle-objections.ts';
import { previewPublicityList, publishPublicityList } from './commands/publish-publicity-list.ts';
import { saveClaimTerm } from './commands/save-claim-term.ts';
import { switchClaimVersion } from './commands/switch-claim-version.ts';
import { updateClaim } from './commands/update-claim.ts';
import { subsidyFacts } from './facts/claim-facts.ts';
import { concludePublicityTask, rereadListsTask } from './jobs/conclude-publicity.ts';
import { findEntitlementsTask } from './jobs/find-entitlements.ts';
import { noteFailedTask, notePaidTask, noteSettledTask } from './jobs/note-payments.ts';
import { downloadPublicityPaper } from './papers/list-paper.ts';
import { compareClaimVersion, getClaimCheck } from './queries/check-claim.ts';
import { listClaimableItems } from './queries/list-claimable-items.ts';
import { listBans, listClaims } from './queries/list-claims.ts';
import { listEntitlements } from './queries/list-entitlements.ts';
import { listObjections } from './queries/list-objections.ts';
import { downloadPublicList, getPublicList, listPublicLists } from './queries/public-lists.ts';
import { getPublicityList, listPublicityCandidates, listPublicityLists } from './queries/publicity-lists.ts';
import { getClaim } from './queries/show-claim.ts';
import { getEntitlement, getPartyEntitlements } from './queries/show-entitlement.ts';
import { getClaimTerms } from './queries/terms.ts';
import * as may from './subsidies.catalogue.ts';
import { subsidyErrors } from './subsidies.errors.ts';

const done = { ok: true } as const;
const anyone = { open: 'anyone' } as const;

/** Entitlements, claims, public lists and claw-backs. */
export const subsidiesModule: ModuleDefinition = {
  name: 'subsidies',
  permissions: may.subsidyPermissions,
  errors: subsidyErrors,
  actions: may.subsidyActions,
  facts: subsidyFacts,
  procedures: [claimProcedure],
  jobs: [findEntitlementsTask, notePaidTask, noteFailedTask, noteSettledTask, concludePublicityTask, rereadListsTask],
  subscribers: {
    'facts.refreshed': [findEntitlementsTask.task],
    'policies.policy.published': [findEntitlementsTask.task],
    'funds.payable.paid': [notePaidTask.task],
    'funds.payable.failed': [noteFailedTask.task],
    'funds.receivable.settled': [noteSettledTask.task],
    'procedures.calendar.changed': [rereadListsTask.task],
  },
  routes: [
    bind('listEntitlements', may.ENTITLEMENT_READ, (ctx, { query }) => listEntitlements(ctx, query)),
    bind('getEntitlement', may.ENTITLEMENT_READ, (ctx, { params }) => getEntitlement(ctx, params.id)),
    bind('getPartyEntitlements', may.ENTITLEMENT_READ, (ctx, { params }) => getPartyEntitlements(ctx, params.id)),
    bind('declineEntitlement', may.ENTITLEMENT_DECLINE, async (ctx, { params, body }) => {
      await declineEntitlement(ctx, params.id, body.reason);
      return done;
    }),
    bind('refreshEntitlements', may.ENTITLEMENT_REFRESH, async (ctx) => ({ jobId: await refreshEntitlements(ctx) })),
    bind('listClaims', may.CLAIM_READ, (ctx, { query }) => listClaims(ctx, query)),
    bind('listClaimableItems', may.CLAIM_FILE, (ctx, { query }) => listClaimableItems(ctx, query.party)),
    bind('createClaim', may.CLAIM_FILE, (ctx, { body }) => createClaim(ctx, body)),
    bind('getClaim', may.CLAIM_READ, (ctx, { params }) => getClaim(ctx, params.id)),
    bind('updateClaim', may.CLAIM_FILE, async (ctx, { params, body }) => {
      await updateClaim(ctx, params.id, body);
      return getClaim(ctx, params.id, may.CLAIM_FILE);
    }),
    bind('getClaimCheck', may.CLAIM_READ, (ctx, { params }) => getClaimCheck(ctx, params.id)),
    bind('compareClaimVersion', may.CLAIM_READ, (ctx, { params, query }) =>
      compareClaimVersion(ctx, params.id, query.versionId),
    ),
    bind('switchClaimVersion', may.CLAIM_SWITCH, async (ctx, { params, body }) => {
      await switchClaimVersion(ctx, params.id, body);
      return getClaim(ctx, params.id, may.CLAIM_SWITCH);
    }),
    bind('listBans', may.BAN_READ, (ctx, { query }) => listBans(ctx, query)),
    bind('getClaimTerms', may.CLAIM_READ, (ctx) => getClaimTerms(ctx)),
    bind('saveClaimTerm', may.TERM_EDIT, async (ctx, { body }) => {
      await saveClaimTerm(ctx, body);
      return done;
    }),
    bind('listPublicityCandidates', may.CLAIM_PUBLISH, (ctx) => listPublicityCandidates(ctx)),
    bind('previewPublicityList', may.CLAIM_PUBLISH, (ctx, { body }) => previewPublicityList(ctx, body)),
    bind('publishPublicityList', may.CLAIM_PUBLISH, (ctx, { body }) => publishPublicityList(ctx, body)),
    bind('listPublicityLists', may.PUBLICITY_READ, (ctx, { query }) => listPublicityLists(ctx, query)),
    bind('getPublicityList', may.PUBLICITY_READ, (ctx, { params }) => getPublicityList(ctx, params.id)),
    bind('downloadPublicityPaper', may.PUBLICITY_READ, (ctx, { params, query }) =>
      downloadPublicityPaper(ctx, params.id, query.format),
    ),
    bind('correctPublicityRow', may.PUBLICITY_CORRECT, async (ctx, { params, body }) => {
      await correctPublicityRow(ctx, params, body);
      return done;
    }),
    bind('listObjections', may.PUBLICITY_READ, (ctx, { query }) => listObjections(ctx, query)),
    bind('registerObjection', may.OBJECTION_HANDLE, (ctx, { params, body }) => registerObjection(ctx, params.id, body)),
    bind('answerObjection', may.OBJECTION_HANDLE, (ctx, { params, body }) => answerObjection(ctx, params.id, body)),
    bind('listPublicLists', anyone, (ctx, { query }) => listPublicLists(ctx, query)),
    bind('getPublicList', anyone, (ctx, { params }) => getPublicList(ctx, params.id)),
    bind('downloadPublicList', anyone, (ctx, { params, query }) => downloadPublicList(ctx, params.id, query.format)),
  ],
};
