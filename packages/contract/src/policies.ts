import { z } from 'zod';
import { idParams, localDate, ok, timestamp, uuid } from './common.ts';
import { traceNode } from './cultivation.ts';
import { freshness } from './plan-progress.ts';
import { policyDocument, policyTrigger } from './policy-document.ts';
import { route } from './route.ts';

export * from './policy-document.ts';

const fen = z.number().int();

export const policyState = z.enum(['draft', 'published', 'retired', 'legacy']);

/** What analysis found: `block` forbids publishing. */
export const policyFinding = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn']),
  /** `items.2.amount.tiers`. */
  path: z.string(),
  /** The same place in words. */
  place: z.string(),
  text: z.string(),
  advice: z.string(),
  article: z.string().nullable(),
  /** Place inside the rule, as character offsets. */
  problem: z.object({ from: z.number().int(), to: z.number().int(), suggestion: z.string().nullable() }).nullable(),
});
export type PolicyFinding = z.output<typeof policyFinding>;

export const policySummary = z.object({
  id: uuid,
  code: z.string(),
  version: z.number().int(),
  state: policyState,
  source: z.enum(['pack', 'office']),
  title: z.string(),
  docNo: z.string().nullable(),
  issuer: z.string(),
  fund: z.string(),
  year: z.number().int(),
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
  inForce: z.boolean(),
  /** The filing window that is open today, or the next one. */
  window: z.object({ from: localDate, to: localDate, open: z.boolean() }).nullable(),
  items: z.number().int(),
  blocks: z.number().int(),
  warnings: z.number().int(),
  example: z.boolean(),
  editedBy: z.string(),
  editedAt: timestamp,
  publishedBy: z.string().nullable(),
  publishedAt: timestamp.nullable(),
  retiredBy: z.string().nullable(),
  retiredAt: timestamp.nullable(),
  retireReason: z.string().nullable(),
});
export type PolicySummary = z.output<typeof policySummary>;

export const amountStep = z.object({ code: z.string(), text: z.string(), fen });

/** A rule as written and as a sentence; no sentence while it cannot be read. */
const ruleView = z.object({ text: z.string(), sentence: z.string().nullable() });

export const policyExample = z.object({
  label: z.string(),
  expectFen: fen,
  gotFen: fen,
  passes: z.boolean(),
  /** Why it gets nothing. */
  why: z.string().nullable(),
  steps: z.array(amountStep),
  /** What it assumes, with the facts' names in words: of the party, then of each achievement. */
  given: z.array(z.array(z.object({ label: z.string(), value: z.string() }))),
});

export const policyItemView = z.object({
  code: z.string(),
  name: z.string(),
  clause: z.string(),
  text: z.string(),
  trigger: policyTrigger,
  legacy: z.boolean(),
  /** The national rule against its trigger, where there is one. */
  prohibited: z.object({ notice: z.string(), text: z.string(), from: localDate }).nullable(),
  beneficiaries: z.array(z.string()),
  eligibility: ruleView,
  achievement: z.object({
    label: z.string(),
    /** Where it is found: the register, or what the applicant states. */
    source: z.string(),
    rule: ruleView,
    key: z.string(),
    date: z.string().nullable(),
    repeat: z.string(),
  }),
  achieved: z.object({ from: localDate, to: localDate }),
  amount: z.string(),
  /** Caps, deduction and budget in the order they are applied. */
  limits: z.array(z.string()),
  stacking: z.string(),
  declared: z.array(z.object({ path: z.string(), label: z.string(), unit: z.string().nullable() })),
  /** Stated numbers looked up by machine: the field, the register, the number it is known by there, and what must be true. */
  checks: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      of: z.string(),
      register: z.string(),
      key: z.string(),
      rule: z.object({ text: z.string(), sentence: z.string().nullable() }),
    }),
  ),
  materials: z.array(z.object({ code: z.string(), label: z.string(), fromRegister: z.boolean() })),
  publicityWorkingDays: z.number().int(),
  examples: z.array(policyExample),
});
export type PolicyItemView = z.output<typeof policyItemView>;

const analysis = {
  findings: z.array(policyFinding),
  items: z.array(policyItemView),
  preconditions: z.array(
    z.object({ code: z.string(), label: z.string(), rule: ruleView, article: z.string().nullable() }),
  ),
  /** Year cap, budget and what happens beyond it, rounding. */
  terms: z.array(z.object({ label: z.string(), text: z.string() })),
};

/** Whether the reader may do it now, and why not. */
const permitted = z.object({ possible: z.boolean(), reason: z.string().nullable() });

export const policyChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const entitlementView = z.object({
  key: z.string(),
  label: z.string(),
  achievedOn: localDate.nullable(),
  fen,
  steps: z.array(amountStep),
  eligibility: traceNode,
  achievement: traceNode,
});

export const policyAnswer = z.object({
  item: z.string(),
  name: z.string(),
  clause: z.string(),
  trigger: policyTrigger,
  fen,
  entitlements: z.array(entitlementView),
  refusals: z.array(z.object({ code: z.string(), text: z.string(), article: z.string().nullable() })),
  /** Traces of what is not an entitlement: the eligibility. */
  eligibility: traceNode.nullable(),
  /** It depends on what the applicant states: nobody can tell before it is applied for. */
  needsClaim: z.boolean(),
  declared: z.array(z.string()),
});
export type PolicyAnswer = z.output<typeof policyAnswer>;

export const policyRoutes = {
  listPolicies: route({
    method: 'GET',
    path: '/api/policies',
    summary: 'Every version of every policy, the newest of a code first',
    response: z.object({ items: z.array(policySummary) }),
  }),
  getPolicyVocabulary: route({
    method: 'GET',
    path: '/api/policies/vocabulary',
    summary: 'What a policy can be written with: triggers and what forbids them, kinds of beneficiaries, achievements',
    response: z.object({
      triggers: z.array(
        z.object({
          code: policyTrigger,
          prohibited: z.object({ notice: z.string(), text: z.string(), from: localDate }).nullable(),
        }),
      ),
      kinds: z.array(z.object({ code: z.string(), label: z.string() })),
      achievements: z.array(
        z.object({
          subject: z.string(),
          collection: z.string().nullable(),
          label: z.string(),
          facts: z.array(z.object({ path: z.string(), label: z.string(), type: z.string() })),
        }),
      ),
    }),
  }),
  getPolicy: route({
    method: 'GET',
    path: '/api/policies/:id',
    summary: 'One version: clauses in words, rules as sentences, examples worked out, findings, other versions',
    params: idParams,
    response: policySummary.extend({
      document: policyDocument,
      revision: z.number().int(),
      note: z.string().nullable(),
      editors: z.array(z.string()),
      versions: z.array(policySummary),
      may: z.object({ edit: permitted, publish: permitted, retire: permitted, revise: permitted }),
      ...analysis,
    }),
  }),
  checkPolicyDocument: route({
    method: 'POST',
    path: '/api/policies/check',
    summary: 'What is wrong with a policy as it is being written, and what it says in words',
    readOnly: true,
    body: z.object({ document: z.record(z.string(), z.unknown()) }),
    response: z.object({
      /** Parts that are missing or not of their kind; with any, nothing else can be said. */
      problems: z.array(z.object({ path: z.string(), place: z.string(), text: z.string() })),
      ...analysis,
    }),
  }),
  createPolicyDraft: route({
    method: 'POST',
    path: '/api/policies',
    summary: 'Begin a policy, or the next version of one',
    body: z.union([
      z.object({ from: uuid }),
      z.object({
        code: z
          .string()
          .trim()
          .regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
        title: z.string().trim().min(2).max(120),
      }),
    ]),
    response: z.object({ id: uuid }),
  }),
  savePolicyDraft: route({
    method: 'PUT',
    path: '/api/policies/:id',
    summary: 'Keep a draft as a whole; refused with every problem and its place',
    params: idParams,
    body: z.object({
      document: z.record(z.string(), z.unknown()),
      /** The revision that was changed. */
      revision: z.number().int(),
      note: z.string().trim().max(500).nullable().optional(),
    }),
    response: z.object({ revision: z.number().int(), blocks: z.number().int(), warnings: z.number().int() }),
  }),
  discardPolicyDraft: route({
    method: 'DELETE',
    path: '/api/policies/:id',
    summary: 'Throw a draft away',
    params: idParams,
    response: ok,
  }),
  publishPolicy: route({
    method: 'POST',
    path: '/api/policies/:id/publish',
    summary: 'Bring a checked draft into force; the version before it ends on the eve',
    params: idParams,
    body: z.object({ revision: z.number().int() }),
    response: z.object({ state: policyState, ended: z.array(z.number().int()) }),
  }),
  retirePolicy: route({
    method: 'POST',
    path: '/api/policies/:id/retire',
    summary: 'Take a version out of force; open applications keep it',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    response: ok,
  }),
  comparePolicies: route({
    method: 'GET',
    path: '/api/policies/:id/changes',
    summary: 'What changed between two versions, item by item and in words',
    params: idParams,
    query: z.object({
      /** The earlier one. */
      since: uuid.optional(),
    }),
    response: z.object({
      before: policySummary.nullable(),
      after: policySummary,
      general: z.array(policyChange),
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(['added', 'removed', 'changed']),
          changes: z.array(policyChange),
        }),
      ),
      /** Items that say the same in both. */
      same: z.number().int(),
    }),
  }),
  getPolicyAnswers: route({
    method: 'GET',
    path: '/api/policy-answers/:id',
    summary: 'What policies in force give one enterprise: every item with amount, steps and traces, or why not',
    params: idParams,
    query: z.object({
      /** One version, in force or not; absent: all in force on the day. */
      policy: uuid.optional(),
      asOf: localDate.optional(),
    }),
    response: z.object({
      subject: z.object({ id: uuid, label: z.string(), href: z.string().nullable() }),
      policies: z.array(
        policySummary.extend({
          fen,
          /** What bars the subject from everything in it. */
          barred: z.array(z.object({ text: z.string(), article: z.string().nullable() })),
          preconditions: z.array(z.object({ label: z.string(), article: z.string().nullable(), trace: traceNode })),
          answers: z.array(policyAnswer),
        }),
      ),
      freshness,
    }),
  }),
};
