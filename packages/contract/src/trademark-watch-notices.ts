import { z } from 'zod';
import { csvList, flag, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { fileStanding } from './procedures.ts';
import { route } from './route.ts';

const said = (min: number, max: number) => z.string().trim().min(min).max(max);

const noticeRow = z.object({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  platform: z.string(),
  shop: z.string(),
  owner: z.string(),
  marks: z.array(z.string()),
  state: z.string(),
  stateLabel: z.string(),
  standing: fileStanding,
  links: z.number().int(),
  removed: z.number().int(),
  notifiedOn: localDate.nullable(),
  forwardedOn: localDate.nullable(),
  statementOn: localDate.nullable(),
  closedOn: localDate.nullable(),
  outcome: z.string().nullable(),
  outcomeLabel: z.string().nullable(),
  clock: z.object({ label: z.string(), dueOn: localDate.nullable(), late: z.boolean() }).nullable(),
});
export type PlatformNoticeRow = z.output<typeof noticeRow>;

/** Notices to platforms by the e-commerce law. */
export const platformNoticeRoutes = {
  listPlatformNotices: route({
    method: 'GET',
    path: '/api/watch/notices',
    summary: 'Notices to platforms, the nearest clock first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      platform: csvList.optional(),
      state: csvList.optional(),
      open: flag.optional(),
    }),
    response: pageOf(noticeRow),
  }),
  getPlatformNotice: route({
    method: 'GET',
    path: '/api/watch/notices/:id',
    summary: 'One notice to a platform: demand, links, what the platform and the shop answered',
    params: idParams,
    response: noticeRow.extend({
      urls: z.array(z.string()),
      demand: z.string(),
      facts: z.string(),
      measure: z.string().nullable(),
      measureOn: localDate.nullable(),
      statement: z.string().nullable(),
      toldOn: localDate.nullable(),
      hits: z.array(z.object({ id: uuid, title: z.string(), found: z.string(), markName: z.string() })),
      createdBy: z.string(),
    }),
  }),
  openPlatformNotice: route({
    method: 'POST',
    path: '/api/watch/notices',
    summary: 'Prepare a notice to a platform about infringing hits of one shop',
    body: z.object({ hitIds: z.array(uuid).min(1).max(200), demand: said(4, 2000), facts: said(4, 8000) }),
    response: z.object({ id: uuid, fileId: uuid, number: z.string() }),
  }),
};
