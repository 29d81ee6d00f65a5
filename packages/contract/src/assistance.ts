import { z } from 'zod';
import { csvList, flag, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';
import { route } from './route.ts';

export const aidKind = z.enum([
  'consultation',
  'infringement-opinion',
  'expert',
  'agency',
  'funding',
  'exhibition',
  'overseas',
]);
export const crossRegionKind = z.enum(['investigate', 'verify', 'evidence', 'serve', 'joint-action']);
export const originKind = z.enum(['made', 'sold', 'shipped', 'market']);

const said = (min: number, max: number) => z.string().trim().min(min).max(max);
const words = (max: number) => z.string().trim().max(max).nullable().default(null);

const right = z.object({
  kind: z.enum(['trademark', 'patent', 'gi', 'other']),
  number: said(1, 60),
  name: words(200),
});
export type AidRight = z.output<typeof right>;

const clock = z.object({ label: z.string(), dueOn: localDate.nullable(), late: z.boolean() });

const aidInput = z.object({
  kinds: z.array(aidKind).min(1).max(7),
  opponentName: words(200),
  opponentCode: words(18),
  rights: z.array(right).max(30).default([]),
  title: said(4, 200),
  facts: said(4, 8000),
  wish: said(2, 2000),
});

const aidRow = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  channel: z.enum(['portal', 'desk']),
  kinds: z.array(z.object({ kind: aidKind, label: z.string() })),
  title: z.string(),
  applicant: z.string(),
  partyId: uuid.nullable(),
  opponent: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  receivedOn: localDate,
  acceptedOn: localDate.nullable(),
  doneOn: localDate.nullable(),
  inTime: z.boolean().nullable(),
  stars: z.number().int().nullable(),
  clock: clock.nullable(),
});
export type AidRow = z.output<typeof aidRow>;

const conflict = z.object({
  check: z.string(),
  standing: z.enum(['clear', 'conflict', 'unknown']),
  text: z.string(),
});
export type AidConflict = z.output<typeof conflict>;

const assignment = z.object({
  id: uuid,
  part: z.enum(['expert', 'agency']),
  name: z.string(),
  checks: z.array(conflict),
  assignedOn: localDate,
  assignedBy: z.string(),
  endedOn: localDate.nullable(),
  endedReason: z.string().nullable(),
});

const aidDetail = aidRow.extend({
  applicantCode: z.string().nullable(),
  applicantContact: z.string().nullable(),
  opponentCode: z.string().nullable(),
  rights: z.array(right),
  facts: z.string(),
  wish: z.string(),
  refusedReason: z.string().nullable(),
  opinion: z.string().nullable(),
  opinionNo: z.string().nullable(),
  opinionOn: localDate.nullable(),
  result: z.string().nullable(),
  remark: z.string().nullable(),
  ratedOn: localDate.nullable(),
  /** What ordered it, where nobody entered it. */
  sourceHref: z.string().nullable(),
  assignments: z.array(assignment),
  mayAssign: z.boolean(),
});
export type AidDetail = z.output<typeof aidDetail>;

const expert = z.object({
  id: uuid,
  name: z.string(),
  employer: z.string(),
  employerCode: z.string().nullable(),
  fields: z.array(z.string()),
  title: z.string().nullable(),
  fromOn: localDate,
  untilOn: localDate.nullable(),
  active: z.boolean(),
  assigned: z.number().int(),
});
export type AidExpert = z.output<typeof expert>;

const helper = z.object({
  part: z.enum(['expert', 'agency']),
  id: uuid,
  name: z.string(),
  note: z.string().nullable(),
  free: z.boolean(),
  checks: z.array(conflict),
});
export type AidHelper = z.output<typeof helper>;

const crossInput = z.object({
  kind: crossRegionKind,
  title: said(4, 200),
  facts: said(4, 8000),
  wish: said(2, 4000),
  marks: z.array(z.string().trim().min(1).max(100)).max(30).default([]),
});

const crossRow = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  direction: z.enum(['out', 'in']),
  other: z.string(),
  /** The other district works in this installation: letters go and come by themselves. */
  joined: z.boolean(),
  kind: crossRegionKind,
  kindLabel: z.string(),
  title: z.string(),
  letterNo: z.string().nullable(),
  theirNo: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  sentOn: localDate.nullable(),
  receivedOn: localDate.nullable(),
  answeredOn: localDate.nullable(),
  inTime: z.boolean().nullable(),
  clock: clock.nullable(),
});
export type CrossRegionRow = z.output<typeof crossRow>;

const sealed = z.object({ name: z.string(), size: z.number(), sha256: z.string() });
const jointAction = z.object({
  id: uuid,
  on: localDate,
  place: z.string(),
  bodies: z.string(),
  text: z.string(),
  by: z.string(),
});

const originRow = z.object({
  id: uuid,
  region: z.string(),
  kind: originKind,
  kindLabel: z.string(),
  goods: z.string(),
  mark: z.string().nullable(),
  party: z.string().nullable(),
  notedOn: localDate,
  source: z.string(),
  href: z.string().nullable(),
  endedOn: localDate.nullable(),
});
export type OriginRow = z.output<typeof originRow>;

/** Rights aid and cross-region help. */
export const assistanceRoutes = {
  listAidRequests: route({
    method: 'GET',
    path: '/api/aid/requests',
    summary: 'Requests for rights aid in my reach',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      kind: csvList.optional(),
      state: csvList.optional(),
      channel: csvList.optional(),
      open: flag.optional(),
      late: flag.optional(),
      party: uuid.optional(),
    }),
    response: pageOf(aidRow),
  }),
  getAidRequest: route({
    method: 'GET',
    path: '/api/aid/requests/:id',
    summary: 'One request for rights aid: facts, who helps, opinion, rating',
    params: idParams,
    response: aidDetail,
  }),
  createAidRequest: route({
    method: 'POST',
    path: '/api/aid/requests',
    summary: 'Enter a request for rights aid at the desk',
    body: aidInput.extend({
      partyId: uuid.nullable().default(null),
      applicantName: said(1, 200),
      applicantCode: words(18),
      applicantContact: words(200),
      receivedOn: localDate,
    }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  fileAidRequest: route({
    method: 'POST',
    path: '/api/aid/own-requests',
    summary: 'Ask for rights aid as an enterprise',
    body: aidInput.extend({ partyId: uuid, contact: said(2, 200) }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  listAidHelpers: route({
    method: 'GET',
    path: '/api/aid/requests/:id/helpers',
    summary: 'Experts or agencies for a request, each with what speaks against it',
    params: idParams,
    query: z.object({ part: z.enum(['expert', 'agency']), q: z.string().max(100).optional() }),
    response: z.object({ items: z.array(helper) }),
  }),
  assignAidHelper: route({
    method: 'POST',
    path: '/api/aid/requests/:id/helpers',
    summary: 'Assign an expert or an agency that has no conflict of interest',
    params: idParams,
    body: z.object({ part: z.enum(['expert', 'agency']), helperId: uuid, declared: z.literal(true) }),
    response: z.object({ id: uuid }),
  }),
  endAidAssignment: route({
    method: 'DELETE',
    path: '/api/aid/requests/:id/helpers/:assignmentId',
    summary: 'End an assignment; it stays on record with the reason',
    params: z.object({ id: uuid, assignmentId: uuid }),
    query: z.object({ reason: said(2, 300) }),
    response: z.object({ ok: z.literal(true) }),
  }),
  listAidExperts: route({
    method: 'GET',
    path: '/api/aid/experts',
    summary: 'Experts of rights aid',
    query: z.object({ q: z.string().max(100).optional() }),
    response: z.object({ items: z.array(expert) }),
  }),
  createAidExpert: route({
    method: 'POST',
    path: '/api/aid/experts',
    summary: 'Enter an expert of rights aid',
    body: z.object({
      name: said(2, 60),
      employer: said(2, 200),
      employerCode: words(18),
      fields: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
      title: words(60),
      phone: words(40),
    }),
    response: z.object({ id: uuid }),
  }),
  endAidExpert: route({
    method: 'DELETE',
    path: '/api/aid/experts/:id',
    summary: 'Take an expert off the list from today; what was done stays',
    params: idParams,
    response: z.object({ ok: z.literal(true) }),
  }),
  listCrossRegions: route({
    method: 'GET',
    path: '/api/aid/cross-region',
    summary: 'Help asked of other districts and by them',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      direction: csvList.optional(),
      state: csvList.optional(),
      open: flag.optional(),
      late: flag.optional(),
    }),
    response: pageOf(crossRow),
  }),
  getCrossRegion: route({
    method: 'GET',
    path: '/api/aid/cross-region/:id',
    summary: 'One request between districts: letter, package, answer, joint action',
    params: idParams,
    response: crossRow.extend({
      facts: z.string(),
      wish: z.string(),
      marks: z.array(z.string()),
      answer: z.string().nullable(),
      answerNo: z.string().nullable(),
      result: z.enum(['done', 'part', 'nothing', 'refused']).nullable(),
      resultLabel: z.string().nullable(),
      package: sealed.nullable(),
      answerPackage: sealed.nullable(),
      caseRef: z.object({ number: z.string(), href: z.string().nullable() }).nullable(),
      actions: z.array(jointAction),
      origins: z.array(originRow),
      preparedBy: z.string(),
      sourceHref: z.string().nullable(),
      mayEdit: z.boolean(),
    }),
  }),
  createCrossRegion: route({
    method: 'POST',
    path: '/api/aid/cross-region',
    summary: 'Prepare a request to another district, of this installation or by document',
    body: crossInput.extend({
      otherDistrict: z.string().max(12).nullable().default(null),
      otherName: said(2, 120),
      caseId: uuid.nullable().default(null),
    }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  receiveCrossRegion: route({
    method: 'POST',
    path: '/api/aid/cross-region/received',
    summary: 'Enter a request that came from an outside district by document',
    body: crossInput.extend({ otherName: said(2, 120), theirNo: words(120), receivedOn: localDate }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  listRegionDistricts: route({
    method: 'GET',
    path: '/api/aid/districts',
    summary: 'Other districts of this installation',
    response: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }),
  }),
  addJointAction: route({
    method: 'POST',
    path: '/api/aid/cross-region/:id/joint-actions',
    summary: 'Record an action taken together; the other district of this installation sees it, too',
    params: idParams,
    body: z.object({ on: localDate, place: said(2, 200), bodies: said(2, 300), text: said(2, 4000) }),
    response: z.object({ id: uuid }),
  }),
  downloadRegionPackage: route({
    method: 'GET',
    path: '/api/aid/cross-region/:id/packages/:which',
    summary: 'The sealed package of a request or of its answer',
    params: z.object({ id: uuid, which: z.enum(['request', 'answer']) }),
    transport: 'file',
  }),
  listOrigins: route({
    method: 'GET',
    path: '/api/aid/origins',
    summary: 'Places elsewhere from which infringing goods came',
    query: pageQuery.extend({ q: z.string().max(100).optional(), kind: csvList.optional() }),
    response: pageOf(originRow).extend({
      regions: z.array(z.object({ region: z.string(), count: z.number().int() })),
    }),
  }),
  addOrigin: route({
    method: 'POST',
    path: '/api/aid/origins',
    summary: 'Note a place of origin',
    body: z.object({
      region: said(2, 80),
      kind: originKind,
      goods: said(1, 200),
      mark: words(200),
      partyName: words(200),
      notedOn: localDate,
      source: said(2, 300),
      crossRegionId: uuid.nullable().default(null),
    }),
    response: z.object({ id: uuid }),
  }),
};
