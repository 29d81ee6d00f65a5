import { z } from 'zod';
import { localDate, pageOf, pageQuery, uuid } from './common.ts';
import { freshness } from './plan-progress.ts';
import { policyAnswer } from './policies.ts';
import { route } from './route.ts';

const fen = z.number().int();
const value = z.union([z.number(), z.string().max(20)]).nullable();

export const parameterKind = z.enum(['fen', 'ppm', 'count', 'bound', 'day', 'choice']);

/** Something of a policy that may be moved without touching its rules. */
export const whatIfParameter = z.object({
  /** Item code; null: of the policy as a whole. */
  item: z.string().nullable(),
  path: z.string(),
  kind: parameterKind,
  value,
  /** As the version has it. */
  base: value,
  nullable: z.boolean(),
  options: z.array(z.string()),
});
export type WhatIfParameter = z.output<typeof whatIfParameter>;

export const whatIfChange = z.object({ item: z.string().max(60).nullable(), path: z.string().max(80), value });
export type WhatIfChange = z.output<typeof whatIfChange>;

/** What is asked: a version, or a document in its place, with some parameters moved. */
const question = {
  version: uuid,
  /** The document being written in place of the version's. */
  document: z.record(z.string(), z.unknown()).optional(),
  changes: z.array(whatIfChange).max(500).default([]),
};
const onDay = {
  ...question,
  /** Facts of this day; absent: today. */
  asOf: localDate.optional(),
  /** count: what was paid is not paid again and its budget is used; ignore: as if nothing had been paid yet. */
  paid: z.enum(['count', 'ignore']).default('count'),
};

export const whatIfPolicy = z.object({
  id: uuid,
  code: z.string(),
  version: z.number().int(),
  state: z.string(),
  title: z.string(),
  fund: z.string(),
  year: z.number().int(),
  example: z.boolean(),
});

const bucket = z.object({
  code: z.string(),
  label: z.string(),
  fen,
  recipients: z.number().int(),
  lines: z.number().int(),
});

export const whatIfItem = z.object({
  code: z.string(),
  name: z.string(),
  clause: z.string(),
  fen,
  /** Before budgets. */
  neededFen: fen,
  lines: z.number().int(),
  recipients: z.number().int(),
  /** Depends on what applicants state, which nobody can know beforehand: not in any figure here. */
  needsClaim: z.boolean(),
  legacy: z.boolean(),
});
export type WhatIfItem = z.output<typeof whatIfItem>;

const partyChange = z.object({
  id: uuid,
  name: z.string(),
  town: z.string().nullable(),
  beforeFen: fen,
  afterFen: fen,
});
const side = z.object({ count: z.number().int(), fen, top: z.array(partyChange) });

export const whatIfResult = z.object({
  policy: whatIfPolicy,
  asOf: localDate,
  freshness,
  /** Whether figures are of the whole district or of what the reader may see of it; budgets are always shared district-wide. */
  whole: z.boolean(),
  /** Parties any item is for. */
  considered: z.number().int(),
  fen,
  neededFen: fen,
  recipients: z.number().int(),
  lines: z.number().int(),
  /** Parties that may get something but for a fact nobody knows. */
  unknown: z.number().int(),
  parameters: z.array(whatIfParameter),
  items: z.array(whatIfItem),
  cuts: z.array(z.object({ cut: z.enum(['town', 'section', 'size']), buckets: z.array(bucket) })),
  /** Places of the towns' tiles on the schematic map. */
  towns: z.array(z.object({ code: z.string(), label: z.string(), column: z.number(), row: z.number() })),
  /** Of the whole district; empty where the reader sees a part of it. */
  budgets: z.array(
    z.object({
      /** Null: of the policy as a whole. */
      item: z.string().nullable(),
      budgetFen: fen,
      usedBeforeFen: fen,
      neededFen: fen,
      usedFen: fen,
      lowered: z.number().int(),
    }),
  ),
  /** Sums up to and with the month of achievement; null: achievements without a day. */
  curve: z.array(z.object({ month: z.string().nullable(), fen, neededFen: fen, sumFen: fen, sumNeededFen: fen })),
  /** Against the version in force, its windows moved to the same year; null where there is none. */
  comparison: z
    .object({
      against: whatIfPolicy,
      /** Whole years its windows were moved by. */
      movedYears: z.number().int(),
      fen,
      recipients: z.number().int(),
      winners: side,
      losers: side,
      same: z.number().int(),
    })
    .nullable(),
  tookMs: z.number(),
});
export type WhatIfResult = z.output<typeof whatIfResult>;

const historyYear = z.number().int().min(2015).max(2100);

const wanted = {
  ...onDay,
  /** lines: what is paid; lowered: what a budget lowers; winners, losers: against the version in force; unknown: needs a person. */
  list: z.enum(['lines', 'lowered', 'winners', 'losers', 'unknown']).default('lines'),
  item: z.string().max(60).optional(),
  town: z.string().max(20).optional(),
  section: z.string().max(4).optional(),
  size: z.string().max(20).optional(),
  /** Month of achievement, `2026-03`; `none`: without a day. */
  month: z.string().max(7).optional(),
  q: z.string().trim().max(60).optional(),
  /** A year of the policy thought back since another (runWhatIfHistory): day and payments then do not matter. */
  history: z.object({ from: historyYear, year: historyYear }).optional(),
};
const page = { ...pageQuery.shape };

export const whatIfLine = z.object({
  partyId: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  town: z.string().nullable(),
  /** Null where the row is about the party as a whole. */
  item: z.string().nullable(),
  key: z.string().nullable(),
  achievedOn: localDate.nullable(),
  fen,
  /** Before budgets. */
  neededFen: fen,
  /** By the version in force; null in lists that do not compare. */
  beforeFen: fen.nullable(),
});
export type WhatIfLine = z.output<typeof whatIfLine>;

export const whatIfYear = z.object({
  year: z.number().int(),
  /** The day its facts are of. */
  asOf: localDate,
  fen,
  neededFen: fen,
  recipients: z.number().int(),
  lines: z.number().int(),
  items: z.array(z.object({ code: z.string(), fen, lines: z.number().int(), recipients: z.number().int() })),
});
export type WhatIfYear = z.output<typeof whatIfYear>;

export const whatIfRoutes = {
  runWhatIf: route({
    method: 'POST',
    path: '/api/what-if',
    summary: 'Whom a policy would pay over the district: sums, cuts, budgets, winners and losers',
    readOnly: true,
    body: z.object(onDay),
    response: whatIfResult,
  }),
  listWhatIfLines: route({
    method: 'POST',
    path: '/api/what-if/lines',
    summary: 'The list behind a figure of a what-if',
    readOnly: true,
    body: z.object({ ...wanted, ...page }),
    response: pageOf(whatIfLine).extend({ fen, neededFen: fen }),
  }),
  exportWhatIfLines: route({
    method: 'POST',
    path: '/api/what-if/export',
    summary: 'The same list, all of it, as a workbook or as csv',
    readOnly: true,
    body: z.object({ ...wanted, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    transport: 'file',
  }),
  explainWhatIf: route({
    method: 'POST',
    path: '/api/what-if/explain',
    summary: 'Why one enterprise would get what it gets: every item with steps and traces, or why not',
    readOnly: true,
    body: z.object({ ...onDay, party: uuid }),
    response: z.object({
      party: z.object({ id: uuid, name: z.string(), town: z.string().nullable() }),
      fen,
      /** Amounts after budgets. */
      items: z.array(policyAnswer),
    }),
  }),
  runWhatIfHistory: route({
    method: 'POST',
    path: '/api/what-if/history',
    summary: 'The same policy thought back over earlier years, year by year',
    readOnly: true,
    body: z.object({ ...question, from: historyYear, to: historyYear }),
    response: z.object({ policy: whatIfPolicy, years: z.array(whatIfYear), tookMs: z.number() }),
  }),
};
