import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, tableFormat, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const reportSort = z.enum(['tip', 'complaint']);

const paper = z.object({ no: z.number().int(), fileName: z.string(), mediaType: z.string(), size: z.number() });

/** What a report says; nothing of who sent it. */
const reportText = z.object({
  id: uuid,
  receipt: z.string(),
  sort: reportSort,
  sortLabel: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  town: z.string().nullable(),
  happenedOn: localDate.nullable(),
  statement: z.string(),
  wish: z.string().nullable(),
  anonymous: z.boolean(),
  language: z.enum(['zh', 'en']),
  receivedAt: timestamp,
  papers: z.array(paper),
});
export type ReportText = z.output<typeof reportText>;

const reportLine = z.object({
  id: uuid,
  receipt: z.string(),
  /** Number of its file; null while it is held. */
  number: z.string().nullable(),
  sort: reportSort,
  sortLabel: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  subjectName: z.string(),
  town: z.string().nullable(),
  anonymous: z.boolean(),
  receivedAt: timestamp,
  /** State of its file, or `held`. */
  state: z.string(),
  stateLabel: z.string(),
  dueOn: localDate.nullable(),
  /** Reports of the same matter joined to it. */
  joined: z.number().int(),
  papers: z.number().int(),
});
export type ReportLine = z.output<typeof reportLine>;

const reportGroup = z.object({
  id: uuid,
  openedAt: timestamp,
  lastAt: timestamp,
  state: z.enum(['open', 'released', 'set-aside']),
  decidedBy: z.string().nullable(),
  decidedAt: timestamp.nullable(),
  reason: z.string().nullable(),
  reports: z.number().int(),
  papers: z.number().int(),
  kinds: z.array(z.string()),
  subjects: z.array(z.string()),
});
export type ReportGroup = z.output<typeof reportGroup>;

const reportDetail = reportText.extend({
  fileId: uuid.nullable(),
  groupId: uuid.nullable(),
  sameAs: z.object({ id: uuid, receipt: z.string() }).nullable(),
  outcome: z.string().nullable(),
  reply: z.string().nullable(),
  repliedAt: timestamp.nullable(),
  /** The agency of the register it names, where that is certain or an officer said so. */
  agency: z.object({ id: uuid, name: z.string() }).nullable(),
  agencyBy: z.enum(['machine', 'officer']).nullable(),
  agencyByName: z.string().nullable(),
  /** Whom an officer may choose from where it is not certain. */
  agencyCandidates: z.array(z.object({ id: uuid, name: z.string(), reasons: z.array(z.string()) })),
  mayLink: z.boolean(),
  mayReveal: z.boolean(),
  joined: z.array(reportText),
});

const named = z.object({ code: z.string(), label: z.string() });

const reportQuery = pageQuery.extend({
  q: z.string().max(100).optional(),
  state: csvList.optional(),
  kind: csvList.optional(),
  report: csvList.optional(),
  town: csvList.optional(),
  /** Those that name this agency of the register. */
  agency: uuid.optional(),
});

/** Reports and complaints of the public, as the office works on them; the public's own side is the public site. */
export const publicReportRoutes = {
  listReportsOfPublic: route({
    method: 'GET',
    path: '/api/reports',
    summary: 'Reports and complaints of the public; sort by receivedAt, dueOn, subjectName',
    query: reportQuery,
    response: pageOf(reportLine).extend({
      byState: z.array(named.extend({ count: z.number().int() })),
      kinds: z.array(named),
      /** Groups of one sender that wait for a review. */
      heldGroups: z.number().int(),
    }),
  }),
  exportReportsOfPublic: route({
    method: 'GET',
    path: '/api/reports/export',
    summary: 'Exactly the reports the list shows, as a workbook or csv; nothing of who sent them',
    query: reportQuery.extend({ format: tableFormat }),
    transport: 'file',
  }),
  getReportOfPublic: route({
    method: 'GET',
    path: '/api/reports/:id',
    summary: 'One report with those joined to it',
    params: idParams,
    response: reportDetail,
  }),
  linkReportAgency: route({
    method: 'POST',
    path: '/api/reports/:id/agency',
    summary: 'Say which agency of the register a report names, or that it names none',
    params: idParams,
    body: z.object({ agencyId: uuid.nullable() }),
    response: reportDetail,
  }),
  downloadReportPaper: route({
    method: 'GET',
    path: '/api/reports/:id/papers/:no',
    summary: 'A paper of a report; noted in the log',
    params: idParams.extend({ no: z.coerce.number().int().min(1).max(100) }),
    transport: 'file',
  }),
  revealReporter: route({
    method: 'POST',
    path: '/api/reports/:id/reporter',
    summary: 'Who reported, with the reason for asking; each time noted in the log',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(4).max(300) }),
    response: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
  }),
  listReportGroups: route({
    method: 'GET',
    path: '/api/report-groups',
    summary: 'Reports held of one sender each, for one review',
    query: pageQuery.extend({ open: flag.optional() }),
    response: pageOf(reportGroup),
  }),
  getReportGroup: route({
    method: 'GET',
    path: '/api/report-groups/:id',
    summary: 'A group with every report in it',
    params: idParams,
    response: reportGroup.extend({
      entries: z.array(reportText.extend({ fileId: uuid.nullable(), joinedTo: uuid.nullable() })),
    }),
  }),
  judgeReportGroup: route({
    method: 'POST',
    path: '/api/report-groups/:id/judge',
    summary: 'Let reports of a group go on as files, the rest beside them, or set all aside with a reason',
    params: idParams,
    body: z.object({
      decision: z.enum(['release', 'set-aside']),
      /** Those that get a file of their own; needed to release. */
      reports: z.array(uuid).max(500).default([]),
      reason: z.string().trim().min(4).max(500),
    }),
    response: ok,
  }),
};
