import { z } from 'zod';
import {
  associationAgency,
  associationComplaint,
  associationComplaintDetail,
  associationDocument,
  associationDocumentDetail,
  associationMember,
  associationRating,
  memberLevel,
  ratableMatter,
} from './association-shapes.ts';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, tableFormat, uuid } from './common.ts';
import { route } from './route.ts';

export type {
  AssociationAgency,
  AssociationComplaint,
  AssociationComplaintDetail,
  AssociationDocument,
  AssociationDocumentDetail,
  AssociationMember,
  AssociationRating,
  RatableMatter,
} from './association-shapes.ts';

const reasonBody = z.object({ reason: z.string().trim().min(2).max(500) });
const made = z.object({ id: uuid });

const memberFilter = {
  q: z.string().max(100).optional(),
  standing: z.enum(['member', 'left']).optional(),
};

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
    query: pageQuery.extend(memberFilter),
    response: pageOf(associationMember),
  }),
  exportAssociationMembers: route({
    method: 'GET',
    path: '/api/association/members/export',
    summary: 'Exactly the members the list shows, as a workbook or csv',
    query: z.object({ ...memberFilter, format: tableFormat }),
    transport: 'file',
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
    response: associationAgency,
  }),
  admitMember: route({
    method: 'POST',
    path: '/api/association/members',
    summary: 'Admit an agency',
    body: z.object({ agencyId: uuid, level: memberLevel.default('member'), joinedOn: localDate }),
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
    response: z.object({ items: z.array(associationDocument) }),
  }),
  getAssociationDocument: route({
    method: 'GET',
    path: '/api/association/documents/:id',
    summary: 'One version with its text and who signed it',
    params: idParams,
    response: associationDocumentDetail,
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
    response: pageOf(associationComplaint),
  }),
  getComplaint: route({
    method: 'GET',
    path: '/api/association/complaints/:id',
    summary: 'One complaint with answer and ruling',
    params: idParams,
    response: associationComplaintDetail,
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
    response: pageOf(associationRating),
  }),
  listRatableMatters: route({
    method: 'GET',
    path: '/api/association/ratings/matters',
    summary: 'Finished matters of my enterprise, rated or not',
    response: z.object({
      items: z.array(ratableMatter),
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
