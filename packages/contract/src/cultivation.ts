import { z } from 'zod';
import { csvList, idParams, localDate, ok, uuid } from './common.ts';
import { adviceRoutes } from './cultivation-advice.ts';
import { campaignDetail, campaignSummary, campaignTemplate } from './cultivation-shapes.ts';
import { workRoutes } from './cultivation-work.ts';
import { route } from './route.ts';

export * from './cultivation-shapes.ts';

const ruleProblems = z.array(
  z.object({
    part: z.string(),
    code: z.string(),
    from: z.number(),
    to: z.number(),
    text: z.string(),
    suggestion: z.string().nullable(),
  }),
);

const campaignRoutes = {
  listCampaigns: route({
    method: 'GET',
    path: '/api/cultivation/campaigns',
    summary: 'Campaigns with their progress',
    query: z.object({ state: csvList.optional(), clause: csvList.optional() }),
    response: z.object({ items: z.array(campaignSummary), templates: z.array(campaignTemplate) }),
  }),
  previewCampaign: route({
    method: 'POST',
    path: '/api/cultivation/campaigns/preview',
    summary: 'Whom a target rule selects now, by town, before anything is saved',
    readOnly: true,
    body: z.object({
      targetRule: z.string().max(20_000),
      successRule: z.string().max(20_000).optional(),
      /** Kind of the targets; absent: told by the rule itself. */
      subject: z.string().max(40).optional(),
    }),
    response: z.object({
      problems: ruleProblems,
      sentence: z.string().nullable(),
      successSentence: z.string().nullable(),
      total: z.number().int(),
      unknown: z.number().int(),
      alreadyDone: z.number().int(),
      byTown: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      sample: z.array(
        z.object({ id: uuid, label: z.string(), href: z.string().nullable(), town: z.string().nullable() }),
      ),
    }),
  }),
  createCampaign: route({
    method: 'POST',
    path: '/api/cultivation/campaigns',
    summary: 'Open a campaign as a draft, from a template or freely',
    body: z.object({
      template: z.string().max(60).nullable().optional(),
      /** Kind of the targets; absent: that of the template, else told by the rule itself. */
      subject: z.string().max(40).optional(),
      title: z.string().trim().min(2).max(80),
      clause: z.string().max(10),
      purpose: z.string().trim().max(500).default(''),
      targetRule: z.string().max(20_000),
      successRule: z.string().max(20_000),
      from: localDate,
      to: localDate,
      goal: z.number().int().min(0).nullable().optional(),
      assignment: z.enum(['town', 'none']).default('town'),
    }),
    response: z.object({ id: uuid }),
  }),
  getCampaign: route({
    method: 'GET',
    path: '/api/cultivation/campaigns/:id',
    summary: 'One campaign: rules, funnel, progress by town and officer, history',
    params: idParams,
    response: campaignDetail,
  }),
  updateCampaign: route({
    method: 'PATCH',
    path: '/api/cultivation/campaigns/:id',
    summary: 'Change title, period, goal or purpose',
    params: idParams,
    body: z.object({
      title: z.string().trim().min(2).max(80).optional(),
      purpose: z.string().trim().max(500).optional(),
      from: localDate.optional(),
      to: localDate.optional(),
      goal: z.number().int().min(0).nullable().optional(),
    }),
    response: ok,
  }),
  startCampaign: route({
    method: 'POST',
    path: '/api/cultivation/campaigns/:id/start',
    summary: 'Fix the baseline and open the worklist',
    params: idParams,
    response: z.object({ baseline: z.number().int() }),
  }),
  closeCampaign: route({
    method: 'POST',
    path: '/api/cultivation/campaigns/:id/close',
    summary: 'Close a campaign; its figures stay',
    params: idParams,
    body: z.object({ note: z.string().trim().min(2).max(300) }),
    response: ok,
  }),
  previewCampaignRule: route({
    method: 'POST',
    path: '/api/cultivation/campaigns/:id/rule/preview',
    summary: 'Whom a changed target rule adds and drops, and what happens to their logs',
    params: idParams,
    readOnly: true,
    body: z.object({ targetRule: z.string().max(20_000), successRule: z.string().max(20_000).optional() }),
    response: z.object({
      problems: ruleProblems,
      sentence: z.string().nullable(),
      added: z.object({
        total: z.number().int(),
        sample: z.array(z.object({ id: uuid, label: z.string(), town: z.string().nullable() })),
      }),
      dropped: z.object({
        total: z.number().int(),
        withVisits: z.number().int(),
        sample: z.array(z.object({ id: uuid, label: z.string(), town: z.string().nullable() })),
      }),
      unchanged: z.number().int(),
    }),
  }),
  changeCampaignRule: route({
    method: 'PUT',
    path: '/api/cultivation/campaigns/:id/rule',
    summary:
      'Save a changed rule as its next version: added ones come in as late entries, dropped ones leave with their log kept',
    params: idParams,
    body: z.object({
      targetRule: z.string().max(20_000),
      successRule: z.string().max(20_000).optional(),
      note: z.string().trim().min(2).max(300),
      version: z.number().int(),
    }),
    response: z.object({ version: z.number().int(), added: z.number().int(), dropped: z.number().int() }),
  }),
};

/** Campaigns, their worklists and visits, class advice, the pool of marks. */
export const cultivationRoutes = { ...campaignRoutes, ...workRoutes, ...adviceRoutes };
