import { bind, type ModuleDefinition } from '../../platform/module.ts';
import {
  agencyAffairActions,
  agencyAffairErrors,
  agencyAffairPermissions,
  CENSUS_CHECK,
  CENSUS_EDIT,
  CENSUS_READ,
  DISCLOSURE_PUBLISH,
  DISCLOSURE_READ,
  INQUIRY_READ,
  INQUIRY_SEND,
  REPORT_FILE,
  REPORT_READ,
  REQUEST_FILE,
  REQUEST_READ,
} from './agency-affairs.catalogue.ts';
import { addCensusPhoto } from './commands/add-census-photo.ts';
import { createInquiry } from './commands/create-inquiry.ts';
import { createAnnualReport, saveAnnualReport } from './commands/keep-reports.ts';
import { createAgencyRequest, saveAgencyRequest } from './commands/keep-requests.ts';
import { publishDisclosure } from './commands/publish-disclosure.ts';
import { recordCensusCheck } from './commands/record-census-check.ts';
import { closeCensus, createCensus } from './commands/run-census.ts';
import { agencyAffairFacts } from './facts/disclosure-facts.ts';
import { inquiryProcedure } from './procedure/inquiry-procedure.ts';
import { reportProcedure } from './procedure/report-procedure.ts';
import { changeProcedure, registrationProcedure } from './procedure/request-procedures.ts';
import { getAgencyDesk } from './queries/agency-desk.ts';
import { listDisclosures } from './queries/list-disclosures.ts';
import {
  exportCensusItems,
  getCensus,
  getCensusItem,
  getCensusPhoto,
  listCensuses,
  listCensusItems,
} from './queries/show-census.ts';
import { exportInquiries, getInquiry, listInquiries } from './queries/show-inquiries.ts';
import { exportAnnualReports, getAnnualReport, listAnnualDuties, listAnnualReports } from './queries/show-reports.ts';
import { exportAgencyRequests, getAgencyRequest, listAgencyRequests } from './queries/show-requests.ts';

const done = { ok: true } as const;
const procedures = [registrationProcedure, changeProcedure, reportProcedure, inquiryProcedure];

/** Actions of files are audited under the name of their procedure. */
const stepActions = Object.fromEntries(
  procedures.flatMap(({ procedure, actions }) => actions.map(({ action, label }) => [`${procedure}.${action}`, label])),
);

/** Matters between agencies and the office: registrations, changes, annual reports, inquiries, disclosures, census. */
export const agencyAffairModule: ModuleDefinition = {
  name: 'agency-affairs',
  permissions: agencyAffairPermissions,
  errors: agencyAffairErrors,
  actions: { ...stepActions, ...agencyAffairActions },
  procedures,
  facts: agencyAffairFacts,
  routes: [
    bind('getAgencyDesk', REQUEST_READ, (ctx, { params }) => getAgencyDesk(ctx, params.id)),
    bind('listAgencyRequests', REQUEST_READ, (ctx, { query }) => listAgencyRequests(ctx, query)),
    bind('exportAgencyRequests', REQUEST_READ, (ctx, { query }) => exportAgencyRequests(ctx, query)),
    bind('getAgencyRequest', REQUEST_READ, (ctx, { params }) => getAgencyRequest(ctx, params.id)),
    bind('createAgencyRequest', REQUEST_FILE, (ctx, { body }) => createAgencyRequest(ctx, body)),
    bind('saveAgencyRequest', REQUEST_FILE, (ctx, { params, body }) => saveAgencyRequest(ctx, params.id, body)),
    bind('listAnnualReports', REPORT_READ, (ctx, { query }) => listAnnualReports(ctx, query)),
    bind('listAnnualDuties', REPORT_READ, (ctx, { query }) => listAnnualDuties(ctx, query)),
    bind('exportAnnualReports', REPORT_READ, (ctx, { query }) => exportAnnualReports(ctx, query)),
    bind('getAnnualReport', REPORT_READ, (ctx, { params }) => getAnnualReport(ctx, params.id)),
    bind('createAnnualReport', REPORT_FILE, (ctx, { body }) => createAnnualReport(ctx, body)),
    bind('saveAnnualReport', REPORT_FILE, (ctx, { params, body }) => saveAnnualReport(ctx, params.id, body)),
    bind('listInquiries', INQUIRY_READ, (ctx, { query }) => listInquiries(ctx, query)),
    bind('exportInquiries', INQUIRY_READ, (ctx, { query }) => exportInquiries(ctx, query)),
    bind('getInquiry', INQUIRY_READ, (ctx, { params }) => getInquiry(ctx, params.id)),
    bind('createInquiry', INQUIRY_SEND, (ctx, { body }) => createInquiry(ctx, body)),
    bind('listDisclosures', DISCLOSURE_READ, (ctx, { params }) => listDisclosures(ctx, params.id)),
    bind('publishDisclosure', DISCLOSURE_PUBLISH, (ctx, { params, body }) => publishDisclosure(ctx, params.id, body)),
    bind('listCensuses', CENSUS_READ, (ctx) => listCensuses(ctx)),
    bind('getCensus', CENSUS_READ, (ctx, { params }) => getCensus(ctx, params.id)),
    bind('createCensus', CENSUS_EDIT, (ctx, { body }) => createCensus(ctx, body)),
    bind('closeCensus', CENSUS_EDIT, async (ctx, { params, body }) => {
      await closeCensus(ctx, params.id, body.note);
      return done;
    }),
    bind('listCensusItems', CENSUS_READ, (ctx, { params, query }) => listCensusItems(ctx, params.id, query)),
    bind('exportCensusItems', CENSUS_READ, (ctx, { params, query }) => exportCensusItems(ctx, params.id, query)),
    bind('getCensusItem', CENSUS_READ, (ctx, { params }) => getCensusItem(ctx, params.id)),
    bind('recordCensusCheck', CENSUS_CHECK, (ctx, { params, body }) => recordCensusCheck(ctx, params.id, body)),
    bind('addCensusPhoto', CENSUS_CHECK, async (ctx, { params, file }) => {
      await addCensusPhoto(ctx, params.id, file);
      return done;
    }),
    bind('getCensusPhoto', CENSUS_READ, (ctx, { params }) => getCensusPhoto(ctx, params.id, params.sha256)),
  ],
};
