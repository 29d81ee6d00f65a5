import { z } from 'zod';
import { csvList, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';

const subjectKind = z.enum(['party', 'agency', 'person']);
export const disciplineTarget = z.enum(['subsidy', 'project', 'award', 'finance', 'directory', 'checks']);

/** One effect of a list on a day, with its article. */
const effect = z.object({
  target: disciplineTarget,
  targetLabel: z.string(),
  does: z.string(),
  doesLabel: z.string(),
  label: z.string(),
  article: z.string(),
  confidence: z.string(),
  note: z.string().nullable(),
});
export type DisciplineEffectView = z.output<typeof effect>;

const listView = z.object({
  list: z.string(),
  label: z.string(),
  article: z.string(),
  confidence: z.string(),
  subjects: z.array(subjectKind),
  termMonths: z.number().int().nullable(),
  termArticle: z.string().nullable(),
  byDecision: z.boolean(),
  repairMonths: z.number().int().nullable(),
  repairArticle: z.string().nullable(),
  chain: z.array(z.string()),
  effects: z.array(effect),
  inForce: z.number().int(),
});
export type DisciplineListView = z.output<typeof listView>;

const entrySummary = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  list: z.string(),
  listLabel: z.string(),
  subjectKind,
  subjectName: z.string(),
  code: z.string().nullable(),
  partyId: uuid.nullable(),
  agencyId: uuid.nullable(),
  personId: uuid.nullable(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  /** By its days alone, today. */
  standing: z.enum(['none', 'in-force', 'expired', 'ended']),
  sentence: z.string(),
  decisionNo: z.string().nullable(),
  fromOn: localDate.nullable(),
  untilOn: localDate.nullable(),
  endedOn: localDate.nullable(),
  proposedOn: localDate,
  /** Those in force today. */
  effects: z.array(effect),
});
export type DisciplineEntrySummary = z.output<typeof entrySummary>;

/** What imported lists and other registers say, read only. */
const imported = z.object({
  fact: z.string(),
  label: z.string(),
  text: z.string(),
  adverse: z.boolean(),
  source: z.string().nullable(),
});
export type DisciplineImported = z.output<typeof imported>;

const chain = z.object({
  /** Day on which persons must have practised at the agency. */
  on: localDate,
  article: z.string(),
  list: z.string(),
  people: z.array(
    z.object({
      personId: uuid,
      name: z.string(),
      qualificationNo: z.string().nullable(),
      role: z.string().nullable(),
      from: localDate.nullable(),
      to: localDate.nullable(),
      entry: z.object({ id: uuid, number: z.string(), stateLabel: z.string() }).nullable(),
    }),
  ),
});
export type DisciplineChain = z.output<typeof chain>;

const entryDetail = entrySummary.extend({
  reason: z.string(),
  authority: z.string(),
  basisNo: z.string().nullable(),
  conductOn: localDate.nullable(),
  statement: z.string().nullable(),
  statedOn: localDate.nullable(),
  repairText: z.string().nullable(),
  repairAskedOn: localDate.nullable(),
  endedAs: z.enum(['repaired', 'remedied', 'revoked']).nullable(),
  endedNo: z.string().nullable(),
  endedReason: z.string().nullable(),
  listArticle: z.string().nullable(),
  repairFrom: localDate.nullable(),
  repairArticle: z.string().nullable(),
  /** Why the last day is that day. */
  termSteps: z.array(z.string()),
  /** Effects of the list by the law of the day of listing. */
  lawEffects: z.array(effect),
  chain: chain.nullable(),
  cause: z.object({ id: uuid, label: z.string() }).nullable(),
  others: z.array(entrySummary),
  imported: z.array(imported),
  mayPropose: z.boolean(),
});
export type DisciplineEntryDetail = z.output<typeof entryDetail>;

const filter = {
  q: z.string().max(100).optional(),
  list: csvList.optional(),
  subject: csvList.optional(),
  town: csvList.optional(),
  /** in-force, under-way, ended, dropped */
  standing: csvList.optional(),
  party: uuid.optional(),
  agency: uuid.optional(),
};

const proposal = {
  reason: z.string().trim().min(4).max(2000),
  authority: z.string().trim().min(2).max(120),
  basisNo: z.string().trim().max(80).nullable().default(null),
  conductOn: localDate.nullable().default(null),
};

/** Joint discipline. */
export const disciplineRoutes = {
  listDisciplineLists: route({
    method: 'GET',
    path: '/api/discipline/lists',
    summary: 'Lists of joint discipline with terms, effects and articles',
    response: z.object({
      asOf: localDate,
      targets: z.array(z.object({ target: disciplineTarget, label: z.string() })),
      items: z.array(listView),
    }),
  }),
  listDisciplineEntries: route({
    method: 'GET',
    path: '/api/discipline/entries',
    summary: 'Entries of discipline in my reach',
    query: pageQuery.extend(filter),
    response: pageOf(entrySummary),
  }),
  exportDisciplineEntries: route({
    method: 'GET',
    path: '/api/discipline/entries/export',
    summary: 'Entries of discipline as a workbook, as filtered',
    query: z.object(filter),
    transport: 'file',
  }),
  getDisciplineEntry: route({
    method: 'GET',
    path: '/api/discipline/entries/:id',
    summary: 'One entry: effects, term, chain of responsibility, what other lists say',
    params: idParams,
    response: entryDetail,
  }),
  proposeEntry: route({
    method: 'POST',
    path: '/api/discipline/entries',
    summary: 'Propose to list somebody',
    body: z.object({ list: z.string().max(60), subject: z.object({ kind: subjectKind, id: uuid }), ...proposal }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  proposeResponsible: route({
    method: 'POST',
    path: '/api/discipline/entries/:id/people',
    summary: 'Propose to list a person who answers for the entry of an agency',
    params: idParams,
    body: z.object({ personId: uuid, reason: proposal.reason }),
    response: z.object({ id: uuid, fileId: uuid }),
  }),
  listDisciplineSubjects: route({
    method: 'GET',
    path: '/api/discipline/subjects',
    summary: 'Parties, agencies or people of agencies by name or code, to choose whom to list',
    query: z.object({ kind: subjectKind, q: z.string().max(100) }),
    response: z.object({
      items: z.array(
        z.object({ id: uuid, name: z.string(), code: z.string().nullable(), note: z.string().nullable() }),
      ),
    }),
  }),
  getPartyDiscipline: route({
    method: 'GET',
    path: '/api/discipline/parties/:id',
    summary: 'All that bars a party today, and what imported lists say beside',
    params: idParams,
    response: z.object({
      partyId: uuid,
      name: z.string(),
      asOf: localDate,
      entries: z.array(entrySummary),
      imported: z.array(imported),
    }),
  }),
};
