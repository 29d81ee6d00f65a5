import { z } from 'zod';
import { csvList, flag, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const matterSort = z.enum(['complaint', 'report']);
export const letterSource = z.enum(['desk', 'public', '12315', 'hand-over', 'watch', 'inspection']);
const rightKind = z.enum(['trademark', 'patent', 'gi']);
const text = (max: number, min = 0) => z.string().trim().min(min).max(max);
const optionalText = (max: number) => text(max).nullable().default(null);

/** Who complains or reports; kept sealed. */
const person = z.object({
  name: optionalText(80),
  phone: optionalText(40),
  email: optionalText(120),
  address: optionalText(200),
});

/** A letter as it is entered at the desk. `both`: it holds a complaint and a report, which are handled apart. */
export const letterInput = z.object({
  sort: z.enum(['complaint', 'report', 'both']),
  source: z.enum(['desk', 'hand-over', 'watch', 'inspection']).default('desk'),
  receivedOn: localDate,
  backDatedReason: optionalText(300),
  anonymous: z.boolean().default(false),
  body: z.boolean().default(false),
  person,
  subjectName: text(200, 2),
  subjectUscc: optionalText(18),
  subjectNatural: z.boolean().default(false),
  address: optionalText(300),
  townCode: optionalText(20),
  rightKind: rightKind.nullable().default(null),
  rightNumber: optionalText(60),
  rightHolder: optionalText(200),
  behaviourRow: z.number().int().min(2).max(43).nullable().default(null),
  happenedOn: localDate.nullable().default(null),
  electronic: z.boolean().default(false),
  title: text(200, 4),
  statement: text(8000, 4),
  wish: optionalText(2000),
});
export type LetterInput = z.input<typeof letterInput>;

const handler = z.object({ userId: uuid, name: z.string(), part: z.enum(['lead', 'assist']) });
const named = z.object({ code: z.string(), label: z.string() });
const link = z.object({ label: z.string(), href: z.string() });

const matterLine = z.object({
  id: uuid,
  number: z.string(),
  sort: matterSort,
  sortLabel: z.string(),
  source: letterSource,
  sourceLabel: z.string(),
  title: z.string(),
  subjectName: z.string(),
  person: z.string(),
  town: z.string().nullable(),
  organisationCode: z.string(),
  organisation: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  standing: z.string(),
  receivedOn: localDate,
  dueOn: localDate.nullable(),
  dueLabel: z.string().nullable(),
  handlers: z.array(z.string()),
  joined: z.number().int(),
  joinedTo: uuid.nullable(),
  caseNumber: z.string().nullable(),
});
export type MatterLine = z.output<typeof matterLine>;

const related = z.object({
  id: uuid,
  number: z.string(),
  sortLabel: z.string(),
  title: z.string(),
  person: z.string(),
  receivedOn: localDate,
  stateLabel: z.string(),
  reason: z.string(),
});
export type RelatedMatter = z.output<typeof related>;

const matterView = matterLine.omit({ handlers: true, joined: true }).extend({
  letterId: uuid,
  anonymous: z.boolean(),
  /** Found by the office itself or handed over: there is no reporter. */
  found: z.boolean(),
  sourceLink: link.nullable(),
  mayReveal: z.boolean(),
  identityElsewhere: link.nullable(),
  subjectUscc: z.string().nullable(),
  subjectHref: z.string().nullable(),
  address: z.string().nullable(),
  right: z.string().nullable(),
  behaviour: z.string().nullable(),
  behaviourArticle: z.string().nullable(),
  happenedOn: localDate.nullable(),
  stage: z.string().nullable(),
  electronic: z.boolean(),
  statement: z.string(),
  wish: z.string().nullable(),
  statedDueOn: localDate.nullable(),
  enteredAt: timestamp,
  enteredBy: z.string(),
  backDatedReason: z.string().nullable(),
  /** Why it went to this body, step by step. */
  route: z.array(z.string()),
  handlers: z.array(handler),
  joinedReason: z.string().nullable(),
  joinedRoot: link.nullable(),
  partedReason: z.string().nullable(),
  joined: z.array(related),
  /** Of the same business in the window, not joined: for a person to judge. */
  similar: z.array(related),
  /** The other half of a letter that held both. */
  sibling: link.nullable(),
  case: z.object({ id: uuid, number: z.string(), href: z.string(), outcome: z.string().nullable() }).nullable(),
  outcome: z.string().nullable(),
  ground: z.string().nullable(),
  result: z.string().nullable(),
  agreedFen: z.number().int().nullable(),
  receiver: z.string().nullable(),
  decidedOn: localDate.nullable(),
  answeredOn: localDate.nullable(),
  maySplit: z.boolean(),
  mayAssign: z.boolean(),
  mayJoin: z.boolean(),
});
export type MatterView = z.output<typeof matterView>;

const filters = z.object({
  q: z.string().max(100).optional(),
  kind: csvList.optional(),
  state: csvList.optional(),
  source: csvList.optional(),
  town: csvList.optional(),
  organisation: csvList.optional(),
  mine: flag.optional(),
  open: flag.optional(),
  from: localDate.optional(),
  to: localDate.optional(),
});

const reasoned = z.object({ reason: text(500, 4) });

/** Complaints and reports under order 121. */
export const complaintRoutes = {
  listComplaintMatters: route({
    method: 'GET',
    path: '/api/complaints',
    summary: 'Complaints and reports in my reach; sort by receivedOn, dueOn, subjectName',
    query: pageQuery.extend(filters.shape),
    response: pageOf(matterLine).extend({
      byState: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      overdue: z.number().int(),
    }),
  }),
  exportComplaintMatters: route({
    method: 'GET',
    path: '/api/complaints/export',
    summary: 'Exactly the complaints and reports the list shows, as xlsx; without who sent them',
    query: filters,
    transport: 'file',
  }),
  getComplaintForm: route({
    method: 'GET',
    path: '/api/complaints/form',
    summary: 'What the desk form offers: bodies, behaviours by the law in force, grounds',
    response: z.object({
      organisations: z.array(named),
      towns: z.array(named),
      behaviours: z.array(
        z.object({ row: z.number().int(), group: z.string(), label: z.string(), article: z.string() }),
      ),
      receivers: z.array(z.string()),
      joinWindowDays: z.number().int(),
    }),
  }),
  checkComplaintLetter: route({
    method: 'POST',
    path: '/api/complaints/check',
    summary: 'Where a letter would go and what it would be joined with; changes nothing',
    readOnly: true,
    body: z.object({
      sort: z.enum(['complaint', 'report', 'both']),
      receivedOn: localDate,
      subjectName: text(200),
      subjectUscc: optionalText(18),
      address: optionalText(300),
      townCode: optionalText(20),
      rightNumber: optionalText(60),
      behaviourRow: z.number().int().nullable().default(null),
    }),
    response: z.object({
      organisation: z.string(),
      inside: z.boolean(),
      route: z.array(z.string()),
      same: z.array(related),
      clocks: z.array(z.object({ label: z.string(), dueOn: localDate, article: z.string().nullable() })),
    }),
  }),
  registerComplaintLetter: route({
    method: 'POST',
    path: '/api/complaints',
    summary: 'Enter a letter: a complaint, a report, or both, which are split',
    body: letterInput,
    response: z.object({
      letterId: uuid,
      matters: z.array(z.object({ id: uuid, number: z.string(), sort: matterSort, joinedTo: uuid.nullable() })),
    }),
  }),
  getComplaintMatter: route({
    method: 'GET',
    path: '/api/complaints/:id',
    summary: 'A complaint or report with its letter, what is joined with it and its case',
    params: idParams,
    response: matterView,
  }),
  assignComplaintMatter: route({
    method: 'POST',
    path: '/api/complaints/:id/assign',
    summary: 'Give it to a body and its handlers',
    params: idParams,
    body: z.object({
      organisationCode: text(40, 2),
      handlers: z.array(uuid).max(6).default([]),
      reason: text(500, 2),
      version: z.number().int(),
    }),
    response: ok,
  }),
  listComplaintHandlers: route({
    method: 'GET',
    path: '/api/complaints/handlers',
    summary: 'Who may handle complaints at a body',
    query: z.object({ organisation: z.string().max(40) }),
    response: z.object({ items: z.array(z.object({ userId: uuid, name: z.string(), unit: z.string().nullable() })) }),
  }),
  joinComplaintMatter: route({
    method: 'POST',
    path: '/api/complaints/:id/join',
    summary: 'Handle it together with an earlier one of the same matter',
    params: idParams,
    body: z.object({ to: uuid, reason: text(500, 4) }),
    response: ok,
  }),
  partComplaintMatter: route({
    method: 'POST',
    path: '/api/complaints/:id/part',
    summary: 'Part it from the one it was joined with: it goes its own way, its clock from the day it came in',
    params: idParams,
    body: reasoned,
    response: ok,
  }),
  splitComplaintMatter: route({
    method: 'POST',
    path: '/api/complaints/:id/split',
    summary: 'The letter holds the other sort, too: opens its file, to be handled apart',
    params: idParams,
    body: reasoned,
    response: z.object({ id: uuid, number: z.string() }),
  }),
  revealComplaintPerson: route({
    method: 'POST',
    path: '/api/complaints/:id/person',
    summary: 'Who complained or reported; each look is written to the log with its reason',
    params: idParams,
    body: reasoned,
    response: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    }),
  }),
};
