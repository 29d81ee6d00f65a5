import { z } from 'zod';
import { csvList, fieldSource, flag, idParams, localDate, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const patentKind = z.enum(['invention', 'utility', 'design']);
export const patentStatus = z.enum([
  'pending',
  'published',
  'granted',
  'lapsed',
  'expired',
  'invalidated',
  'withdrawn',
  'rejected',
  'unknown',
]);
export const trademarkStatus = z.enum([
  'applied',
  'preliminary',
  'registered',
  'grace',
  'lapsed',
  'revoked',
  'invalidated',
  'refused',
  'withdrawn',
  'unknown',
]);

/** A stretch of time in one status; `to` null = still. Half open: from ≤ day < to. */
export const statusPeriod = z.object({
  status: z.string(),
  from: localDate,
  to: localDate.nullable(),
  reason: z.string(),
});
export const rightEvent = z.object({
  kind: z.string(),
  label: z.string(),
  on: localDate,
  detail: z.string().nullable(),
  rowNo: z.number().int().nullable(),
  importId: uuid.nullable(),
});
export const holder = z.object({
  order: z.number().int(),
  name: z.string(),
  share: z.number().nullable(),
  partyId: uuid.nullable(),
  partyName: z.string().nullable(),
  mentionId: uuid.nullable(),
  decision: z.string().nullable(),
});

export const patentRow = z.object({
  id: uuid,
  applicationNo: z.string(),
  kind: patentKind,
  title: z.string(),
  filedOn: localDate.nullable(),
  grantedOn: localDate.nullable(),
  publicationNo: z.string().nullable(),
  ipcMain: z.string().nullable(),
  status: patentStatus,
  holders: z.array(z.object({ name: z.string(), partyId: uuid.nullable() })),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  nextDueOn: localDate.nullable(),
  abnormal: z.boolean(),
});
const annuityYear = z.object({
  year: z.number().int(),
  feeFen: z.number(),
  payableFen: z.number(),
  dueOn: localDate,
  dueOnBasis: z.string().nullable(),
  lateFeeFen: z.number(),
  totalFen: z.number(),
  paidOn: localDate.nullable(),
  state: z.string(),
  reasons: z.array(z.string()),
  tiers: z.array(z.object({ from: localDate, to: localDate, ratePercent: z.number(), lateFeeFen: z.number() })),
});
/** The five categories of a high-value invention on a day; `met` null = the sources do not say. */
const highValue = z.object({
  any: z.boolean(),
  /** Why no category is judged at all. */
  note: z.string().nullable(),
  categories: z.array(
    z.object({
      code: z.enum(['strategic', 'family', 'longLived', 'pledged', 'awarded']),
      label: z.string(),
      met: z.boolean().nullable(),
      reason: z.string(),
      article: z.string().nullable(),
    }),
  ),
});
export const patentDetail = patentRow.extend({
  recordKey: z.string(),
  abstract: z.string().nullable(),
  publishedOn: localDate.nullable(),
  grantNo: z.string().nullable(),
  ipc: z.array(z.string()),
  cpc: z.array(z.string()),
  locarno: z.array(z.string()),
  strategicIndustries: z.array(z.string()),
  inventors: z.array(z.string()),
  address: z.string().nullable(),
  agency: z.string().nullable(),
  claimCount: z.number().int().nullable(),
  citedCount: z.number().int().nullable(),
  familyCountries: z.array(z.string()),
  familySize: z.number().int().nullable(),
  legalStatusText: z.string().nullable(),
  holderDetails: z.array(holder),
  events: z.array(rightEvent),
  periods: z.array(statusPeriod),
  statusReason: z.string(),
  annuities: z.array(annuityYear),
  annuityNote: z.string().nullable(),
  highValue,
  vendorScores: z.array(z.object({ vendor: z.string(), name: z.string(), value: z.string() })),
  updatedAt: timestamp,
});

export const trademarkRow = z.object({
  id: uuid,
  registrationNo: z.string(),
  niceClass: z.number().int(),
  name: z.string(),
  kind: z.string(),
  filedOn: localDate.nullable(),
  registeredOn: localDate.nullable(),
  expiresOn: localDate.nullable(),
  status: trademarkStatus,
  holders: z.array(z.object({ name: z.string(), partyId: uuid.nullable() })),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
});
export const trademarkDetail = trademarkRow.extend({
  recordKey: z.string(),
  goods: z.array(z.string()),
  similarGroups: z.array(z.string()),
  preliminaryOn: localDate.nullable(),
  preliminaryIssue: z.string().nullable(),
  registrationIssue: z.string().nullable(),
  agency: z.string().nullable(),
  address: z.string().nullable(),
  legalStatusText: z.string().nullable(),
  holderDetails: z.array(holder),
  events: z.array(rightEvent),
  periods: z.array(statusPeriod),
  statusReason: z.string(),
  deadlines: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      on: localDate,
      reason: z.string(),
      article: z.string().nullable(),
    }),
  ),
  otherClasses: z.array(z.object({ id: uuid, niceClass: z.number().int(), status: trademarkStatus })),
  updatedAt: timestamp,
});

export const giRow = z.object({
  id: uuid,
  name: z.string(),
  channel: z.enum(['product', 'collective-mark', 'certification-mark', 'agricultural']),
  channelLabel: z.string(),
  approvedOn: localDate.nullable(),
  noticeNo: z.string().nullable(),
  holderName: z.string().nullable(),
  authorisedUsers: z.array(
    z.object({ name: z.string(), partyId: uuid.nullable(), from: localDate.nullable(), to: localDate.nullable() }),
  ),
  status: z.string(),
  example: z.boolean(),
});
export const madridRow = z.object({
  id: uuid,
  irNo: z.string(),
  name: z.string(),
  registeredOn: localDate.nullable(),
  expiresOn: localDate.nullable(),
  status: z.string(),
  holderName: z.string(),
  partyId: uuid.nullable(),
  baseRegistrationNo: z.string().nullable(),
  dependencyEndsOn: localDate.nullable(),
  dependent: z.boolean(),
  niceClasses: z.array(z.number().int()),
  designations: z.array(
    z.object({
      member: z.string(),
      memberLabel: z.string(),
      on: localDate.nullable(),
      status: z.string(),
      statusLabel: z.string(),
      refusalDueOn: localDate.nullable(),
    }),
  ),
});

export const patentFilter = z.object({
  q: z.string().max(100).optional(),
  party: uuid.optional(),
  town: csvList.optional(),
  zone: csvList.optional(),
  industry: csvList.optional(),
  kind: csvList.optional(),
  status: csvList.optional(),
  ipc: csvList.optional(),
  filedFrom: localDate.optional(),
  filedTo: localDate.optional(),
  /** Next annual fee due on or after, on or before. */
  dueFrom: localDate.optional(),
  dueTo: localDate.optional(),
  /** Only patents linked (true) or not linked (false) to a party of the register. */
  linked: flag.optional(),
  abnormal: flag.optional(),
  asOf: localDate.optional(),
});
export const trademarkFilter = z.object({
  q: z.string().max(100).optional(),
  party: uuid.optional(),
  town: csvList.optional(),
  zone: csvList.optional(),
  industry: csvList.optional(),
  niceClass: csvList.optional(),
  status: csvList.optional(),
  linked: flag.optional(),
  asOf: localDate.optional(),
});

export const ipRightsRoutes = {
  listPatents: route({
    method: 'GET',
    path: '/api/patents',
    summary: 'Patents',
    query: pageQuery.extend(patentFilter.shape),
    response: pageOf(patentRow),
  }),
  exportPatents: route({
    method: 'GET',
    path: '/api/patents/export.xlsx',
    summary: 'Exactly what the list shows',
    query: pageQuery.extend(patentFilter.shape),
    transport: 'file',
  }),
  getPatent: route({
    method: 'GET',
    path: '/api/patents/:id',
    summary: 'One patent with events, status on a date and annuities',
    params: idParams,
    query: z.object({ asOf: localDate.optional() }),
    response: patentDetail,
  }),
  listPatentSources: route({
    method: 'GET',
    path: '/api/patents/:id/sources',
    summary: 'Each field with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
  listTrademarks: route({
    method: 'GET',
    path: '/api/trademarks',
    summary: 'Trademarks per class',
    query: pageQuery.extend(trademarkFilter.shape),
    response: pageOf(trademarkRow),
  }),
  exportTrademarks: route({
    method: 'GET',
    path: '/api/trademarks/export.xlsx',
    summary: 'Exactly what the list shows',
    query: pageQuery.extend(trademarkFilter.shape),
    transport: 'file',
  }),
  getTrademark: route({
    method: 'GET',
    path: '/api/trademarks/:id',
    summary: 'One trademark in one class',
    params: idParams,
    query: z.object({ asOf: localDate.optional() }),
    response: trademarkDetail,
  }),
  listTrademarkSources: route({
    method: 'GET',
    path: '/api/trademarks/:id/sources',
    summary: 'Each field with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
  listGis: route({
    method: 'GET',
    path: '/api/gis',
    summary: 'Geographical indications',
    query: pageQuery.extend({ q: z.string().max(100).optional() }),
    response: pageOf(giRow),
  }),
  listGiSources: route({
    method: 'GET',
    path: '/api/gis/:id/sources',
    summary: 'Each field with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
  listMadrid: route({
    method: 'GET',
    path: '/api/madrid',
    summary: 'International registrations',
    query: pageQuery.extend({ q: z.string().max(100).optional(), party: uuid.optional() }),
    response: pageOf(madridRow),
  }),
  listMadridSources: route({
    method: 'GET',
    path: '/api/madrid/:id/sources',
    summary: 'Each field with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
};
