import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import {
  campaignDetail,
  campaignSummary,
  drawDetail,
  drawSummary,
  inspectedKind,
  inspectionChoices,
  inspectionOutcome,
  inspectionPosition,
  inspectorView,
  ownInspection,
  recordAnswer,
  recordState,
  signatureKind,
  taskDetail,
  taskSummary,
} from './inspections-shapes.ts';
import { pledgeRoutes, printerRoutes } from './printers-and-pledges.ts';
import { route } from './route.ts';

export type {
  ChecklistView,
  DrawDetail,
  DrawSummary,
  InspectionCampaign,
  InspectionChoices,
  InspectionRecord,
  InspectionTask,
  InspectionTaskDetail,
  InspectorView,
  OwnInspection,
  RecordAnswer,
} from './inspections-shapes.ts';
export type {
  PledgeConditionView,
  PledgeDetail,
  PledgeSummary,
  PrinterDetail,
  PrinterEntry,
  PrinterSummary,
} from './printers-and-pledges-shapes.ts';

const text = (max: number) => z.string().trim().max(max);
const said = (max: number) => z.string().trim().min(2).max(max);
const q = z.string().max(100).optional();
const made = z.object({ id: uuid });

const campaignRoutes = {
  getInspectionChoices: route({
    method: 'GET',
    path: '/api/inspections/choices',
    summary: 'Checklists, kinds and weights one chooses from',
    response: inspectionChoices,
  }),
  listInspectionCampaigns: route({
    method: 'GET',
    path: '/api/inspections/campaigns',
    summary: 'Special actions, running ones first, with how far they have come',
    response: z.object({ items: z.array(campaignSummary), mayEdit: z.boolean() }),
  }),
  getInspectionCampaign: route({
    method: 'GET',
    path: '/api/inspections/campaigns/:id',
    summary: 'One special action with its figures',
    params: idParams,
    response: campaignDetail,
  }),
  createInspectionCampaign: route({
    method: 'POST',
    path: '/api/inspections/campaigns',
    summary: 'Start a special action',
    body: z.object({
      kind: z.string().max(40),
      title: z.string().trim().min(4).max(100),
      documentNo: text(60).nullable().default(null),
      fromOn: localDate,
      toOn: localDate,
      aim: text(2000).default(''),
      objectKind: inspectedKind,
      checklist: z.string().max(40),
      targetCount: z.number().int().min(1).max(100_000).nullable().default(null),
    }),
    response: made,
  }),
  closeInspectionCampaign: route({
    method: 'POST',
    path: '/api/inspections/campaigns/:id/close',
    summary: 'Close a special action with what came of it',
    params: idParams,
    body: z.object({ results: said(4000) }),
    response: ok,
  }),
  enterCampaignFigure: route({
    method: 'POST',
    path: '/api/inspections/campaigns/:id/figures',
    summary: 'Enter a figure of a special action; a wrong one is set right by its negative',
    params: idParams,
    body: z.object({
      code: z.string().max(40),
      on: localDate,
      value: z.number().min(-1e9).max(1e9),
      note: text(300).nullable().default(null),
    }),
    response: made,
  }),
};

const drawRoutes = {
  listInspectionDraws: route({
    method: 'GET',
    path: '/api/inspections/draws',
    summary: 'Double-random draws, newest first',
    query: pageQuery,
    response: pageOf(drawSummary).extend({ mayRun: z.boolean() }),
  }),
  getInspectionDraw: route({
    method: 'GET',
    path: '/api/inspections/draws/:id',
    summary: 'One draw: lists, commitment, seed, result',
    params: idParams,
    response: drawDetail,
  }),
  downloadInspectionDraw: route({
    method: 'GET',
    path: '/api/inspections/draws/:id/published',
    summary: 'The draw as published, to be repeated by docs/repeat-draw.mjs',
    params: idParams,
    transport: 'file',
  }),
  prepareInspectionDraw: route({
    method: 'POST',
    path: '/api/inspections/draws',
    summary: 'Fix the lists of a draw and commit to a secret',
    body: z.object({
      title: z.string().trim().min(4).max(100),
      campaignId: uuid.nullable().default(null),
      objectKind: inspectedKind,
      checklist: z.string().max(40),
      /** Rule over facts that chooses enterprises; for objects of kind party alone. */
      rule: text(2000).nullable().default(null),
      towns: z.array(z.string().max(20)).max(60).default([]),
      count: z.number().int().min(1).max(500),
      officersPerObject: z.number().int().min(2).max(5).default(2),
      officerIds: z.array(uuid).max(500).default([]),
      dueOn: localDate,
      conflicts: z
        .array(z.object({ objectId: uuid, officerId: uuid, reason: said(200) }))
        .max(500)
        .default([]),
    }),
    response: made,
  }),
  performInspectionDraw: route({
    method: 'POST',
    path: '/api/inspections/draws/:id/draw',
    summary: 'Draw by the public text a witness brings; checks are assigned to who was drawn',
    params: idParams,
    body: z.object({ publicText: z.string().trim().min(4).max(200), publicSource: said(200), witness: said(60) }),
    response: z.object({ tasks: z.number().int() }),
  }),
  voidInspectionDraw: route({
    method: 'POST',
    path: '/api/inspections/draws/:id/void',
    summary: 'Void a draw that was prepared and will not be carried out',
    params: idParams,
    body: z.object({ reason: said(300) }),
    response: ok,
  }),
};

const taskFilter = {
  q,
  state: csvList.optional(),
  town: csvList.optional(),
  kind: csvList.optional(),
  outcome: csvList.optional(),
  campaign: uuid.optional(),
  party: uuid.optional(),
  mine: flag.optional(),
  overdue: flag.optional(),
  held: flag.optional(),
};

const taskRoutes = {
  listInspectionTasks: route({
    method: 'GET',
    path: '/api/inspections/tasks',
    summary: 'Checks in my reach',
    query: pageQuery.extend(taskFilter),
    response: pageOf(taskSummary).extend({ mayCreate: z.boolean() }),
  }),
  exportInspectionTasks: route({
    method: 'GET',
    path: '/api/inspections/tasks/export',
    summary: 'Checks as a workbook',
    query: z.object(taskFilter),
    transport: 'file',
  }),
  getInspectionTask: route({
    method: 'GET',
    path: '/api/inspections/tasks/:id',
    summary: 'One check: what to look at, what was found, what was ordered',
    params: idParams,
    response: taskDetail,
  }),
  createInspectionTask: route({
    method: 'POST',
    path: '/api/inspections/tasks',
    summary: 'Order a check without a draw',
    body: z.object({
      objectKind: inspectedKind,
      objectId: uuid,
      campaignId: uuid.nullable().default(null),
      checklist: z.string().max(40),
      dueOn: localDate,
      officerIds: z.array(uuid).max(10).default([]),
    }),
    response: made,
  }),
  assignInspectionTask: route({
    method: 'POST',
    path: '/api/inspections/tasks/:id/assign',
    summary: 'Give a check into other hands',
    params: idParams,
    body: z.object({ officerIds: z.array(uuid).min(2).max(10), reason: said(300) }),
    response: ok,
  }),
  recordInspection: route({
    method: 'POST',
    path: '/api/inspections/tasks/:id/records',
    summary: 'What was found on the spot; kept for a decision where the check has moved on meanwhile',
    params: idParams,
    body: z.object({
      /** Made by the device: sent twice, recorded once. */
      id: uuid,
      /** The round the device wrote it for. */
      round: z.number().int().min(1).max(50),
      checkedOn: localDate,
      finishedAt: timestamp.nullable().default(null),
      answers: z.array(recordAnswer).min(1).max(80),
      outcome: inspectionOutcome,
      correctBy: localDate.nullable().default(null),
      officers: z.array(said(40)).min(1).max(10),
      person: text(60).nullable().default(null),
      personTitle: text(60).nullable().default(null),
      statement: text(2000).nullable().default(null),
      signature: signatureKind,
      note: text(2000).nullable().default(null),
      position: inspectionPosition.nullable().default(null),
    }),
    response: z.object({ state: recordState, reason: z.string().nullable() }),
  }),
  addInspectionPhoto: route({
    method: 'POST',
    path: '/api/inspections/records/:id/photos',
    summary: 'Add a photo or the drawn signature to a record; fields item, takenAt',
    params: idParams,
    transport: 'multipart',
    response: ok,
  }),
  listOwnInspections: route({
    method: 'GET',
    path: '/api/inspections/own',
    summary: 'Checks of the own business that were made, with their orders to correct',
    query: z.object({ party: uuid.optional() }),
    response: z.object({ items: z.array(ownInspection) }),
  }),
  answerCorrection: route({
    method: 'POST',
    path: '/api/inspections/own/:id/answer',
    summary: 'Answer an order to correct with its proof; field text, a PDF or photo',
    params: idParams,
    transport: 'multipart',
    response: ok,
  }),
  getInspectionPhoto: route({
    method: 'GET',
    path: '/api/inspections/records/:id/photos/:sha256',
    summary: 'A photo of a record',
    params: z.object({ id: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    transport: 'file',
  }),
  resolveInspectionRecord: route({
    method: 'POST',
    path: '/api/inspections/records/:id/resolve',
    summary: 'Decide on a record that came when the check had moved on',
    params: idParams,
    body: z.object({ decision: z.enum(['adopt', 'supplement', 'set-aside']), reason: said(500) }),
    response: ok,
  }),
  listInspectors: route({
    method: 'GET',
    path: '/api/inspections/inspectors',
    summary: 'Officers of the register with certificates and their accounts',
    query: z.object({ q }),
    response: z.object({
      items: z.array(inspectorView.extend({ problem: z.string().nullable(), account: z.string().nullable() })),
    }),
  }),
};

/** Inspections: campaigns, draws, checks on the spot, orders to correct, mark printers, pledges. */
export const inspectionRoutes = {
  ...campaignRoutes,
  ...drawRoutes,
  ...taskRoutes,
  ...printerRoutes,
  ...pledgeRoutes,
};
