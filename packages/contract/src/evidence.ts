import { z } from 'zod';
import { flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import {
  custodyMove,
  disposalWay,
  evidenceAbout,
  evidenceDetail,
  evidenceItem,
  evidenceKind,
  evidenceMay,
  evidencePackage,
  evidenceUpload,
  measureKind,
  measureOutcome,
  measureThing,
  measureView,
  newThing,
} from './evidence-shapes.ts';
import { route } from './route.ts';

const itemParams = z.object({ id: uuid, itemId: uuid });
const uploadParams = z.object({ id: uuid, uploadId: uuid });
const measureParams = z.object({ id: uuid, measureId: uuid });
const thingParams = z.object({ id: uuid, thingId: uuid });
const packageParams = z.object({ id: uuid, packageId: uuid });
const reason = z.string().trim().min(2).max(500);
const name = z.string().trim().min(1).max(120);
const moment = z.iso.datetime({ offset: true });

const custodyMoveBody = z.object({
  act: custodyMove,
  happenedAt: moment,
  from: name,
  to: name,
  place: z.string().trim().min(1).max(200),
  reason,
});

/** Items of a file; `:id` is the file. */
const itemRoutes = {
  listEvidence: route({
    method: 'GET',
    path: '/api/evidence/files/:id/items',
    summary: 'Evidence in a file, by its number',
    params: idParams,
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      kind: evidenceKind.optional(),
      doubtful: flag.optional(),
    }),
    response: pageOf(evidenceItem).extend({
      file: z.object({ id: uuid, number: z.string(), label: z.string(), href: z.string(), closed: z.boolean() }),
      may: evidenceMay,
      doubtful: z.number().int(),
      bytes: z.number(),
      stamping: z.boolean(),
      maxBytes: z.number(),
    }),
  }),
  getEvidence: route({
    method: 'GET',
    path: '/api/evidence/files/:id/items/:itemId',
    summary: 'One piece of evidence with its custody, time-stamps and the files that hold it',
    params: itemParams,
    response: evidenceDetail,
  }),
  downloadEvidence: route({
    method: 'GET',
    path: '/api/evidence/files/:id/items/:itemId/content',
    summary: 'The bytes as they came in',
    params: itemParams,
    transport: 'file',
  }),
  downloadThumbnail: route({
    method: 'GET',
    path: '/api/evidence/files/:id/items/:itemId/thumbnail',
    summary: 'A small picture to look at',
    params: itemParams,
    transport: 'file',
  }),
  describeEvidence: route({
    method: 'PUT',
    path: '/api/evidence/files/:id/items/:itemId',
    summary: 'Change what is said of an item; before and after stay in its custody',
    params: itemParams,
    body: z.object({
      kind: evidenceKind,
      title: z.string().trim().min(1).max(200),
      place: z.string().trim().max(200).nullable(),
      note: z.string().trim().max(1000).nullable(),
      reason,
    }),
    response: evidenceDetail,
  }),
  setEvidenceAside: route({
    method: 'POST',
    path: '/api/evidence/files/:id/items/:itemId/set-aside',
    summary: 'Use an item no longer in this file; it stays in the list',
    params: itemParams,
    body: z.object({ reason }),
    response: evidenceDetail,
  }),
  linkEvidenceToFile: route({
    method: 'POST',
    path: '/api/evidence/files/:id/items/:itemId/links',
    summary: 'Use the same item in another file, by its number',
    params: itemParams,
    body: z.object({ number: z.string().trim().min(3).max(60), reason }),
    response: evidenceDetail,
  }),
  recordCustody: route({
    method: 'POST',
    path: '/api/evidence/files/:id/items/:itemId/custody',
    summary: 'Write down that an item went from hand to hand',
    params: itemParams,
    body: custodyMoveBody,
    response: evidenceDetail,
  }),
  verifyEvidence: route({
    method: 'POST',
    path: '/api/evidence/files/:id/items/:itemId/verify',
    summary: 'Read the stored bytes again and compare the hash; the result goes into the custody',
    params: itemParams,
    response: evidenceDetail,
  }),
};

/** A file comes in pieces; each may be sent again. */
const uploadRoutes = {
  listUploads: route({
    method: 'GET',
    path: '/api/evidence/files/:id/uploads',
    summary: 'My uploads into the file that are not whole yet',
    params: idParams,
    response: z.object({ items: z.array(evidenceUpload) }),
  }),
  beginUpload: route({
    method: 'POST',
    path: '/api/evidence/files/:id/uploads',
    summary: 'Announce a file under an id made by the sender; begun again it answers how much is there',
    params: idParams,
    body: z.object({
      id: uuid,
      fileName: z.string().trim().min(1).max(200),
      size: z.number().int().positive(),
      /** Of the whole file, where the sender could work it out. */
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .optional(),
      about: evidenceAbout,
    }),
    response: evidenceUpload,
  }),
  sendChunk: route({
    method: 'PUT',
    path: '/api/evidence/files/:id/uploads/:uploadId/chunks',
    summary: 'Bytes of an upload from an offset on; what is already there is passed over',
    params: uploadParams,
    query: z.object({
      offset: z.coerce.number().int().min(0),
      /** Of this piece: one that does not match is not kept. */
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    transport: 'octets',
    response: z.object({ received: z.number() }),
  }),
  finishUpload: route({
    method: 'POST',
    path: '/api/evidence/files/:id/uploads/:uploadId/finish',
    summary: 'Judge the whole file by its content and make it evidence; asked again it answers the same item',
    params: uploadParams,
    body: z.object({
      /** A small JPEG as base64, made by the sender; to look at only. */
      thumbnail: z.string().max(120_000).nullable().optional(),
    }),
    response: evidenceItem,
  }),
  dropUpload: route({
    method: 'DELETE',
    path: '/api/evidence/files/:id/uploads/:uploadId',
    summary: 'Give up an upload that is not whole',
    params: uploadParams,
    response: ok,
  }),
};

const measureRoutes = {
  listMeasures: route({
    method: 'GET',
    path: '/api/evidence/files/:id/measures',
    summary: 'Measures of a file with their things, clocks and custody',
    params: idParams,
    response: z.object({ items: z.array(measureView), may: evidenceMay }),
  }),
  listMeasureClocks: route({
    method: 'GET',
    path: '/api/evidence/measures',
    summary: 'Measures that run in files I may read, those due first',
    query: pageQuery.extend({ overdue: flag.optional() }),
    response: pageOf(
      measureView
        .pick({
          id: true,
          fileId: true,
          number: true,
          kind: true,
          kindLabel: true,
          holder: true,
          startedOn: true,
          dueOn: true,
          daysLeft: true,
          standing: true,
          sentence: true,
        })
        .extend({ fileNumber: z.string(), fileLabel: z.string(), things: z.number().int() }),
    ),
  }),
  orderMeasure: route({
    method: 'POST',
    path: '/api/evidence/files/:id/measures',
    summary: 'Enter a measure with the list of its things',
    params: idParams,
    body: z.object({
      kind: measureKind,
      startedOn: localDate,
      place: z.string().trim().min(2).max(200),
      holder: name,
      ground: z.string().trim().min(2).max(500),
      approvedBy: name,
      documentNo: z.string().trim().max(80).nullable().optional(),
      /** Why it is entered later than it was taken; needed then. */
      lateReason: z.string().trim().max(500).nullable().optional(),
      /** A preservation that ended as seized: what was still held of its things is taken over. */
      carriedFrom: uuid.nullable().optional(),
      /** Things listed anew; at least one unless things are taken over. */
      things: z.array(newThing).max(300),
    }),
    response: measureView,
  }),
  extendMeasure: route({
    method: 'POST',
    path: '/api/evidence/files/:id/measures/:measureId/extensions',
    summary: 'Extend a measure by what the law allows',
    params: measureParams,
    body: z.object({ on: localDate, approvedBy: name, reason, version: z.number().int() }),
    response: measureView,
  }),
  pauseMeasure: route({
    method: 'POST',
    path: '/api/evidence/files/:id/measures/:measureId/pauses',
    summary: 'Leave out the time of a test or an appraisal',
    params: measureParams,
    body: z.object({
      cause: z.string().max(60),
      from: localDate,
      /** Null while it goes on. */
      to: localDate.nullable(),
      reason,
      version: z.number().int(),
    }),
    response: measureView,
  }),
  endMeasure: route({
    method: 'POST',
    path: '/api/evidence/files/:id/measures/:measureId/end',
    summary: 'End a measure; things still held go the way of the outcome',
    params: measureParams,
    body: z.object({
      on: localDate,
      outcome: measureOutcome,
      basis: z.string().trim().min(2).max(200),
      receiver: z.string().trim().max(120).nullable().optional(),
      witness: z.string().trim().max(120).nullable().optional(),
      reason,
      version: z.number().int(),
    }),
    response: measureView,
  }),
  recordThingCustody: route({
    method: 'POST',
    path: '/api/evidence/files/:id/things/:thingId/custody',
    summary: 'Write down that a thing went from hand to hand',
    params: thingParams,
    body: custodyMoveBody,
    response: measureView,
  }),
  disposeThing: route({
    method: 'POST',
    path: '/api/evidence/files/:id/things/:thingId/disposals',
    summary: 'Write down what became of a thing or of part of it',
    params: thingParams,
    body: z.object({
      way: disposalWay.exclude(['carried-over']),
      quantity: z.number().positive(),
      on: localDate,
      basis: z.string().trim().min(2).max(200),
      receiver: z.string().trim().max(120).nullable().optional(),
      witness: z.string().trim().max(120).nullable().optional(),
      reason,
    }),
    response: measureView,
  }),
  printLabels: route({
    method: 'GET',
    path: '/api/evidence/files/:id/measures/:measureId/labels',
    summary: 'Labels of the things with QR codes, as PDF',
    params: measureParams,
    transport: 'file',
  }),
  findThing: route({
    method: 'GET',
    path: '/api/evidence/things/:code',
    summary: 'The thing a label stands for',
    params: z.object({ code: z.string().max(40) }),
    response: z.object({
      thing: measureThing,
      measure: measureView.omit({ things: true }),
      fileNumber: z.string(),
      fileLabel: z.string(),
      may: evidenceMay,
      at: timestamp,
    }),
  }),
};

const packageRoutes = {
  listPackages: route({
    method: 'GET',
    path: '/api/evidence/files/:id/packages',
    summary: 'Sealed packages of a file, newest first',
    params: idParams,
    response: z.object({
      items: z.array(evidencePackage),
      papers: z.array(z.object({ id: uuid, title: z.string(), fileName: z.string(), size: z.number() })),
    }),
  }),
  sealPackage: route({
    method: 'POST',
    path: '/api/evidence/files/:id/packages',
    summary: 'Order a sealed package: a job writes it',
    params: idParams,
    body: z.object({
      title: z.string().trim().min(2).max(120),
      /** Absent: all that is used in the file. */
      evidenceIds: z.array(uuid).max(5000).optional(),
      paperDocumentIds: z.array(uuid).max(1000).optional(),
    }),
    response: evidencePackage,
  }),
  downloadPackage: route({
    method: 'GET',
    path: '/api/evidence/files/:id/packages/:packageId/content',
    summary: 'A sealed package',
    params: packageParams,
    transport: 'file',
  }),
};

/** Evidence, custody of things, measures. */
export const evidenceRoutes = { ...itemRoutes, ...uploadRoutes, ...measureRoutes, ...packageRoutes };

export * from './evidence-shapes.ts';
