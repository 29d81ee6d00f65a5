import { z } from 'zod';
import { csvList, flag, idParams, localDate, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';
import { route } from './route.ts';

export const handOverKind = z.enum(['criminal', 'administrative', 'clue', 'assistance', 'judicial']);
export const taskKind = z.enum(['campaign', 'enforcement', 'exchange', 'training', 'research', 'decision']);
export const chainLane = z.enum(['own', 'administrative', 'judicial']);
export const chainKind = z.enum([
  'notice',
  'notarial',
  'platform',
  'complaint',
  'aid',
  'case',
  'penalty',
  'adjudication',
  'mediation',
  'cross-region',
  'hand-over',
  'filing',
  'suit',
  'preservation',
  'prosecution',
  'judgment',
  'execution',
]);

const said = (min: number, max: number) => z.string().trim().min(min).max(max);
const fen = z.number().int().min(0).max(1_000_000_000_000);
const code = said(2, 40);

/** A body with its names. */
const body = z.object({ code: z.string(), name: z.string(), shortName: z.string() });
export type CoordinationBody = z.output<typeof body>;

const suspect = z.object({
  name: said(1, 200),
  uscc: z.string().trim().max(18).nullable().default(null),
  natural: z.boolean().default(false),
});

/** What a hand-over says; edited until it is sent. */
const content = z.object({
  title: said(4, 200),
  facts: said(4, 8000),
  request: said(2, 2000),
  suspects: z.array(suspect).max(30).default([]),
  amountFen: fen.nullable().default(null),
});
export type HandOverContent = z.output<typeof content>;

const clock = z.object({ label: z.string(), dueOn: localDate.nullable(), late: z.boolean() });

const handOverRow = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  documentNo: z.string().nullable(),
  direction: z.enum(['out', 'in']),
  kind: handOverKind,
  kindLabel: z.string(),
  from: body,
  to: body,
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  sentOn: localDate.nullable(),
  answeredOn: localDate.nullable(),
  /** Null while it is not answered; true or false once it is. */
  inTime: z.boolean().nullable(),
  /** The clock that runs out next. */
  clock: clock.nullable(),
});
export type HandOverRow = z.output<typeof handOverRow>;

const version = z.object({
  id: uuid,
  revision: z.number().int(),
  basedOn: z.number().int(),
  kept: z.boolean(),
  content,
  savedBy: z.string(),
  savedAt: timestamp,
});
export type HandOverVersion = z.output<typeof version>;

const progress = z.object({ id: uuid, body: z.string(), by: z.string(), at: timestamp, text: z.string() });

const handOver = handOverRow.extend({
  copies: z.array(body),
  content,
  revision: z.number().int(),
  savedBy: z.string(),
  savedAt: timestamp,
  caseRef: z.object({ id: uuid, number: z.string(), href: z.string().nullable() }).nullable(),
  clue: z.object({ id: uuid, number: z.string(), href: z.string().nullable() }).nullable(),
  receivedOn: localDate.nullable(),
  receiptNo: z.string().nullable(),
  receiver: z.string().nullable(),
  acceptedOn: localDate.nullable(),
  answer: z.enum(['filed', 'refused', 'answered']).nullable(),
  answerNo: z.string().nullable(),
  answerText: z.string().nullable(),
  onPaper: z.boolean(),
  objectedOn: localDate.nullable(),
  progress: z.array(progress),
  matters: z.array(z.object({ id: uuid, title: z.string() })),
  mayEdit: z.boolean(),
  maySay: z.boolean(),
});
export type HandOver = z.output<typeof handOver>;

const handOverFilter = {
  q: z.string().max(100).optional(),
  direction: csvList.optional(),
  kind: csvList.optional(),
  body: csvList.optional(),
  state: csvList.optional(),
  open: flag.optional(),
  late: flag.optional(),
  answered: flag.optional(),
};

const taskRow = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  kind: taskKind,
  kindLabel: z.string(),
  title: z.string(),
  lead: body,
  members: z.array(body),
  dueOn: localDate,
  late: z.boolean(),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  meeting: z.object({ id: uuid, title: z.string(), decisionNo: z.number().int() }).nullable(),
  lastProgress: z.object({ text: z.string(), body: z.string(), at: timestamp }).nullable(),
});
export type JointTaskRow = z.output<typeof taskRow>;

const newTask = z.object({
  kind: taskKind,
  title: said(4, 200),
  content: said(4, 4000),
  leadBody: code,
  memberBodies: z.array(code).max(30).default([]),
  dueOn: localDate,
});

const meetingRow = z.object({
  id: uuid,
  title: z.string(),
  heldOn: localDate,
  place: z.string().nullable(),
  chair: body,
  bodies: z.array(body),
  decisions: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
});
export type MeetingRow = z.output<typeof meetingRow>;

const meetingInput = z.object({
  title: said(4, 200),
  heldOn: localDate,
  place: z.string().trim().max(200).nullable().default(null),
  chairBody: code,
  bodies: z.array(code).min(1).max(40),
  topics: said(2, 4000),
  minutes: z.string().trim().max(20000).nullable().default(null),
  minutesNo: z.string().trim().max(80).nullable().default(null),
});

const itemInput = z.object({
  lane: chainLane,
  kind: chainKind,
  happenedOn: localDate,
  title: said(2, 200),
  text: z.string().trim().max(4000).nullable().default(null),
  documentNo: z.string().trim().max(120).nullable().default(null),
  ref: z
    .object({ kind: z.enum(['case', 'hand-over']), id: uuid })
    .nullable()
    .default(null),
});

const chainEntry = z.object({
  key: z.string(),
  itemId: uuid.nullable(),
  lane: chainLane,
  kind: chainKind,
  on: localDate,
  title: z.string(),
  text: z.string().nullable(),
  documentNo: z.string().nullable(),
  href: z.string().nullable(),
});
export type ChainEntry = z.output<typeof chainEntry>;

const matterRow = z.object({
  id: uuid,
  title: z.string(),
  holder: z.string(),
  partyId: uuid.nullable(),
  right: z.string().nullable(),
  openedOn: localDate,
  entries: z.number().int(),
  lanes: z.array(chainLane),
  lastOn: localDate.nullable(),
});
export type MatterRow = z.output<typeof matterRow>;

/** Coordination with police, courts, procuratorate and departments. */
export const coordinationRoutes = {
  getPartnerDesk: route({
    method: 'GET',
    path: '/api/coordination/desk',
    summary: 'What was handed to my body and what it shares in: counts and the nearest days',
    response: z.object({
      bodies: z.array(body),
      figures: z.array(z.object({ figure: z.string(), label: z.string(), value: z.number().int(), href: z.string() })),
      next: z.array(
        z.object({ fileId: uuid, number: z.string(), title: z.string(), href: z.string(), clock, waits: z.string() }),
      ),
    }),
  }),
  listPartnerBodies: route({
    method: 'GET',
    path: '/api/coordination/bodies',
    summary: 'Partner bodies with what is under way with them, how they answer, and lists that came from them',
    response: z.object({
      items: z.array(
        body.extend({
          kind: z.string(),
          own: z.boolean(),
          open: z.number().int(),
          late: z.number().int(),
          answered: z.number().int(),
          answeredInTime: z.number().int(),
          tasks: z.number().int(),
          lists: z.array(
            z.object({
              importId: uuid,
              kind: z.string(),
              kindLabel: z.string(),
              fileName: z.string(),
              asOf: localDate.nullable(),
              committedAt: timestamp,
              rows: z.number().int(),
            }),
          ),
        }),
      ),
      /** Lists whose sender is no known body. */
      otherLists: z.number().int(),
    }),
  }),
  listHandOvers: route({
    method: 'GET',
    path: '/api/coordination/hand-overs',
    summary: 'Hand-overs in my reach, both ways',
    query: pageQuery.extend(handOverFilter),
    response: pageOf(handOverRow),
  }),
  exportHandOvers: route({
    method: 'GET',
    path: '/api/coordination/hand-overs/export',
    summary: 'Hand-overs as a workbook, as filtered',
    query: z.object(handOverFilter),
    transport: 'file',
  }),
  getHandOver: route({
    method: 'GET',
    path: '/api/coordination/hand-overs/:id',
    summary: 'One hand-over: what was handed over, answer, packages, progress',
    params: idParams,
    response: handOver,
  }),
  createHandOver: route({
    method: 'POST',
    path: '/api/coordination/hand-overs',
    summary: 'Prepare a hand-over to a partner body, by hand or from a case',
    body: content.extend({ kind: handOverKind, toBody: code, caseId: uuid.nullable().default(null) }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  referHandOver: route({
    method: 'POST',
    path: '/api/coordination/referrals',
    summary: 'Hand something to the bureau as a partner body: sent at once',
    body: content.extend({ kind: handOverKind, fromBody: code, toBody: code.nullable().default(null) }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  saveHandOver: route({
    method: 'PUT',
    path: '/api/coordination/hand-overs/:id',
    summary: 'Save the text; on an outdated basis it is refused and kept beside',
    params: idParams,
    body: content.extend({ revision: z.number().int() }),
    response: z.object({ saved: z.boolean(), revision: z.number().int(), current: version.nullable() }),
  }),
  listHandOverVersions: route({
    method: 'GET',
    path: '/api/coordination/hand-overs/:id/versions',
    summary: 'Every text that was saved, those that were refused among them',
    params: idParams,
    response: z.object({ items: z.array(version) }),
  }),
  addHandOverProgress: route({
    method: 'POST',
    path: '/api/coordination/hand-overs/:id/progress',
    summary: 'Say how it goes on; both bodies read it',
    params: idParams,
    body: z.object({ text: said(2, 4000) }),
    response: progress,
  }),
  listJointTasks: route({
    method: 'GET',
    path: '/api/coordination/tasks',
    summary: 'Joint tasks and decisions of meetings in my reach',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      kind: csvList.optional(),
      body: csvList.optional(),
      state: csvList.optional(),
      open: flag.optional(),
      late: flag.optional(),
      meeting: uuid.optional(),
    }),
    response: pageOf(taskRow),
  }),
  getJointTask: route({
    method: 'GET',
    path: '/api/coordination/tasks/:id',
    summary: 'One joint task with its progress',
    params: idParams,
    response: taskRow.extend({
      content: z.string(),
      report: z.string().nullable(),
      reportedOn: localDate.nullable(),
      doneOn: localDate.nullable(),
      createdOn: localDate,
      createdBy: z.string(),
      progress: z.array(progress),
      maySay: z.boolean(),
    }),
  }),
  createJointTask: route({
    method: 'POST',
    path: '/api/coordination/tasks',
    summary: 'Set a joint task: it is assigned at once',
    body: newTask,
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  addTaskProgress: route({
    method: 'POST',
    path: '/api/coordination/tasks/:id/progress',
    summary: 'Say how a joint task goes on',
    params: idParams,
    body: z.object({ text: said(2, 4000) }),
    response: progress,
  }),
  listMeetings: route({
    method: 'GET',
    path: '/api/coordination/meetings',
    summary: 'Meetings with how many of their decisions are done',
    query: pageQuery.extend({ q: z.string().max(100).optional(), open: flag.optional() }),
    response: pageOf(meetingRow),
  }),
  getMeeting: route({
    method: 'GET',
    path: '/api/coordination/meetings/:id',
    summary: 'One meeting with its decisions',
    params: idParams,
    response: meetingRow.extend({
      topics: z.string(),
      minutes: z.string().nullable(),
      minutesNo: z.string().nullable(),
      version: z.number().int(),
      savedBy: z.string(),
      tasks: z.array(taskRow),
      mayEdit: z.boolean(),
    }),
  }),
  createMeeting: route({
    method: 'POST',
    path: '/api/coordination/meetings',
    summary: 'Enter a meeting',
    body: meetingInput,
    response: z.object({ id: uuid }),
  }),
  saveMeeting: route({
    method: 'PUT',
    path: '/api/coordination/meetings/:id',
    summary: 'Change what is kept of a meeting',
    params: idParams,
    body: meetingInput.extend({ version: z.number().int() }),
    response: z.object({ version: z.number().int() }),
  }),
  addDecision: route({
    method: 'POST',
    path: '/api/coordination/meetings/:id/decisions',
    summary: 'Enter a decision of a meeting: a joint task that is tracked to done',
    params: idParams,
    body: newTask.omit({ kind: true }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  listMatters: route({
    method: 'GET',
    path: '/api/coordination/matters',
    summary: 'Matters of protection from the holder’s own steps to the courts',
    query: pageQuery.extend({ q: z.string().max(100).optional(), party: uuid.optional() }),
    response: pageOf(matterRow),
  }),
  getMatter: route({
    method: 'GET',
    path: '/api/coordination/matters/:id',
    summary: 'The chain of one matter in time: own, administrative, judicial protection',
    params: idParams,
    response: matterRow.extend({
      note: z.string().nullable(),
      openedBy: z.string(),
      chain: z.array(chainEntry),
      /** Steps of other files that the reader may not see. */
      hidden: z.number().int(),
      mayEdit: z.boolean(),
    }),
  }),
  createMatter: route({
    method: 'POST',
    path: '/api/coordination/matters',
    summary: 'Begin the chain of a matter, from a case or by hand',
    body: z.object({
      title: said(4, 200),
      holderName: said(1, 200),
      partyId: uuid.nullable().default(null),
      rightKind: z.enum(['trademark', 'patent', 'gi']).nullable().default(null),
      rightNumber: z.string().trim().max(60).nullable().default(null),
      note: z.string().trim().max(2000).nullable().default(null),
      caseId: uuid.nullable().default(null),
    }),
    response: z.object({ id: uuid }),
  }),
  addMatterItem: route({
    method: 'POST',
    path: '/api/coordination/matters/:id/items',
    summary: 'Add a step: notarial evidence, a suit, a judgment, or a case or hand-over of the system',
    params: idParams,
    body: itemInput,
    response: z.object({ id: uuid }),
  }),
  withdrawMatterItem: route({
    method: 'DELETE',
    path: '/api/coordination/matters/:id/items/:itemId',
    summary: 'Take a step back; it stays on record with the reason',
    params: z.object({ id: uuid, itemId: uuid }),
    query: z.object({ reason: said(2, 300) }),
    response: z.object({ ok: z.literal(true) }),
  }),
};
