import { z } from 'zod';
import { csvList, flag, localDate, timestamp, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';

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

/** Records of the system a step of a chain may point at. */
export const chainRefKind = z.enum(['case', 'hand-over', 'complaint', 'aid', 'cross-region', 'evidence']);

export const said = (min: number, max: number) => z.string().trim().min(min).max(max);
const fen = z.number().int().min(0).max(1_000_000_000_000);
export const code = said(2, 40);

/** A body with its names. */
export const body = z.object({ code: z.string(), name: z.string(), shortName: z.string() });
export type CoordinationBody = z.output<typeof body>;

const suspect = z.object({
  name: said(1, 200),
  uscc: z.string().trim().max(18).nullable().default(null),
  natural: z.boolean().default(false),
});

/** What a hand-over says; edited until it is sent. */
export const content = z.object({
  title: said(4, 200),
  facts: said(4, 8000),
  request: said(2, 2000),
  suspects: z.array(suspect).max(30).default([]),
  amountFen: fen.nullable().default(null),
});
export type HandOverContent = z.output<typeof content>;

export const clock = z.object({ label: z.string(), dueOn: localDate.nullable(), late: z.boolean() });

export const handOverRow = z.object({
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

export const version = z.object({
  id: uuid,
  revision: z.number().int(),
  basedOn: z.number().int(),
  kept: z.boolean(),
  content,
  savedBy: z.string(),
  savedAt: timestamp,
});
export type HandOverVersion = z.output<typeof version>;

export const progress = z.object({ id: uuid, body: z.string(), by: z.string(), at: timestamp, text: z.string() });

export const handOver = handOverRow.extend({
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

export const handOverFilter = {
  q: z.string().max(100).optional(),
  direction: csvList.optional(),
  kind: csvList.optional(),
  body: csvList.optional(),
  state: csvList.optional(),
  open: flag.optional(),
  late: flag.optional(),
  answered: flag.optional(),
};

export const taskRow = z.object({
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

export const newTask = z.object({
  kind: taskKind,
  title: said(4, 200),
  content: said(4, 4000),
  leadBody: code,
  memberBodies: z.array(code).max(30).default([]),
  dueOn: localDate,
});

export const meetingRow = z.object({
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

export const meetingInput = z.object({
  title: said(4, 200),
  heldOn: localDate,
  place: z.string().trim().max(200).nullable().default(null),
  chairBody: code,
  bodies: z.array(code).min(1).max(40),
  topics: said(2, 4000),
  minutes: z.string().trim().max(20000).nullable().default(null),
  minutesNo: z.string().trim().max(80).nullable().default(null),
});

export const itemInput = z.object({
  lane: chainLane,
  kind: chainKind,
  happenedOn: localDate,
  title: said(2, 200),
  text: z.string().trim().max(4000).nullable().default(null),
  documentNo: z.string().trim().max(120).nullable().default(null),
  ref: z
    .object({
      kind: chainRefKind,
      /** Case, hand-over, item of evidence; for the others the file of its procedure. */
      id: uuid,
      /** Case in which an item of evidence is read. */
      fileId: uuid.nullable().default(null),
    })
    .refine((ref) => (ref.kind === 'evidence') === (ref.fileId !== null))
    .nullable()
    .default(null),
});

export const chainEntry = z.object({
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

export const matterRow = z.object({
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
