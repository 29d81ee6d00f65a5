import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';
import { traceNode } from './cultivation-shapes.ts';

const fen = z.number().int();

export const callState = z.enum(['draft', 'published', 'closed']);
export const instalmentStage = z.enum(['agreement', 'mid-term', 'acceptance']);
export const instalmentState = z.enum(['planned', 'payable', 'paid', 'failed', 'cancelled']);
export const conflictKind = z.enum(['employer', 'agency', 'inventor', 'team', 'declared']);

/** What a kind of project asks for: the terms under which one applies. */
export const programTerms = z.object({
  code: z.string(),
  name: z.string(),
  clause: z.string(),
  purpose: z.string(),
  /** Amounts and numbers are invented and wait for the office. */
  example: z.boolean(),
  note: z.string(),
  applicants: z.object({ rule: z.string(), text: z.string(), tells: z.array(z.string()).optional() }),
  roles: z.array(z.object({ role: z.string(), label: z.string(), text: z.string(), least: z.number().int() })),
  documents: z.array(z.object({ kind: z.string(), label: z.string(), stage: z.string(), required: z.boolean() })),
  criteria: z.array(
    z.object({ code: z.string(), label: z.string(), text: z.string(), max: z.number(), weight: z.number() }),
  ),
  targets: z.array(z.object({ code: z.string(), label: z.string(), unit: z.string(), text: z.string() })),
  units: z.array(z.string()),
  grantFen: fen,
  /** Least share of the whole budget the consortium bears itself. */
  selfPercent: z.number(),
  instalments: z.array(z.object({ stage: instalmentStage, label: z.string(), percent: z.number() })),
  milestones: z.array(z.object({ label: z.string(), month: z.number().int() })),
  termMonths: z.number().int(),
  publicityWorkingDays: z.number().int(),
});
export type ProgramTerms = z.output<typeof programTerms>;

export const callSummary = z.object({
  id: uuid,
  kind: z.string(),
  kindLabel: z.string(),
  example: z.boolean(),
  title: z.string(),
  number: z.string(),
  state: callState,
  /** Whether an application can be filed today. */
  open: z.boolean(),
  opensOn: localDate,
  closesOn: localDate,
  daysLeft: z.number().int().nullable(),
  quota: z.number().int(),
  fund: z.string(),
  fundYear: z.number().int(),
  fundItem: z.string().nullable(),
  budgetFen: fen,
  projects: z.number().int(),
  filed: z.number().int(),
  approved: z.number().int(),
  grantedFen: fen,
});
export type CallSummary = z.output<typeof callSummary>;

export const projectSummary = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  callId: uuid,
  callTitle: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  leadPartyId: uuid,
  lead: z.string(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  members: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  standing: z.string(),
  /** Null while not ranked, or for those who may not see reviews. */
  score: z.number().nullable(),
  requestedFen: fen,
  grantedFen: fen.nullable(),
  paidFen: fen,
  instalments: z.array(z.object({ stage: instalmentStage, state: instalmentState, amountFen: fen })),
  termFrom: localDate.nullable(),
  termTo: localDate.nullable(),
  updatedAt: timestamp,
});
export type ProjectSummary = z.output<typeof projectSummary>;

export const expertScore = z.object({
  expertId: uuid,
  expert: z.string(),
  employer: z.string(),
  state: z.enum(['assigned', 'scored', 'withdrawn']),
  total: z.number().nullable(),
  points: z.record(z.string(), z.number()).nullable(),
  comment: z.string().nullable(),
  scoredAt: timestamp.nullable(),
  enteredBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** How far it lies from the median of all, and whether that is too far. */
  deviation: z.number().nullable(),
  outlier: z.boolean(),
});

export const scoreParts = z.object({
  experts: z.number().int(),
  score: z.number(),
  mean: z.number(),
  trimmedMean: z.number().nullable(),
  /** Standard deviation of the totals. */
  spread: z.number(),
  lowest: z.number(),
  highest: z.number(),
  /** How the score was reached, in sentences. */
  steps: z.array(z.string()),
});

export const rankedProject = z.object({
  rank: z.number().int(),
  projectId: uuid,
  title: z.string(),
  lead: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  requestedFen: fen,
  grantedFen: fen.nullable(),
  withinQuota: z.boolean(),
  passes: z.boolean(),
  final: z.boolean(),
  parts: scoreParts,
  scores: z.array(expertScore),
});
export type RankedProject = z.output<typeof rankedProject>;

export const callDetail = callSummary.extend({
  guideline: z.string(),
  terms: programTerms,
  applicantSentence: z.string().nullable(),
  version: z.number().int(),
  createdBy: z.string(),
  createdAt: timestamp,
  publishedOn: localDate.nullable(),
  publishedBy: z.string().nullable(),
  closedOn: localDate.nullable(),
  closeNote: z.string().nullable(),
  paidFen: fen,
  byState: z.array(z.object({ state: z.string(), label: z.string(), standing: z.string(), count: z.number().int() })),
  /** Absent for those who may not see reviews. */
  ranking: z.array(rankedProject).nullable(),
  review: z.object({
    leastExperts: z.number().int(),
    passMark: z.number(),
    outlierPoints: z.number(),
    trimFrom: z.number().int(),
  }),
  mayEdit: z.boolean(),
  mayPublish: z.boolean(),
  mayClose: z.boolean(),
  mayFile: z.boolean(),
  mayRank: z.boolean(),
});
export type CallDetail = z.output<typeof callDetail>;

export const memberInput = z.object({
  role: z.string().max(40),
  partyId: uuid.nullable(),
  /** Name of a body from elsewhere; that of a party is read from the register. */
  name: z.string().trim().max(120),
  uscc: z.string().trim().max(18).nullable().default(null),
  task: z.string().trim().max(300).default(''),
});
export const personInput = z.object({
  name: z.string().trim().min(1).max(40),
  title: z.string().trim().max(60).default(''),
  employer: z.string().trim().max(120).default(''),
  task: z.string().trim().max(200).default(''),
});
export const costLine = z.object({
  item: z.string().trim().min(1).max(60),
  grantFen: fen.min(0).max(1e13),
  selfFen: fen.min(0).max(1e13),
  note: z.string().trim().max(200).default(''),
});
export const targetInput = z.object({
  code: z.string().max(40).nullable().default(null),
  label: z.string().trim().min(1).max(100),
  unit: z.string().trim().max(20),
  baseline: z.number().nullable().default(null),
  goal: z.number(),
});

export const targetVerdict = z.object({
  ok: z.boolean(),
  /** Why a target is refused and what to use instead, as a sentence. */
  reason: z.string().nullable(),
  notice: z.string().nullable(),
  instead: z.array(z.string()),
});
export type TargetVerdict = z.output<typeof targetVerdict>;

/** One thing that must be right before a project is filed. */
export const filingCheck = z.object({
  code: z.string(),
  label: z.string(),
  ok: z.boolean(),
  /** Does not stop the filing: an officer looks at it. */
  person: z.boolean(),
  text: z.string(),
});

export const projectDetail = projectSummary.extend({
  abstract: z.string(),
  field: z.string().nullable(),
  draftVersion: z.number().int(),
  leadHref: z.string(),
  consortium: z.array(memberInput.extend({ roleLabel: z.string(), href: z.string().nullable() })),
  missingRoles: z.array(z.string()),
  team: z.array(personInput),
  budget: z.array(costLine),
  targets: z.array(
    targetInput.extend({
      reached: z.number().nullable(),
      reachedOn: localDate.nullable(),
      evidence: z.string().nullable(),
      share: z.number().nullable(),
    }),
  ),
  milestones: z.array(
    z.object({
      position: z.number().int(),
      label: z.string(),
      dueOn: localDate,
      doneOn: localDate.nullable(),
      note: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
  grant: z.array(
    z.object({
      id: uuid,
      stage: instalmentStage,
      label: z.string(),
      percent: z.number(),
      amountFen: fen,
      state: instalmentState,
      documentNo: z.string().nullable(),
      payableOn: localDate.nullable(),
      paidOn: localDate.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  eligibility: z
    .object({
      outcome: z.enum(['true', 'false', 'unknown']),
      asOf: localDate,
      sentence: z.string(),
      trace: traceNode.nullable(),
    })
    .nullable(),
  objections: z.array(
    z.object({
      id: uuid,
      by: z.string().nullable(),
      text: z.string(),
      receivedOn: localDate,
      answer: z.string().nullable(),
      upheld: z.boolean().nullable(),
      answeredOn: localDate.nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      id: uuid,
      kind: z.string(),
      reason: z.string(),
      proposal: z.string(),
      termTo: localDate.nullable(),
      askedOn: localDate,
      decision: z.enum(['approved', 'refused']).nullable(),
      decidedOn: localDate.nullable(),
      note: z.string().nullable(),
      appliedOn: localDate.nullable(),
      /** Approved and still to be carried out, by the reader. */
      mayApply: z.boolean(),
    }),
  ),
  approvalNo: z.string().nullable(),
  agreementNo: z.string().nullable(),
  conclusion: z.string().nullable(),
  performance: z.number().nullable(),
  /** The decision that ended a failed or terminated project, and what is to come back. */
  ending: z.object({ on: localDate, decisionNo: z.string(), reason: z.string(), clawBackFen: fen }).nullable(),
  scoreParts: scoreParts.nullable(),
  terms: programTerms,
  maySave: z.boolean(),
  mayReport: z.boolean(),
  mayReview: z.boolean(),
  maySeeReview: z.boolean(),
});
export type ProjectDetail = z.output<typeof projectDetail>;

export const conflictReason = z.object({ kind: conflictKind, text: z.string() });

export const reviewPanel = z.object({
  projectId: uuid,
  leastExperts: z.number().int(),
  outlierPoints: z.number(),
  criteria: programTerms.shape.criteria,
  scores: z.array(expertScore),
  /** Null while fewer than one expert has scored. */
  parts: scoreParts.nullable(),
  /** Active experts that are not assigned: who may be, and why the others may not. */
  candidates: z.array(
    z.object({
      expertId: uuid,
      expert: z.string(),
      employer: z.string(),
      title: z.string(),
      fields: z.array(z.string()),
      open: z.number().int(),
      conflicts: z.array(conflictReason),
    }),
  ),
  mayAssign: z.boolean(),
  mayScore: z.boolean(),
});
export type ReviewPanel = z.output<typeof reviewPanel>;

export const expertSummary = z.object({
  id: uuid,
  name: z.string(),
  employerPartyId: uuid.nullable(),
  employer: z.string(),
  title: z.string(),
  fields: z.array(z.string()),
  agencies: z.array(z.string()),
  active: z.boolean(),
  demo: z.boolean(),
  version: z.number().int(),
  assigned: z.number().int(),
  scored: z.number().int(),
  withdrawn: z.number().int(),
  /** Mean distance of their totals from the median of all; null without reviews. */
  deviation: z.number().nullable(),
  declared: z.number().int(),
});
export type ExpertSummary = z.output<typeof expertSummary>;
