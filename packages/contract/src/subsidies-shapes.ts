import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';
import { traceNode } from './cultivation-shapes.ts';

/** Whole fen. */
export const fen = z.number().int();

export const entitlementState = z.enum(['offered', 'claimed', 'declined', 'expired', 'blocked']);
export type EntitlementState = z.output<typeof entitlementState>;

/** States of `subsidies.claim` in order of the way, then the ways out. */
export const claimState = z.enum([
  'draft',
  'submitted',
  'recommended',
  'supplementing',
  'accepted',
  'checked',
  'reviewed',
  'cleared',
  'approved',
  'publicised',
  'objected',
  'ready',
  'released',
  'paid',
  'archived',
  'clawing-back',
  'clawed-back',
  'refused',
  'not-accepted',
  'withdrawn',
]);
export type ClaimState = z.output<typeof claimState>;

/** Why paid money is taken back (domain §4.5): 虚报材料, 重复申领, 非正常申请, 项目未通过验收, 迁出未满年限, 其他. */
export const clawBackReason = z.enum([
  'false-material',
  'claimed-twice',
  'abnormal-filing',
  'not-accepted-project',
  'moved-out-early',
  'other',
]);

/** One step from the clause to the amount. */
export const amountStep = z.object({ code: z.string(), text: z.string(), fen });

export const refusal = z.object({ code: z.string(), text: z.string(), article: z.string().nullable() });

/** What a policy version is called wherever something rests on it. */
export const policyRef = z.object({
  versionId: uuid,
  code: z.string(),
  version: z.number().int(),
  title: z.string(),
  /** Invented for demonstration: draw the example mark beside every amount. */
  example: z.boolean(),
});

export const partyRef = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  town: z.string().nullable(),
  townCode: z.string().nullable(),
});

/** A paper an item asks for, and whether it is there. */
export const material = z.object({
  item: z.string(),
  code: z.string(),
  label: z.string(),
  standing: z.enum(['register', 'attached', 'missing']),
  /** For `register`: where the register says so. */
  source: z.string().nullable(),
  documentId: uuid.nullable(),
});

export const entitlement = z.object({
  id: uuid,
  party: partyRef,
  policy: policyRef,
  item: z.string(),
  itemName: z.string(),
  clause: z.string(),
  /** What is rewarded: 马德里国际注册 1700001. */
  label: z.string(),
  achievementKey: z.string(),
  achievedOn: localDate.nullable(),
  amountFen: fen,
  state: entitlementState,
  /** Why it was declined, has ended or is blocked. */
  reason: z.string().nullable(),
  foundOn: localDate,
  /** Day of the facts the amount rests on. */
  factsAsOf: localDate,
  claimId: uuid.nullable(),
  claimNumber: z.string().nullable(),
  /** Papers the applicant must still add. */
  missingMaterials: z.array(z.string()),
});
export type EntitlementView = z.output<typeof entitlement>;

export const entitlementDetail = entitlement.extend({
  steps: z.array(amountStep),
  /** As it stands with today's facts; null where the item no longer gives anything (see `refusals`). */
  why: z
    .object({
      amountFen: fen,
      steps: z.array(amountStep),
      eligibility: traceNode,
      achievement: traceNode,
    })
    .nullable(),
  preconditions: z.array(
    z.object({ label: z.string(), article: z.string().nullable(), outcome: z.enum(['met', 'not-met', 'unknown']) }),
  ),
  refusals: z.array(refusal),
  materials: z.array(material),
  history: z.array(z.object({ at: timestamp, kind: z.string(), text: z.string(), amountFen: fen })),
  text: z.string(),
  canDecline: z.boolean(),
  canClaim: z.boolean(),
  /** Why it cannot be claimed now, as a sentence. */
  claimRefusal: z.string().nullable(),
});

export type EntitlementDetail = z.output<typeof entitlementDetail>;

/** An item a party does not get yet, with what is missing; nearest first. */
export const nextStep = z.object({
  policy: policyRef,
  item: z.string(),
  itemName: z.string(),
  clause: z.string(),
  text: z.string(),
  /** near: exactly one thing is missing. */
  near: z.boolean(),
  missing: z.array(refusal),
});

export type NextStep = z.output<typeof nextStep>;

/** A field the applicant states because no register knows it. */
export const declaredField = z.object({
  path: z.string(),
  type: z.enum(['number', 'date', 'text', 'bool']),
  label: z.string(),
  /** 分 means the amount is given in whole fen. */
  unit: z.string().nullable(),
});

export const declaredValues = z.record(
  z.string().max(60),
  z.union([z.string().max(400), z.number(), z.boolean(), z.null()]),
);

export const claimLine = z.object({
  id: uuid,
  item: z.string(),
  itemName: z.string(),
  clause: z.string(),
  label: z.string(),
  achievementKey: z.string().nullable(),
  achievedOn: localDate.nullable(),
  declared: declaredValues,
  fields: z.array(declaredField),
  entitlementId: uuid.nullable(),
  /** As computed at filing; null before. */
  claimedFen: fen.nullable(),
  /** As decided; null before. */
  approvedFen: fen.nullable(),
  paidFen: fen.nullable(),
  paidOn: localDate.nullable(),
  payment: z.enum(['none', 'committed', 'payable', 'failed', 'paid', 'cancelled']),
  /** Why the last payment failed. */
  paymentNote: z.string().nullable(),
});

export const claimSummary = z.object({
  /** Also the id of its file: `getFilePanel`, `performFileAction`, `attachDocument` take it. */
  id: uuid,
  number: z.string(),
  state: claimState,
  stateLabel: z.string(),
  standing: z.string(),
  version: z.number().int(),
  party: partyRef,
  policy: policyRef,
  items: z.array(z.string()),
  lines: z.number().int(),
  origin: z.enum(['entitlement', 'application']),
  claimedFen: fen.nullable(),
  approvedFen: fen.nullable(),
  paidFen: fen,
  openedAt: timestamp,
  submittedAt: timestamp.nullable(),
  dueOn: localDate.nullable(),
  dueLabel: z.string().nullable(),
});
export type ClaimSummary = z.output<typeof claimSummary>;

/** One computation of a claim's amounts; kept for ever. */
export const calculation = z.object({
  stage: z.enum(['filing', 'decision', 'release', 'switch']),
  at: timestamp,
  by: z.string(),
  factsAsOf: localDate,
  policyVersion: z.number().int(),
  totalFen: fen,
  /** What differs from the computation before, line by line, as sentences. */
  changes: z.array(z.string()),
  /** Why the change was confirmed. */
  confirmation: z.string().nullable(),
  lines: z.array(
    z.object({
      lineId: uuid,
      label: z.string(),
      amountFen: fen,
      steps: z.array(amountStep),
      refusals: z.array(refusal),
      eligibility: traceNode.nullable(),
      achievement: traceNode.nullable(),
    }),
  ),
});
export type ClaimCalculation = z.output<typeof calculation>;

export const objection = z.object({
  id: uuid,
  claimId: uuid,
  claimNumber: z.string(),
  partyName: z.string(),
  listId: uuid,
  listNumber: z.string(),
  receivedOn: localDate,
  anonymous: z.boolean(),
  /** Masked; null when anonymous. */
  by: z.string().nullable(),
  contact: z.string().nullable(),
  text: z.string(),
  state: z.enum(['open', 'answered']),
  upheld: z.boolean().nullable(),
  answer: z.string().nullable(),
  answeredOn: localDate.nullable(),
  answeredBy: z.string().nullable(),
  /** Last day to answer. */
  dueOn: localDate.nullable(),
});
export type ObjectionView = z.output<typeof objection>;

export const clawBack = z.object({
  id: uuid,
  decisionNo: z.string(),
  decidedOn: localDate,
  decidedBy: z.string(),
  reason: clawBackReason,
  reasonLabel: z.string(),
  statement: z.string(),
  amountFen: fen,
  instalments: z.array(z.object({ dueOn: localDate, amountFen: fen })),
  dishonesty: z.boolean(),
  banYears: z.number().int(),
  bannedUntil: localDate.nullable(),
  settledOn: localDate.nullable(),
});

export const ban = z.object({
  id: uuid,
  party: partyRef,
  from: localDate,
  until: localDate,
  reasonLabel: z.string(),
  decisionNo: z.string(),
  claimId: uuid,
  active: z.boolean(),
});

/** A row of a publicity list, exactly as the public sees it. */
export const publicRow = z.object({
  /** 序号 */
  no: z.number().int(),
  /** 单位名称 */
  name: z.string(),
  /** 统一社会信用代码 */
  uscc: z.string(),
  /** 项目类别 */
  category: z.string(),
  /** 依据条款 */
  clause: z.string(),
  /** 事项（号） */
  matter: z.string(),
  /** 拟奖补金额（万元）, exact to the fen: `0.6172` */
  amountWan: z.string(),
  /** 备注 */
  note: z.string(),
  standing: z.enum(['listed', 'corrected', 'withdrawn']),
});
export type PublicRow = z.output<typeof publicRow>;

/** A correction or withdrawal; stays visible. */
export const publicChange = z.object({
  no: z.number().int(),
  kind: z.enum(['correction', 'withdrawal']),
  on: localDate,
  reason: z.string(),
  before: z.string(),
  after: z.string(),
});

export const publicList = z.object({
  id: uuid,
  /** 公示〔2026〕3号 */
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  policyTitle: z.string(),
  policyDocNo: z.string().nullable(),
  example: z.boolean(),
  openedOn: localDate,
  workingDays: z.number().int(),
  /** Null where no holiday notice reaches. */
  closesOn: localDate.nullable(),
  state: z.enum(['open', 'closed']),
  /** Where objections are received. */
  contact: z.string(),
  rows: z.number().int(),
  totalWan: z.string(),
});
export type PublicListView = z.output<typeof publicList>;

export const publicListDetail = publicList.extend({
  entries: z.array(publicRow),
  changes: z.array(publicChange),
});
export type PublicListDetail = z.output<typeof publicListDetail>;
