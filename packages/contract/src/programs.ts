import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import {
  callDetail,
  callSummary,
  conflictReason,
  costLine,
  expertSummary,
  filingCheck,
  memberInput,
  personInput,
  programTerms,
  projectDetail,
  projectSummary,
  reviewPanel,
  targetInput,
  targetVerdict,
} from './programs-shapes.ts';
import { route } from './route.ts';

export * from './programs-shapes.ts';

const callBody = z.object({
  kind: z.string().max(60),
  title: z.string().trim().min(4).max(120),
  number: z.string().trim().min(2).max(60),
  guideline: z.string().trim().min(10).max(20_000),
  opensOn: localDate,
  closesOn: localDate,
  quota: z.number().int().min(1).max(500),
  fund: z.string().trim().min(2).max(80),
  fundYear: z.number().int().min(2000).max(2100),
  fundItem: z.string().trim().max(60).nullable().default(null),
  budgetFen: z.number().int().min(0).max(1e13),
});

const callRoutes = {
  listProgramKinds: route({
    method: 'GET',
    path: '/api/programs/kinds',
    summary: 'Kinds of projects with their terms',
    response: z.object({ items: z.array(programTerms.extend({ calls: z.number().int() })) }),
  }),
  listProgramCalls: route({
    method: 'GET',
    path: '/api/programs/calls',
    summary: 'Calls for projects, open ones first',
    query: z.object({ state: csvList.optional(), kind: csvList.optional() }),
    response: z.object({ items: z.array(callSummary), mayEdit: z.boolean() }),
  }),
  getProgramCall: route({
    method: 'GET',
    path: '/api/programs/calls/:id',
    summary: 'One call: guideline, window, quota, funds, ranking',
    params: idParams,
    response: callDetail,
  }),
  createProgramCall: route({
    method: 'POST',
    path: '/api/programs/calls',
    summary: 'Draft a call',
    body: callBody,
    response: z.object({ id: uuid }),
  }),
  updateProgramCall: route({
    method: 'PUT',
    path: '/api/programs/calls/:id',
    summary: 'Change a call that is not published yet',
    params: idParams,
    body: callBody.extend({ version: z.number().int() }),
    response: ok,
  }),
  publishProgramCall: route({
    method: 'POST',
    path: '/api/programs/calls/:id/publish',
    summary: 'Publish a call: its terms are fixed from then on',
    params: idParams,
    response: ok,
  }),
  closeProgramCall: route({
    method: 'POST',
    path: '/api/programs/calls/:id/close',
    summary: 'Close a call before its last day; what was filed goes on',
    params: idParams,
    body: z.object({ note: z.string().trim().min(2).max(300) }),
    response: ok,
  }),
  rankProgramCall: route({
    method: 'POST',
    path: '/api/programs/calls/:id/rank',
    summary: 'Fix the scores of all projects under review whose experts have scored, and rank them',
    params: idParams,
    response: z.object({
      ranked: z.number().int(),
      waiting: z.array(z.object({ projectId: uuid, title: z.string(), reason: z.string() })),
    }),
  }),
};

const projectRoutes = {
  listProjects: route({
    method: 'GET',
    path: '/api/programs/projects',
    summary: 'Projects in my reach',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      call: uuid.optional(),
      kind: csvList.optional(),
      state: csvList.optional(),
      town: csvList.optional(),
      party: uuid.optional(),
      closed: flag.optional(),
    }),
    response: pageOf(projectSummary),
  }),
  getProject: route({
    method: 'GET',
    path: '/api/programs/projects/:id',
    summary: 'One project: consortium, targets and what was reached, milestones, instalments',
    params: idParams,
    response: projectDetail,
  }),
  createProject: route({
    method: 'POST',
    path: '/api/programs/calls/:id/projects',
    summary: 'Begin an application under a call',
    params: idParams,
    body: z.object({ title: z.string().trim().min(4).max(120), leadPartyId: uuid }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  saveProject: route({
    method: 'PUT',
    path: '/api/programs/projects/:id',
    summary: 'Save the application as it stands; what is still missing is no hindrance',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      title: z.string().trim().min(4).max(120),
      abstract: z.string().trim().max(4000).default(''),
      field: z.string().trim().max(60).nullable().default(null),
      consortium: z.array(memberInput).min(1).max(12),
      team: z.array(personInput).max(40),
      budget: z.array(costLine).max(40),
      targets: z.array(targetInput).max(30),
    }),
    response: z.object({ version: z.number().int(), verdicts: z.array(targetVerdict) }),
  }),
  applyProjectChange: route({
    method: 'POST',
    path: '/api/programs/projects/:id/changes/:changeId/apply',
    summary: 'Carry out an approved change of members, targets or budget; what stood before is kept',
    params: idParams.extend({ changeId: uuid }),
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('members'), consortium: z.array(memberInput).min(1).max(12) }),
      z.object({ kind: z.literal('targets'), targets: z.array(targetInput).min(1).max(30) }),
      z.object({ kind: z.literal('budget'), budget: z.array(costLine).min(1).max(40) }),
    ]),
    response: ok,
  }),
  checkTargets: route({
    method: 'POST',
    path: '/api/programs/targets/check',
    summary:
      'Whether targets may be agreed: counts of filings and grants are refused, with the notice and what to use instead',
    readOnly: true,
    body: z.object({
      kind: z.string().max(60),
      targets: z.array(z.object({ label: z.string().max(100), unit: z.string().max(20) })).max(30),
    }),
    response: z.object({ verdicts: z.array(targetVerdict) }),
  }),
  checkFiling: route({
    method: 'GET',
    path: '/api/programs/projects/:id/filing-check',
    summary: 'What still hinders the filing, point by point, with the eligibility as of today',
    params: idParams,
    response: z.object({
      ready: z.boolean(),
      checks: z.array(filingCheck),
      eligibility: projectDetail.shape.eligibility,
    }),
  }),
  reportTargets: route({
    method: 'PUT',
    path: '/api/programs/projects/:id/reached',
    summary: 'Report what was reached of the targets, with the evidence',
    params: idParams,
    body: z.object({
      items: z
        .array(
          z.object({
            position: z.number().int().min(0),
            reached: z.number().nullable(),
            evidence: z.string().trim().max(300).nullable().default(null),
          }),
        )
        .min(1)
        .max(30),
    }),
    response: ok,
  }),
  reportMilestone: route({
    method: 'PUT',
    path: '/api/programs/projects/:id/milestones/:position',
    summary: 'Report a milestone as reached',
    params: z.object({ id: uuid, position: z.coerce.number().int().min(0) }),
    body: z.object({ doneOn: localDate.nullable(), note: z.string().trim().max(300).nullable().default(null) }),
    response: ok,
  }),
};

const reviewRoutes = {
  getReviewPanel: route({
    method: 'GET',
    path: '/api/programs/projects/:id/review',
    summary: 'Who reviews a project, what they scored, and who may not review it and why',
    params: idParams,
    response: reviewPanel,
  }),
  assignExperts: route({
    method: 'POST',
    path: '/api/programs/projects/:id/experts',
    summary: 'Assign experts; those with a conflict of interest are refused with the reason',
    params: idParams,
    body: z.object({ expertIds: z.array(uuid).min(1).max(15) }),
    response: ok,
  }),
  withdrawReviewer: route({
    method: 'POST',
    path: '/api/programs/projects/:id/experts/:expertId/withdraw',
    summary: 'An expert withdraws or is withdrawn; a score given does not count any more',
    params: z.object({ id: uuid, expertId: uuid }),
    body: z.object({ reason: z.string().trim().min(2).max(300), conflict: z.boolean().default(false) }),
    response: ok,
  }),
  scoreProject: route({
    method: 'PUT',
    path: '/api/programs/projects/:id/experts/:expertId/scores',
    summary: 'Enter the score sheet of an expert',
    params: z.object({ id: uuid, expertId: uuid }),
    body: z.object({
      points: z.record(z.string().max(40), z.number().min(0).max(1000)),
      comment: z.string().trim().max(2000).nullable().default(null),
    }),
    response: z.object({ total: z.number() }),
  }),
};

const expertBody = z.object({
  name: z.string().trim().min(2).max(40),
  employerPartyId: uuid.nullable().default(null),
  employer: z.string().trim().max(120).default(''),
  title: z.string().trim().max(60).default(''),
  fields: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
  agencies: z.array(z.string().trim().min(2).max(120)).max(12).default([]),
  active: z.boolean().default(true),
});

const expertRoutes = {
  listExperts: route({
    method: 'GET',
    path: '/api/programs/experts',
    summary: 'Experts who may review',
    query: pageQuery.extend({ q: z.string().max(100).optional(), active: flag.optional() }),
    response: pageOf(expertSummary),
  }),
  getExpert: route({
    method: 'GET',
    path: '/api/programs/experts/:id',
    summary: 'One expert: ties, reviews, declared conflicts, and the open projects they may not review',
    params: idParams,
    response: expertSummary.extend({
      note: z.string().nullable(),
      conflicts: z.array(
        z.object({
          id: uuid,
          partyId: uuid.nullable(),
          body: z.string(),
          reason: z.string(),
          declaredOn: localDate,
          declaredBy: z.string(),
        }),
      ),
      reviews: z.array(
        z.object({
          projectId: uuid,
          project: z.string(),
          call: z.string(),
          state: z.enum(['assigned', 'scored', 'withdrawn']),
          total: z.number().nullable(),
          deviation: z.number().nullable(),
          outlier: z.boolean(),
          at: timestamp,
          reason: z.string().nullable(),
        }),
      ),
      barred: z.array(
        z.object({ projectId: uuid, project: z.string(), lead: z.string(), conflicts: z.array(conflictReason) }),
      ),
      mayEdit: z.boolean(),
    }),
  }),
  createExpert: route({
    method: 'POST',
    path: '/api/programs/experts',
    summary: 'Enter an expert',
    body: expertBody,
    response: z.object({ id: uuid }),
  }),
  updateExpert: route({
    method: 'PUT',
    path: '/api/programs/experts/:id',
    summary: 'Change what is known of an expert',
    params: idParams,
    body: expertBody.extend({ version: z.number().int() }),
    response: ok,
  }),
  declareConflict: route({
    method: 'POST',
    path: '/api/programs/experts/:id/conflicts',
    summary: 'Note a conflict of interest an expert declares towards a body',
    params: idParams,
    body: z.object({
      partyId: uuid.nullable().default(null),
      body: z.string().trim().max(120).default(''),
      reason: z.string().trim().min(2).max(300),
    }),
    response: z.object({ id: uuid }),
  }),
};

/** Calls, projects from application to acceptance, expert review. */
export const programRoutes = { ...callRoutes, ...projectRoutes, ...reviewRoutes, ...expertRoutes };
