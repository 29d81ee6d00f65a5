import { z } from 'zod';
import {
  csvList,
  fieldSource,
  flag,
  idParams,
  localDate,
  ok,
  pageOf,
  pageQuery,
  tableFormat,
  timestamp,
  uuid,
} from './common.ts';
import { route } from './route.ts';

export const agencyKind = z.enum([
  'patent',
  'patent-branch',
  'trademark',
  'law-firm',
  'information',
  'valuation',
  'training',
  'operation',
  'consulting',
]);
export const agencyStatus = z.enum(['active', 'suspended', 'revoked', 'deregistered', 'unknown']);
/** Where a trademark agency's filing stands: in force, in its last months, ended, never told. */
export const filingState = z.enum(['in-force', 'ending', 'ended', 'none']);
const groundSort = z.enum([
  'penalty',
  'abnormal-operation',
  'serious-dishonesty',
  'late-annual-report',
  'missing-annual-report',
  'unreported-change',
  'association-discipline',
  'honour',
  'other',
]);
const filedRight = z.enum(['invention', 'utility', 'design', 'trademark']);

export const agencyRow = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  agencyCode: z.string().nullable(),
  kinds: z.array(agencyKind),
  status: agencyStatus,
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  inDistrict: z.boolean(),
  partyId: uuid.nullable(),
  people: z.number().int(),
  patents: z.number().int(),
  trademarks: z.number().int(),
  filingUntil: localDate.nullable(),
  filing: filingState.nullable(),
  /** In how many points the lists contradict each other. */
  contradictions: z.number().int(),
  grade: z.string().nullable(),
});
export type AgencyRow = z.output<typeof agencyRow>;

const agencyFilter = {
  q: z.string().max(100).optional(),
  kind: csvList.optional(),
  town: csvList.optional(),
  status: csvList.optional(),
  filing: csvList.optional(),
  /** In the district (true) or from outside (false). */
  local: flag.optional(),
  contradicts: flag.optional(),
};

const filingStat = z.object({
  right: filedRight,
  filed: z.number().int(),
  granted: z.number().int(),
  refused: z.number().int(),
  withdrawn: z.number().int(),
  abnormal: z.number().int(),
  clients: z.number().int(),
  towns: z.number().int(),
});

/** A sentence in the reader's language about something that does not fit. */
const remark = z.object({ code: z.string(), field: z.string(), text: z.string() });

export const agencyDetail = agencyRow.extend({
  statusText: z.string().nullable(),
  statusOn: localDate.nullable(),
  licenceNo: z.string().nullable(),
  licensedOn: localDate.nullable(),
  filingNo: z.string().nullable(),
  filingFrom: localDate.nullable(),
  establishedOn: localDate.nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  headName: z.string().nullable(),
  services: z.array(z.string()),
  parent: z.object({ id: uuid.nullable(), name: z.string() }).nullable(),
  branches: z.array(z.object({ id: uuid, name: z.string() })),
  remarks: z.array(remark),
  names: z.array(z.object({ name: z.string(), sort: z.enum(['current', 'former', 'spelling']) })),
  codes: z.array(z.string()),
  periods: z.array(
    z.object({
      filingNo: z.string().nullable(),
      from: localDate.nullable(),
      until: localDate.nullable(),
      inForce: z.boolean(),
    }),
  ),
  stats: z.array(filingStat),
  changes: z.array(
    z.object({
      id: uuid,
      field: z.string(),
      before: z.string().nullable(),
      value: z.string().nullable(),
      on: localDate,
      basis: z.string(),
      origin: z.enum(['list', 'officer']),
      by: z.string(),
    }),
  ),
  grounds: z.array(
    z.object({
      id: uuid,
      sort: groundSort,
      person: z.string().nullable(),
      on: localDate,
      expiresOn: localDate.nullable(),
      revokedOn: localDate.nullable(),
      revokedBasis: z.string().nullable(),
      documentNo: z.string().nullable(),
      authority: z.string().nullable(),
      text: z.string(),
      amountFen: z.number().nullable(),
    }),
  ),
  reports: z.array(
    z.object({
      year: z.number().int(),
      filedOn: localDate.nullable(),
      dueOn: localDate,
      late: z.boolean(),
      said: z.array(z.object({ field: z.string(), value: z.string() })),
      /** Where the report contradicts the register, each with both values in a sentence. */
      contradictions: z.array(remark),
    }),
  ),
  updatedAt: timestamp,
});
export type AgencyDetail = z.output<typeof agencyDetail>;

export const agencyPerson = z.object({
  id: uuid,
  name: z.string(),
  qualificationNo: z.string().nullable(),
  practiceNo: z.string().nullable(),
  practices: z.array(
    z.object({
      agencyId: uuid.nullable(),
      agency: z.string(),
      role: z.string().nullable(),
      from: localDate.nullable(),
      to: localDate.nullable(),
      current: z.boolean(),
    }),
  ),
  /** Others with the name, not joined with this one. */
  namesakes: z.number().int(),
  remarks: z.array(remark),
});

const writtenName = z.object({
  written: z.string(),
  decision: z.enum(['auto', 'review', 'none', 'person']),
  agencyId: uuid.nullable(),
  agency: z.string().nullable(),
  patents: z.number().int(),
  trademarks: z.number().int(),
  reasons: z.array(z.string()),
  candidates: z.array(
    z.object({
      agencyId: uuid,
      name: z.string(),
      code: z.string().nullable(),
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  /** The decision that stands, which may be withdrawn. */
  decided: z.object({ id: uuid, by: z.string(), at: timestamp, note: z.string().nullable() }).nullable(),
});

const doubtSide = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  agencyCode: z.string().nullable(),
  address: z.string().nullable(),
  lists: z.array(z.string()),
});

const figureCount = z.object({ code: z.string(), label: z.string(), count: z.number().int() });

export const agencyFigures = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  asOf: localDate,
  agencies: z.object({
    total: z.number().int(),
    local: z.number().int(),
    active: z.number().int(),
    byKind: z.array(figureCount),
    byTown: z.array(figureCount),
  }),
  people: z.object({ total: z.number().int(), qualified: z.number().int() }),
  filings: z.array(filingStat),
  trend: z.array(
    z.object({
      year: z.number().int(),
      patents: z.number().int(),
      trademarks: z.number().int(),
      localPatents: z.number().int(),
      granted: z.number().int(),
      refused: z.number().int(),
      abnormal: z.number().int(),
    }),
  ),
  concentration: z.object({
    agencies: z.number().int(),
    topThree: z.number(),
    topTen: z.number(),
    /** Herfindahl–Hirschman index of shares in percent, 0–10,000. */
    index: z.number(),
    text: z.string(),
  }),
  top: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      inDistrict: z.boolean(),
      filed: z.number().int(),
      granted: z.number().int(),
      refused: z.number().int(),
      share: z.number(),
      clients: z.number().int(),
      towns: z.number().int(),
    }),
  ),
  unlinked: z.object({ names: z.number().int(), filings: z.number().int() }),
});
export type AgencyFigures = z.output<typeof agencyFigures>;

const yearQuery = z.object({ year: z.coerce.number().int().min(1985).max(2200).optional() });
const note = z.string().trim().max(500).nullable().default(null);

const personFilter = {
  q: z.string().max(100).optional(),
  agency: uuid.optional(),
  /** Only people at two agencies at once, whose paying unit is another, or with a namesake. */
  remark: csvList.optional(),
};
const nameFilter = { q: z.string().max(100).optional(), decision: csvList.optional() };

/** IP service agencies. */
export const ipAgencyRoutes = {
  listAgencies: route({
    method: 'GET',
    path: '/api/agencies',
    summary: 'Agencies of the register',
    query: pageQuery.extend(agencyFilter),
    response: pageOf(agencyRow),
  }),
  exportAgencies: route({
    method: 'GET',
    path: '/api/agencies/export.xlsx',
    summary: 'Exactly what the list shows, as a workbook',
    query: pageQuery.extend(agencyFilter),
    transport: 'file',
  }),
  getAgency: route({
    method: 'GET',
    path: '/api/agencies/:id',
    summary: 'Everything the register knows of one agency',
    params: idParams,
    response: agencyDetail,
  }),
  listAgencySources: route({
    method: 'GET',
    path: '/api/agencies/:id/sources',
    summary: 'Each field of the lists with file, sheet and line',
    params: idParams,
    response: z.object({ sources: z.array(fieldSource) }),
  }),
  listPeople: route({
    method: 'GET',
    path: '/api/agencies/people',
    summary: 'People of agencies; those with one name are never joined without a number',
    query: pageQuery.extend(personFilter),
    response: pageOf(agencyPerson),
  }),
  exportPeople: route({
    method: 'GET',
    path: '/api/agencies/people/export',
    summary: 'Exactly the people the list shows, as a workbook or csv',
    query: z.object({ ...personFilter, format: tableFormat }),
    transport: 'file',
  }),
  listAgencyNames: route({
    method: 'GET',
    path: '/api/agencies/names',
    summary: 'Names of agencies as patents and marks write them, with what each stands for',
    query: pageQuery.extend(nameFilter),
    response: pageOf(writtenName),
  }),
  exportAgencyNames: route({
    method: 'GET',
    path: '/api/agencies/names/export',
    summary: 'Exactly the written names the list shows, as a workbook or csv',
    query: z.object({ ...nameFilter, format: tableFormat }),
    transport: 'file',
  }),
  decideAgencyName: route({
    method: 'POST',
    path: '/api/agencies/names/decide',
    summary: 'Says which agency a written name stands for, or that it is none of the register',
    body: z.object({ written: z.string().min(1).max(300), agencyId: uuid.nullable(), note }),
    response: ok,
  }),
  withdrawAgencyName: route({
    method: 'POST',
    path: '/api/agencies/names/decisions/:id/withdraw',
    summary: 'Withdraws a decision on a name: it is worked out anew',
    params: idParams,
    response: ok,
  }),
  listIdentityReviews: route({
    method: 'GET',
    path: '/api/agencies/identity',
    summary: 'Entries that may be one agency, and what was decided',
    response: z.object({
      open: z.array(z.object({ a: doubtSide, b: doubtSide, reasons: z.array(z.string()) })),
      decided: z.array(
        z.object({
          id: uuid,
          a: z.string(),
          b: z.string(),
          verdict: z.enum(['same', 'different']),
          by: z.string(),
          at: timestamp,
          note: z.string().nullable(),
          withdrawnAt: timestamp.nullable(),
        }),
      ),
    }),
  }),
  decideIdentity: route({
    method: 'POST',
    path: '/api/agencies/identity/decide',
    summary: 'Says whether two entries are one agency',
    body: z.object({ a: uuid, b: uuid, verdict: z.enum(['same', 'different']), note }),
    response: ok,
  }),
  withdrawIdentity: route({
    method: 'POST',
    path: '/api/agencies/identity/decisions/:id/withdraw',
    summary: 'Withdraws a decision on two entries',
    params: idParams,
    response: ok,
  }),
  getAgencyFigures: route({
    method: 'GET',
    path: '/api/agencies/figures',
    summary: 'Figures of the service industry in one year, with trend and concentration',
    query: yearQuery,
    response: agencyFigures,
  }),
  downloadAgencyYearbook: route({
    method: 'GET',
    path: '/api/agencies/yearbook',
    summary: 'The yearbook of the service industry as PDF or Word file',
    query: yearQuery.extend({ format: z.enum(['pdf', 'docx']).default('pdf') }),
    transport: 'file',
  }),
};
