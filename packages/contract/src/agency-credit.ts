import { z } from 'zod';
import {
  creditEvaluation,
  creditEvaluationDetail,
  creditEvent,
  creditRound,
  creditRuleSetView,
  creditRulesInForce,
  creditScore,
  creditSubjectType,
  creditTrace,
} from './agency-credit-shapes.ts';
import { csvList, idParams, localDate, pageOf, pageQuery, uuid } from './common.ts';
import { route } from './route.ts';

export * from './agency-credit-shapes.ts';

const scoreQuery = {
  /** Any day; absent: today. */
  on: localDate.optional(),
  type: creditSubjectType.default('agency'),
  ruleSet: z.string().max(60).optional(),
  grade: csvList.optional(),
  town: csvList.optional(),
  q: z.string().max(100).optional(),
  sort: z.string().max(60).optional(),
};

const scoreRoutes = {
  listCreditScores: route({
    method: 'GET',
    path: '/api/agency-credit/scores',
    summary: 'Scores and grades of agencies or people on any day, best first, with the distribution of grades',
    query: pageQuery.extend(scoreQuery),
    response: pageOf(creditScore).extend({
      on: localDate,
      rules: z.array(creditRulesInForce),
      distribution: z.array(z.object({ grade: z.string(), label: z.string(), count: z.number().int() })),
      /** Subjects by rules that only file. */
      unscored: z.number().int(),
      average: z.number().nullable(),
      withEvents: z.number().int(),
    }),
  }),
  exportCreditScores: route({
    method: 'GET',
    path: '/api/agency-credit/scores/export',
    summary: 'The same rows as a workbook',
    query: z.object(scoreQuery),
    transport: 'file',
  }),
  getCreditSubject: route({
    method: 'GET',
    path: '/api/agency-credit/subjects/:type/:id',
    summary: 'One score on any day with its trace: every event, its item, its points and its end',
    params: z.object({ type: creditSubjectType, id: uuid }),
    query: z.object({ on: localDate.optional() }),
    response: creditTrace,
  }),
  getCreditRules: route({
    method: 'GET',
    path: '/api/agency-credit/rules',
    summary: 'The rules of a day: items, points, terms, grades and what follows from them',
    query: z.object({ on: localDate.optional() }),
    response: z.object({
      on: localDate,
      sets: z.array(creditRuleSetView),
      /** Sorts of events an officer may enter. */
      sorts: z.array(z.object({ sort: z.string(), label: z.string() })),
      clocks: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          value: z.number(),
          unit: z.string(),
          article: z.string(),
          confidence: z.enum(['high', 'medium', 'low']),
          note: z.string().nullable(),
        }),
      ),
    }),
  }),
};

const eventRoutes = {
  listCreditEvents: route({
    method: 'GET',
    path: '/api/agency-credit/events',
    summary: 'Events that count or counted, newest first',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      sortOf: csvList.optional(),
      origin: z.string().max(60).optional(),
      agency: uuid.optional(),
      from: localDate.optional(),
      to: localDate.optional(),
    }),
    response: pageOf(creditEvent).extend({ mayEnter: z.boolean() }),
  }),
  enterCreditEvent: route({
    method: 'POST',
    path: '/api/agency-credit/events',
    summary:
      'Enter an event with its proof (part `file`); fields: subjectType, subjectId, sort, on, expiresOn, documentNo, authority, text',
    transport: 'multipart',
    response: creditEvent,
  }),
  getCreditProof: route({
    method: 'GET',
    path: '/api/agency-credit/events/:id/proof',
    summary: 'The proof of an event',
    params: idParams,
    transport: 'file',
  }),
  revokeCreditEvent: route({
    method: 'POST',
    path: '/api/agency-credit/events/:id/revoke',
    summary: 'Note that a court or the authority set the ground aside: from that day on it counts no more',
    params: idParams,
    body: z.object({ on: localDate, basis: z.string().trim().min(2).max(300) }),
    response: creditEvent,
  }),
  withdrawCreditEvent: route({
    method: 'POST',
    path: '/api/agency-credit/events/:id/withdraw',
    summary: 'Take back an event entered by mistake: it counts on no day and stays visible',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    response: creditEvent,
  }),
};

const appeal = z.object({
  text: z.string().trim().min(10).max(4000),
  /** Events it is about; empty for an objection: the result as a whole. */
  eventIds: z.array(uuid).max(50).default([]),
});

const roundRoutes = {
  listCreditRounds: route({
    method: 'GET',
    path: '/api/agency-credit/rounds',
    summary: 'Rounds of evaluation, newest first',
    response: z.object({ items: z.array(creditRound), mayOpen: z.boolean() }),
  }),
  getCreditRound: route({
    method: 'GET',
    path: '/api/agency-credit/rounds/:id',
    summary: 'One round with where its evaluations stand',
    params: idParams,
    response: creditRound.extend({ mayNotice: z.boolean(), mayConclude: z.boolean() }),
  }),
  openCreditRound: route({
    method: 'POST',
    path: '/api/agency-credit/rounds',
    summary:
      'Open a round: a preliminary result of each agency and, where the rules have items for people, of each attorney',
    body: z.object({
      title: z.string().trim().min(4).max(120),
      asOf: localDate,
      ruleSet: z.string().max(60).default('patent-agency'),
      /** Also those who practise at the agencies on that day, where the rules have items for people. */
      people: z.boolean().default(true),
    }),
    response: z.object({ id: uuid, evaluations: z.number().int() }),
  }),
  noticeCreditRound: route({
    method: 'POST',
    path: '/api/agency-credit/rounds/:id/notice',
    summary: 'Tell all agencies of a round their preliminary result; the time to object begins',
    params: idParams,
    response: z.object({ moved: z.number().int() }),
  }),
  concludeCreditRound: route({
    method: 'POST',
    path: '/api/agency-credit/rounds/:id/conclude',
    summary: 'Make the results final of all who did not object in time or whose objection was decided',
    params: idParams,
    response: z.object({ moved: z.number().int(), waiting: z.number().int() }),
  }),
  listCreditEvaluations: route({
    method: 'GET',
    path: '/api/agency-credit/evaluations',
    summary: 'Evaluations in my reach',
    query: pageQuery.extend({
      round: uuid.optional(),
      agency: uuid.optional(),
      state: csvList.optional(),
      grade: csvList.optional(),
      q: z.string().max(100).optional(),
    }),
    response: pageOf(creditEvaluation),
  }),
  getCreditEvaluation: route({
    method: 'GET',
    path: '/api/agency-credit/evaluations/:id',
    summary: 'One evaluation: both results with their traces, objections and repairs',
    params: idParams,
    response: creditEvaluationDetail,
  }),
  objectToCredit: route({
    method: 'POST',
    path: '/api/agency-credit/evaluations/:id/object',
    summary: 'Object to a preliminary result within its term',
    params: idParams,
    body: appeal,
    response: creditEvaluationDetail,
  }),
  requestCreditRepair: route({
    method: 'POST',
    path: '/api/agency-credit/evaluations/:id/repair',
    summary: 'Ask for the repair of events once the waiting time after the result is over',
    params: idParams,
    body: appeal,
    response: creditEvaluationDetail,
  }),
};

/** Credit of agencies and their people. */
export const agencyCreditRoutes = { ...scoreRoutes, ...eventRoutes, ...roundRoutes };
