import { z } from 'zod';
import { idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';
import { claimState, fen, objection, policyRef, publicList, publicListDetail, publicRow } from './subsidies-shapes.ts';

const listBody = z.object({
  claimIds: z.array(uuid).min(1).max(2000),
  /** Absent: 《policy》拟奖补名单公示. */
  title: z.string().trim().min(4).max(120).optional(),
  /** Absent: the office of the jurisdiction. */
  contact: z.string().trim().max(200).optional(),
});

export const publicityRoutes = {
  listPublicityCandidates: route({
    method: 'GET',
    path: '/api/subsidies/publicity/candidates',
    summary: 'Approved claims that wait for publicity, by policy version',
    response: z.object({
      groups: z.array(
        z.object({
          policy: policyRef,
          workingDays: z.number().int(),
          totalFen: fen,
          claims: z.array(
            z.object({
              id: uuid,
              number: z.string(),
              partyName: z.string(),
              approvedFen: fen,
              items: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
  previewPublicityList: route({
    method: 'POST',
    path: '/api/subsidies/publicity/preview',
    summary: 'The list as the public would see it, before it is published',
    readOnly: true,
    body: listBody,
    response: z.object({
      number: z.string(),
      title: z.string(),
      workingDays: z.number().int(),
      closesOn: localDate.nullable(),
      closesSteps: z.array(z.string()),
      totalWan: z.string(),
      entries: z.array(publicRow),
    }),
  }),
  publishPublicityList: route({
    method: 'POST',
    path: '/api/subsidies/publicity',
    summary: 'Publish a list: public at once, publicity starts to run',
    body: listBody,
    response: z.object({ id: uuid, number: z.string() }),
  }),
  listPublicityLists: route({
    method: 'GET',
    path: '/api/subsidies/publicity',
    summary: 'Publicity lists with what is going on in them',
    query: pageQuery,
    response: pageOf(
      publicList.extend({ claims: z.number().int(), openObjections: z.number().int(), publishedBy: z.string() }),
    ),
  }),
  getPublicityList: route({
    method: 'GET',
    path: '/api/subsidies/publicity/:id',
    summary: 'A publicity list as officers see it: its claims, objections, corrections',
    params: idParams,
    response: publicListDetail.extend({
      publishedBy: z.string(),
      claims: z.array(
        z.object({
          id: uuid,
          number: z.string(),
          partyName: z.string(),
          state: claimState,
          stateLabel: z.string(),
          rows: z.array(z.number().int()),
          dueOn: localDate.nullable(),
          steps: z.array(z.string()),
        }),
      ),
      objections: z.array(objection),
    }),
  }),
  downloadPublicityPaper: route({
    method: 'GET',
    path: '/api/subsidies/publicity/:id/paper',
    summary: 'A publicity list in the official layout, without withdrawn rows',
    params: idParams,
    query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
    transport: 'file',
  }),
  correctPublicityRow: route({
    method: 'POST',
    path: '/api/subsidies/publicity/:id/rows/:no/correct',
    summary: 'Correct a row of a published list; what stood there stays visible',
    params: z.object({ id: uuid, no: z.coerce.number().int().min(1) }),
    body: z.object({
      reason: z.string().trim().min(2).max(300),
      name: z.string().trim().min(1).max(200).optional(),
      matter: z.string().trim().min(1).max(300).optional(),
      note: z.string().trim().max(300).optional(),
    }),
    response: z.object({ ok: z.literal(true) }),
  }),
  listObjections: route({
    method: 'GET',
    path: '/api/subsidies/objections',
    summary: 'Objections, the open ones first',
    query: pageQuery.extend({ state: z.enum(['open', 'answered']).optional() }),
    response: pageOf(objection),
  }),
  registerObjection: route({
    method: 'POST',
    path: '/api/subsidies/claims/:id/objections',
    summary: 'Register an objection, named or anonymous: publicity of the claim is interrupted',
    params: idParams,
    body: z.object({
      anonymous: z.boolean(),
      by: z.string().trim().max(60).nullable().optional(),
      contact: z.string().trim().max(60).nullable().optional(),
      text: z.string().trim().min(4).max(4000),
      receivedOn: localDate.optional(),
    }),
    response: objection,
  }),
  answerObjection: route({
    method: 'POST',
    path: '/api/subsidies/objections/:id/answer',
    summary: 'Answer an objection: dismissed, publicity goes on; upheld, the claim goes back to decision',
    params: idParams,
    body: z.object({ upheld: z.boolean(), answer: z.string().trim().min(4).max(4000) }),
    response: objection,
  }),
  listPublicLists: route({
    method: 'GET',
    path: '/api/public/publicity',
    summary: 'Publicity lists for everyone, the newest first',
    query: pageQuery,
    response: pageOf(publicList),
  }),
  getPublicList: route({
    method: 'GET',
    path: '/api/public/publicity/:id',
    summary: 'One publicity list for everyone, with corrections and withdrawals',
    params: idParams,
    response: publicListDetail,
  }),
  downloadPublicList: route({
    method: 'GET',
    path: '/api/public/publicity/:id/file',
    summary: 'The same as csv or JSON',
    params: idParams,
    query: z.object({ format: z.enum(['csv', 'json']).default('csv') }),
    transport: 'file',
  }),
};
