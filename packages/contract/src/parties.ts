import { z } from 'zod';
import {
  countBy,
  csvList,
  fieldSource,
  flag,
  idParams,
  localDate,
  ok,
  pageOf,
  pageQuery,
  reason,
  timestamp,
  uuid,
} from './common.ts';
import { route } from './route.ts';

export const partyKind = z.enum([
  'enterprise',
  'individual-business',
  'co-operative',
  'university',
  'institute',
  'school',
  'hospital',
  'agency',
  'bank',
  'insurer',
  'government',
  'association',
  'other',
]);
export const partyStatus = z.enum(['active', 'deregistered', 'revoked', 'moved-out', 'unknown']);
export const membershipKind = z.enum([
  'high-tech',
  'above-scale',
  'standard-certified',
  'advantage',
  'demonstration',
  'listed',
  'exporter',
  'specialised',
  'dishonesty',
  'abnormal-operation',
  'ip-penalty',
]);

export const membership = z.object({
  id: uuid,
  kind: membershipKind,
  kindLabel: z.string(),
  level: z.string().nullable(),
  certificateNo: z.string().nullable(),
  from: localDate.nullable(),
  to: localDate.nullable(),
  valid: z.boolean(),
  /** Why it counts or not on the date asked. */
  reason: z.string(),
});

export const partyRow = z.object({
  id: uuid,
  uscc: z.string().nullable(),
  name: z.string(),
  kind: partyKind,
  status: partyStatus,
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  zoneCode: z.string().nullable(),
  zone: z.string().nullable(),
  industryCode: z.string().nullable(),
  industry: z.string().nullable(),
  establishedOn: localDate.nullable(),
  memberships: z.array(membershipKind),
  validPatents: z.number().int(),
  validInventions: z.number().int(),
  validTrademarks: z.number().int(),
});
export type PartyRow = z.output<typeof partyRow>;

export const partyDetail = partyRow.extend({
  recordKey: z.string(),
  address: z.string().nullable(),
  capitalFen: z.number().nullable(),
  capitalCurrency: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  registrationAuthority: z.string().nullable(),
  scope: z.string().nullable(),
  dissolvedOn: localDate.nullable(),
  names: z.array(
    z.object({
      name: z.string(),
      from: localDate.nullable(),
      to: localDate.nullable(),
      kind: z.enum(['current', 'former']),
    }),
  ),
  membershipDetails: z.array(membership),
  rights: z.object({
    asOf: localDate,
    patents: z.array(countBy),
    trademarks: z.array(countBy),
    madrid: z.number().int(),
    gis: z.number().int(),
  }),
  /** What to do next for this enterprise, each with its reason. */
  nextSteps: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      text: z.string(),
      dueOn: localDate.nullable(),
      level: z.enum(['late', 'soon', 'info']),
      href: z.string().nullable(),
    }),
  ),
  sourceCount: z.number().int(),
  updatedAt: timestamp,
});

export const partyFilter = z.object({
  q: z.string().max(100).optional(),
  town: csvList.optional(),
  zone: csvList.optional(),
  /** GB/T 4754 codes by prefix: `17`, `C`. */
  industry: csvList.optional(),
  kind: csvList.optional(),
  status: csvList.optional(),
  membership: csvList.optional(),
  /** Only parties with (true) or without (false) a valid right of this sort. */
  hasPatent: flag.optional(),
  hasInvention: flag.optional(),
  hasTrademark: flag.optional(),
});

export const mention = z.object({
  id: uuid,
  name: z.string(),
  locality: z.string().nullable(),
  uscc: z.string().nullable(),
  decision: z.enum(['auto', 'review', 'none', 'person']),
  score: z.number(),
  party: z.object({ id: uuid, name: z.string(), uscc: z.string().nullable() }).nullable(),
  usedBy: z.object({ patents: z.number().int(), trademarks: z.number().int(), lists: z.number().int() }),
  reasons: z.array(reason),
});
export const candidate = z.object({
  partyId: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  industry: z.string().nullable(),
  status: partyStatus,
  formerNames: z.array(z.string()),
  score: z.number(),
  reasons: z.array(reason),
});
export const verdict = z.enum(['same', 'not-same', 'unsure']);
export const judgement = z.object({
  id: uuid,
  mentionId: uuid,
  mentionName: z.string(),
  partyId: uuid,
  partyName: z.string(),
  verdict,
  note: z.string().nullable(),
  actorName: z.string(),
  at: timestamp,
  withdrawnAt: timestamp.nullable(),
});

export const partyRoutes = {
  listParties: route({
    method: 'GET',
    path: '/api/parties',
    summary: 'Enterprises and other bodies of the district',
    query: pageQuery.extend(partyFilter.shape),
    response: pageOf(partyRow),
  }),
  exportParties: route({
    method: 'GET',
    path: '/api/parties/export.xlsx',
    summary: 'Exactly what the list shows, as a workbook',
    query: pageQuery.extend(partyFilter.shape),
    transport: 'file',
  }),
  getParty: route({
    method: 'GET',
    path: '/api/parties/:id',
    summary: 'Everything about one subject',
    params: idParams,
    query: z.object({ asOf: localDate.optional() }),
    response: partyDetail,
  }),
  listPartySources: route({
    method: 'GET',
    path: '/api/parties/:id/sources',
    summary: 'Each field with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
  listPartyMentions: route({
    method: 'GET',
    path: '/api/parties/:id/mentions',
    summary: 'Mentions linked to this party, with reasons',
    params: idParams,
    response: z.object({ mentions: z.array(mention) }),
  }),
  listReviews: route({
    method: 'GET',
    path: '/api/matching/reviews',
    summary: 'Mentions that wait for a judgement, most used first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      decision: csvList.optional(),
      importId: uuid.optional(),
    }),
    response: pageOf(mention),
  }),
  getReview: route({
    method: 'GET',
    path: '/api/matching/reviews/:id',
    summary: 'One mention with its candidates and a waterfall of reasons for each',
    params: idParams,
    response: z.object({
      mention,
      candidates: z.array(candidate),
      judgements: z.array(judgement),
      nextId: uuid.nullable(),
      remaining: z.number().int(),
    }),
  }),
  judgeMatch: route({
    method: 'POST',
    path: '/api/matching/reviews/:id/judgement',
    summary: 'Say whether a mention and a party are the same',
    params: idParams,
    body: z.object({ partyId: uuid, verdict, note: z.string().max(500).optional() }),
    response: z.object({ mention, judgement, conflict: z.string().nullable() }),
  }),
  listJudgements: route({
    method: 'GET',
    path: '/api/matching/judgements',
    summary: 'Judgements, newest first',
    query: pageQuery.extend({ q: z.string().max(100).optional() }),
    response: pageOf(judgement),
  }),
  withdrawJudgement: route({
    method: 'POST',
    path: '/api/matching/judgements/:id/withdraw',
    summary: 'Take a judgement back',
    params: idParams,
    response: ok,
  }),
};
