import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { officialPaper } from './official-papers.ts';
import { route } from './route.ts';

export const paperState = z.enum(['draft', 'submitted', 'approved', 'issued', 'served', 'withdrawn']);
export const approvalStep = z.enum(['head', 'legal', 'director']);
export const serviceMode = z.enum(['direct', 'left', 'electronic', 'mail', 'entrusted', 'forwarded', 'announcement']);

const paperLine = z.object({
  id: uuid,
  caseId: uuid,
  form: z.string(),
  title: z.string(),
  group: z.string(),
  state: paperState,
  stateLabel: z.string(),
  number: z.string().nullable(),
  version: z.number().int(),
  issuedOn: localDate.nullable(),
  servedOn: localDate.nullable(),
  pages: z.number().int().nullable(),
  /** Who has it now: the step it waits for, in words. */
  waitsFor: z.string().nullable(),
  createdBy: z.string(),
  createdAt: timestamp,
  corrects: z.object({ id: uuid, number: z.string().nullable(), title: z.string() }).nullable(),
  /** Whether it must be brought to somebody. */
  service: z.enum(['party', 'other', 'none']),
});
export type CasePaperLine = z.output<typeof paperLine>;

const formView = z.object({
  form: z.string(),
  label: z.string(),
  group: z.string(),
  basis: z.string(),
  /** Belongs to the stage the case is in. */
  fits: z.boolean(),
});

const neededPaper = z.object({
  form: z.string(),
  label: z.string(),
  article: z.string(),
  /** Why it is wanted, where it is not wanted of every case. */
  because: z.string().nullable(),
  standing: z.enum(['missing', 'begun', 'done']),
  paperId: uuid.nullable(),
});

const address = z.object({
  id: uuid,
  partyName: z.string(),
  address: z.string(),
  receiver: z.string().nullable(),
  phone: z.string().nullable(),
  electronicConsent: z.boolean(),
  electronicAddress: z.string().nullable(),
  confirmedOn: localDate,
  recordedBy: z.string(),
});

const upload = z.object({
  id: uuid,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  addedBy: z.string(),
  addedAt: timestamp,
});

const archiveItem = z.object({
  no: z.number().int(),
  title: z.string(),
  number: z.string().nullable(),
  on: z.string().nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  note: z.string().nullable(),
});

const archive = z.object({
  /** The last run that makes it; null once it is long done. */
  job: z
    .object({
      state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted']),
      done: z.number(),
      total: z.number().nullable(),
      error: z.string().nullable(),
    })
    .nullable(),
  pages: z.number().int().nullable(),
  size: z.number().nullable(),
  madeAt: timestamp.nullable(),
  madeBy: z.string().nullable(),
  sealedAt: timestamp.nullable(),
  sealedBy: z.string().nullable(),
  items: z.array(archiveItem),
  /** What could not be taken in, each with its reason. */
  skipped: z.array(z.object({ title: z.string(), fileName: z.string(), reason: z.string() })),
});
export type CaseArchive = z.output<typeof archive>;

const publicContent = z.object({
  number: z.string(),
  party: z.string(),
  code: z.string().nullable(),
  behaviour: z.string(),
  penalty: z.string(),
  organ: z.string(),
  decidedOn: localDate,
});
export type PublicCaseContent = z.output<typeof publicContent>;

const publicityLine = z.object({
  id: uuid,
  caseId: uuid,
  caseNumber: z.string(),
  caseTitle: z.string(),
  paperNumber: z.string().nullable(),
  decidedOn: localDate,
  dueOn: localDate,
  dueSteps: z.array(z.string()),
  daysLeft: z.number().int().nullable(),
  standing: z.enum(['due', 'overdue', 'published', 'ended', 'withdrawn', 'exempt']),
  standingLabel: z.string(),
  term: z.enum(['minor', 'full']),
  termReason: z.string(),
  /** As it will be, or was, published: masked. */
  content: publicContent,
  publishedOn: localDate.nullable(),
  endsOn: localDate.nullable(),
  withdrawalDueOn: localDate.nullable(),
  withdrawnOn: localDate.nullable(),
  reason: z.string().nullable(),
});
export type PublicityLine = z.output<typeof publicityLine>;

const may = z.object({
  draft: z.boolean(),
  issue: z.boolean(),
  serve: z.boolean(),
  publish: z.boolean(),
  archive: z.boolean(),
  seal: z.boolean(),
});

const casePapersView = z.object({
  caseId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  needed: z.array(neededPaper),
  papers: z.array(paperLine),
  forms: z.array(formView),
  addresses: z.array(address),
  parties: z.array(z.object({ name: z.string(), natural: z.boolean(), address: z.string().nullable() })),
  uploads: z.array(upload),
  publicity: z.array(publicityLine),
  archive: archive.nullable(),
  modes: z.array(z.object({ mode: serviceMode, label: z.string(), article: z.string(), needs: z.array(z.string()) })),
  may,
});
export type CasePapersView = z.output<typeof casePapersView>;

const serviceRecord = z.object({
  id: uuid,
  mode: serviceMode,
  modeLabel: z.string(),
  article: z.string(),
  recipient: z.string(),
  receiver: z.string().nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable(),
  witness: z.string().nullable(),
  tracking: z.string().nullable(),
  through: z.string().nullable(),
  announcedOn: localDate.nullable(),
  dueOn: localDate.nullable(),
  servedOn: localDate.nullable(),
  outcome: z.enum(['under-way', 'served', 'failed']),
  failedReason: z.string().nullable(),
  officers: z.string(),
  receiptName: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: timestamp,
});
export type ServiceRecord = z.output<typeof serviceRecord>;

const paperDetail = paperLine.extend({
  basis: z.string(),
  entries: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      type: z.enum(['text', 'long', 'date']),
      required: z.boolean(),
      value: z.string(),
      suggestion: z.string().nullable(),
    }),
  ),
  /** What still has to be there before it can be submitted. */
  missing: z.array(z.object({ path: z.string(), label: z.string() })),
  /** What the law wants a decision to say (行政处罚法第59条). */
  elements: z.array(z.object({ element: z.string(), label: z.string(), met: z.boolean(), text: z.string() })),
  approvals: z.array(
    z.object({
      step: z.enum(['handler', 'head', 'legal', 'director']),
      stepLabel: z.string(),
      version: z.number().int(),
      verdict: z.enum(['approved', 'returned']),
      opinion: z.string().nullable(),
      by: z.string(),
      at: timestamp,
    }),
  ),
  /** Steps of approval in order; the one it waits for, and whether I may give it. */
  steps: z.array(z.object({ step: approvalStep, label: z.string(), done: z.boolean() })),
  next: z
    .object({ step: approvalStep, label: z.string(), mine: z.boolean(), reason: z.string().nullable() })
    .nullable(),
  versions: z.array(z.object({ version: z.number().int(), by: z.string(), at: timestamp })),
  services: z.array(serviceRecord),
  correctedBy: z.array(z.object({ id: uuid, title: z.string(), number: z.string().nullable() })),
  withdrawn: z.object({ at: timestamp, by: z.string(), reason: z.string() }).nullable(),
  sealed: z.boolean(),
  may,
});
export type CasePaperDetail = z.output<typeof paperDetail>;

const text = (most: number) => z.string().trim().max(most).nullable().default(null);
const reason = z.string().trim().min(2).max(1000);

/** Papers of cases: forms, numbers, service, publicity, archive. */
export const casePaperRoutes = {
  getCasePapers: route({
    method: 'GET',
    path: '/api/case-papers/cases/:id',
    summary: 'Papers of a case: what the stage wants, drafts, issued, served; scans, addresses, publicity, archive',
    params: idParams,
    response: casePapersView,
  }),
  beginCasePaper: route({
    method: 'POST',
    path: '/api/case-papers/cases/:id/papers',
    summary: 'Begin a paper, filled from the record of the case',
    params: idParams,
    body: z.object({ form: z.string().max(60), corrects: uuid.nullable().default(null) }),
    response: z.object({ id: uuid }),
  }),
  getCasePaper: route({
    method: 'GET',
    path: '/api/case-papers/papers/:id',
    summary: 'One paper: entries with proposals, what is missing, approvals, versions, services',
    params: idParams,
    response: paperDetail,
  }),
  saveCasePaper: route({
    method: 'PUT',
    path: '/api/case-papers/papers/:id',
    summary: 'Save a draft as a new version',
    params: idParams,
    body: z.object({ version: z.number().int(), entries: z.record(z.string().max(60), z.string().max(20_000)) }),
    response: paperDetail,
  }),
  previewCasePaper: route({
    method: 'GET',
    path: '/api/case-papers/papers/:id/preview',
    summary: 'A paper as it is, or would be, printed; an earlier version by its number',
    params: idParams,
    query: z.object({ version: z.coerce.number().int().optional() }),
    response: officialPaper,
  }),
  downloadCasePaper: route({
    method: 'GET',
    path: '/api/case-papers/papers/:id/file',
    summary: 'A paper as PDF or Word file',
    params: idParams,
    query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
    transport: 'file',
  }),
  submitCasePaper: route({
    method: 'POST',
    path: '/api/case-papers/papers/:id/submit',
    summary: 'Hand a draft in for approval',
    params: idParams,
    body: z.object({ version: z.number().int(), opinion: text(1000) }),
    response: paperDetail,
  }),
  approveCasePaper: route({
    method: 'POST',
    path: '/api/case-papers/papers/:id/approve',
    summary: 'Approve or return a paper at the step it waits for',
    params: idParams,
    body: z.object({ version: z.number().int(), verdict: z.enum(['approved', 'returned']), opinion: text(1000) }),
    response: paperDetail,
  }),
  issueCasePaper: route({
    method: 'POST',
    path: '/api/case-papers/papers/:id/issue',
    summary: 'Number a paper and put it out; from now on it stays as it is',
    params: idParams,
    body: z.object({ version: z.number().int() }),
    response: paperDetail,
  }),
  withdrawCasePaper: route({
    method: 'POST',
    path: '/api/case-papers/papers/:id/withdraw',
    summary: 'Take back a paper that has not been served; its number stays used',
    params: idParams,
    body: z.object({ reason }),
    response: paperDetail,
  }),
  recordService: route({
    method: 'POST',
    path: '/api/case-papers/papers/:id/services',
    summary: 'Record how a paper was brought to its recipient',
    params: idParams,
    body: z.object({
      mode: serviceMode,
      recipient: z.string().trim().min(1).max(200),
      receiver: text(100),
      address: text(300),
      reason: text(1000),
      witness: text(200),
      tracking: text(100),
      through: text(200),
      announcedOn: localDate.nullable().default(null),
      /** Null while it is under way. */
      servedOn: localDate.nullable().default(null),
    }),
    response: paperDetail,
  }),
  concludeService: route({
    method: 'POST',
    path: '/api/case-papers/services/:id/conclude',
    summary: 'Record that a service under way arrived, or failed',
    params: idParams,
    body: z.object({ servedOn: localDate.nullable().default(null), failedReason: text(500) }),
    response: paperDetail,
  }),
  addServiceReceipt: route({
    method: 'POST',
    path: '/api/case-papers/services/:id/receipt',
    summary: 'Add the signed receipt as photo or PDF',
    params: idParams,
    transport: 'multipart',
    response: ok,
  }),
  downloadServiceReceipt: route({
    method: 'GET',
    path: '/api/case-papers/services/:id/receipt',
    summary: 'The receipt of a service',
    params: idParams,
    transport: 'file',
  }),
  confirmServiceAddress: route({
    method: 'POST',
    path: '/api/case-papers/cases/:id/addresses',
    summary: 'Record a confirmed address for service, with the consent to electronic service',
    params: idParams,
    body: z.object({
      partyName: z.string().trim().min(1).max(200),
      address: z.string().trim().min(4).max(300),
      receiver: text(100),
      phone: text(40),
      electronicConsent: z.boolean(),
      electronicAddress: text(200),
      confirmedOn: localDate,
    }),
    response: ok,
  }),
  addCaseScan: route({
    method: 'POST',
    path: '/api/case-papers/cases/:id/scans',
    summary: 'Add a scan or a paper of others to the file of a case; field: title',
    params: idParams,
    transport: 'multipart',
    response: ok,
  }),
  withdrawCaseScan: route({
    method: 'DELETE',
    path: '/api/case-papers/scans/:id',
    summary: 'Take a scan back',
    params: idParams,
    response: ok,
  }),
  downloadCaseScan: route({
    method: 'GET',
    path: '/api/case-papers/scans/:id',
    summary: 'A scan of the file of a case',
    params: idParams,
    transport: 'file',
  }),
  makeCaseArchive: route({
    method: 'POST',
    path: '/api/case-papers/cases/:id/archive',
    summary: 'Make the file of a case one PDF: cover, index, papers, scans, evidence, remarks',
    params: idParams,
    body: z.object({ statement: text(2000) }),
    response: z.object({ jobId: uuid }),
  }),
  sealCaseArchive: route({
    method: 'POST',
    path: '/api/case-papers/cases/:id/archive/seal',
    summary: 'Seal the archive: nothing is added to the file any more',
    params: idParams,
    response: ok,
  }),
  downloadCaseArchive: route({
    method: 'GET',
    path: '/api/case-papers/cases/:id/archive/file',
    summary: 'The archive of a case as PDF',
    params: idParams,
    transport: 'file',
  }),
  listCasePublicity: route({
    method: 'GET',
    path: '/api/case-papers/publicity',
    summary: 'Penalties to be published, published and withdrawn, with their days',
    query: pageQuery.extend({ q: z.string().max(100).optional(), standing: csvList.optional() }),
    response: pageOf(publicityLine).extend({
      counts: z.object({ due: z.number().int(), overdue: z.number().int(), published: z.number().int() }),
      mayPublish: z.boolean(),
    }),
  }),
  publishCasePenalty: route({
    method: 'POST',
    path: '/api/case-papers/publicity/:id/publish',
    summary: 'Publish the masked abstract of a penalty',
    params: idParams,
    response: ok,
  }),
  withdrawCasePenalty: route({
    method: 'POST',
    path: '/api/case-papers/publicity/:id/withdraw',
    summary: 'Take a published penalty down because the decision was changed or annulled',
    params: idParams,
    body: z.object({ changedOn: localDate, reason }),
    response: ok,
  }),
};
