import { z } from 'zod';
import { csvList, flag, idParams, localDate, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { campaignStep, targetState, traceNode, visit, workItem } from './cultivation-shapes.ts';
import { route } from './route.ts';

const listFilter = {
  q: z.string().max(100).optional(),
  town: csvList.optional(),
  state: csvList.optional(),
  step: csvList.optional(),
  assignee: csvList.optional(),
  late: flag.optional(),
  overdue: flag.optional(),
  mine: flag.optional(),
  /** Someone was reached and the target has not left: the figure `contacted`. */
  contacted: flag.optional(),
};

/** Worklists, assignment and visits. */
export const workRoutes = {
  listWorkItems: route({
    method: 'GET',
    path: '/api/cultivation/campaigns/:id/targets',
    summary: 'The worklist of a campaign',
    params: idParams,
    query: pageQuery.extend(listFilter),
    response: pageOf(workItem),
  }),
  exportWorkItems: route({
    method: 'GET',
    path: '/api/cultivation/campaigns/:id/targets/export',
    summary: 'The worklist as a workbook, as filtered',
    params: idParams,
    query: z.object(listFilter),
    transport: 'file',
  }),
  listMyWork: route({
    method: 'GET',
    path: '/api/cultivation/my-work',
    summary: 'Everything I have to visit, of all running campaigns, soonest first',
    query: pageQuery.extend(listFilter).extend({ campaign: csvList.optional() }),
    response: pageOf(workItem),
  }),
  getWorkItem: route({
    method: 'GET',
    path: '/api/cultivation/targets/:id',
    summary: 'One target: why it is on the list, what is missing to success, its visits',
    params: idParams,
    response: workItem.extend({
      address: z.string().nullable(),
      contact: z.string().nullable(),
      why: traceNode,
      success: traceNode,
      steps: z.array(campaignStep),
      visitLog: z.array(visit),
      timeline: z.array(z.object({ at: timestamp, actor: z.string(), text: z.string() })),
      otherCampaigns: z.array(z.object({ id: uuid, title: z.string(), state: targetState })),
      mayLog: z.boolean(),
    }),
  }),
  assignWorkItems: route({
    method: 'POST',
    path: '/api/cultivation/campaigns/:id/assign',
    summary: 'Give targets to an officer or to their towns; with preview it only tells the effect',
    params: idParams,
    body: z.object({
      targets: z.array(uuid).max(5000).optional(),
      filter: z
        .object({
          town: z.array(z.string()).optional(),
          state: z.array(targetState).optional(),
          unassigned: z.boolean().optional(),
        })
        .optional(),
      to: z.union([
        z.object({ account: uuid }),
        z.object({ byTown: z.literal(true) }),
        z.object({ none: z.literal(true) }),
      ]),
      preview: z.boolean().default(false),
    }),
    response: z.object({
      count: z.number().int(),
      byOfficer: z.array(z.object({ name: z.string(), count: z.number().int() })),
      withoutOfficer: z.number().int(),
    }),
  }),
  listAssignees: route({
    method: 'GET',
    path: '/api/cultivation/assignees',
    summary: 'Accounts that may work targets, with their towns',
    response: z.object({ items: z.array(z.object({ id: uuid, name: z.string(), towns: z.array(z.string()) })) }),
  }),
  logVisit: route({
    method: 'POST',
    path: '/api/cultivation/targets/:id/visits',
    summary: 'Log a visit. The id is made by the device, so sending a kept draft twice logs it once',
    params: idParams,
    body: z.object({
      id: uuid,
      visitedOn: localDate,
      channel: z.enum(['on-site', 'phone', 'online', 'meeting']),
      person: z.string().trim().max(60).nullable().optional(),
      summary: z.string().trim().min(2).max(2000),
      result: z.enum(['contacted', 'in-progress', 'declined', 'not-found']),
      step: z.string().max(60).nullable().optional(),
      nextStep: z.string().trim().max(300).nullable().optional(),
      nextOn: localDate.nullable().optional(),
    }),
    response: visit,
  }),
  addVisitPhoto: route({
    method: 'POST',
    path: '/api/cultivation/visits/:id/photos',
    summary: 'Add a photo (JPEG, PNG, WebP) to a visit',
    params: idParams,
    transport: 'multipart',
    response: visit,
  }),
  getVisitPhoto: route({
    method: 'GET',
    path: '/api/cultivation/visits/:id/photos/:sha256',
    summary: 'A photo of a visit',
    params: z.object({ id: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    transport: 'file',
  }),
  listVisits: route({
    method: 'GET',
    path: '/api/cultivation/visits',
    summary: 'Visits, newest first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      campaign: csvList.optional(),
      town: csvList.optional(),
      from: localDate.optional(),
      to: localDate.optional(),
      mine: flag.optional(),
      party: uuid.optional(),
    }),
    response: pageOf(visit),
  }),
};
