import { z } from 'zod';
import { csvList, idParams, localDate, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const importState = z.enum([
  'uploaded', // stored, being recognised
  'recognised', // kind and columns guessed; waits for a person when unsure
  'reading', // rows are read, checked and matched
  'previewed', // effect known, nothing applied
  'committing',
  'committed',
  'undoing',
  'undone',
  'cancelled',
  'failed',
]);
export const rowStatus = z.enum(['accepted', 'doubtful', 'refused', 'discarded']);
export const rowEffect = z.enum(['new', 'changed', 'unchanged', 'duplicate']);

export const importFieldInfo = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  required: z.boolean(),
  aliases: z.array(z.string()),
});
export const importKindInfo = z.object({
  kind: z.string(),
  label: z.string(),
  description: z.string(),
  recordLabel: z.string(),
  senders: z.array(z.object({ code: z.string(), label: z.string() })),
  fields: z.array(importFieldInfo),
});

/** One column of one sheet: header as in the file, the field it feeds (null = left out) and how sure the guess is. */
export const columnMapping = z.object({
  index: z.number().int(),
  header: z.string(),
  field: z.string().nullable(),
  basis: z.enum(['remembered', 'alias', 'similar', 'content', 'person', 'none']),
  confidence: z.number(),
  samples: z.array(z.string()),
});
export const sheetMapping = z.object({
  sheet: z.string(),
  headerLine: z.number().int(),
  titleLines: z.array(z.string()),
  included: z.boolean(),
  note: z.string().nullable(),
  columns: z.array(columnMapping),
});

export const importCounts = z.object({
  total: z.number().int(),
  accepted: z.number().int(),
  doubtful: z.number().int(),
  refused: z.number().int(),
  discarded: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  duplicate: z.number().int(),
  /** Mentions of holders or firms in this file by how they were linked. */
  linkedAuto: z.number().int(),
  linkedByPerson: z.number().int(),
  toReview: z.number().int(),
  unlinked: z.number().int(),
});

export const importSummary = z.object({
  id: uuid,
  number: z.number().int(),
  fileName: z.string(),
  fileSize: z.number(),
  sha256: z.string(),
  kind: z.string().nullable(),
  kindLabel: z.string().nullable(),
  sender: z.string().nullable(),
  senderLabel: z.string().nullable(),
  state: importState,
  counts: importCounts,
  uploadedBy: z.string(),
  uploadedAt: timestamp,
  committedAt: timestamp.nullable(),
  undoneAt: timestamp.nullable(),
  jobId: uuid.nullable(),
  /** Zh or en sentence when failed or when something must be said (same file before, resumed after a crash). */
  notice: z.string().nullable(),
});
export type ImportSummary = z.output<typeof importSummary>;

export const importDetail = importSummary.extend({
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  asOf: localDate.nullable(),
  kindGuesses: z.array(z.object({ kind: z.string(), label: z.string(), score: z.number(), reason: z.string() })),
  sheets: z.array(sheetMapping),
  /** Issues by code with their count, most frequent first. */
  issueSummary: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['warning', 'doubtful', 'refused']),
      text: z.string(),
      count: z.number().int(),
    }),
  ),
  undoReport: z
    .object({ removed: z.number().int(), restored: z.number().int(), keptFields: z.number().int() })
    .nullable(),
  /** Whether the actor may have the file itself: one that names people who must be protected is for few. */
  mayOpenFile: z.boolean(),
  availableActions: z.array(z.enum(['map', 'commit', 'undo', 'cancel', 'retry', 'download-refused'])),
});

export const rowIssue = z.object({
  code: z.string(),
  severity: z.enum(['warning', 'doubtful', 'refused']),
  field: z.string().nullable(),
  fieldLabel: z.string().nullable(),
  text: z.string(),
  suggestion: z.string().nullable(),
});
export const importRow = z.object({
  rowNo: z.number().int(),
  sheet: z.string(),
  line: z.number().int(),
  status: rowStatus,
  effect: rowEffect.nullable(),
  recordKey: z.string().nullable(),
  recordLabel: z.string().nullable(),
  /** Where the record is shown in the console, when it exists. */
  recordHref: z.string().nullable(),
  issues: z.array(rowIssue),
  raw: z.array(z.object({ header: z.string(), value: z.string(), field: z.string().nullable() })),
  values: z.array(z.object({ field: z.string(), label: z.string(), value: z.string() })),
  /** For changed rows: what the record says now and what this row says. */
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});

const rowParams = z.object({ id: uuid, rowNo: z.coerce.number().int() });

export const importRoutes = {
  listImportKinds: route({
    method: 'GET',
    path: '/api/import-kinds',
    summary: 'What files the platform understands, with fields and header aliases',
    response: z.object({ kinds: z.array(importKindInfo), limits: z.object({ maxBytes: z.number() }) }),
  }),
  uploadImport: route({
    method: 'POST',
    path: '/api/imports',
    summary: 'Upload one file (multipart part `file`; optional text fields `kind`, `sender`, `asOf`)',
    transport: 'multipart',
    response: importSummary,
  }),
  listImports: route({
    method: 'GET',
    path: '/api/imports',
    summary: 'Imports, newest first',
    query: pageQuery.extend({ state: csvList.optional(), kind: csvList.optional(), q: z.string().max(100).optional() }),
    response: pageOf(importSummary),
  }),
  getImport: route({
    method: 'GET',
    path: '/api/imports/:id',
    summary: 'One import with mapping, counts and what can be done',
    params: idParams,
    response: importDetail,
  }),
  setImportMapping: route({
    method: 'PUT',
    path: '/api/imports/:id/mapping',
    summary: 'Correct kind, sender and columns; remembered for the sender; reads the file again',
    params: idParams,
    body: z.object({
      kind: z.string(),
      sender: z.string().nullable(),
      asOf: localDate.nullable().optional(),
      sheets: z.array(
        z.object({
          sheet: z.string(),
          included: z.boolean(),
          columns: z.array(z.object({ index: z.number().int(), field: z.string().nullable() })),
        }),
      ),
    }),
    response: importDetail,
  }),
  listImportRows: route({
    method: 'GET',
    path: '/api/imports/:id/rows',
    summary: 'Rows of an import by status, effect, issue',
    params: idParams,
    query: pageQuery.extend({
      status: csvList.optional(),
      effect: csvList.optional(),
      issue: z.string().optional(),
      q: z.string().max(100).optional(),
    }),
    response: pageOf(importRow),
  }),
  getImportRow: route({
    method: 'GET',
    path: '/api/imports/:id/rows/:rowNo',
    summary: 'One row',
    params: rowParams,
    response: importRow,
  }),
  decideImportRow: route({
    method: 'POST',
    path: '/api/imports/:id/rows/:rowNo/decision',
    summary: 'Doubtful row: take the suggestion, take it as it stands, or discard it',
    params: rowParams,
    body: z.object({
      decision: z.enum(['accept-suggestion', 'accept-as-is', 'discard']),
      note: z.string().max(500).optional(),
    }),
    response: importRow,
  }),
  commitImport: route({
    method: 'POST',
    path: '/api/imports/:id/commit',
    summary: 'Apply the accepted rows (a job)',
    params: idParams,
    response: importSummary,
  }),
  undoImport: route({
    method: 'POST',
    path: '/api/imports/:id/undo',
    summary: 'Take the import back as a whole (a job)',
    params: idParams,
    response: importSummary,
  }),
  cancelImport: route({
    method: 'POST',
    path: '/api/imports/:id/cancel',
    summary: 'Give up an import that is not applied',
    params: idParams,
    response: importSummary,
  }),
  retryImport: route({
    method: 'POST',
    path: '/api/imports/:id/retry',
    summary: 'Try a failed import again',
    params: idParams,
    response: importSummary,
  }),
  downloadRefused: route({
    method: 'GET',
    path: '/api/imports/:id/refused.xlsx',
    summary: 'Refused rows with a reason column, to be corrected and uploaded again',
    params: idParams,
    transport: 'file',
  }),
  downloadImportFile: route({
    method: 'GET',
    path: '/api/imports/:id/file',
    summary: 'The uploaded file itself',
    params: idParams,
    transport: 'file',
  }),
};
