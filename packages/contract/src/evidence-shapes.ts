import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

/** Kinds of evidence as 行政处罚法 46 names them, with photos apart from other recordings. */
export const evidenceKind = z.enum([
  'document',
  'photo',
  'video',
  'object',
  'electronic',
  'statement',
  'record',
  'opinion',
]);
export type EvidenceKind = z.output<typeof evidenceKind>;

export const custodyAct = z.enum([
  'intake',
  'link',
  'describe',
  'set-aside',
  'verify',
  'stamp',
  'seal',
  'register',
  'hand-over',
  'store',
  'lend',
  'return',
  'examine',
  'dispose',
]);
export type CustodyAct = z.output<typeof custodyAct>;

/** What a person may write into a chain; the other acts are written by what the system does. */
export const custodyMove = z.enum(['hand-over', 'store', 'lend', 'return', 'examine']);

export const evidenceDoubt = z.object({ code: z.string(), grave: z.boolean(), text: z.string() });

export const custodyEntry = z.object({
  seq: z.number().int(),
  act: custodyAct,
  actLabel: z.string(),
  happenedAt: timestamp,
  from: z.string().nullable(),
  to: z.string().nullable(),
  place: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  by: z.string(),
  recordedAt: timestamp,
  hash: z.string(),
});

export const evidenceItem = z.object({
  id: uuid,
  fileId: uuid,
  /** Running number within the file. */
  no: z.number().int(),
  kind: evidenceKind,
  kindLabel: z.string(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
  hasThumbnail: z.boolean(),
  capturedAt: timestamp.nullable(),
  /** The time the picture itself states, as it stands there. */
  exifTime: z.string().nullable(),
  receivedAt: timestamp,
  source: z.string(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  doubts: z.array(evidenceDoubt),
  keptBy: z.string(),
  keptAt: timestamp,
  fromFileId: uuid.nullable(),
  setAside: z.object({ at: timestamp, by: z.string(), reason: z.string() }).nullable(),
  custodyEntries: z.number().int(),
  stampedAt: timestamp.nullable(),
});
export type EvidenceItem = z.output<typeof evidenceItem>;

export const evidenceStamp = z.object({
  stampedAt: timestamp,
  authority: z.string(),
  serial: z.string(),
  policy: z.string(),
  trusted: z.boolean(),
});

export const evidenceDetail = evidenceItem.extend({
  exif: z.record(z.string(), z.string()).nullable(),
  custody: z.array(custodyEntry),
  /** Whether every entry of the custody still has the hash it was written with. */
  custodyIntact: z.boolean(),
  stamps: z.array(evidenceStamp),
  /** Other files that hold the item and that I may read. */
  files: z.array(z.object({ fileId: uuid, number: z.string(), label: z.string(), href: z.string(), no: z.number() })),
});
export type EvidenceDetail = z.output<typeof evidenceDetail>;

export const evidenceMay = z.object({
  keep: z.boolean(),
  link: z.boolean(),
  custody: z.boolean(),
  order: z.boolean(),
  extend: z.boolean(),
  seal: z.boolean(),
});

/** What the sender says of a file on its way in. */
export const evidenceAbout = z.object({
  kind: evidenceKind,
  title: z.string().trim().min(1).max(200),
  /** When it was taken, as the person says. */
  capturedAt: z.iso.datetime({ offset: true }).nullable().optional(),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  source: z.string().trim().min(1).max(200),
  place: z.string().trim().max(200).nullable().optional(),
  note: z.string().trim().max(1000).nullable().optional(),
});

export const evidenceUpload = z.object({
  id: uuid,
  fileName: z.string(),
  size: z.number(),
  /** Bytes that have arrived without a gap: the next piece begins here. */
  received: z.number(),
  about: evidenceAbout,
  itemId: uuid.nullable(),
  begunAt: timestamp,
});
export type EvidenceUpload = z.output<typeof evidenceUpload>;

export const measureKind = z.enum(['preservation', 'sealing', 'detention']);
export type MeasureKind = z.output<typeof measureKind>;
export const measureOutcome = z.enum(['released', 'seized', 'confiscated', 'handed-over', 'destroyed']);
/** `lapsed`: ended by law on its last day; `unlawful`: held past its last day. */
export const measureStanding = z.enum(['running', 'still', 'last-days', 'lapsed', 'unlawful', 'ended']);
export const disposalWay = z.enum([
  'returned',
  'confiscated',
  'destroyed',
  'auctioned',
  'handed-over',
  'tested',
  'carried-over',
]);

export const newThing = z.object({
  name: z.string().trim().min(1).max(120),
  spec: z.string().trim().max(120).nullable().optional(),
  quantity: z.number().positive().max(1e9),
  unit: z.string().trim().min(1).max(20),
  mark: z.string().trim().max(120).nullable().optional(),
  condition: z.string().trim().max(200).nullable().optional(),
  storage: z.string().trim().min(1).max(200),
  photoItemId: uuid.nullable().optional(),
});

export const measureThing = z.object({
  id: uuid,
  no: z.number().int(),
  code: z.string(),
  name: z.string(),
  spec: z.string().nullable(),
  quantity: z.number(),
  held: z.number(),
  unit: z.string(),
  mark: z.string().nullable(),
  condition: z.string().nullable(),
  storage: z.string(),
  photoItemId: uuid.nullable(),
  custody: z.array(custodyEntry),
  custodyIntact: z.boolean(),
  disposals: z.array(
    z.object({
      way: disposalWay,
      wayLabel: z.string(),
      quantity: z.number(),
      on: localDate,
      basis: z.string(),
      receiver: z.string().nullable(),
      witness: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
    }),
  ),
});
export type MeasureThing = z.output<typeof measureThing>;

export const measureView = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  kind: measureKind,
  kindLabel: z.string(),
  startedOn: localDate,
  place: z.string(),
  holder: z.string(),
  ground: z.string(),
  approvedBy: z.string(),
  documentNo: z.string().nullable(),
  dueOn: localDate.nullable(),
  daysLeft: z.number().int().nullable(),
  standing: measureStanding,
  /** What the standing means, as a sentence with its article. */
  sentence: z.string(),
  article: z.string(),
  steps: z.array(z.object({ on: localDate, text: z.string(), article: z.string().nullable() })),
  extendable: z.boolean(),
  causes: z.array(z.object({ cause: z.string(), label: z.string() })),
  events: z.array(z.object({ text: z.string(), by: z.string(), reason: z.string(), at: timestamp })),
  endedOn: localDate.nullable(),
  outcome: measureOutcome.nullable(),
  outcomeLabel: z.string().nullable(),
  endReason: z.string().nullable(),
  orderedBy: z.string(),
  /** The preservation whose things it took over. */
  carriedFrom: uuid.nullable(),
  version: z.number().int(),
  things: z.array(measureThing),
});
export type MeasureView = z.output<typeof measureView>;

export const evidencePackage = z.object({
  id: uuid,
  number: z.string(),
  title: z.string(),
  state: z.enum(['making', 'ready', 'failed']),
  failure: z.string().nullable(),
  runId: uuid,
  /** How far its job is, in steps. */
  done: z.number(),
  steps: z.number().nullable(),
  sha256: z.string().nullable(),
  size: z.number().nullable(),
  entries: z.number().int().nullable(),
  evidence: z.number().int(),
  papers: z.number().int(),
  orderedBy: z.string(),
  orderedAt: timestamp,
  sealedAt: timestamp.nullable(),
});
export type EvidencePackage = z.output<typeof evidencePackage>;
