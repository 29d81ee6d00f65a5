import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';
import { freshness } from './plan-progress.ts';

export const campaignState = z.enum(['draft', 'running', 'closed']);
/** Where one target stands. succeeded and reverted are read from the registers, never typed in. */
export const targetState = z.enum(['open', 'contacted', 'in-progress', 'succeeded', 'reverted', 'left', 'declined']);

export const campaignStep = z.object({
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
  steps: z.array(campaignStep),
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
  steps: z.array(campaignStep),
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
