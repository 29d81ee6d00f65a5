import { z } from 'zod';
import { csvList, idParams, localDate, ok, pageOf, pageQuery, uuid } from './common.ts';
import { classGap, targetState } from './cultivation-shapes.ts';
import { freshness } from './plan-progress.ts';
import { route } from './route.ts';

/** Class advice, the cultivation pool of marks, the brief before a visit. */
export const adviceRoutes = {
  listClassGaps: route({
    method: 'GET',
    path: '/api/cultivation/class-gaps',
    summary: 'Enterprises whose registered classes leave out classes their business points to',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      town: csvList.optional(),
      niceClass: csvList.optional(),
    }),
    response: pageOf(
      z.object({
        partyId: uuid,
        name: z.string(),
        href: z.string(),
        town: z.string().nullable(),
        industry: z.string().nullable(),
        registered: z.array(z.number().int()),
        missing: z.array(z.number().int()),
        strongest: z.string(),
      }),
    ),
  }),
  getClassGap: route({
    method: 'GET',
    path: '/api/cultivation/class-gaps/:id',
    summary: 'Class-gap advice for one enterprise with evidence and warnings',
    params: idParams,
    response: classGap,
  }),
  listPoolEntries: route({
    method: 'GET',
    path: '/api/cultivation/pool',
    summary: 'Well-known-mark cultivation pool by stage',
    query: z.object({ stage: csvList.optional(), town: csvList.optional() }),
    response: z.object({
      stages: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      items: z.array(
        z.object({
          id: uuid,
          trademarkId: uuid,
          mark: z.string(),
          registrationNo: z.string(),
          niceClass: z.number().int(),
          registeredOn: localDate.nullable(),
          holder: z.string(),
          holderHref: z.string().nullable(),
          town: z.string().nullable(),
          stage: z.string(),
          route: z.string().nullable(),
          evidence: z.array(
            z.object({
              code: z.string(),
              label: z.string(),
              have: z.boolean(),
              note: z.string().nullable(),
              /** Read from the registers: shown, not to be edited. */
              computed: z.boolean(),
            }),
          ),
          note: z.string().nullable(),
          since: localDate,
          version: z.number().int(),
        }),
      ),
      caution: z.string(),
    }),
  }),
  addPoolEntry: route({
    method: 'POST',
    path: '/api/cultivation/pool',
    summary: 'Take a registered mark into the pool',
    body: z.object({
      trademarkId: uuid,
      route: z.enum(['administrative', 'review', 'court']).nullable().optional(),
      note: z.string().trim().max(500).optional(),
    }),
    response: z.object({ id: uuid }),
  }),
  updatePoolEntry: route({
    method: 'PATCH',
    path: '/api/cultivation/pool/:id',
    summary: 'Move a mark of the pool to another stage, note evidence, or take it out',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      stage: z.string().max(40).optional(),
      route: z.enum(['administrative', 'review', 'court']).nullable().optional(),
      evidence: z
        .array(z.object({ code: z.string().max(40), have: z.boolean(), note: z.string().trim().max(300).nullable() }))
        .max(20)
        .optional(),
      note: z.string().trim().max(500).optional(),
      removed: z.boolean().optional(),
    }),
    response: ok,
  }),
  getBrief: route({
    method: 'GET',
    path: '/api/cultivation/briefs/:id',
    summary: 'The one-page brief of an enterprise before a visit',
    params: idParams,
    response: z.object({
      partyId: uuid,
      name: z.string(),
      uscc: z.string().nullable(),
      facts: z.array(z.object({ label: z.string(), value: z.string() })),
      rights: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string() })),
      toDo: z.array(
        z.object({
          title: z.string(),
          text: z.string(),
          dueOn: localDate.nullable(),
          level: z.enum(['late', 'soon', 'info']),
        }),
      ),
      campaigns: z.array(
        z.object({ title: z.string(), why: z.string(), state: targetState, targetId: uuid.optional() }),
      ),
      classAdvice: z.array(z.object({ niceClass: z.number().int(), label: z.string(), reason: z.string() })),
      lastVisits: z.array(
        z.object({ on: localDate, by: z.string(), summary: z.string(), nextStep: z.string().nullable() }),
      ),
      questions: z.array(z.string()),
      freshness,
    }),
  }),
};
