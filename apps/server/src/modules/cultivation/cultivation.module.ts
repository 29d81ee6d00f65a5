import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { addPoolEntry } from './commands/add-pool-entry.ts';
import { addVisitPhoto } from './commands/add-visit-photo.ts';
import { assignWorkItems } from './commands/assign-work-items.ts';
import { changeCampaignRule } from './commands/change-campaign-rule.ts';
import { closeCampaign } from './commands/close-campaign.ts';
import { createCampaign } from './commands/create-campaign.ts';
import { logVisit } from './commands/log-visit.ts';
import { startCampaign } from './commands/start-campaign.ts';
import { updateCampaign } from './commands/update-campaign.ts';
import { updatePoolEntry } from './commands/update-pool-entry.ts';
import {
  ADVICE_READ,
  CAMPAIGN_EDIT,
  CAMPAIGN_READ,
  cultivationActions,
  cultivationErrors,
  cultivationPermissions,
  POOL_EDIT,
  POOL_READ,
  TARGET_ASSIGN,
  TARGET_READ,
  VISIT_LOG,
  VISIT_READ,
} from './cultivation.catalogue.ts';
import { catchUpCampaignTask } from './jobs/catch-up-campaign.ts';
import { refreshCampaignsTask } from './jobs/refresh-campaigns.ts';
import { classGapIndex } from './queries/class-gap-index.ts';
import { getClassGap, listClassGaps } from './queries/class-gaps.ts';
import { exportWorkItems } from './queries/export-work-items.ts';
import { rulesInUse } from './queries/for-plan.ts';
import { getBrief } from './queries/get-brief.ts';
import { listAssignees } from './queries/list-assignees.ts';
import { listCampaigns } from './queries/list-campaigns.ts';
import { listPoolEntries } from './queries/list-pool.ts';
import { getVisit, getVisitPhoto, listVisits } from './queries/list-visits.ts';
import { listMyWork, listWorkItems } from './queries/list-work-items.ts';
import { previewCampaign } from './queries/preview-campaign.ts';
import { previewCampaignRule } from './queries/preview-campaign-rule.ts';
import { getCampaign } from './queries/show-campaign.ts';
import { getWorkItem } from './queries/show-work-item.ts';

const done = { ok: true } as const;

/** Campaigns from rule to result, visits, class advice and the pool of marks. */
export const cultivationModule: ModuleDefinition = {
  name: 'cultivation',
  permissions: cultivationPermissions,
  errors: cultivationErrors,
  actions: cultivationActions,
  facts: { users: rulesInUse },
  jobs: [refreshCampaignsTask, catchUpCampaignTask],
  subscribers: { 'facts.refreshed': [refreshCampaignsTask.task] },
  warmUp: (ctx) => classGapIndex.get(ctx),
  routes: [
    bind('listCampaigns', CAMPAIGN_READ, (ctx, { query }) => listCampaigns(ctx, query)),
    bind('previewCampaign', CAMPAIGN_EDIT, (ctx, { body }) => previewCampaign(ctx, body)),
    bind('createCampaign', CAMPAIGN_EDIT, async (ctx, { body }) => ({ id: await createCampaign(ctx, body) })),
    bind('getCampaign', CAMPAIGN_READ, (ctx, { params }) => getCampaign(ctx, params.id)),
    bind('updateCampaign', CAMPAIGN_EDIT, async (ctx, { params, body }) => {
      await updateCampaign(ctx, params.id, body);
      return done;
    }),
    bind('startCampaign', CAMPAIGN_EDIT, async (ctx, { params }) => ({
      baseline: await startCampaign(ctx, params.id),
    })),
    bind('closeCampaign', CAMPAIGN_EDIT, async (ctx, { params, body }) => {
      await closeCampaign(ctx, params.id, body.note);
      return done;
    }),
    bind('previewCampaignRule', CAMPAIGN_EDIT, (ctx, { params, body }) => previewCampaignRule(ctx, params.id, body)),
    bind('changeCampaignRule', CAMPAIGN_EDIT, (ctx, { params, body }) => changeCampaignRule(ctx, params.id, body)),
    bind('listWorkItems', TARGET_READ, (ctx, { params, query }) => listWorkItems(ctx, params.id, query)),
    bind('exportWorkItems', TARGET_READ, (ctx, { params, query }) => exportWorkItems(ctx, params.id, query)),
    bind('listMyWork', VISIT_LOG, (ctx, { query }) => listMyWork(ctx, query)),
    bind('getWorkItem', TARGET_READ, (ctx, { params }) => getWorkItem(ctx, params.id)),
    bind('assignWorkItems', TARGET_ASSIGN, (ctx, { params, body }) => assignWorkItems(ctx, params.id, body)),
    bind('listAssignees', TARGET_READ, async (ctx) => ({ items: await listAssignees(ctx) })),
    bind('logVisit', VISIT_LOG, async (ctx, { params, body }) => {
      const id = await logVisit(ctx, params.id, body);
      return getVisit(ctx, VISIT_LOG, id);
    }),
    bind('addVisitPhoto', VISIT_LOG, async (ctx, { params, file }) => {
      await addVisitPhoto(ctx, params.id, file);
      return getVisit(ctx, VISIT_LOG, params.id);
    }),
    bind('getVisitPhoto', VISIT_READ, (ctx, { params }) => getVisitPhoto(ctx, params.id, params.sha256)),
    bind('listVisits', VISIT_READ, (ctx, { query }) => listVisits(ctx, query)),
    bind('listClassGaps', ADVICE_READ, (ctx, { query }) => listClassGaps(ctx, query)),
    bind('getClassGap', ADVICE_READ, (ctx, { params }) => getClassGap(ctx, params.id)),
    bind('listPoolEntries', POOL_READ, (ctx, { query }) => listPoolEntries(ctx, query)),
    bind('addPoolEntry', POOL_EDIT, async (ctx, { body }) => ({ id: await addPoolEntry(ctx, body) })),
    bind('updatePoolEntry', POOL_EDIT, async (ctx, { params, body }) => {
      await updatePoolEntry(ctx, params.id, body);
      return done;
    }),
    bind('getBrief', ADVICE_READ, (ctx, { params }) => getBrief(ctx, params.id)),
  ],
};
