import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';

const level = z.enum(['member', 'council', 'vice-chair', 'chair']);

const member = z.object({
  id: uuid,
  agencyId: uuid,
  name: z.string(),
  code: z.string().nullable(),
  town: z.string().nullable(),
  memberNo: z.string(),
  level,
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
export type AssociationMember = z.output<typeof member>;

const document = z.object({
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
export type AssociationDocument = z.output<typeof document>;

const way = z.enum(['portal', 'paper']);
const documentDetail = document.extend({
  body: z.string(),
  signers: z.array(z.object({ agencyId: uuid, name: z.string(), signedOn: localDate, signatory: z.string(), way })),
  missing: z.array(z.object({ agencyId: uuid, name: z.string() })),
  own: z.object({ agencyId: uuid, signed: z.boolean() }).nullable(),
});
export type AssociationDocumentDetail = z.output<typeof documentDetail>;

const complaint = z.object({
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
export type AssociationComplaint = z.output<typeof complaint>;

const complaintDetail = complaint.extend({
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
export type AssociationComplaintDetail = z.output<typeof complaintDetail>;

const rating = z.object({
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
export type AssociationRating = z.output<typeof rating>;

const matter = z.object({
  patentId: uuid,
  matterNo: z.string(),
  title: z.string(),
  agencyId: uuid,
  agencyName: z.string(),
  finishedOn: localDate,
  ratedOn: localDate.nullable(),
  score: z.number().nullable(),
});
export type RatableMatter = z.output<typeof matter>;

const agency = z.object({
  agencyId: uuid,
  name: z.string(),
  code: z.string().nullable(),
  memberships: z.array(member),
  signatures: z.array(
    z.object({
      documentId: uuid,
      title: z.string(),
      version: z.number().int(),
      signedOn: localDate,
      signatory: z.string(),
      way,
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
  ratings: z.array(rating),
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
export type AssociationAgency = z.output<typeof agency>;

const reasonBody = z.object({ reason: z.string().trim().min(2).max(500) });
const made = z.object({ id: uuid });

const memberRoutes = {
  getAssociation: route({
    method: 'GET',
    path: '/api/association',
    summary: 'The association: figures, ladder, and what I may do',
    response: z.object({
      name: z.string(),
      note: z.string(),
      asOf: localDate,
      figures: z.object({
        members: z.number().int(),
        signed: z.number().int(),
        complaints: z.number().int(),
        penalties: z.number().int(),
        ratings: z.number().int(),
        lowered: z.number().int(),
      }),
      ladder: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          text: z.string(),
          years: z.number().int(),
          agencies: z.number().int(),
        }),
      ),
      penaltySorts: z.array(z.object({ code: z.string(), label: z.string(), text: z.string() })),
      ratingMethod: z.string(),
      may: z.object({
        edit: z.boolean(),
        publish: z.boolean(),
        complain: z.boolean(),
        complainForOthers: z.boolean(),
        readComplaints: z.boolean(),
        penalise: z.boolean(),
        award: z.boolean(),
        removeRatings: z.boolean(),
      }),
    }),
  }),
  listAssociationMembers: route({
    method: 'GET',
    path: '/api/association/members',
    summary: 'Members of the association',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      standing: z.enum(['member', 'left']).optional(),
    }),
    response: pageOf(member),
  }),
  listAgencyChoices: route({
    method: 'GET',
    path: '/api/association/choices',
    summary: 'Agencies by name or code, members or not',
    query: z.object({ q: z.string().max(100).optional(), members: flag.optional() }),
    response: z.object({
      items: z.array(z.object({ id: uuid, name: z.string(), code: z.string().nullable(), member: z.boolean() })),
    }),
  }),
  getAssociationAgency: route({
    method: 'GET',
    path: '/api/association/agencies/:id',
    summary: 'What the association knows of an agency: membership, signatures, penalties, ladder, ratings',
    params: idParams,
    response: agency,
  }),
  admitMember: route({
    method: 'POST',
    path: '/api/association/members',
    summary: 'Admit an agency',
    body: z.object({ agencyId: uuid, level: level.default('member'), joinedOn: localDate }),
    response: made,
  }),
  endMembership: route({
    method: 'POST',
    path: '/api/association/members/:id/end',
    summary: 'End a membership',
    params: idParams,
    body: reasonBody.extend({ leftOn: localDate }),
    response: ok,
  }),
};

const documentRoutes = {
  listAssociationDocuments: route({
    method: 'GET',
    path: '/api/association/documents',
    summary: 'Versions of the convention and of service standards',
    response: z.object({ items: z.array(document) }),
  }),
  getAssociationDocument: route({
    method: 'GET',
    path: '/api/association/documents/:id',
    summary: 'One version with its text and who signed it',
    params: idParams,
    response: documentDetail,
  }),
  publishDocument: route({
    method: 'POST',
    path: '/api/association/documents',
    summary: 'Publish the next version of the convention or of a standard',
    body: z.object({
      sort: z.enum(['convention', 'standard']),
      title: z.string().trim().min(4).max(120),
      body: z.string().trim().min(10).max(20_000),
      adoptedOn: localDate,
      effectiveOn: localDate,
    }),
    response: made,
  }),
  signDocument: route({
    method: 'POST',
    path: '/api/association/documents/:id/sign',
    summary: 'Sign a version for the own agency, or record a signature on paper',
    params: idParams,
    body: z.object({
      agencyId: uuid.nullable().default(null),
      signatory: z.string().trim().min(2).max(60),
      signedOn: localDate.nullable().default(null),
    }),
    response: ok,
  }),
};

const disciplineRoutes = {
  listComplaints: route({
    method: 'GET',
    path: '/api/association/complaints',
    summary: 'Complaints between members',
    query: pageQuery.extend({ state: csvList.optional() }),
    response: pageOf(complaint),
  }),
  getComplaint: route({
    method: 'GET',
    path: '/api/association/complaints/:id',
    summary: 'One complaint with answer and ruling',
    params: idParams,
    response: complaintDetail,
  }),
  fileComplaint: route({
    method: 'POST',
    path: '/api/association/complaints',
    summary: 'Complain about a member',
    body: z.object({
      complainantId: uuid.nullable().default(null),
      respondentId: uuid,
      clause: z.string().trim().max(80).nullable().default(null),
      facts: z.string().trim().min(10).max(4000),
      request: z.string().trim().min(2).max(1000),
    }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  decidePenalty: route({
    method: 'POST',
    path: '/api/association/penalties',
    summary: 'Decide a penalty of the association',
    body: z.object({
      agencyId: uuid,
      sort: z.string().max(40),
      documentNo: z.string().trim().min(2).max(60),
      text: z.string().trim().min(4).max(2000),
      untilOn: localDate.nullable().default(null),
    }),
    response: made,
  }),
  withdrawPenalty: route({
    method: 'POST',
    path: '/api/association/penalties/:id/withdraw',
    summary: 'Withdraw a penalty',
    params: idParams,
    body: reasonBody,
    response: ok,
  }),
  awardBrand: route({
    method: 'POST',
    path: '/api/association/brands',
    summary: 'Award a level of the ladder to an agency that meets its rule',
    body: z.object({ agencyId: uuid, level: z.string().max(40) }),
    response: made,
  }),
  withdrawBrand: route({
    method: 'POST',
    path: '/api/association/brands/:id/withdraw',
    summary: 'Withdraw a level',
    params: idParams,
    body: reasonBody,
    response: ok,
  }),
};

const ratingRoutes = {
  listRatings: route({
    method: 'GET',
    path: '/api/association/ratings',
    summary: 'Ratings with how much each counts and why',
    query: pageQuery.extend({ agency: uuid.optional(), lowered: flag.optional() }),
    response: pageOf(rating),
  }),
  listRatableMatters: route({
    method: 'GET',
    path: '/api/association/ratings/matters',
    summary: 'Finished matters of my enterprise, rated or not',
    response: z.object({
      items: z.array(matter),
      aspects: z.array(z.object({ code: z.string(), label: z.string() })),
      method: z.string(),
    }),
  }),
  rateMatter: route({
    method: 'POST',
    path: '/api/association/ratings',
    summary: 'Rate a finished matter, once',
    body: z.object({
      patentId: uuid,
      scores: z.record(z.string().max(40), z.number().int().min(1).max(5)),
      comment: z.string().trim().max(500).nullable().default(null),
    }),
    response: made,
  }),
  removeRating: route({
    method: 'POST',
    path: '/api/association/ratings/:id/remove',
    summary: 'Remove a rating, with the reason shown',
    params: idParams,
    body: reasonBody,
    response: ok,
  }),
};

/** The industry association. */
export const associationRoutes = { ...memberRoutes, ...documentRoutes, ...disciplineRoutes, ...ratingRoutes };
