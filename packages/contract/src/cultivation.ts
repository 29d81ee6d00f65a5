import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { freshness } from './plan-progress.ts';
import { route } from './route.ts';

export const campaignState = z.enum(['draft', 'running', 'closed']);
/** Where one target stands. succeeded and reverted are read from the registers, never typed in. */
export const targetState = z.enum(['open', 'contacted', 'in-progress', 'succeeded', 'reverted', 'left', 'declined']);

const step = z.object({
  code: z.string(),
  label: z.string(),
  text: z.string(),
  /** Reached when the registers say so: shown, never offered to be ticked. */
  fromRegister: z.boolean(),
});

export const campaignSummary = z.object({
  id: uuid,
  template: z.string().nullable(),
  title: z.string(),
  clause: z.string(),
  subject: z.string(),
  state: campaignState,
  from: localDate,
  to: localDate,
  baselineOn: localDate.nullable(),
  responsible: z.string().nullable(),
  baseline: z.number().int(),
  late: z.number().int(),
  left: z.number().int(),
  /** Targets that count now: baseline + late − left. */
  targets: z.number().int(),
  contacted: z.number().int(),
  succeeded: z.number().int(),
  reverted: z.number().int(),
  goal: z.number().nullable(),
  refreshedAt: timestamp.nullable(),
});
export type CampaignSummary = z.output<typeof campaignSummary>;

export const ruleView = z.object({ text: z.string(), sentence: z.string(), version: z.number().int() });

export const campaignDetail = campaignSummary.extend({
  purpose: z.string(),
  caution: z.string().nullable(),
  targetRule: ruleView,
  successRule: ruleView,
  revertRule: ruleView.nullable(),
  steps: z.array(step),
  funnel: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int(), href: z.string() })),
  byTown: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      column: z.number(),
      row: z.number(),
      targets: z.number().int(),
      contacted: z.number().int(),
      succeeded: z.number().int(),
      reverted: z.number().int(),
    }),
  ),
  byOfficer: z.array(
    z.object({
      accountId: uuid.nullable(),
      name: z.string(),
      targets: z.number().int(),
      contacted: z.number().int(),
      succeeded: z.number().int(),
      overdue: z.number().int(),
    }),
  ),
  progress: z.array(
    z.object({ on: localDate, succeeded: z.number().int(), contacted: z.number().int(), targets: z.number().int() }),
  ),
  history: z.array(z.object({ at: timestamp, actor: z.string(), text: z.string() })),
  freshness,
  mayEdit: z.boolean(),
  mayAssign: z.boolean(),
});
export type CampaignDetail = z.output<typeof campaignDetail>;

export const campaignTemplate = z.object({
  code: z.string(),
  title: z.string(),
  clause: z.string(),
  subject: z.string(),
  purpose: z.string(),
  caution: z.string().nullable(),
  targetRule: z.string(),
  targetSentence: z.string(),
  successRule: z.string(),
  successSentence: z.string(),
  steps: z.array(step),
  responsible: z.string().nullable(),
  running: z.number().int(),
});

export const workItem = z.object({
  id: uuid,
  campaignId: uuid,
  campaignTitle: z.string(),
  subjectId: uuid,
  /** Who is visited: the subject itself, or the first holder of the right. */
  partyId: uuid.nullable(),
  name: z.string(),
  uscc: z.string().nullable(),
  href: z.string(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  industry: z.string().nullable(),
  state: targetState,
  step: z.string().nullable(),
  stepLabel: z.string().nullable(),
  late: z.boolean(),
  enteredOn: localDate,
  assigneeId: uuid.nullable(),
  assignee: z.string().nullable(),
  visits: z.number().int(),
  lastVisitOn: localDate.nullable(),
  nextOn: localDate.nullable(),
  nextStep: z.string().nullable(),
  overdue: z.boolean(),
  succeededOn: localDate.nullable(),
  leftReason: z.string().nullable(),
  version: z.number().int(),
});
export type WorkItem = z.output<typeof workItem>;

export const visit = z.object({
  id: uuid,
  targetId: uuid,
  subjectId: uuid,
  subjectName: z.string(),
  campaignTitle: z.string(),
  visitedOn: localDate,
  channel: z.enum(['on-site', 'phone', 'online', 'meeting']),
  person: z.string().nullable(),
  summary: z.string(),
  result: z.enum(['contacted', 'in-progress', 'declined', 'not-found']),
  step: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextOn: localDate.nullable(),
  photos: z.array(z.object({ sha256: z.string(), fileName: z.string(), size: z.number() })),
  by: z.string(),
  at: timestamp,
  /** Set when another visit of the same target was logged on the same day by someone else. */
  alsoLoggedBy: z.string().nullable(),
  /** Set when it came in after the campaign closed or the target left: kept, but it moves nothing. */
  note: z.string().nullable(),
});
export type Visit = z.output<typeof visit>;

export const traceNode: z.ZodType<TraceNode> = z.lazy(() =>
  z.object({
    sentence: z.string(),
    outcome: z.enum(['true', 'false', 'unknown', 'value']),
    inputs: z.array(z.object({ label: z.string(), value: z.string().nullable(), unit: z.string().nullable() })),
    parts: z.array(traceNode),
  }),
);
export interface TraceNode {
  sentence: string;
  outcome: 'true' | 'false' | 'unknown' | 'value';
  inputs: { label: string; value: string | null; unit: string | null }[];
  parts: TraceNode[];
}

export const classGap = z.object({
  partyId: uuid,
  name: z.string(),
  registered: z.array(
    z.object({
      niceClass: z.number().int(),
      label: z.string(),
      marks: z.number().int(),
      used: z.number().int(),
      lastUsedOn: localDate.nullable(),
    }),
  ),
  advised: z.array(
    z.object({
      niceClass: z.number().int(),
      label: z.string(),
      strength: z.enum(['core', 'related', 'neighbour']),
      reasons: z.array(z.object({ text: z.string(), basis: z.string() })),
    }),
  ),
  filings: z.object({
    last12Months: z.number().int(),
    pending: z.number().int(),
    valid: z.number().int(),
    withoutUseEvidence: z.number().int(),
  }),
  warnings: z.array(z.object({ text: z.string(), article: z.string().nullable() })),
  note: z.string(),
});

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

export const cultivationRoutes = {
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
      problems: z.array(
        z.object({
          part: z.string(),
          code: z.string(),
          from: z.number(),
          to: z.number(),
          text: z.string(),
          suggestion: z.string().nullable(),
        }),
      ),
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
      problems: z.array(
        z.object({
          part: z.string(),
          code: z.string(),
          from: z.number(),
          to: z.number(),
          text: z.string(),
          suggestion: z.string().nullable(),
        }),
      ),
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
      steps: z.array(step),
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
  listClassGaps: route({
    method: 'GET',
    path: '/api/cultivation/class-gaps',
    summary: 'Enterprises whose registered classes leave out classes their business points to',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      town: csvList.optional(),
      niceClass: csvList.optional(),
    }),
    response: pageOf(
      z.object({
        partyId: uuid,
        name: z.string(),
        href: z.string(),
        town: z.string().nullable(),
        industry: z.string().nullable(),
        registered: z.array(z.number().int()),
        missing: z.array(z.number().int()),
        strongest: z.string(),
      }),
    ),
  }),
  getClassGap: route({
    method: 'GET',
    path: '/api/cultivation/class-gaps/:id',
    summary: 'Class-gap advice for one enterprise with evidence and warnings',
    params: idParams,
    response: classGap,
  }),
  listPoolEntries: route({
    method: 'GET',
    path: '/api/cultivation/pool',
    summary: 'Well-known-mark cultivation pool by stage',
    query: z.object({ stage: csvList.optional(), town: csvList.optional() }),
    response: z.object({
      stages: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      items: z.array(
        z.object({
          id: uuid,
          trademarkId: uuid,
          mark: z.string(),
          registrationNo: z.string(),
          niceClass: z.number().int(),
          registeredOn: localDate.nullable(),
          holder: z.string(),
          holderHref: z.string().nullable(),
          town: z.string().nullable(),
          stage: z.string(),
          route: z.string().nullable(),
          evidence: z.array(
            z.object({
              code: z.string(),
              label: z.string(),
              have: z.boolean(),
              note: z.string().nullable(),
              /** Read from the registers: shown, not to be edited. */
              computed: z.boolean(),
            }),
          ),
          note: z.string().nullable(),
          since: localDate,
          version: z.number().int(),
        }),
      ),
      caution: z.string(),
    }),
  }),
  addPoolEntry: route({
    method: 'POST',
    path: '/api/cultivation/pool',
    summary: 'Take a registered mark into the pool',
    body: z.object({
      trademarkId: uuid,
      route: z.enum(['administrative', 'review', 'court']).nullable().optional(),
      note: z.string().trim().max(500).optional(),
    }),
    response: z.object({ id: uuid }),
  }),
  updatePoolEntry: route({
    method: 'PATCH',
    path: '/api/cultivation/pool/:id',
    summary: 'Move a mark of the pool to another stage, note evidence, or take it out',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      stage: z.string().max(40).optional(),
      route: z.enum(['administrative', 'review', 'court']).nullable().optional(),
      evidence: z
        .array(z.object({ code: z.string().max(40), have: z.boolean(), note: z.string().trim().max(300).nullable() }))
        .max(20)
        .optional(),
      note: z.string().trim().max(500).optional(),
      removed: z.boolean().optional(),
    }),
    response: ok,
  }),
  getBrief: route({
    method: 'GET',
    path: '/api/cultivation/briefs/:id',
    summary: 'The one-page brief of an enterprise before a visit',
    params: idParams,
    response: z.object({
      partyId: uuid,
      name: z.string(),
      uscc: z.string().nullable(),
      facts: z.array(z.object({ label: z.string(), value: z.string() })),
      rights: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string() })),
      toDo: z.array(
        z.object({
          title: z.string(),
          text: z.string(),
          dueOn: localDate.nullable(),
          level: z.enum(['late', 'soon', 'info']),
        }),
      ),
      campaigns: z.array(
        z.object({ title: z.string(), why: z.string(), state: targetState, targetId: uuid.optional() }),
      ),
      classAdvice: z.array(z.object({ niceClass: z.number().int(), label: z.string(), reason: z.string() })),
      lastVisits: z.array(
        z.object({ on: localDate, by: z.string(), summary: z.string(), nextStep: z.string().nullable() }),
      ),
      questions: z.array(z.string()),
      freshness,
    }),
  }),
};
