import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';
import { taskSummary } from './inspections-shapes.ts';
import { fileStanding } from './procedures.ts';

export const printerSummary = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  partyId: uuid.nullable(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  licenceNo: z.string().nullable(),
  licenceTo: localDate.nullable(),
  licence: z.enum(['valid', 'ended', 'missing']),
  people: z.number().int(),
  entries: z.number().int(),
  /** Commissions whose papers are not complete or not archived in time. */
  gaps: z.number().int(),
  checkedOn: localDate.nullable(),
  checkedThisYear: z.boolean(),
  endedOn: localDate.nullable(),
});
export type PrinterSummary = z.output<typeof printerSummary>;

export const printerEntryKind = z.enum(['intake', 'stock-in', 'stock-out', 'destruction']);
export const printerEntry = z.object({
  id: uuid,
  no: z.number().int(),
  kind: printerEntryKind,
  on: localDate,
  intakeId: uuid.nullable(),
  intakeNo: z.number().int().nullable(),
  client: z.string().nullable(),
  markName: z.string().nullable(),
  markNumber: z.string().nullable(),
  quantity: z.number().int().nullable(),
  papers: z.record(z.string(), z.boolean()),
  archivedOn: localDate.nullable(),
  receiver: z.string().nullable(),
  method: z.string().nullable(),
  witness: z.string().nullable(),
  note: z.string().nullable(),
  reversesNo: z.number().int().nullable(),
  reversedByNo: z.number().int().nullable(),
  reason: z.string().nullable(),
  keepUntil: localDate,
  problems: z.array(z.string()),
  by: z.string(),
  at: timestamp,
});
export type PrinterEntry = z.output<typeof printerEntry>;

export const printerDetail = printerSummary.extend({
  version: z.number().int(),
  scope: z.string().nullable(),
  contact: z.string().nullable(),
  registeredOn: localDate,
  endReason: z.string().nullable(),
  persons: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      part: z.string(),
      trainedOn: localDate.nullable(),
      certificateNo: z.string().nullable(),
      fromOn: localDate,
      toOn: localDate.nullable(),
    }),
  ),
  stock: z.array(
    z.object({
      intakeId: uuid,
      no: z.number().int(),
      markName: z.string().nullable(),
      client: z.string().nullable(),
      ordered: z.number().int().nullable(),
      in: z.number().int(),
      out: z.number().int(),
      destroyed: z.number().int(),
      left: z.number().int(),
    }),
  ),
  tasks: z.array(taskSummary),
  mayEdit: z.boolean(),
  /** Add to the ledgers and reverse their entries. */
  mayKeep: z.boolean(),
  mayAssign: z.boolean(),
});
export type PrinterDetail = z.output<typeof printerDetail>;

export const pledgeSummary = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  name: z.string(),
  partyId: uuid.nullable(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  year: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  level: z.string(),
  fromOn: localDate.nullable(),
  untilOn: localDate.nullable(),
  inForce: z.boolean(),
  reviewDue: z.boolean(),
  lastReview: z.number().int().nullable(),
});
export type PledgeSummary = z.output<typeof pledgeSummary>;

export const pledgeCondition = z.object({
  code: z.string(),
  label: z.string(),
  rule: z.string(),
  article: z.string(),
  required: z.boolean(),
  outcome: z.enum(['true', 'false', 'unknown']),
  sentence: z.string(),
});
export type PledgeConditionView = z.output<typeof pledgeCondition>;

export const pledgeDetail = pledgeSummary.extend({
  version: z.number().int(),
  operator: z.string().nullable(),
  given: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  commitments: z.array(z.string()),
  fields: z.array(z.object({ code: z.string(), label: z.string(), type: z.enum(['text', 'number']) })),
  conditions: z.array(pledgeCondition),
  conditionsAsOf: localDate,
  /** What they were when it was filed. */
  filed: z.array(z.object({ code: z.string(), outcome: z.string() })).nullable(),
  levels: z.array(
    z.object({
      level: z.string(),
      label: z.string(),
      result: z.string().nullable(),
      on: localDate.nullable(),
      documentNo: z.string().nullable(),
      note: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  reviews: z.array(
    z.object({
      year: z.number().int(),
      on: localDate,
      result: z.enum(['kept', 'correct', 'failed']),
      note: z.string(),
      by: z.string(),
    }),
  ),
  exitedOn: localDate.nullable(),
  exitReason: z.string().nullable(),
  mayEdit: z.boolean(),
  mayReview: z.boolean(),
});
export type PledgeDetail = z.output<typeof pledgeDetail>;
