import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';

export const inspectedKind = z.enum(['printer', 'market', 'agency', 'party']);
export const inspectionOutcome = z.enum(['fit', 'correct', 'case', 'hand-over']);
export const signatureKind = z.enum(['signed', 'refused', 'absent']);
export const recordState = z.enum(['standing', 'held', 'supplement', 'set-aside', 'superseded']);

export const checklistView = z.object({
  code: z.string(),
  label: z.string(),
  from: localDate,
  to: localDate.nullable(),
  source: z.string(),
  /** The office has yet to confirm articles of it. */
  verify: z.boolean(),
  items: z.array(
    z.object({
      no: z.number().int(),
      code: z.string(),
      label: z.string(),
      help: z.string().nullable(),
      article: z.string(),
      requirement: z.string(),
      severe: z.boolean(),
      verify: z.boolean(),
    }),
  ),
});
export type ChecklistView = z.output<typeof checklistView>;

export const inspectionChoices = z.object({
  checklists: z.array(
    z.object({ code: z.string(), label: z.string(), objects: z.array(inspectedKind), items: z.number().int() }),
  ),
  campaignKinds: z.array(z.object({ code: z.string(), label: z.string() })),
  organisations: z.array(z.object({ code: z.string(), label: z.string() })),
  weights: z.array(z.object({ grade: z.string(), label: z.string(), tickets: z.number().int() })),
  weightNote: z.string(),
  pledgeKinds: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      fields: z.array(z.object({ code: z.string(), label: z.string(), type: z.enum(['text', 'number']) })),
    }),
  ),
  commitments: z.array(z.object({ code: z.string(), text: z.string() })),
  printerPapers: z.array(z.object({ code: z.string(), label: z.string(), article: z.string() })),
  correctionDays: z.number().int(),
});
export type InspectionChoices = z.output<typeof inspectionChoices>;

export const campaignSummary = z.object({
  id: uuid,
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  documentNo: z.string().nullable(),
  fromOn: localDate,
  toOn: localDate,
  aim: z.string(),
  objectKind: inspectedKind,
  checklistLabel: z.string(),
  targetCount: z.number().int().nullable(),
  state: z.enum(['running', 'closed']),
  createdBy: z.string(),
  results: z.string().nullable(),
  tasks: z.number().int(),
  checked: z.number().int(),
  failed: z.number().int(),
  correcting: z.number().int(),
  cases: z.number().int(),
});
export type InspectionCampaign = z.output<typeof campaignSummary>;

export const campaignDetail = campaignSummary.extend({
  checklist: z.string(),
  figures: z.array(z.object({ code: z.string(), label: z.string(), unit: z.string(), value: z.number() })),
  entries: z.array(
    z.object({
      id: uuid,
      code: z.string(),
      label: z.string(),
      unit: z.string(),
      on: localDate,
      value: z.number(),
      note: z.string().nullable(),
      by: z.string(),
    }),
  ),
  draws: z.array(z.object({ id: uuid, number: z.string(), title: z.string(), state: z.string() })),
  mayEdit: z.boolean(),
  mayDraw: z.boolean(),
  mayAssign: z.boolean(),
});

export const drawSummary = z.object({
  id: uuid,
  number: z.string(),
  title: z.string(),
  campaignId: uuid.nullable(),
  campaign: z.string().nullable(),
  objectKind: inspectedKind,
  checklistLabel: z.string(),
  count: z.number().int(),
  objects: z.number().int(),
  state: z.enum(['prepared', 'drawn', 'void']),
  preparedBy: z.string(),
  preparedAt: timestamp,
  drawnAt: timestamp.nullable(),
});
export type DrawSummary = z.output<typeof drawSummary>;

export const drawDetail = drawSummary.extend({
  officersPerObject: z.number().int(),
  dueOn: localDate,
  listHash: z.string(),
  commitment: z.string(),
  secret: z.string().nullable(),
  publicText: z.string().nullable(),
  publicSource: z.string().nullable(),
  witness: z.string().nullable(),
  seed: z.string().nullable(),
  drawnBy: z.string().nullable(),
  voidReason: z.string().nullable(),
  pool: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      tickets: z.number().int(),
      gradeLabel: z.string(),
      excluded: z.string().nullable(),
      drawn: z.number().int().nullable(),
    }),
  ),
  officers: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      certificateNo: z.string().nullable(),
      excluded: z.string().nullable(),
    }),
  ),
  conflicts: z.array(z.object({ object: z.string(), officer: z.string(), reason: z.string() })),
  result: z.array(
    z.object({
      no: z.number().int(),
      object: z.string(),
      ticket: z.string(),
      officers: z.array(z.string()),
      taskId: uuid.nullable(),
    }),
  ),
  mayRun: z.boolean(),
});
export type DrawDetail = z.output<typeof drawDetail>;

export const inspectorView = z.object({
  officerId: uuid.nullable(),
  userId: uuid.nullable(),
  name: z.string(),
  certificateNo: z.string().nullable(),
  certificateTo: localDate.nullable(),
  unit: z.string().nullable(),
});
export type InspectorView = z.output<typeof inspectorView>;

export const taskSummary = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  objectKind: inspectedKind,
  name: z.string(),
  uscc: z.string().nullable(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  organisation: z.string(),
  campaign: z.string().nullable(),
  checklistLabel: z.string(),
  origin: z.enum(['draw', 'campaign', 'lead']),
  officers: z.array(z.string()),
  mine: z.boolean(),
  dueOn: localDate,
  correctBy: localDate.nullable(),
  overdue: z.boolean(),
  checkedOn: localDate.nullable(),
  outcome: inspectionOutcome.nullable(),
  failed: z.number().int().nullable(),
  held: z.number().int(),
  caseId: uuid.nullable(),
});
export type InspectionTask = z.output<typeof taskSummary>;

export const recordAnswer = z.object({
  code: z.string().max(60),
  result: z.enum(['yes', 'no', 'na']),
  found: z.string().trim().max(500).nullable().default(null),
});
export type RecordAnswer = z.output<typeof recordAnswer>;

export const inspectionPosition = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).nullable(),
});

export const recordView = z.object({
  id: uuid,
  round: z.number().int(),
  state: recordState,
  checkedOn: localDate,
  checklistFrom: localDate,
  outcome: inspectionOutcome,
  correctBy: localDate.nullable(),
  answers: z.array(recordAnswer.extend({ no: z.number().int(), label: z.string(), article: z.string() })),
  officers: z.array(z.string()),
  person: z.string().nullable(),
  personTitle: z.string().nullable(),
  statement: z.string().nullable(),
  signature: signatureKind,
  note: z.string().nullable(),
  position: inspectionPosition.nullable(),
  /** Why it waits for a decision; in words of the moment it came. */
  conflict: z.object({ kind: z.string(), text: z.string(), at: timestamp }).nullable(),
  concerns: z.array(z.string()),
  resolvedBy: z.string().nullable(),
  resolvedAt: timestamp.nullable(),
  resolveReason: z.string().nullable(),
  mayAdopt: z.boolean(),
  by: z.string(),
  at: timestamp,
  photos: z.array(
    z.object({
      sha256: z.string(),
      fileName: z.string(),
      itemCode: z.string().nullable(),
      evidenceId: uuid.nullable(),
      takenAt: timestamp.nullable(),
    }),
  ),
});
export type InspectionRecord = z.output<typeof recordView>;

const orderAnswer = z.object({
  text: z.string(),
  on: localDate,
  by: z.string(),
  fileName: z.string().nullable(),
  evidenceId: uuid.nullable(),
});

/** A check of the own business, from the day it was made. */
export const ownInspection = z.object({
  id: uuid,
  number: z.string(),
  name: z.string(),
  checklistLabel: z.string(),
  checkedOn: localDate.nullable(),
  state: z.string(),
  stateLabel: z.string(),
  outcome: inspectionOutcome.nullable(),
  orders: z.array(
    z.object({
      number: z.string(),
      issuedOn: localDate,
      dueOn: localDate.nullable(),
      late: z.boolean(),
      note: z.string().nullable(),
      items: z.array(
        z.object({ label: z.string(), article: z.string(), found: z.string().nullable(), requirement: z.string() }),
      ),
      answers: z.array(orderAnswer),
    }),
  ),
  mayAnswer: z.boolean(),
});
export type OwnInspection = z.output<typeof ownInspection>;

export const taskDetail = taskSummary.extend({
  version: z.number().int(),
  address: z.string().nullable(),
  partyId: uuid.nullable(),
  objectHref: z.string().nullable(),
  campaignId: uuid.nullable(),
  drawId: uuid.nullable(),
  round: z.number().int(),
  checklist: checklistView,
  inspectors: z.array(inspectorView),
  records: z.array(recordView),
  orders: z.array(
    z.object({
      number: z.string(),
      round: z.number().int(),
      issuedOn: localDate,
      days: z.number().int(),
      dueOn: localDate.nullable(),
      extensions: z
        .array(z.object({ days: z.number().int(), on: localDate, by: z.string(), reason: z.string() }).readonly())
        .readonly(),
      answers: z.array(orderAnswer).readonly(),
      note: z.string().nullable(),
      items: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          article: z.string(),
          found: z.string().nullable(),
          requirement: z.string(),
        }),
      ),
    }),
  ),
  caseNumber: z.string().nullable(),
  /** What the case told last, and when. */
  caseOutcome: z.enum(['filed', 'not-filed', 'decided', 'closed']).nullable(),
  caseToldOn: localDate.nullable(),
  caseReason: z.string().nullable(),
  mayRecord: z.boolean(),
  mayResolve: z.boolean(),
  mayAssign: z.boolean(),
});
export type InspectionTaskDetail = z.output<typeof taskDetail>;
