import { z } from 'zod';
import { localDate, pageOf, uuid } from './common.ts';
import { traceNode } from './cultivation.ts';
import { freshness, subjectRow } from './plan-progress.ts';
import { route } from './route.ts';

export const factType = z.enum(['bool', 'number', 'text', 'date', 'code', 'list']);

/** Longer texts are refused with a sentence of the rule language, not by the schema. */
const ruleText = z.string().max(20_000);
const subjectName = z.string().max(40);

/** One thing that can be said of a subject on a day. */
export const factSummary = z.object({
  /** `enterprise.patents.valid` */
  name: z.string(),
  subject: z.string(),
  path: z.string(),
  type: factType,
  /** Element type of a list. */
  of: z.enum(['text', 'number', 'code']).nullable(),
  system: z.string().nullable(),
  unit: z.string().nullable(),
  label: z.string(),
  definition: z.string(),
  source: z.string().nullable(),
  /** Module that states it. */
  module: z.string(),
  values: z.array(z.object({ code: z.string(), label: z.string() })),
  nullable: z.boolean(),
  /** Of how many subjects it is known today; null while nothing is computed. */
  known: z.number().int().nullable(),
  /** A rule that uses it, ready to try. */
  sample: z.string(),
});
export type FactSummary = z.output<typeof factSummary>;

export const collectionSummary = z.object({
  name: z.string(),
  path: z.string(),
  items: z.string(),
  label: z.string(),
  sample: z.string(),
});

export const subjectSummary = z.object({
  subject: z.string(),
  label: z.string(),
  unit: z.string(),
  facts: z.number().int(),
  collections: z.array(collectionSummary),
  /** How many there are today; null while nothing is computed. */
  total: z.number().int().nullable(),
});
export type SubjectSummary = z.output<typeof subjectSummary>;

/** How a fact is spread over its subjects; each bucket is a rule that opens its rows. */
export const factDistribution = z.object({
  kind: z.enum(['values', 'ranges', 'years', 'none']),
  buckets: z.array(
    z.object({ code: z.string(), label: z.string(), count: z.number().int(), rule: z.string().nullable() }),
  ),
  /** Subjects with a value in none of the buckets shown. */
  others: z.number().int(),
  unknown: z.number().int(),
  quantiles: z
    .object({
      min: z.number(),
      lower: z.number(),
      median: z.number(),
      upper: z.number(),
      max: z.number(),
      mean: z.number(),
    })
    .nullable(),
});
export type FactDistribution = z.output<typeof factDistribution>;

export const ruleProblem = z.object({
  code: z.string(),
  /** Character offsets into the text, half open. */
  from: z.number().int(),
  to: z.number().int(),
  text: z.string(),
  /** What may stand there instead. */
  suggestion: z.string().nullable(),
});
export type RuleProblemView = z.output<typeof ruleProblem>;

export const ruleCondition = z.object({ sentence: z.string(), from: z.number().int(), to: z.number().int() });

const outcomes = z.object({ true: z.number().int(), false: z.number().int(), unknown: z.number().int() });

const ruleOver = {
  subject: subjectName,
  /** The day; absent: the day the facts are kept for. */
  asOf: localDate.optional(),
};

const column = z.object({ path: z.string(), label: z.string(), unit: z.string().nullable(), numeric: z.boolean() });

const page = {
  page: z.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.number().int().min(1).max(500).default(50),
};

const rowsWanted = {
  ...ruleOver,
  text: ruleText,
  outcome: z.enum(['true', 'false', 'unknown']).default('true'),
  /** Path of a fact, with a leading `-` for descending. */
  sort: z.string().max(80).optional(),
};

export const factRoutes = {
  listFacts: route({
    method: 'GET',
    path: '/api/facts',
    summary: 'The catalogue: what can be said of whom, with how many it is known of today',
    query: z.object({
      q: z.string().max(100).optional(),
      subject: subjectName.optional(),
      module: z.string().max(60).optional(),
    }),
    response: z.object({
      subjects: z.array(subjectSummary),
      modules: z.array(z.object({ code: z.string(), facts: z.number().int() })),
      items: z.array(factSummary),
      /** Facts of the whole catalogue, whatever is searched. */
      total: z.number().int(),
      freshness,
    }),
  }),
  getFact: route({
    method: 'GET',
    path: '/api/facts/:name',
    summary: 'One fact: definition, how it is spread today, and the rules that use it',
    params: z.object({ name: z.string().max(120) }),
    response: factSummary.extend({
      subjectLabel: z.string(),
      subjectUnit: z.string(),
      total: z.number().int().nullable(),
      /** Registers it is read from. */
      registers: z.array(z.string()),
      distribution: factDistribution,
      usedBy: z.array(z.object({ label: z.string(), href: z.string().nullable(), text: z.string() })),
      freshness,
    }),
  }),
  checkRule: route({
    method: 'POST',
    path: '/api/rules/check',
    summary: 'Whether a rule can be read: problems with their places, or its sentence, conditions and facts',
    readOnly: true,
    body: z.object({
      subject: subjectName,
      text: ruleText,
      expect: z.enum(['bool', 'number', 'date']).default('bool'),
    }),
    response: z.object({
      ok: z.boolean(),
      problems: z.array(ruleProblem),
      sentence: z.string().nullable(),
      conditions: z.array(ruleCondition),
      facts: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string().nullable() })),
    }),
  }),
  queryRule: route({
    method: 'POST',
    path: '/api/rules/query',
    summary: 'The subjects a rule holds for, is not met by, or is unknown of, with the facts it uses',
    readOnly: true,
    body: z.object({ ...rowsWanted, ...page }),
    response: pageOf(subjectRow).extend({
      outcomes,
      sentence: z.string(),
      /** How many satisfy each condition by itself. */
      conditions: z.array(ruleCondition.extend({ outcomes })),
      columns: z.array(column),
      freshness,
      tookMs: z.number(),
    }),
  }),
  exportRule: route({
    method: 'POST',
    path: '/api/rules/export',
    summary: 'The same subjects, all of them, as a workbook',
    readOnly: true,
    body: z.object(rowsWanted),
    transport: 'file',
  }),
  compareRules: route({
    method: 'POST',
    path: '/api/rules/compare',
    summary: 'Whom a changed rule adds and drops',
    readOnly: true,
    body: z.object({ ...ruleOver, before: ruleText, after: ruleText, ...page }),
    response: z.object({
      before: z.number().int(),
      after: z.number().int(),
      kept: z.number().int(),
      added: z.object({ total: z.number().int(), items: z.array(subjectRow) }),
      dropped: z.object({ total: z.number().int(), items: z.array(subjectRow) }),
      freshness,
    }),
  }),
  explainRule: route({
    method: 'POST',
    path: '/api/rules/explain',
    summary: 'Why a rule holds for one subject, or does not: its conditions with the values they met',
    readOnly: true,
    body: z.object({ ...ruleOver, text: ruleText, id: uuid }),
    response: z.object({
      id: uuid,
      label: z.string(),
      href: z.string().nullable(),
      sentence: z.string(),
      outcome: z.enum(['true', 'false', 'unknown']),
      trace: traceNode,
      freshness,
    }),
  }),
};
