import { isLocalDate } from '@jince/calendar';
import { z } from 'zod';
import { actionFields } from '../procedure/action-fields.ts';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string, most = 4000) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .meta({ label: both(zh, en) });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isLocalDate, '没有这一天 / no such day')
    .meta({ label: both(zh, en) });

/** How a request ends that was taken on. */
export const outcomes = {
  decided: both('作出裁决', 'Decided'),
  mediated: both('达成调解协议', 'Settled by mediation'),
  withdrawn: both('请求人撤案', 'Withdrawn'),
} as const;

/** What stands outside the time to conclude, as the clock of the law names it. */
const causes = {
  announcement: both('公告', 'Public announcement'),
  testing: both('检验鉴定', 'Examination and appraisal'),
  jurisdiction: both('管辖权异议', 'Objection to jurisdiction'),
  evidence: both('当事人延长举证', 'Longer time for evidence'),
  settlement: both('当事人和解', 'Settlement talks'),
} as const;

export const adjudicationFields = {
  accept: actionFields.reason.extend({ panel: text('合议组成员，以顿号分开', 'Members of the panel') }),
  hearing: z.object({
    heldOn: day('口头审理日期', 'Day of the oral hearing'),
    heldAt: z
      .string()
      .trim()
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, '写作 9:30 / as in 9:30')
      .meta({ label: both('口头审理时间（如 9:30）', 'Time, as in 9:30') }),
    place: text('口头审理地点', 'Place', 200),
  }),
  exclude: z.object({
    cause: z.enum(Object.keys(causes) as [keyof typeof causes]).meta({
      label: both('扣除事由', 'Cause'),
      choices: causes,
    }),
    from: day('扣除开始日', 'First day left out'),
    to: day('扣除截止日', 'Last day left out'),
    document: text('决定书、委托书、公告文号', 'Document', 120),
  }),
  extendAgain: actionFields.reason.extend({ document: text('上一级批准文号', 'Document of the higher office', 120) }),
  conclude: actionFields.reason.extend({
    kind: z.enum(Object.keys(outcomes) as [keyof typeof outcomes]).meta({
      label: both('结案方式', 'How it ended'),
      choices: outcomes,
    }),
    outcome: text('裁决、调解书内容或者撤案情况', 'What was decided or agreed'),
  }),
};
