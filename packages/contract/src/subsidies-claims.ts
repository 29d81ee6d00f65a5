import { z } from 'zod';
import { csvList, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';
import {
  amountStep,
  ban,
  calculation,
  claimLine,
  claimSummary,
  clawBack,
  declaredField,
  declaredValues,
  fen,
  material,
  objection,
  partyRef,
  policyRef,
  refusal,
} from './subsidies-shapes.ts';

const contactFields = {
  contactName: z.string().trim().max(40).nullable().optional(),
  contactPhone: z.string().trim().max(40).nullable().optional(),
};

const draftLine = z.object({
  item: z.string().max(60),
  /** Which achievement, where the registers know several; absent: every one the item rewards. */
  achievementKey: z.string().max(300).nullable().optional(),
  declared: declaredValues.default({}),
});

export const claimDetail = claimSummary.extend({
  contactName: z.string().nullable(),
  /** Masked for all but officers who handle the claim and the applicant. */
  contactPhone: z.string().nullable(),
  lineItems: z.array(claimLine),
  materials: z.array(material),
  /** Newest last. */
  calculations: z.array(calculation),
  /** A newer version of the policy that is in force; the claim keeps its own until switched. */
  newerVersion: policyRef.nullable(),
  canSwitch: z.boolean(),
  canEdit: z.boolean(),
  lists: z.array(z.object({ id: uuid, number: z.string(), openedOn: localDate, closesOn: localDate.nullable() })),
  objections: z.array(objection),
  clawBack: clawBack.nullable(),
  spotChecks: z.array(
    z.object({ on: localDate, by: z.string(), result: z.enum(['pass', 'problem']), findings: z.string() }),
  ),
  /** Documents of the release and decision. */
  decisionNo: z.string().nullable(),
  releaseNo: z.string().nullable(),
});
export type ClaimDetail = z.output<typeof claimDetail>;

/** What would come out now, beside what was last computed. */
const comparison = z.object({
  policy: policyRef,
  factsAsOf: localDate,
  beforeFen: fen.nullable(),
  afterFen: fen,
  /** True when a confirmation with a reason will be asked. */
  differs: z.boolean(),
  changes: z.array(z.string()),
  /** What stops the claim altogether: deregistered, banned, prohibited, paid before. */
  stops: z.array(refusal),
  lines: z.array(
    z.object({
      label: z.string(),
      item: z.string(),
      beforeFen: fen.nullable(),
      afterFen: fen,
      steps: z.array(amountStep),
      refusals: z.array(refusal),
    }),
  ),
});

/**
 * Actions go through `performFileAction` with the claim's id. Fields they take:
 * request-supplement `{ items: string[] }` · not-accept, decide-refuse `{ reason }` · clear-credit `{}` ·
 * decide-approve, release `{ documentNo, confirmChange? }` (confirmChange: reason, needed where `getClaimCheck.differs`) ·
 * spot-check `{ result: 'pass'|'problem', findings }` ·
 * claw-back `{ decisionNo, reason, statement, amountFen, instalments: [{ dueOn, amountFen }], dishonesty, banYears? }` ·
 * Papers of an item are attached with kind `material` and the paper's label as title.
 * publicise, object and answer-objection have routes of their own and are refused there.
 */
export const claimRoutes = {
  listClaims: route({
    method: 'GET',
    path: '/api/subsidies/claims',
    summary: 'Claims in my reach; sort by openedAt, claimedFen, dueOn, number, party',
    query: pageQuery.extend({
      policy: z.string().max(60).optional(),
      item: csvList.optional(),
      town: csvList.optional(),
      state: csvList.optional(),
      party: uuid.optional(),
      q: z.string().max(100).optional(),
    }),
    response: pageOf(claimSummary).extend({
      sums: z.object({ claimedFen: fen, approvedFen: fen, paidFen: fen }),
      byState: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
    }),
  }),
  listClaimableItems: route({
    method: 'GET',
    path: '/api/subsidies/claimable-items',
    summary: 'Items one may apply for now, with the fields to state and the papers to add',
    query: z.object({ party: uuid.optional() }),
    response: z.object({
      party: partyRef.nullable(),
      /** Why this party may not apply at all now. */
      barred: z.string().nullable(),
      items: z.array(
        z.object({
          policy: policyRef,
          item: z.string(),
          itemName: z.string(),
          clause: z.string(),
          text: z.string(),
          window: z.object({ from: localDate, to: localDate }).nullable(),
          open: z.boolean(),
          fields: z.array(declaredField),
          materials: z.array(z.object({ code: z.string(), label: z.string(), fromRegister: z.boolean() })),
        }),
      ),
    }),
  }),
  createClaim: route({
    method: 'POST',
    path: '/api/subsidies/claims',
    summary: 'Open a claim as a draft: from entitlements found, or by own application',
    body: z.object({
      /** Needed for own applications by officers; an enterprise applies for itself. */
      partyId: uuid.optional(),
      entitlementIds: z.array(uuid).max(200).optional(),
      versionId: uuid.optional(),
      lines: z.array(draftLine).max(200).optional(),
      ...contactFields,
    }),
    response: z.object({ id: uuid, number: z.string() }),
  }),
  getClaim: route({
    method: 'GET',
    path: '/api/subsidies/claims/:id',
    summary: 'One claim: lines, papers, every computation, publicity, objections, claw-back',
    params: idParams,
    response: claimDetail,
  }),
  updateClaim: route({
    method: 'PUT',
    path: '/api/subsidies/claims/:id',
    summary: 'Change a draft, or what was asked for while supplementing',
    params: idParams,
    body: z.object({ version: z.number().int(), lines: z.array(draftLine).max(200).optional(), ...contactFields }),
    response: claimDetail,
  }),
  getClaimCheck: route({
    method: 'GET',
    path: '/api/subsidies/claims/:id/check',
    summary: 'What the claim would give with the facts of now, and what stops it',
    params: idParams,
    response: comparison,
  }),
  compareClaimVersion: route({
    method: 'GET',
    path: '/api/subsidies/claims/:id/version-comparison',
    summary: 'What the claim would give under another version of its policy',
    params: idParams,
    query: z.object({ versionId: uuid.optional() }),
    response: comparison,
  }),
  switchClaimVersion: route({
    method: 'POST',
    path: '/api/subsidies/claims/:id/version',
    summary: 'Put a claim that is not decided under another version of its policy',
    params: idParams,
    body: z.object({ versionId: uuid, reason: z.string().trim().min(2).max(500), version: z.number().int() }),
    response: claimDetail,
  }),
  listBans: route({
    method: 'GET',
    path: '/api/subsidies/bans',
    summary: 'Who may not claim until when, and by which decision',
    query: pageQuery.extend({ q: z.string().max(100).optional() }),
    response: pageOf(ban),
  }),
  getClaimTerms: route({
    method: 'GET',
    path: '/api/subsidies/terms',
    summary: 'Terms of the procedure: days of each clock, years of bans, with their source',
    response: z.object({
      items: z.array(
        z.object({
          term: z.string(),
          label: z.string(),
          count: z.number().int(),
          unit: z.enum(['day', 'working-day', 'month', 'year']),
          article: z.string().nullable(),
          from: localDate.nullable(),
          changedBy: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  }),
  saveClaimTerm: route({
    method: 'PUT',
    path: '/api/subsidies/terms',
    summary: 'Change a term for clocks that start from a day on',
    body: z.object({
      term: z.string().max(60),
      count: z.number().int().min(1).max(400),
      from: localDate,
      article: z.string().trim().max(200).nullable().optional(),
      note: z.string().trim().min(2).max(300),
    }),
    response: z.object({ ok: z.literal(true) }),
  }),
};
