import { z } from 'zod';
import { localDate, uuid } from './common.ts';

export const memberLevel = z.enum(['member', 'council', 'vice-chair', 'chair']);

export const associationMember = z.object({
  id: uuid,
  agencyId: uuid,
  name: z.string(),
  code: z.string().nullable(),
  town: z.string().nullable(),
  memberNo: z.string(),
  level: memberLevel,
  levelLabel: z.string(),
  joinedOn: localDate,
  leftOn: localDate.nullable(),
  leftReason: z.string().nullable(),
  conventionSigned: z.boolean(),
  brandLevel: z.string().nullable(),
  brandLabel: z.string().nullable(),
  /** Clients whose ratings count. */
  ratings: z.number().int(),
  /** Null with too few of them. */
  rating: z.number().nullable(),
  penalties: z.number().int(),
  disciplined: z.boolean(),
});
export type AssociationMember = z.output<typeof associationMember>;

export const associationDocument = z.object({
  id: uuid,
  sort: z.enum(['convention', 'standard']),
  version: z.number().int(),
  title: z.string(),
  adoptedOn: localDate,
  effectiveOn: localDate,
  replacedOn: localDate.nullable(),
  inForce: z.boolean(),
  publishedBy: z.string(),
  signatures: z.number().int(),
  members: z.number().int(),
});
export type AssociationDocument = z.output<typeof associationDocument>;

export const signatureWay = z.enum(['portal', 'paper']);
export const associationDocumentDetail = associationDocument.extend({
  body: z.string(),
  signers: z.array(
    z.object({ agencyId: uuid, name: z.string(), signedOn: localDate, signatory: z.string(), way: signatureWay }),
  ),
  missing: z.array(z.object({ agencyId: uuid, name: z.string() })),
  own: z.object({ agencyId: uuid, signed: z.boolean() }).nullable(),
});
export type AssociationDocumentDetail = z.output<typeof associationDocumentDetail>;

export const associationComplaint = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  complainantId: uuid,
  complainant: z.string(),
  respondentId: uuid,
  respondent: z.string(),
  clause: z.string().nullable(),
  receivedOn: localDate,
  state: z.string(),
  stateLabel: z.string(),
  standing: z.string(),
  outcome: z.enum(['breach', 'no-breach', 'settled', 'refused', 'withdrawn']).nullable(),
});
export type AssociationComplaint = z.output<typeof associationComplaint>;

export const associationComplaintDetail = associationComplaint.extend({
  facts: z.string(),
  request: z.string(),
  answer: z.string().nullable(),
  answeredOn: localDate.nullable(),
  ruling: z.string().nullable(),
  ruledOn: localDate.nullable(),
  penalty: z
    .object({
      sortLabel: z.string(),
      documentNo: z.string(),
      decidedOn: localDate,
      withdrawnOn: localDate.nullable(),
    })
    .nullable(),
});
export type AssociationComplaintDetail = z.output<typeof associationComplaintDetail>;

export const associationRating = z.object({
  id: uuid,
  agencyId: uuid,
  agencyName: z.string(),
  /** Who said it: for the association and officers alone. */
  client: z.string().nullable(),
  matterNo: z.string().nullable(),
  matterTitle: z.string().nullable(),
  finishedOn: localDate,
  ratedOn: localDate,
  score: z.number(),
  scores: z.array(z.object({ code: z.string(), label: z.string(), score: z.number() })),
  comment: z.string().nullable(),
  /** How much it counts. */
  percent: z.number().int(),
  /** Why it counts less. */
  reasons: z.array(z.string()),
  removedOn: localDate.nullable(),
  removedReason: z.string().nullable(),
});
export type AssociationRating = z.output<typeof associationRating>;

export const ratableMatter = z.object({
  patentId: uuid,
  matterNo: z.string(),
  title: z.string(),
  agencyId: uuid,
  agencyName: z.string(),
  finishedOn: localDate,
  ratedOn: localDate.nullable(),
  score: z.number().nullable(),
});
export type RatableMatter = z.output<typeof ratableMatter>;

export const associationAgency = z.object({
  agencyId: uuid,
  name: z.string(),
  code: z.string().nullable(),
  memberships: z.array(associationMember),
  signatures: z.array(
    z.object({
      documentId: uuid,
      title: z.string(),
      version: z.number().int(),
      signedOn: localDate,
      signatory: z.string(),
      way: signatureWay,
    }),
  ),
  penalties: z.array(
    z.object({
      id: uuid,
      sort: z.string(),
      sortLabel: z.string(),
      documentNo: z.string(),
      text: z.string(),
      decidedOn: localDate,
      untilOn: localDate.nullable(),
      withdrawnOn: localDate.nullable(),
      withdrawnReason: z.string().nullable(),
      complaintId: uuid.nullable(),
    }),
  ),
  brands: z.array(
    z.object({
      id: uuid,
      level: z.string(),
      label: z.string(),
      awardedOn: localDate,
      untilOn: localDate,
      withdrawnOn: localDate.nullable(),
      withdrawnReason: z.string().nullable(),
      inForce: z.boolean(),
    }),
  ),
  ladder: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      text: z.string(),
      met: z.boolean(),
      /** Conditions that do not hold today. */
      open: z.array(z.string()),
    }),
  ),
  ratings: z.array(associationRating),
  summary: z.object({
    score: z.number().nullable(),
    clients: z.number().int(),
    ratings: z.number().int(),
    sentence: z.string(),
    method: z.string(),
  }),
  mayEdit: z.boolean(),
  mayAward: z.boolean(),
  mayPenalise: z.boolean(),
});
export type AssociationAgency = z.output<typeof associationAgency>;
