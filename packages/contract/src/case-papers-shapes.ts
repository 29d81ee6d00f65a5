import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

export const paperState = z.enum(['draft', 'submitted', 'approved', 'issued', 'served', 'withdrawn']);
export const approvalStep = z.enum(['head', 'legal', 'director']);
export const serviceMode = z.enum(['direct', 'left', 'electronic', 'mail', 'entrusted', 'forwarded', 'announcement']);

export const paperLine = z.object({
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

export const formView = z.object({
  form: z.string(),
  label: z.string(),
  group: z.string(),
  basis: z.string(),
  /** Belongs to the stage the case is in. */
  fits: z.boolean(),
});

export const neededPaper = z.object({
  form: z.string(),
  label: z.string(),
  article: z.string(),
  /** Why it is wanted, where it is not wanted of every case. */
  because: z.string().nullable(),
  standing: z.enum(['missing', 'begun', 'done']),
  paperId: uuid.nullable(),
});

export const address = z.object({
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

export const upload = z.object({
  id: uuid,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  /** Place in the archive somebody gave it; null: at the end of the main volume. */
  section: z.string().nullable(),
  addedBy: z.string(),
  addedAt: timestamp,
});

export const archiveItem = z.object({
  /** The volume open to the parties, or the one that stays inside; null in archives made before there were two. */
  volume: z.enum(['main', 'side']).nullable(),
  /** Place in the order of the volume; null likewise. */
  section: z.string().nullable(),
  /** Within the volume; pages, too. */
  no: z.number().int(),
  title: z.string(),
  number: z.string().nullable(),
  on: z.string().nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  note: z.string().nullable(),
});

export const archive = z.object({
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

export const publicContent = z.object({
  number: z.string(),
  party: z.string(),
  code: z.string().nullable(),
  behaviour: z.string(),
  penalty: z.string(),
  organ: z.string(),
  decidedOn: localDate,
});
export type PublicCaseContent = z.output<typeof publicContent>;

export const publicityLine = z.object({
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

export const may = z.object({
  draft: z.boolean(),
  issue: z.boolean(),
  serve: z.boolean(),
  publish: z.boolean(),
  archive: z.boolean(),
  seal: z.boolean(),
});

export const casePapersView = z.object({
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
  /** Where the order of the volumes stands, with what is still to be confirmed of it. */
  archiveOrder: z.object({
    article: z.string(),
    verify: z.string(),
    sections: z.array(z.object({ section: z.string(), label: z.string() })),
  }),
  modes: z.array(z.object({ mode: serviceMode, label: z.string(), article: z.string(), needs: z.array(z.string()) })),
  may,
});
export type CasePapersView = z.output<typeof casePapersView>;

export const serviceRecord = z.object({
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

export const paperDetail = paperLine.extend({
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
