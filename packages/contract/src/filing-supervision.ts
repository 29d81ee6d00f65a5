import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

/** Signals of abnormal filing and of irregular agencies. */
export const signalState = z.enum(['open', 'confirmed', 'explained', 'unsure']);
export const signalVerdict = z.enum(['confirmed', 'explained', 'unsure']);
export const signalSubjectType = z.enum(['party', 'agency', 'person', 'group']);

const between = z.object({ start: z.number().int(), end: z.number().int() });
const passage = z.object({ part: z.enum(['title', 'abstract']), text: z.string(), a: between, b: between });

/** What a signal rests on; filings are named by the key of their application. */
export const signalEvidence = z.discriminatedUnion('sort', [
  z.object({
    sort: z.literal('text-pairs'),
    pairs: z.array(z.object({ a: z.string(), b: z.string(), score: z.number(), passages: z.array(passage) })),
  }),
  z.object({
    sort: z.literal('recombined'),
    filing: z.string(),
    sources: z.array(z.object({ id: z.string(), share: z.number(), passages: z.array(passage) })),
    covered: z.number(),
  }),
  z.object({
    sort: z.literal('counts'),
    figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
    from: localDate.nullable(),
    to: localDate.nullable(),
  }),
  z.object({
    sort: z.literal('rate'),
    hits: z.number(),
    decided: z.number(),
    raw: z.number(),
    shrunk: z.number(),
    strata: z.array(z.object({ name: z.string(), hits: z.number(), decided: z.number(), peerRate: z.number() })),
  }),
  z.object({
    sort: z.literal('links'),
    links: z.array(z.object({ a: z.string(), b: z.string(), by: z.string(), value: z.string() })),
  }),
  z.object({
    sort: z.literal('periods'),
    rows: z.array(z.object({ id: z.string(), on: localDate.nullable(), what: z.string() })),
  }),
]);
export type SignalEvidenceView = z.output<typeof signalEvidence>;

/** What would be usual; in the unit of the figure. */
const baseline = z.object({
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  peers: z.number(),
  note: z.string(),
});

const signalItem = z.object({
  id: uuid,
  kind: z.string(),
  kindLabel: z.string(),
  /** Number of the kind in article 3 of order 77, or `agency`. */
  category: z.string(),
  subject: z.object({ type: signalSubjectType, label: z.string(), href: z.string().nullable() }),
  towns: z.array(z.string()),
  /** 0–1 as measured, and as weighted by what was judged of its kind before. */
  strength: z.number(),
  weight: z.number(),
  figure: z.number(),
  unit: z.string(),
  /** The figure and what it is compared with are shares of 0–1. */
  share: z.boolean(),
  baseline,
  why: z.string(),
  filings: z.number().int(),
  state: signalState,
  /** The evidence changed since the standing judgement. */
  changedSince: z.boolean(),
  judgedBy: z.string().nullable(),
  judgedAt: timestamp.nullable(),
  firstSeenAt: timestamp,
  /** A search last found it anew or otherwise than before. */
  changedAt: timestamp,
  goneAt: timestamp.nullable(),
});
export type SignalItem = z.output<typeof signalItem>;

const kindLearning = z.object({
  kind: z.string(),
  label: z.string(),
  category: z.string(),
  definition: z.string(),
  article: z.string(),
  open: z.number().int(),
  confirmed: z.number().int(),
  explained: z.number().int(),
  unsure: z.number().int(),
  /** Share of confirmed ones to be expected, with its interval. */
  precision: z.number(),
  low: z.number(),
  high: z.number(),
  /** The reckoning in words. */
  why: z.string(),
});
export type KindLearning = z.output<typeof kindLearning>;

const run = z.object({
  id: uuid,
  mode: z.enum(['full', 'incremental']),
  startedAt: timestamp,
  finishedAt: timestamp.nullable(),
  filings: z.number().int(),
  changed: z.number().int(),
  found: z.number().int(),
  appeared: z.number().int(),
  altered: z.number().int(),
  gone: z.number().int(),
});

const judgement = z.object({
  id: uuid,
  verdict: signalVerdict,
  reason: z.string(),
  filings: z.number().int(),
  judgedBy: z.string(),
  judgedAt: timestamp,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: timestamp.nullable(),
  withdrawnReason: z.string().nullable(),
});

const filing = z.object({
  key: z.string(),
  patentId: uuid.nullable(),
  applicationNo: z.string(),
  title: z.string(),
  abstract: z.string().nullable(),
  kind: z.string(),
  filedOn: localDate.nullable(),
  ipcMain: z.string().nullable(),
  claimCount: z.number().int().nullable(),
  inventors: z.array(z.string()),
  holders: z.array(z.object({ name: z.string(), partyId: uuid.nullable() })),
  agency: z.string().nullable(),
  status: z.string(),
  abnormal: z.boolean(),
  /** Of the party the signal is about; others stand beside for comparison. */
  own: z.boolean(),
  /** Held abnormal by the standing judgement of this signal. */
  held: z.boolean(),
});
export type SignalFiling = z.output<typeof filing>;

const signalFilter = z.object({
  q: z.string().max(100).optional(),
  kind: csvList.optional(),
  category: csvList.optional(),
  state: csvList.optional(),
  subject: csvList.optional(),
  town: csvList.optional(),
  party: uuid.optional(),
  agency: uuid.optional(),
  /** `present` (default): found by the last search; `gone`: no longer found. */
  presence: z.enum(['present', 'gone', 'all']).default('present'),
});

const count = z.object({ code: z.string(), label: z.string(), count: z.number().int() });

export const filingSupervisionRoutes = {
  listSignals: route({
    method: 'GET',
    path: '/api/filing-supervision/signals',
    summary: 'Signals, the weightiest first, with counts by kind and state',
    query: pageQuery.extend(signalFilter.shape),
    response: pageOf(signalItem).extend({
      byKind: z.array(count),
      byState: z.array(count),
      byCategory: z.array(count),
      lastRun: run.nullable(),
    }),
  }),
  exportSignals: route({
    method: 'GET',
    path: '/api/filing-supervision/signals/export',
    summary: 'The signals of a filter as a workbook, each with its reasons',
    query: signalFilter.extend({ sort: z.string().max(60).optional() }),
    transport: 'file',
  }),
  getSignalLearning: route({
    method: 'GET',
    path: '/api/filing-supervision/learning',
    summary: 'What was judged of each kind of signal and what follows for its weight',
    response: z.object({ kinds: z.array(kindLearning), runs: z.array(run) }),
  }),
  searchSignals: route({
    method: 'POST',
    path: '/api/filing-supervision/runs',
    summary: 'Search all filings of the district for signals',
    body: z.object({ mode: z.enum(['full', 'incremental']).default('full') }),
    response: z.object({ jobId: uuid }),
  }),
  getSignal: route({
    method: 'GET',
    path: '/api/filing-supervision/signals/:id',
    summary: 'One signal with its evidence, its filings, what is usual, and what was judged',
    params: idParams,
    response: signalItem.extend({
      definition: z.string(),
      article: z.string(),
      articleText: z.string(),
      evidence: signalEvidence,
      /** Names of agencies and parties the evidence gives by their id. */
      names: z.record(z.string(), z.string()),
      /** Changes when there is something new to judge; given back with the judgement. */
      evidenceHash: z.string(),
      /** How many a confirmation holds abnormal unless others are chosen. */
      ownFilings: z.number().int(),
      /** The most telling filings first; `filings` counts them all. */
      rows: z.array(filing),
      judgements: z.array(judgement),
      learning: kindLearning,
      weightWhy: z.string(),
      mayJudge: z.boolean(),
      /** The next one to look at, as the list stands. */
      nextId: uuid.nullable(),
    }),
  }),
  judgeSignal: route({
    method: 'POST',
    path: '/api/filing-supervision/signals/:id/judge',
    summary: 'Say what a signal means; a confirmation holds its filings to be abnormal',
    params: idParams,
    body: z.object({
      verdict: signalVerdict,
      reason: z.string().trim().min(2).max(1000),
      /** Keys of the filings held abnormal; absent: those of the party it is about, else all. */
      filings: z.array(z.string().max(60)).max(5000).optional(),
      /** The evidence as the judge saw it. */
      seen: z.string().max(64).optional(),
    }),
    response: z.object({ id: uuid, held: z.number().int() }),
  }),
  withdrawSignalJudgement: route({
    method: 'POST',
    path: '/api/filing-supervision/signals/:id/withdraw',
    summary: 'Take the standing judgement back; what it held abnormal is so no longer',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(1000) }),
    response: ok,
  }),
};
