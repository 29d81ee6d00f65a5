import { bind, type ModuleDefinition } from '../../platform/module.ts';
import * as may from './assistance.catalogue.ts';
import { addOrigin } from './commands/add-origin.ts';
import { assignAidHelper, endAidAssignment } from './commands/assign-helper.ts';
import { createAidExpert, endAidExpert } from './commands/keep-experts.ts';
import { addJointAction, createCrossRegion, receiveCrossRegion } from './commands/open-cross-region.ts';
import { createAidRequest, fileAidRequest } from './commands/open-request.ts';
import { assistanceContribution } from './facts/aid-subject.ts';
import { orderedSubscribers, orderedTasks } from './jobs/take-ordered.ts';
import { crossRegionProcedure } from './procedure/cross-region-procedure.ts';
import { requestProcedure } from './procedure/request-procedure.ts';
import { downloadRegionPackage, getCrossRegion, listCrossRegions } from './queries/list-cross-regions.ts';
import { listOrigins } from './queries/list-origins.ts';
import { getAidRequest, listAidExperts, listAidHelpers, listAidRequests } from './queries/list-requests.ts';
import { listOtherDistricts } from './repositories/district-repository.ts';

const procedures = [requestProcedure, crossRegionProcedure];

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  procedures.flatMap((one) => one.actions.map(({ action, label }) => [`${one.procedure}.${action}`, label])),
);

const done = { ok: true as const };

/** Rights aid and cross-region help. */
export const assistanceModule: ModuleDefinition = {
  name: 'assistance',
  permissions: may.assistancePermissions,
  errors: may.assistanceErrors,
  actions: { ...stepActions, ...may.assistanceActions },
  facts: assistanceContribution,
  procedures,
  jobs: orderedTasks,
  subscribers: orderedSubscribers,
  routes: [
    bind('listAidRequests', may.AID_READ, (ctx, { query }) => listAidRequests(ctx, query)),
    bind('getAidRequest', may.AID_READ, (ctx, { params }) => getAidRequest(ctx, params.id)),
    bind('createAidRequest', may.AID_HANDLE, (ctx, { body }) => createAidRequest(ctx, body)),
    bind('fileAidRequest', may.AID_FILE, (ctx, { body }) => fileAidRequest(ctx, body)),
    bind('listAidHelpers', may.AID_ASSIGN, (ctx, { params, query }) => listAidHelpers(ctx, params.id, query)),
    bind('assignAidHelper', may.AID_ASSIGN, (ctx, { params, body }) => assignAidHelper(ctx, params.id, body)),
    bind('endAidAssignment', may.AID_ASSIGN, async (ctx, { params, query }) => {
      await endAidAssignment(ctx, params.id, params.assignmentId, query.reason);
      return done;
    }),
    bind('listAidExperts', may.EXPERT_READ, (ctx, { query }) => listAidExperts(ctx, query.q)),
    bind('createAidExpert', may.EXPERT_EDIT, (ctx, { body }) => createAidExpert(ctx, body)),
    bind('endAidExpert', may.EXPERT_EDIT, async (ctx, { params }) => {
      await endAidExpert(ctx, params.id);
      return done;
    }),
    bind('listCrossRegions', may.REGION_READ, (ctx, { query }) => listCrossRegions(ctx, query)),
    bind('getCrossRegion', may.REGION_READ, (ctx, { params }) => getCrossRegion(ctx, params.id)),
    bind('createCrossRegion', may.REGION_HANDLE, (ctx, { body }) => createCrossRegion(ctx, body)),
    bind('receiveCrossRegion', may.REGION_HANDLE, (ctx, { body }) => receiveCrossRegion(ctx, body)),
    bind('listRegionDistricts', may.REGION_READ, async (ctx) => ({ items: await listOtherDistricts(ctx.db, ctx) })),
    bind('addJointAction', may.REGION_HANDLE, (ctx, { params, body }) => addJointAction(ctx, params.id, body)),
    bind('downloadRegionPackage', may.REGION_READ, (ctx, { params }) =>
      downloadRegionPackage(ctx, params.id, params.which),
    ),
    bind('listOrigins', may.ORIGIN_READ, (ctx, { query }) => listOrigins(ctx, query)),
    bind('addOrigin', may.ORIGIN_EDIT, (ctx, { body }) => addOrigin(ctx, body)),
  ],
};
