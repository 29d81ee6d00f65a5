import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

/** How fresh a figure is: the day it is of, when it was worked out, and whether newer rows wait to be taken in. */
export const freshness = z.object({
  asOf: localDate,
  computedAt: timestamp.nullable(),
  pending: z.boolean(),
});

/** plan: a number of the plan itself; district: set by the district's own yearly work; example: made up for the demo. */
export const targetBasis = z.enum(['plan', 'district', 'example']);
export const standing = z.enum(['done', 'on-track', 'attention', 'behind', 'no-target', 'no-data', 'not-built']);

export const indicatorTarget = z.object({
  year: z.number().int(),
  value: z.number(),
  basis: targetBasis,
  note: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: timestamp.nullable(),
});

/** One indicator in a list: what it is, where it stands. */
export const indicatorSummary = z.object({
  code: z.string(),
  clause: z.string(),
  measure: z.string().nullable(),
  label: z.string(),
  unit: z.string(),
  /** Digits after the point that the figure is shown with. */
  decimals: z.number().int(),
  direction: z.enum(['up', 'down', 'none']),
  headline: z.boolean(),
  /** Absent value: not computed yet, nothing known, or its module is not built. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Subjects whose outcome is unknown for want of a fact. */
  unknown: z.number().int(),
  previous: z.number().nullable(),
  previousOn: localDate.nullable(),
  target: indicatorTarget.nullable(),
  standing,
  standingText: z.string(),
  spark: z.array(z.object({ on: localDate, value: z.number().nullable() })),
  awaits: z.string().nullable(),
});
export type IndicatorSummary = z.output<typeof indicatorSummary>;

export const planMeasure = z.object({
  code: z.string(),
  label: z.string(),
  text: z.string(),
  responsible: z.array(z.object({ code: z.string(), name: z.string() })),
  from: localDate.nullable(),
  to: localDate.nullable(),
  /** Where its work is done in the console; null when that is not built. */
  href: z.string().nullable(),
  awaits: z.string().nullable(),
  indicators: z.array(z.string()),
  standing,
  standingText: z.string(),
});

export const clauseSummary = z.object({
  code: z.string(),
  chapter: z.string(),
  title: z.string(),
  text: z.string(),
  measures: z.array(planMeasure),
  indicators: z.array(indicatorSummary),
  standing,
  behind: z.number().int(),
});

export const dueItem = z.object({
  code: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  dueOn: localDate.nullable(),
  when: z.string(),
  level: z.enum(['late', 'soon', 'info']),
  tag: z.string(),
  href: z.string(),
});

export const ruleInWords = z.object({
  /** per: what a ratio is divided by, summed over the same population. */
  part: z.enum(['population', 'counted', 'value', 'per']),
  label: z.string(),
  text: z.string(),
  sentence: z.string(),
  /** Facts it reaches, with their labels. */
  facts: z.array(z.object({ name: z.string(), label: z.string() })),
});

export const indicatorDetail = indicatorSummary.extend({
  clauseTitle: z.string(),
  definition: z.string(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  subject: z.string(),
  subjectLabel: z.string(),
  kind: z.enum(['count', 'share', 'sum', 'mean', 'ratio', 'per-persons', 'per-entities']),
  version: z.number().int(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      from: timestamp.nullable(),
      by: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  rules: z.array(ruleInWords),
  /** The series a per-capita figure is divided by, as used on the day. */
  per: z.object({ label: z.string(), value: z.number(), on: localDate, source: z.string() }).nullable(),
  targets: z.array(indicatorTarget),
  trend: z.array(
    z.object({
      on: localDate,
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      incomplete: z.boolean(),
    }),
  ),
  trendNote: z.string(),
  cuts: z.array(
    z.object({
      cut: z.string(),
      label: z.string(),
      buckets: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
          value: z.number().nullable(),
        }),
      ),
    }),
  ),
  forecast: z
    .object({
      on: localDate,
      value: z.number(),
      low: z.number(),
      high: z.number(),
      /** Share of past forecasts of the same method that fell inside such an interval; null with too few points. */
      method: z.string(),
      points: z.number().int(),
      reaches: z.enum(['yes', 'likely', 'unlikely', 'no']).nullable(),
    })
    .nullable(),
  forecastNote: z.string().nullable(),
  gap: z
    .object({
      /** Subjects (or units) missing to the target on the day. */
      missing: z.number(),
      unit: z.string(),
      text: z.string(),
      towns: z.array(
        z.object({ code: z.string(), label: z.string(), available: z.number(), share: z.number(), href: z.string() }),
      ),
    })
    .nullable(),
  lineage: z.array(
    z.object({
      kind: z.enum(['rule', 'fact', 'register', 'import']),
      label: z.string(),
      detail: z.string().nullable(),
      href: z.string().nullable(),
    }),
  ),
  why: z.array(z.object({ text: z.string(), value: z.string().nullable(), article: z.string().nullable() })),
  freshness,
  mayEdit: z.boolean(),
});
export type IndicatorDetail = z.output<typeof indicatorDetail>;

const codeParams = z.object({ code: z.string().max(80) });
const asOfQuery = z.object({ asOf: localDate.optional() });

export const subjectRow = z.object({
  id: uuid,
  label: z.string(),
  href: z.string().nullable(),
  town: z.string().nullable(),
  outcome: z.enum(['true', 'false', 'unknown']),
  facts: z.array(
    z.object({ path: z.string(), label: z.string(), value: z.string().nullable(), unit: z.string().nullable() }),
  ),
});

export const planProgressRoutes = {
  getPlan: route({
    method: 'GET',
    path: '/api/plan',
    summary: 'The plan: chapters, clauses, measures, indicators with targets, what is due',
    query: asOfQuery,
    response: z.object({
      title: z.string(),
      period: z.string(),
      source: z.string(),
      freshness,
      headline: z.array(
        indicatorSummary.extend({
          /** Interval of the forecast to the target's date, when the trend allows one. */
          forecast: z.object({ on: localDate, low: z.number(), high: z.number() }).nullable().optional(),
        }),
      ),
      chapters: z.array(
        z.object({ code: z.string(), title: z.string(), clauses: z.array(clauseSummary), behind: z.number().int() }),
      ),
      due: z.array(dueItem),
      notes: z.array(z.string()),
    }),
  }),
  getClause: route({
    method: 'GET',
    path: '/api/plan/clauses/:code',
    summary: 'One clause with its measures, indicators, campaigns and what is due',
    params: codeParams,
    query: asOfQuery,
    response: clauseSummary.extend({
      chapterTitle: z.string(),
      planText: z.string(),
      campaigns: z.array(
        z.object({
          id: uuid,
          title: z.string(),
          state: z.string(),
          targets: z.number().int(),
          succeeded: z.number().int(),
          href: z.string(),
        }),
      ),
      previous: z.object({ code: z.string(), title: z.string() }).nullable(),
      next: z.object({ code: z.string(), title: z.string() }).nullable(),
      freshness,
    }),
  }),
  listIndicators: route({
    method: 'GET',
    path: '/api/plan/indicators',
    summary: 'All indicators with value, target and standing',
    query: asOfQuery.extend({
      clause: csvList.optional(),
      standing: csvList.optional(),
      q: z.string().max(100).optional(),
    }),
    response: z.object({ items: z.array(indicatorSummary), freshness }),
  }),
  getIndicator: route({
    method: 'GET',
    path: '/api/plan/indicators/:code',
    summary: 'One indicator: definition, rules, trend, cuts, forecast, gap, lineage',
    params: codeParams,
    query: asOfQuery,
    response: indicatorDetail,
  }),
  listIndicatorRows: route({
    method: 'GET',
    path: '/api/plan/indicators/:code/rows',
    summary: 'The subjects behind an indicator: counted, not counted, or unknown',
    params: codeParams,
    query: pageQuery.extend({
      asOf: localDate.optional(),
      part: z.enum(['population', 'counted', 'missing', 'unknown']).default('counted'),
      cut: z.string().max(60).optional(),
      bucket: z.string().max(60).optional(),
    }),
    response: pageOf(subjectRow),
  }),
  exportIndicatorRows: route({
    method: 'GET',
    path: '/api/plan/indicators/:code/rows/export',
    summary: 'The same rows as a workbook',
    params: codeParams,
    query: z.object({
      asOf: localDate.optional(),
      part: z.enum(['population', 'counted', 'missing', 'unknown']).default('counted'),
      cut: z.string().max(60).optional(),
      bucket: z.string().max(60).optional(),
    }),
    transport: 'file',
  }),
  setTarget: route({
    method: 'PUT',
    path: '/api/plan/indicators/:code/targets/:year',
    summary: 'Set the target of a year; its basis and reason stay with it',
    params: z.object({ code: z.string().max(80), year: z.coerce.number().int().min(2021).max(2050) }),
    body: z.object({
      value: z.number().min(0).max(1e12),
      basis: z.enum(['plan', 'district']),
      note: z.string().trim().min(2).max(300),
    }),
    response: ok,
  }),
  clearTarget: route({
    method: 'DELETE',
    path: '/api/plan/indicators/:code/targets/:year',
    summary: 'Take the district’s own target of a year back',
    params: z.object({ code: z.string().max(80), year: z.coerce.number().int() }),
    response: ok,
  }),
  previewIndicatorRule: route({
    method: 'POST',
    path: '/api/plan/indicators/:code/preview',
    summary: 'What changed rules would make of the figure: value before and after, whom it adds and drops',
    params: codeParams,
    body: z.object({
      population: z.string().max(20_000).optional(),
      counted: z.string().max(20_000).optional(),
      value: z.string().max(20_000).optional(),
      per: z.string().max(20_000).optional(),
    }),
    response: z.object({
      problems: z.array(
        z.object({
          part: z.string(),
          code: z.string(),
          from: z.number(),
          to: z.number(),
          text: z.string(),
          suggestion: z.string().nullable(),
        }),
      ),
      before: z.object({
        value: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
      }),
      after: z.object({
        value: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
      }),
      added: z.object({ total: z.number().int(), sample: z.array(subjectRow) }),
      dropped: z.object({ total: z.number().int(), sample: z.array(subjectRow) }),
      sentences: z.array(z.object({ part: z.string(), sentence: z.string() })),
    }),
  }),
  saveIndicatorRule: route({
    method: 'PUT',
    path: '/api/plan/indicators/:code/rule',
    summary: 'Save changed rules as the next version of the indicator',
    params: codeParams,
    body: z.object({
      population: z.string().max(20_000).optional(),
      counted: z.string().max(20_000).optional(),
      value: z.string().max(20_000).optional(),
      per: z.string().max(20_000).optional(),
      note: z.string().trim().min(2).max(300),
      /** The version that was changed: another's change in between is refused. */
      version: z.number().int(),
    }),
    response: z.object({ version: z.number().int() }),
  }),
  listReports: route({
    method: 'GET',
    path: '/api/plan/reports',
    summary: 'Annual reports made so far',
    response: z.object({
      years: z.array(z.number().int()),
      items: z.array(
        z.object({
          id: uuid,
          year: z.number().int(),
          asOf: localDate,
          state: z.enum(['making', 'ready', 'failed']),
          orderedBy: z.string(),
          orderedAt: timestamp,
          jobId: uuid.nullable(),
          files: z.array(z.object({ format: z.enum(['docx', 'pdf']), size: z.number() })),
          error: z.string().nullable(),
        }),
      ),
    }),
  }),
  makeReport: route({
    method: 'POST',
    path: '/api/plan/reports',
    summary: 'Make the report of a year',
    body: z.object({ year: z.number().int().min(2021).max(2050) }),
    response: z.object({ id: uuid, jobId: uuid }),
  }),
  downloadReport: route({
    method: 'GET',
    path: '/api/plan/reports/:id/file',
    summary: 'A report as docx or PDF',
    params: idParams,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('pdf') }),
    transport: 'file',
  }),
};
