import { z } from 'zod';
import {
  agencyDesk,
  agencyRequestDetail,
  agencyRequestSummary,
  annualReportDetail,
  annualReportDuty,
  annualReportSummary,
  censusAnswer,
  censusCampaign,
  censusCheck,
  censusItem,
  censusItemDetail,
  censusResult,
  disclosedService,
  disclosure,
  inquiryDetail,
  inquirySummary,
  position,
  requestKind,
} from './agency-affairs-shapes.ts';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';

export * from './agency-affairs-shapes.ts';

const text = (max: number) => z.string().trim().max(max);
const typed = z.union([text(500), z.number(), z.boolean(), z.array(z.string().max(40)).max(12), z.null()]);
const values = z.record(z.string().max(40), typed);
const begun = z.object({ id: uuid, fileId: uuid });
const saved = z.object({ version: z.number().int() });

const filter = {
  q: z.string().max(100).optional(),
  state: csvList.optional(),
  town: csvList.optional(),
  agency: uuid.optional(),
  party: uuid.optional(),
  closed: flag.optional(),
};
const requestFilter = { ...filter, kind: csvList.optional(), origin: csvList.optional(), late: flag.optional() };

const requestRoutes = {
  listAgencyRequests: route({
    method: 'GET',
    path: '/api/agency-affairs/requests',
    summary: 'Registrations and changes of agencies in my reach',
    query: pageQuery.extend(requestFilter),
    response: pageOf(agencyRequestSummary),
  }),
  exportAgencyRequests: route({
    method: 'GET',
    path: '/api/agency-affairs/requests/export',
    summary: 'The same as a workbook',
    query: z.object(requestFilter),
    transport: 'file',
  }),
  getAgencyRequest: route({
    method: 'GET',
    path: '/api/agency-affairs/requests/:id',
    summary: 'One registration or change beside what the register says, with what rules found',
    params: idParams,
    response: agencyRequestDetail,
  }),
  createAgencyRequest: route({
    method: 'POST',
    path: '/api/agency-affairs/requests',
    summary: 'Begin the registration of a party as an agency, or a change of a registered one',
    body: z.object({
      kind: requestKind,
      agencyId: uuid.nullable().default(null),
      partyId: uuid.nullable().default(null),
      values: values.default({}),
    }),
    response: begun,
  }),
  saveAgencyRequest: route({
    method: 'PUT',
    path: '/api/agency-affairs/requests/:id',
    summary: 'Save a registration or change as it stands',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      values,
      effectiveOn: localDate.nullable().default(null),
      reason: text(500).default(''),
    }),
    response: saved,
  }),
};

const reportFilter = { ...filter, year: z.coerce.number().int().min(2000).max(2100).optional(), late: flag.optional() };

const annualRoutes = {
  listAnnualReports: route({
    method: 'GET',
    path: '/api/agency-affairs/annual-reports',
    summary: 'Annual reports of agencies in my reach',
    query: pageQuery.extend(reportFilter),
    response: pageOf(annualReportSummary),
  }),
  listAnnualDuties: route({
    method: 'GET',
    path: '/api/agency-affairs/annual-duties',
    summary: 'Who has to report for a year, and whether they have',
    query: pageQuery.extend({
      year: z.coerce.number().int().min(2000).max(2100),
      q: z.string().max(100).optional(),
      town: csvList.optional(),
      state: csvList.optional(),
    }),
    response: pageOf(annualReportDuty).extend({
      dueOn: localDate,
      article: z.string(),
      filed: z.number().int(),
      accepted: z.number().int(),
      missing: z.number().int(),
    }),
  }),
  exportAnnualReports: route({
    method: 'GET',
    path: '/api/agency-affairs/annual-reports/export',
    summary: 'Annual reports as a workbook',
    query: z.object(reportFilter),
    transport: 'file',
  }),
  getAnnualReport: route({
    method: 'GET',
    path: '/api/agency-affairs/annual-reports/:id',
    summary: 'One annual report beside the register, field by field',
    params: idParams,
    response: annualReportDetail,
  }),
  createAnnualReport: route({
    method: 'POST',
    path: '/api/agency-affairs/annual-reports',
    summary: 'Begin the report of a year, filled in from the register',
    body: z.object({ agencyId: uuid, year: z.number().int().min(2000).max(2100) }),
    response: begun,
  }),
  saveAnnualReport: route({
    method: 'PUT',
    path: '/api/agency-affairs/annual-reports/:id',
    summary: 'Save the report as it stands',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      values,
      explanations: z.record(z.string().max(40), text(500)).default({}),
    }),
    response: saved,
  }),
};

const inquiryFilter = { ...filter, overdue: flag.optional() };

const inquiryRoutes = {
  listInquiries: route({
    method: 'GET',
    path: '/api/agency-affairs/inquiries',
    summary: 'Inquiries to agencies in my reach',
    query: pageQuery.extend(inquiryFilter),
    response: pageOf(inquirySummary),
  }),
  exportInquiries: route({
    method: 'GET',
    path: '/api/agency-affairs/inquiries/export',
    summary: 'Inquiries as a workbook',
    query: z.object(inquiryFilter),
    transport: 'file',
  }),
  getInquiry: route({
    method: 'GET',
    path: '/api/agency-affairs/inquiries/:id',
    summary: 'One inquiry with its answers',
    params: idParams,
    response: inquiryDetail,
  }),
  createInquiry: route({
    method: 'POST',
    path: '/api/agency-affairs/inquiries',
    summary: 'Ask an agency; the time to answer starts',
    body: z.object({
      agencyId: uuid,
      title: z.string().trim().min(4).max(80),
      question: z.string().trim().min(4).max(4000),
      basis: text(200).nullable().default(null),
    }),
    response: begun,
  }),
};

const disclosureRoutes = {
  listDisclosures: route({
    method: 'GET',
    path: '/api/agency-affairs/agencies/:id/disclosures',
    summary: 'Services and prices of an agency: all versions, newest first',
    params: idParams,
    response: z.object({
      agency: z.string(),
      items: z.array(disclosure),
      mayPublish: z.boolean(),
      /** What the office proposes to disclose. */
      catalogue: z.array(z.object({ name: z.string(), basis: z.string() })),
    }),
  }),
  publishDisclosure: route({
    method: 'POST',
    path: '/api/agency-affairs/agencies/:id/disclosures',
    summary: 'Publish the next version of services and prices',
    params: idParams,
    body: z.object({
      /** The version it was written over. */
      after: z.number().int().min(0),
      effectiveOn: localDate,
      services: z.array(disclosedService).min(1).max(60),
      statement: text(2000).default(''),
    }),
    response: z.object({ version: z.number().int() }),
  }),
};

const itemFilter = {
  q: z.string().max(100).optional(),
  town: csvList.optional(),
  result: csvList.optional(),
  open: flag.optional(),
  differing: flag.optional(),
};

const censusRoutes = {
  listCensuses: route({
    method: 'GET',
    path: '/api/agency-affairs/censuses',
    summary: 'Censuses of agencies, running ones first',
    response: z.object({ items: z.array(censusCampaign), mayEdit: z.boolean() }),
  }),
  getCensus: route({
    method: 'GET',
    path: '/api/agency-affairs/censuses/:id',
    summary: 'One census: how far each town has come',
    params: idParams,
    response: censusCampaign.extend({
      towns: z.array(
        z.object({
          townCode: z.string().nullable(),
          town: z.string(),
          total: z.number().int(),
          checked: z.number().int(),
          differing: z.number().int(),
          missing: z.number().int(),
        }),
      ),
      mayEdit: z.boolean(),
      mayCheck: z.boolean(),
    }),
  }),
  createCensus: route({
    method: 'POST',
    path: '/api/agency-affairs/censuses',
    summary: 'Start a census: the agencies that stand in the register become its list',
    body: z.object({
      title: z.string().trim().min(4).max(80),
      fromOn: localDate,
      toOn: localDate,
      towns: z.array(z.string().max(20)).max(60).default([]),
    }),
    response: z.object({ id: uuid, items: z.number().int() }),
  }),
  closeCensus: route({
    method: 'POST',
    path: '/api/agency-affairs/censuses/:id/close',
    summary: 'Close a census; what was not looked at stays open in its list',
    params: idParams,
    body: z.object({ note: z.string().trim().min(2).max(300) }),
    response: ok,
  }),
  listCensusItems: route({
    method: 'GET',
    path: '/api/agency-affairs/censuses/:id/items',
    summary: 'The list of a census',
    params: idParams,
    query: pageQuery.extend(itemFilter),
    response: pageOf(censusItem),
  }),
  exportCensusItems: route({
    method: 'GET',
    path: '/api/agency-affairs/censuses/:id/items/export',
    summary: 'The list of a census as a workbook',
    params: idParams,
    query: z.object(itemFilter),
    transport: 'file',
  }),
  getCensusItem: route({
    method: 'GET',
    path: '/api/agency-affairs/census-items/:id',
    summary: 'One agency of a census: what to look at, what the register says, what was found',
    params: idParams,
    response: censusItemDetail,
  }),
  recordCensusCheck: route({
    method: 'POST',
    path: '/api/agency-affairs/census-items/:id/checks',
    summary: 'Record a check on the spot; differences become a change to be decided',
    params: idParams,
    body: z.object({
      /** Made by the device: sent twice, recorded once. */
      id: uuid,
      checkedOn: localDate,
      result: censusResult,
      person: text(60).nullable().default(null),
      note: text(1000).nullable().default(null),
      position: position.nullable().default(null),
      answers: z.array(censusAnswer).max(60),
    }),
    response: z.object({ check: censusCheck, requestId: uuid.nullable() }),
  }),
  addCensusPhoto: route({
    method: 'POST',
    path: '/api/agency-affairs/census-checks/:id/photos',
    summary: 'Add a photo (JPEG, PNG, WebP) to a check',
    params: idParams,
    transport: 'multipart',
    response: ok,
  }),
  getCensusPhoto: route({
    method: 'GET',
    path: '/api/agency-affairs/census-checks/:id/photos/:sha256',
    summary: 'A photo of a check',
    params: z.object({ id: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    transport: 'file',
  }),
};

/** Matters between agencies and the office: registrations, changes, annual reports, inquiries, disclosures, census. */
export const agencyAffairRoutes = {
  getAgencyDesk: route({
    method: 'GET',
    path: '/api/agency-affairs/desk/:id',
    summary: 'Where an agency stands with the office, by its party: file, what is to be done, what is under way',
    params: idParams,
    response: agencyDesk,
  }),
  ...requestRoutes,
  ...annualRoutes,
  ...inquiryRoutes,
  ...disclosureRoutes,
  ...censusRoutes,
};
