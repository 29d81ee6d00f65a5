import { z } from 'zod';
import { flag, localDate, ok, timestamp, uuid } from './common.ts';
import { procedureFile } from './procedures.ts';
import { route } from './route.ts';

/** Where a file of the desk stands in time; `others`: it is mine, but somebody else has the turn or its clock stands still. */
export const deskBucket = z.enum(['overdue', 'today', 'week', 'later', 'undated', 'others']);

const deskFile = procedureFile.extend({
  bucket: deskBucket,
  /** Why it is on my desk: I handle it, or it waits for somebody of my office and nobody handles it who could. */
  role: z.enum(['lead', 'assist', 'office']),
  dueOn: localDate.nullable(),
  daysLeft: z.number().int().nullable(),
  dueLabel: z.string().nullable(),
  article: z.string().nullable(),
  suspended: z.boolean(),
  handlers: z.array(z.string()),
  /** Clocks of the file that run, the nearest first. */
  clocks: z.number().int(),
  warned: z.boolean(),
});
export type DeskFile = z.output<typeof deskFile>;

const counts = z.object({
  overdue: z.number().int(),
  today: z.number().int(),
  week: z.number().int(),
  later: z.number().int(),
  undated: z.number().int(),
  others: z.number().int(),
});

const load = z.object({
  open: z.number().int(),
  lead: z.number().int(),
  overdue: z.number().int(),
  week: z.number().int(),
  suspended: z.number().int(),
  closedIn30: z.number().int(),
});

const workloadOfficer = load.extend({ userId: uuid, name: z.string(), unit: z.string().nullable() });
const workloadSection = load.extend({ code: z.string().nullable(), name: z.string(), unassigned: z.number().int() });

/** The officer's day: files, clocks, workload, calendar. */
export const deskRoutes = {
  getDesk: route({
    method: 'GET',
    path: '/api/desk',
    summary: 'My files by their nearest clock, over all procedures',
    query: z.object({
      bucket: deskBucket.optional(),
      procedure: z.string().max(60).optional(),
      mine: flag.optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      asOf: localDate,
      weekEndsOn: localDate,
      counts,
      items: z.array(deskFile),
      total: z.number().int(),
      page: z.number().int(),
      pageSize: z.number().int(),
      procedures: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      /** Last days of the next two weeks, with how many clocks end on each. */
      days: z.array(z.object({ on: localDate, count: z.number().int(), working: z.boolean() })),
      mayWorkload: z.boolean(),
      mayEscalate: z.boolean(),
      /** Working days before a last day on which heads are told. */
      escalateDays: z.number().int(),
    }),
  }),
  getWorkload: route({
    method: 'GET',
    path: '/api/desk/workload',
    summary: 'Open files by officer and by section, with what is overdue',
    query: z.object({ procedure: z.string().max(60).optional() }),
    response: z.object({
      asOf: localDate,
      officers: z.array(workloadOfficer),
      sections: z.array(workloadSection),
      procedures: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
    }),
  }),
  escalateClocks: route({
    method: 'POST',
    path: '/api/desk/escalations',
    summary: 'Tell heads now of the clocks that are about to run out; each last day is told once',
    response: z.object({ told: z.number().int(), notices: z.number().int() }),
  }),
  getCalendarFeed: route({
    method: 'GET',
    path: '/api/desk/calendar',
    summary: 'Whether I have a calendar address, since when, and when it was last read',
    response: z.object({ madeAt: timestamp.nullable(), readAt: timestamp.nullable() }),
  }),
  makeCalendarFeed: route({
    method: 'POST',
    path: '/api/desk/calendar',
    summary: 'A new secret calendar address, shown once; an earlier one ends',
    response: z.object({ path: z.string(), madeAt: timestamp }),
  }),
  revokeCalendarFeed: route({
    method: 'DELETE',
    path: '/api/desk/calendar',
    summary: 'End my calendar address at once',
    response: ok,
  }),
  readCalendarFeed: route({
    method: 'GET',
    path: '/api/desk/calendars/:token',
    summary: 'The clocks of one person as a calendar (RFC 5545), behind a secret address',
    params: z.object({ token: z.string().min(20).max(100) }),
    transport: 'file',
  }),
};
