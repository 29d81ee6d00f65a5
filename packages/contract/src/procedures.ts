import { z } from 'zod';
import { flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { officialPaper } from './official-papers.ts';
import { route } from './route.ts';

export const fileStanding = z.enum(['draft', 'open', 'waiting', 'done', 'refused', 'withdrawn']);

export const procedureFile = z.object({
  id: uuid,
  procedure: z.string(),
  procedureLabel: z.string(),
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  version: z.number().int(),
  subjectLabel: z.string(),
  town: z.string().nullable(),
  href: z.string(),
  openedAt: timestamp,
  openedBy: z.string(),
  closedAt: timestamp.nullable(),
});
export type ProcedureFileView = z.output<typeof procedureFile>;

/** What can be done with the file now; `reason` says why a button cannot be pressed. */
export const availableAction = z.object({
  action: z.string(),
  label: z.string(),
  possible: z.boolean(),
  reason: z.string().nullable(),
  /** It takes the file on towards a good end; others turn it back, aside or end it. */
  onward: z.boolean(),
  by: z.string(),
  confirm: z.string().nullable(),
  /** JSON schema of what must be given, when anything is. */
  fields: z.record(z.string(), z.unknown()).nullable(),
});

export const clockView = z.object({
  clock: z.string(),
  label: z.string(),
  round: z.number().int(),
  startedOn: localDate,
  dueOn: localDate.nullable(),
  daysLeft: z.number().int().nullable(),
  standing: z.enum(['running', 'suspended', 'stopped', 'expired', 'unknown']),
  article: z.string().nullable(),
  steps: z.array(z.string()),
  /** A time to be waited out (publicity), not a limit to be kept. */
  waits: z.boolean(),
});

export const fileDocument = z.object({
  id: uuid,
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  madeFrom: z.string().nullable(),
  addedBy: z.string(),
  addedAt: timestamp,
  withdrawnAt: timestamp.nullable(),
});

export const filePanel = z.object({
  file: procedureFile,
  /** The states in order of the way, with those passed. */
  states: z.array(
    z.object({
      state: z.string(),
      label: z.string(),
      standing: fileStanding,
      passed: z.boolean(),
      current: z.boolean(),
    }),
  ),
  actions: z.array(availableAction),
  clocks: z.array(clockView),
  documents: z.array(fileDocument),
  documentKinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  /** Official papers I can see and make from the file now. */
  templates: z.array(z.object({ code: z.string(), label: z.string() })),
  timeline: z.array(
    z.object({
      seq: z.number().int(),
      action: z.string(),
      label: z.string(),
      stateLabel: z.string(),
      actor: z.string(),
      at: timestamp,
      note: z.string().nullable(),
    }),
  ),
});
export type FilePanel = z.output<typeof filePanel>;

const holidayNotice = z.object({
  year: z.number().int().min(2004).max(2100),
  /** Number and title of the State Council's notice. */
  title: z.string().trim().min(4).max(200),
  /** Day → name of the holiday. */
  daysOff: z.record(localDate, z.string().max(40)),
  workedWeekends: z.record(localDate, z.string().max(40)),
});

const templateParams = z.object({ id: uuid, template: z.string().max(60) });

export const procedureRoutes = {
  listFiles: route({
    method: 'GET',
    path: '/api/procedures/files',
    summary: 'Files under way in my reach; `mine` only those that wait for me',
    query: pageQuery.extend({
      procedure: z.string().max(60).optional(),
      state: z.string().max(60).optional(),
      q: z.string().max(100).optional(),
      mine: flag.optional(),
      closed: flag.optional(),
    }),
    response: pageOf(
      procedureFile.extend({
        waitsFor: z.array(z.string()),
        dueOn: localDate.nullable(),
        dueLabel: z.string().nullable(),
        /** The day ends a time to be waited out, not a limit to be kept. */
        dueWaits: z.boolean(),
      }),
    ),
  }),
  getFilePanel: route({
    method: 'GET',
    path: '/api/procedures/files/:id',
    summary: 'Where a file stands, what can be done now and by whom, clocks with reasons, documents, timeline',
    params: idParams,
    response: filePanel,
  }),
  performFileAction: route({
    method: 'POST',
    path: '/api/procedures/files/:id/actions/:action',
    summary: 'Take an action on a file',
    params: z.object({ id: uuid, action: z.string().max(60) }),
    body: z.object({
      note: z.string().trim().max(2000).nullable().optional(),
      fields: z.record(z.string(), z.unknown()).optional(),
      version: z.number().int(),
    }),
    response: filePanel,
  }),
  attachDocument: route({
    method: 'POST',
    path: '/api/procedures/files/:id/documents',
    summary: 'Add a paper to a file; fields: kind, title',
    params: idParams,
    transport: 'multipart',
    response: fileDocument,
  }),
  withdrawDocument: route({
    method: 'DELETE',
    path: '/api/procedures/files/:id/documents/:documentId',
    summary: 'Take a paper back; it stays in the file as withdrawn',
    params: z.object({ id: uuid, documentId: uuid }),
    response: ok,
  }),
  previewFileDocument: route({
    method: 'GET',
    path: '/api/procedures/files/:id/templates/:template',
    summary: 'An official paper as it would be made from the file now',
    params: templateParams,
    response: officialPaper,
  }),
  generateFileDocument: route({
    method: 'POST',
    path: '/api/procedures/files/:id/templates/:template',
    summary: 'Make an official paper, as PDF and as Word file; takes the place of one made since the last action',
    params: templateParams,
    response: z.object({ items: z.array(fileDocument) }),
  }),
  downloadDocument: route({
    method: 'GET',
    path: '/api/procedures/files/:id/documents/:documentId',
    summary: 'A paper of a file',
    params: z.object({ id: uuid, documentId: uuid }),
    transport: 'file',
  }),
  listHolidayNotices: route({
    method: 'GET',
    path: '/api/procedures/holiday-notices',
    summary: 'Holiday notices the office entered beside the published ones',
    response: z.object({
      items: z.array(holidayNotice.extend({ enteredBy: z.string(), enteredAt: timestamp })),
    }),
  }),
  saveHolidayNotice: route({
    method: 'PUT',
    path: '/api/procedures/holiday-notices',
    summary: 'Enter the holiday notice of a year; clocks that run are read again',
    body: holidayNotice,
    response: z.object({ moved: z.number().int() }),
  }),
  listNotices: route({
    method: 'GET',
    path: '/api/procedures/notices',
    summary: 'What files told me, newest first',
    query: pageQuery.extend({ unread: flag.optional() }),
    response: pageOf(
      z.object({
        id: uuid,
        /** Null where the notice is about something that has no file yet. */
        fileId: uuid.nullable(),
        text: z.string(),
        href: z.string(),
        at: timestamp,
        readAt: timestamp.nullable(),
      }),
    ).extend({ unread: z.number().int() }),
  }),
  readNotices: route({
    method: 'POST',
    path: '/api/procedures/notices/read',
    summary: 'Mark notices as seen; changes nothing but what I have seen',
    readOnly: true,
    body: z.object({ ids: z.array(uuid).max(500) }),
    response: ok,
  }),
};
