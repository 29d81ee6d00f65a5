import { z } from 'zod';
import { localDate, uuid } from './common.ts';
import { route } from './route.ts';

const column = z.enum([
  'cases',
  'general',
  'mediated',
  'large',
  'electronic',
  'foreign',
  'business',
  'fine',
  'confiscated',
  'recovered',
  'recoveredForeign',
  'transferred',
]);
export type StatisticsColumn = z.output<typeof column>;

/** A period of the form: a month, a quarter, a year, or days of one's own. */
const question = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  quarter: z.coerce.number().int().min(1).max(4).optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  by: z.enum(['decided', 'filed', 'closed']).default('decided'),
  organisation: z.string().max(40).optional(),
});

/** Counts are numbers of cases, money is fen. */
const values = z.record(column, z.number().int());
const formRow = z.object({
  /** 1 is the sum; 2–43 the behaviours. */
  row: z.number().int(),
  group: z.string().nullable(),
  groupLabel: z.string().nullable(),
  label: z.string(),
  /** Articles in force on the days of the period, the earlier first. */
  articles: z.array(z.string()),
  values,
});
export type StatisticsRow = z.output<typeof formRow>;

const finding = z.object({
  caseId: uuid,
  number: z.string(),
  href: z.string().nullable(),
  row: z.number().int().nullable(),
  problem: z.string(),
  text: z.string(),
  /** It is not in the form until it is put right. */
  left: z.boolean(),
});

const cellCase = z.object({
  caseId: uuid,
  number: z.string(),
  title: z.string().nullable(),
  href: z.string().nullable(),
  organisation: z.string(),
  row: z.number().int(),
  trackLabel: z.string(),
  /** What the case adds to the cell: 1, or fen. */
  adds: z.number().int(),
  values,
});

/** The 43 × 12 form of IP cases. */
export const caseStatisticRoutes = {
  getCaseStatistics: route({
    method: 'GET',
    path: '/api/case-statistics',
    summary: 'The form of a period: 43 rows by 12 columns, its sums, and the cases that do not fit',
    query: question,
    response: z.object({
      from: localDate,
      to: localDate,
      period: z.string(),
      by: z.string(),
      organisation: z.string().nullable(),
      title: z.string(),
      columns: z.array(z.object({ column, label: z.string(), unit: z.enum(['case', 'wan']) })),
      rows: z.array(formRow),
      /** Cases counted, by themselves: must equal the sum row, and the sum row the rows. */
      proof: z.object({ cases: z.number().int(), equal: z.boolean() }),
      checks: z.array(finding),
      note: z.string(),
      organisations: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  }),
  listStatisticCases: route({
    method: 'GET',
    path: '/api/case-statistics/cases',
    summary: 'The cases behind a cell; row 1 is all rows',
    query: question.extend({ row: z.coerce.number().int().min(1).max(43), column }),
    response: z.object({
      label: z.string(),
      columnLabel: z.string(),
      unit: z.enum(['case', 'wan']),
      total: z.number().int(),
      items: z.array(cellCase),
    }),
  }),
  exportCaseStatistics: route({
    method: 'GET',
    path: '/api/case-statistics/export',
    summary: 'The form as xlsx, in the layout of the return',
    query: question,
    transport: 'file',
  }),
  printCaseStatistics: route({
    method: 'GET',
    path: '/api/case-statistics/print',
    summary: 'The form as PDF',
    query: question,
    transport: 'file',
  }),
};
