import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, uuid } from './common.ts';
import {
  pledgeDetail,
  pledgeSummary,
  printerDetail,
  printerEntry,
  printerEntryKind,
  printerSummary,
} from './printers-and-pledges-shapes.ts';
import { route } from './route.ts';

const text = (max: number) => z.string().trim().max(max);
const said = (max: number) => z.string().trim().min(2).max(max);
const q = z.string().max(100).optional();
const made = z.object({ id: uuid });

const printerFilter = {
  q,
  town: csvList.optional(),
  licence: csvList.optional(),
  checked: flag.optional(),
  gaps: flag.optional(),
  ended: flag.optional(),
};
const printerBody = {
  name: z.string().trim().min(2).max(120),
  uscc: text(18).nullable().default(null),
  partyId: uuid.nullable().default(null),
  townCode: text(20).nullable().default(null),
  address: text(200).nullable().default(null),
  licenceNo: text(60).nullable().default(null),
  licenceTo: localDate.nullable().default(null),
  scope: text(500).nullable().default(null),
  contact: text(60).nullable().default(null),
};
const entryFilter = { kind: csvList.optional(), q };

/** Mark printers with their people and ledgers. */
export const printerRoutes = {
  listPrinters: route({
    method: 'GET',
    path: '/api/inspections/printers',
    summary: 'Register of mark printers',
    query: pageQuery.extend(printerFilter),
    response: pageOf(printerSummary).extend({ mayEdit: z.boolean() }),
  }),
  exportPrinters: route({
    method: 'GET',
    path: '/api/inspections/printers/export',
    summary: 'The register as a workbook',
    query: z.object(printerFilter),
    transport: 'file',
  }),
  getPrinter: route({
    method: 'GET',
    path: '/api/inspections/printers/:id',
    summary: 'One mark printer: people, stock by commission, checks',
    params: idParams,
    response: printerDetail,
  }),
  registerPrinter: route({
    method: 'POST',
    path: '/api/inspections/printers',
    summary: 'Enter a mark printer into the register',
    body: z.object(printerBody),
    response: made,
  }),
  updatePrinter: route({
    method: 'PUT',
    path: '/api/inspections/printers/:id',
    summary: 'Change what the register says of a printer',
    params: idParams,
    body: z.object({ ...printerBody, version: z.number().int() }),
    response: z.object({ version: z.number().int() }),
  }),
  endPrinter: route({
    method: 'POST',
    path: '/api/inspections/printers/:id/end',
    summary: 'Take a printer off the register; its ledgers stay',
    params: idParams,
    body: z.object({ on: localDate, reason: said(300) }),
    response: ok,
  }),
  addPrinterPerson: route({
    method: 'POST',
    path: '/api/inspections/printers/:id/people',
    summary: 'Enter who manages mark printing',
    params: idParams,
    body: z.object({
      name: z.string().trim().min(1).max(40),
      part: said(40),
      trainedOn: localDate.nullable().default(null),
      certificateNo: text(60).nullable().default(null),
      fromOn: localDate,
    }),
    response: made,
  }),
  endPrinterPerson: route({
    method: 'POST',
    path: '/api/inspections/printer-people/:id/end',
    summary: 'Say until when somebody managed mark printing',
    params: idParams,
    body: z.object({ on: localDate }),
    response: ok,
  }),
  listPrinterEntries: route({
    method: 'GET',
    path: '/api/inspections/printers/:id/entries',
    summary: 'Ledgers of a printer, newest first',
    params: idParams,
    query: pageQuery.extend(entryFilter),
    response: pageOf(printerEntry),
  }),
  exportPrinterEntries: route({
    method: 'GET',
    path: '/api/inspections/printers/:id/entries/export',
    summary: 'Ledgers of a printer as a workbook',
    params: idParams,
    query: z.object(entryFilter),
    transport: 'file',
  }),
  addPrinterEntry: route({
    method: 'POST',
    path: '/api/inspections/printers/:id/entries',
    summary: 'Enter a commission, labels into or out of stock, or waste destroyed',
    params: idParams,
    body: z.object({
      kind: printerEntryKind,
      on: localDate,
      intakeId: uuid.nullable().default(null),
      client: text(120).nullable().default(null),
      clientUscc: text(18).nullable().default(null),
      markName: text(120).nullable().default(null),
      markNumber: text(40).nullable().default(null),
      quantity: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
      papers: z.record(z.string().max(40), z.boolean()).default({}),
      archivedOn: localDate.nullable().default(null),
      receiver: text(120).nullable().default(null),
      method: text(120).nullable().default(null),
      witness: text(60).nullable().default(null),
      note: text(500).nullable().default(null),
    }),
    response: made,
  }),
  reversePrinterEntry: route({
    method: 'POST',
    path: '/api/inspections/printer-entries/:id/reverse',
    summary: 'Reverse a wrong entry of a ledger; both stay',
    params: idParams,
    body: z.object({ reason: said(300) }),
    response: made,
  }),
};

const pledgeFilter = {
  q,
  kind: csvList.optional(),
  state: csvList.optional(),
  town: csvList.optional(),
  party: uuid.optional(),
  inForce: flag.optional(),
  reviewDue: flag.optional(),
};
const given = z.record(z.string().max(40), z.union([text(200), z.number(), z.null()])).default({});

/** Pledges of genuine goods and normalised markets. */
export const pledgeRoutes = {
  listPledges: route({
    method: 'GET',
    path: '/api/inspections/pledges',
    summary: 'Pledges of genuine goods and normalised markets in my reach',
    query: pageQuery.extend(pledgeFilter),
    response: pageOf(pledgeSummary).extend({ mayFile: z.boolean() }),
  }),
  exportPledges: route({
    method: 'GET',
    path: '/api/inspections/pledges/export',
    summary: 'The same as a workbook',
    query: z.object(pledgeFilter),
    transport: 'file',
  }),
  getPledge: route({
    method: 'GET',
    path: '/api/inspections/pledges/:id',
    summary: 'One pledge: conditions by facts, chain of recommendation, reviews',
    params: idParams,
    response: pledgeDetail,
  }),
  createPledge: route({
    method: 'POST',
    path: '/api/inspections/pledges',
    summary: 'Begin an application',
    body: z.object({
      kind: z.string().max(40),
      partyId: uuid,
      /** What is pledged for, where that is not the applicant itself: a market, a street, a trade. */
      name: text(120).nullable().default(null),
      given,
    }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  savePledge: route({
    method: 'PUT',
    path: '/api/inspections/pledges/:id',
    summary: 'Save an application as it stands',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      given,
      commitments: z.array(z.string().max(40)).max(12).default([]),
    }),
    response: z.object({ version: z.number().int() }),
  }),
  reviewPledge: route({
    method: 'POST',
    path: '/api/inspections/pledges/:id/reviews',
    summary: 'Record the annual review of a pledge in force',
    params: idParams,
    body: z.object({
      year: z.number().int().min(2000).max(2100),
      result: z.enum(['kept', 'correct', 'failed']),
      note: said(1000),
    }),
    response: ok,
  }),
};
