import { z } from 'zod';

const titled = (zh: string, en: string) => ({ title: zh, label: { zh, en } });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta(titled(zh, en));
const text = (zh: string, en: string, max = 2000) => z.string().trim().min(4).max(max).meta(titled(zh, en));

export const GROUNDS = ['not-competent', 'in-court', 'not-consumer', 'too-late', 'incomplete', 'other'] as const;
export const ENDINGS = ['refused', 'not-agreed', 'absent', 'withdrawn', 'not-possible'] as const;
export const NO_CASE = ['no-facts', 'no-lead', 'minor', 'first-minor', 'no-fault', 'other'] as const;

/** What the actions ask for. */
export const fields = {
  accept: z.object({ on: day('受理日期', 'Accepted on').optional() }),
  notAccept: z.object({
    ground: z.enum(GROUNDS).meta(titled('不予受理情形', 'Ground')),
    reason: text('说明', 'Reason'),
  }),
  reason: z.object({ reason: text('理由', 'Reason', 500) }),
  refer: z.object({
    receiver: z.string().trim().min(2).max(80).meta(titled('接收机关', 'Sent to')),
    reason: text('分送理由', 'Reason', 500),
  }),
  session: z.object({ on: day('调解日期', 'Day'), record: text('调解经过', 'What was said') }),
  settle: z.object({
    result: text('协议内容', 'What was agreed'),
    agreedFen: z.number().int().min(0).optional().meta(titled('约定金额', 'Sum agreed')),
  }),
  end: z.object({
    ending: z.enum(ENDINGS).meta(titled('终止原因', 'Why it ended')),
    result: text('说明（告知投诉人）', 'What the complainant is told'),
  }),
  handOn: z.object({
    behaviourRow: z.number().int().min(2).max(43).optional().meta(titled('违法行为（统计表行号）', 'Behaviour (row)')),
    reason: z.string().trim().max(500).optional().meta(titled('核查情况', 'What was found')),
  }),
  noCase: z.object({ ground: z.enum(NO_CASE).meta(titled('不予立案情形', 'Ground')), reason: text('理由', 'Reason') }),
  followRoot: z.object({ to: z.string() }),
  answer: z.object({
    on: day('告知日期', 'Told on').optional(),
    mode: z.enum(['phone', 'mail', 'message', 'in-person', 'public-site']).meta(titled('告知方式', 'How')),
    result: text('告知内容', 'What the reporter is told'),
  }),
};
