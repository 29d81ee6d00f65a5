import { z } from 'zod';
import { csvList, flag, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { freshness } from './plan-progress.ts';
import { route } from './route.ts';

export const alertLevel = z.enum(['late', 'soon', 'info']);

/** One alert: a rule met by a right or subject, with the day that matters and what to do. */
export const alertItem = z.object({
  /** Alert code and subject; stable while the occasion is the same. */
  key: z.string(),
  code: z.string(),
  label: z.string(),
  level: alertLevel,
  subject: z.string(),
  subjectId: uuid,
  subjectLabel: z.string(),
  href: z.string().nullable(),
  partyId: uuid.nullable(),
  party: z.string().nullable(),
  town: z.string().nullable(),
  dueOn: localDate.nullable(),
  daysLeft: z.number().int().nullable(),
  text: z.string(),
  action: z.string(),
  article: z.string().nullable(),
  handled: z
    .object({ by: z.string(), at: timestamp, note: z.string().nullable(), until: localDate.nullable() })
    .nullable(),
});
export type AlertItem = z.output<typeof alertItem>;

const alertFilter = {
  code: csvList.optional(),
  level: csvList.optional(),
  town: csvList.optional(),
  party: uuid.optional(),
  q: z.string().max(100).optional(),
  handled: flag.optional(),
};

export const alertRoutes = {
  listAlerts: route({
    method: 'GET',
    path: '/api/alerts',
    summary: 'Alerts over rights and subjects, soonest first',
    query: pageQuery.extend(alertFilter),
    response: pageOf(alertItem).extend({
      byCode: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          level: alertLevel,
          /** Heading it stands under: annuities, marks, certificates. */
          group: z.string(),
          groupLabel: z.string(),
          /** The rule in words. */
          sentence: z.string(),
          article: z.string().nullable(),
          count: z.number().int(),
          handled: z.number().int(),
        }),
      ),
      freshness,
    }),
  }),
  exportAlerts: route({
    method: 'GET',
    path: '/api/alerts/export',
    summary: 'The same alerts as a workbook',
    query: z.object(alertFilter),
    transport: 'file',
  }),
  handleAlert: route({
    method: 'POST',
    path: '/api/alerts/handle',
    summary: 'Say that an alert is being dealt with, until a day or for good',
    body: z.object({
      keys: z.array(z.string().max(160)).min(1).max(500),
      note: z.string().trim().max(300).optional(),
      until: localDate.nullable().optional(),
      undo: z.boolean().default(false),
    }),
    response: ok,
  }),
  getDigest: route({
    method: 'GET',
    path: '/api/alerts/digest',
    summary: 'Digest by officer (own places) or by enterprise: what is due, grouped',
    query: z.object({
      by: z.enum(['officer', 'party']).default('officer'),
      party: uuid.optional(),
      days: z.coerce.number().int().min(1).max(400).default(30),
    }),
    response: z.object({
      title: z.string(),
      from: localDate,
      to: localDate,
      groups: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          href: z.string().nullable(),
          /** Who deals with it. */
          note: z.string().nullable(),
          /** Of all of the group; `items` holds the first of them. */
          counts: z.object({ late: z.number().int(), soon: z.number().int(), info: z.number().int() }),
          items: z.array(alertItem),
        }),
      ),
      /** Groups beyond those listed. */
      omitted: z.number().int(),
      freshness,
    }),
  }),
};
