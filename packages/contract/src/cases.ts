import { z } from 'zod';
import {
  caseCard,
  caseFrame,
  caseGoods,
  caseRecord,
  caseRight,
  caseSource,
  type decisionKind,
  rightKind,
} from './cases-shapes.ts';
import { csvList, flag, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';

const filter = {
  q: z.string().max(100).optional(),
  state: csvList.optional(),
  source: csvList.optional(),
  organisation: csvList.optional(),
  town: csvList.optional(),
  behaviour: csvList.optional(),
  track: csvList.optional(),
  decision: csvList.optional(),
  /** overdue, week, month, none: where the nearest clock stands */
  due: csvList.optional(),
  open: flag.optional(),
  mine: flag.optional(),
  hit: flag.optional(),
  transferOpen: flag.optional(),
  electronic: flag.optional(),
  receivedFrom: localDate.optional(),
  receivedTo: localDate.optional(),
  decidedFrom: localDate.optional(),
  decidedTo: localDate.optional(),
  minAmountFen: z.coerce.number().int().min(0).optional(),
};

const words = (max: number) => z.string().trim().max(max).nullable().default(null);
const said = (min: number, max: number) => z.string().trim().min(min).max(max);
const fen = z.number().int().min(0).max(1_000_000_000_000);

const partyInput = z.object({
  side: z.enum(['suspect', 'holder', 'third']),
  natural: z.boolean(),
  name: said(1, 200),
  uscc: words(18),
  address: words(300),
  townCode: words(12),
  phone: words(40),
  representative: words(60),
  partyId: uuid.nullable().default(null),
});

const suspectInput = z.object({
  name: said(1, 200),
  uscc: words(18),
  partyId: uuid.nullable().default(null),
  address: words(300),
  townCode: words(12),
  natural: z.boolean(),
});

const circumstancesInput = z.object({
  wellKnown: z.boolean(),
  serviceMark: z.boolean(),
  serious: z.boolean(),
  orderIgnored: z.boolean(),
  endangers: z.boolean(),
  priorPenalty: z.boolean(),
  firstOffence: z.boolean(),
  corrected: z.boolean(),
  noFault: z.boolean(),
  electronic: z.boolean(),
  foreign: z.boolean(),
  gainFen: fen.nullable(),
  lossFen: fen.nullable(),
  labels: z.number().int().min(0).max(1_000_000_000),
  unsoldLabels: z.number().int().min(0).max(1_000_000_000),
  recoveredFen: fen,
  recoveredForeignFen: fen,
});

const edit = { revision: z.number().int() };
const bulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('handlers'), officers: z.array(uuid).min(2).max(6) }),
  z.object({ kind: z.literal('organisation'), organisationCode: said(2, 40) }),
]);
const bulk = z.object({ ids: z.array(uuid).min(1).max(500), change: bulkChange, reason: said(2, 500) });

const labelled = z.object({ code: z.string(), label: z.string() });
const choice = z.object({ id: uuid, name: z.string(), code: z.string().nullable(), note: z.string().nullable() });

/** Administrative cases: from the clue to the archive. */
export const caseRoutes = {
  listCases: route({
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases in my reach with their nearest clocks',
    query: pageQuery.extend(filter),
    response: pageOf(caseCard),
  }),
  exportCases: route({
    method: 'GET',
    path: '/api/cases/export',
    summary: 'Cases as a workbook, as filtered',
    query: z.object({ ...filter, sort: z.string().max(60).optional() }),
    transport: 'file',
  }),
  getCaseOptions: route({
    method: 'GET',
    path: '/api/cases/options',
    summary: 'States, sources, bodies and rows of behaviour to choose from, each with its article of today',
    response: z.object({
      states: z.array(labelled),
      sources: z.array(labelled),
      organisations: z.array(labelled),
      towns: z.array(labelled),
      behaviours: z.array(
        z.object({ row: z.number().int(), label: z.string(), group: z.string(), article: z.string().nullable() }),
      ),
      decisions: z.array(labelled),
    }),
  }),
  getCase: route({
    method: 'GET',
    path: '/api/cases/:id',
    summary: 'One case: parties, rights, goods, amount, fine, law in time, thresholds, checks, decision',
    params: idParams,
    response: caseRecord,
  }),
  getCaseFrame: route({
    method: 'GET',
    path: '/api/cases/:id/frame',
    summary: 'Number, title, state, officers and stop signs of a case',
    params: idParams,
    response: caseFrame,
  }),
  createClue: route({
    method: 'POST',
    path: '/api/cases',
    summary: 'Register a clue; a clue about the same suspect and behaviour is joined with the open case',
    body: z.object({
      source: z.object({ kind: caseSource, label: said(2, 200) }),
      receivedOn: localDate,
      backDatedReason: words(500),
      title: said(2, 200),
      text: said(4, 8000),
      suspects: z.array(suspectInput).min(1).max(20),
      behaviourRow: z.number().int().min(2).max(43).nullable().default(null),
      rights: z
        .array(z.object({ kind: rightKind, number: said(1, 60), holder: words(200) }))
        .max(50)
        .default([]),
      organisationCode: words(40),
      electronic: z.boolean().default(false),
    }),
    response: z.object({ caseId: uuid, number: z.string(), joinedTo: z.string().nullable() }),
  }),
  findSimilarCases: route({
    method: 'POST',
    path: '/api/cases/similar',
    summary: 'Open cases a clue would be joined with, before it is registered',
    readOnly: true,
    body: z.object({
      suspects: z.array(z.object({ name: z.string().max(200), uscc: words(18) })).max(20),
      behaviourRow: z.number().int().nullable().default(null),
    }),
    response: z.object({ joined: caseCard.nullable(), others: z.array(caseCard) }),
  }),
  saveCaseParties: route({
    method: 'PUT',
    path: '/api/cases/:id/parties',
    summary: 'Who takes part in a case',
    params: idParams,
    body: z.object({ ...edit, parties: z.array(partyInput).min(1).max(50) }),
    response: caseRecord,
  }),
  mergeCaseParty: route({
    method: 'POST',
    path: '/api/cases/:id/parties/:partyId/merger',
    summary: 'Note that a party was merged into another during the case',
    params: z.object({ id: uuid, partyId: uuid }),
    body: z.object({
      ...edit,
      survivorName: said(2, 200),
      survivorPartyId: uuid.nullable().default(null),
      mergedOn: localDate,
      reason: said(2, 500),
    }),
    response: caseRecord,
  }),
  saveCaseFacts: route({
    method: 'PUT',
    path: '/api/cases/:id/facts',
    summary: 'What the case is about: behaviour, acts, rights, circumstances',
    params: idParams,
    body: z.object({
      ...edit,
      title: said(2, 200),
      text: said(4, 8000),
      behaviourRow: z.number().int().min(2).max(43).nullable(),
      acts: z.object({ from: localDate.nullable(), to: localDate.nullable(), place: words(300), text: words(8000) }),
      rights: z.array(caseRight.omit({ validOnAct: true })).max(50),
      circumstances: circumstancesInput,
    }),
    response: caseRecord,
  }),
  saveCaseGoods: route({
    method: 'PUT',
    path: '/api/cases/:id/goods',
    summary: 'Goods with quantity, price and the basis of the price; amount and thresholds are read again',
    params: idParams,
    body: z.object({ ...edit, goods: z.array(caseGoods).max(500), cause: said(2, 300) }),
    response: caseRecord,
  }),
  listCaseOfficers: route({
    method: 'GET',
    path: '/api/cases/officers',
    summary: 'Officers who may be named, with their certificates',
    query: z.object({ q: z.string().max(60).optional(), organisation: z.string().max(40).optional() }),
    response: z.object({
      items: z.array(
        z.object({
          id: uuid,
          name: z.string(),
          unit: z.string().nullable(),
          organisationCode: z.string().nullable(),
          certificateNo: z.string().nullable(),
          certificateUntil: localDate.nullable(),
          valid: z.boolean(),
          openCases: z.number().int(),
          /** Whether an account is linked: without one nobody finds the case among his own. */
          linked: z.boolean(),
        }),
      ),
    }),
  }),
  saveCaseOfficers: route({
    method: 'PUT',
    path: '/api/cases/:id/officers',
    summary: 'Name the officers of a case; the first one leads',
    params: idParams,
    body: z.object({ ...edit, officers: z.array(uuid).min(2).max(6), reason: words(500) }),
    response: caseRecord,
  }),
  recuseCaseOfficer: route({
    method: 'POST',
    path: '/api/cases/:id/officers/:officerId/recusal',
    summary: 'An officer stands back for an interest in the case',
    params: z.object({ id: uuid, officerId: uuid }),
    body: z.object({ ...edit, reason: said(4, 500) }),
    response: caseRecord,
  }),
  previewBulkCases: route({
    method: 'POST',
    path: '/api/cases/bulk/preview',
    summary: 'What a bulk change would do to each of the chosen cases',
    readOnly: true,
    body: bulk,
    response: z.object({
      changes: z.number().int(),
      unchanged: z.number().int(),
      refused: z.array(z.object({ id: uuid, number: z.string(), reason: z.string() })),
      rows: z.array(z.object({ id: uuid, number: z.string(), before: z.string(), after: z.string() })),
    }),
  }),
  changeCasesInBulk: route({
    method: 'POST',
    path: '/api/cases/bulk',
    summary: 'Hand many cases to officers or to a body',
    body: bulk,
    response: z.object({ changed: z.number().int(), refused: z.number().int() }),
  }),
  findCaseParties: route({
    method: 'GET',
    path: '/api/cases/parties',
    summary: 'Registered parties by name or code, to name in a case',
    query: z.object({ q: z.string().max(100) }),
    response: z.object({ items: z.array(choice.extend({ townCode: z.string().nullable() })) }),
  }),
  listAdjudications: route({
    method: 'GET',
    path: '/api/cases/adjudications',
    summary: 'Requests to adjudicate disputes over patents',
    query: pageQuery.extend({ q: z.string().max(100).optional(), state: csvList.optional() }),
    response: pageOf(
      z.object({
        id: uuid,
        number: z.string(),
        state: z.string(),
        stateLabel: z.string(),
        petitioner: z.string(),
        respondent: z.string(),
        patentNumber: z.string(),
        receivedOn: localDate,
        handedTo: z.string().nullable(),
        dueOn: localDate.nullable(),
      }),
    ),
  }),
  getAdjudication: route({
    method: 'GET',
    path: '/api/cases/adjudications/:id',
    summary: 'One request for an adjudication',
    params: idParams,
    response: z.object({
      id: uuid,
      number: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      receivedOn: localDate,
      organisation: z.string(),
      petitioner: z.object({ name: z.string(), address: z.string().nullable(), contact: z.string().nullable() }),
      respondent: z.object({ name: z.string(), address: z.string().nullable(), contact: z.string().nullable() }),
      respondentAbroad: z.boolean(),
      patentNumber: z.string(),
      patentName: z.string().nullable(),
      claims: z.string(),
      facts: z.string(),
      materials: z.array(labelled),
      missing: z.array(labelled),
      /** Whether this district may decide itself, with where that stands. */
      competence: z.object({ own: z.boolean(), text: z.string(), article: z.string(), verify: z.string().nullable() }),
      acceptedOn: localDate.nullable(),
      handedOn: localDate.nullable(),
      handedTo: z.string().nullable(),
      panel: z.array(z.string()),
      /** The oral hearing that was set, with the last day its notice can reach the parties. */
      hearing: z
        .object({
          heldOn: localDate,
          when: z.string(),
          place: z.string(),
          notice: z.object({ on: localDate, article: z.string(), verify: z.string().nullable() }).nullable(),
        })
        .nullable(),
      outcome: z.string().nullable(),
      concludedOn: localDate.nullable(),
    }),
  }),
  createAdjudication: route({
    method: 'POST',
    path: '/api/cases/adjudications',
    summary: 'Enter a request for an adjudication',
    body: z.object({
      receivedOn: localDate,
      petitioner: z.object({ name: said(2, 200), address: words(300), contact: words(100) }),
      respondent: z.object({ name: said(2, 200), address: words(300), contact: words(100) }),
      respondentAbroad: z.boolean().default(false),
      patentNumber: said(4, 60),
      patentName: words(300),
      claims: said(4, 4000),
      facts: said(4, 8000),
      materials: z.array(z.string().max(40)).max(20).default([]),
    }),
    response: z.object({ id: uuid, number: z.string() }),
  }),
};

export type CaseDecisionKind = z.output<typeof decisionKind>;
